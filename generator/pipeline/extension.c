#include "pipeline/extension.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>
#include <qrencode.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/escape.h"
#include "pipeline/script.h"
#include "util/buf.h"
#include "util/diag.h"

static void
return_string(xmlXPathParserContext *ctxt, struct buf *b)
{
	valuePush(ctxt, xmlXPathNewCString(buf_string(b)));
	buf_dispose(b);
}

static void
position(xmlXPathParserContext *ctxt, int count)
{
	const struct document *doc;
	struct buf out = BUF_INIT;
	struct place at;
	xmlNodeSet *set;

	if (count != 1) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	set = xmlXPathPopNodeSet(ctxt);
	if (xmlXPathCheckError(ctxt))
		return;
	doc = xsltXPathGetTransformContext(ctxt)->_private;
	if (set && set->nodeNr > 0 &&
	    set->nodeTab[0]->type != XML_NAMESPACE_DECL &&
	    set->nodeTab[0]->doc == document_tree(doc)) {
		at = document_place(doc, set->nodeTab[0]);
		buf_printf(&out, "%u:%u", at.line, at.column);
	} else {
		buf_puts(&out, "1:1");
	}
	xmlXPathFreeNodeSet(set);
	return_string(ctxt, &out);
}

static void
add_code(struct buf *out, const QRcode *code)
{
	for (int y = 0; y < code->width; y++) {
		if (y > 0)
			buf_putc(out, '/');
		for (int x = 0; x < code->width; x++)
			buf_putc(out, code->data[y * code->width + x] & 1 ?
			    '1' : '0');
	}
}

static void
qr(xmlXPathParserContext *ctxt, int count)
{
	struct buf out = BUF_INIT;
	xmlChar *text;
	QRcode *code;

	if (count != 1) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = xmlXPathPopString(ctxt);
	if (xmlXPathCheckError(ctxt)) {
		xmlFree(text);
		return;
	}
	/* the smallest that holds it; M mends what a bad print loses */
	code = QRcode_encodeString((const char *)text, 0, QR_ECLEVEL_M,
	    QR_MODE_8, 1);
	xmlFree(text);
	if (code)
		add_code(&out, code);
	QRcode_free(code);
	return_string(ctxt, &out);
}

/* Adds a text as a function of a string and its language makes it. */
static void
return_made(xmlXPathParserContext *ctxt, int count,
    void make(struct buf *, const char *text, const char *language))
{
	struct buf out = BUF_INIT;
	xmlChar *text, *language;

	if (count != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	language = xmlXPathPopString(ctxt);
	text = xmlXPathPopString(ctxt);
	if (!xmlXPathCheckError(ctxt)) {
		make(&out, (const char *)text, (const char *)language);
		return_string(ctxt, &out);
	}
	xmlFree(text);
	xmlFree(language);
}

static void
make_joined(struct buf *out, const char *text, const char *language)
{
	if (!strcmp(language, "zh"))
		script_join(out, text);
	else
		buf_puts(out, text);
}

static void
make_script(struct buf *out, const char *text, const char *language)
{
	if (!strcmp(language, "ar"))
		script_mark_runs(out, text);
	else
		make_joined(out, text, language);
}

static void
joined(xmlXPathParserContext *ctxt, int count)
{
	return_made(ctxt, count, make_joined);
}

static void
script(xmlXPathParserContext *ctxt, int count)
{
	return_made(ctxt, count, make_script);
}

static void
escaped(xmlXPathParserContext *ctxt, int count)
{
	struct buf out = BUF_INIT;
	xmlNodeSet *table;
	xmlChar *text;

	if (count != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	table = xmlXPathPopNodeSet(ctxt);
	text = xmlXPathPopString(ctxt);
	if (!xmlXPathCheckError(ctxt)) {
		escape_text(&out, (const char *)text, table);
		return_string(ctxt, &out);
	}
	xmlFree(text);
	xmlXPathFreeNodeSet(table);
}

void
extension_register(void)
{
	static const xmlChar uri[] = "urn:unagenda";

	xsltRegisterExtModuleFunction((const xmlChar *)"position", uri,
	    position);
	xsltRegisterExtModuleFunction((const xmlChar *)"qr", uri, qr);
	xsltRegisterExtModuleFunction((const xmlChar *)"joined", uri, joined);
	xsltRegisterExtModuleFunction((const xmlChar *)"script", uri, script);
	xsltRegisterExtModuleFunction((const xmlChar *)"escaped", uri,
	    escaped);
}
