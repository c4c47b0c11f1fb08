#include "pdf/xmp.h"

#include <ctype.h>
#include <libxml/tree.h>
#include <string.h>

#include "pdf/pdf.h"
#include "util/buf.h"

#define EXTENSION "http://www.aiim.org/pdfa/ns/extension/"
#define SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define PROPERTY "http://www.aiim.org/pdfa/ns/property#"

/* What is said in these, readers know. */
static const char *const known[] = {
	XMP_RDF, XMP_DC, XMP_PDF, XMP_BASIC, XMP_PDFA, EXTENSION,
	"http://ns.adobe.com/xap/1.0/mm/",
	"http://ns.adobe.com/xap/1.0/rights/",
	(const char *)XML_XML_NAMESPACE
};

int
xmp_is(const xmlNode *node, const char *space, const char *name)
{
	return node->ns && strcmp((const char *)node->ns->href, space) == 0 &&
	    strcmp((const char *)node->name, name) == 0;
}

static int
is_known(const char *space)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i], space) == 0)
			return 1;
	return 0;
}

static int
says(const xmlNode *node, const char *text)
{
	xmlChar *content = xmlNodeGetContent(node);
	int ret = content && strcmp((const char *)content, text) == 0;

	xmlFree(content);
	return ret;
}

/* An element in another, however deep, that says just that; or NULL. */
static xmlNode *
find(const xmlNode *in, const char *space, const char *name, const char *text)
{
	xmlNode *node = xmlFirstElementChild((xmlNode *)in), *found = NULL;

	for (; node && !found; node = xmlNextElementSibling(node))
		found = xmp_is(node, space, name) && says(node, text) ? node :
		    find(node, space, name, text);
	return found;
}

/* A property of a namespace that is not known must have its schema. */
static void
check_known(struct pdf *pdf, const xmlNode *node)
{
	const char *space = node->ns ? (const char *)node->ns->href : "";
	const char *name = (const char *)node->name;
	const xmlNode *uri;

	if (is_known(space))
		return;
	uri = find(xmlDocGetRootElement(node->doc), SCHEMA, "namespaceURI",
	    space);
	if (!uri || !find(uri->parent, PROPERTY, "name", name))
		pdf_fault(pdf, MSG_XMP, 0, "the metadata (XMP) do not tell "
		    "what %s of '%s' is (pdfaExtension)", name, space);
}

/* A title is in several languages, of which one is for all others. */
static void
check_title(struct pdf *pdf, const xmlNode *node)
{
	xmlNode *list = xmlFirstElementChild((xmlNode *)node);
	xmlNode *item = list ? xmlFirstElementChild(list) : NULL;
	xmlChar *language = item ? xmlNodeGetLang(item) : NULL;

	if (!item || !xmp_is(list, XMP_RDF, "Alt") || !language ||
	    strcmp((const char *)language, "x-default"))
		pdf_fault(pdf, MSG_XMP, 0, "the title in the metadata (XMP) "
		    "is not for readers of any language (rdf:Alt, x-default)");
	xmlFree(language);
}

void
xmp_check(struct pdf *pdf, const xmlNode *description)
{
	xmlNode *node;

	for (const xmlAttr *a = description->properties; a; a = a->next)
		check_known(pdf, (const xmlNode *)a);
	for (node = xmlFirstElementChild((xmlNode *)description); node;
	    node = xmlNextElementSibling(node)) {
		check_known(pdf, node);
		if (xmp_is(node, XMP_DC, "title"))
			check_title(pdf, node);
	}
}

/* Whether a text is of a form, in which 9 stands for any figure. */
static int
has_form(const char *text, const char *form)
{
	for (; *form; form++, text++)
		if (*form == '9' ? !isdigit((unsigned char)*text) :
		    *form != *text)
			return 0;
	return !*text;
}

const char *
xmp_date(struct pdf *pdf, const char *date)
{
	static const char *const forms[] = {
		"9999-99-99T99:99:99Z", "9999-99-99T99:99:99+99:99",
		"9999-99-99T99:99:99-99:99", "D:99999999999999Z",
		"D:99999999999999+99'99'", "D:99999999999999-99'99'",
		"D:99999999999999+99'99", "D:99999999999999-99'99",
	};
	struct buf plain = BUF_INIT;
	const char *copy = NULL;
	size_t i = 0;

	while (i < sizeof(forms) / sizeof(*forms) && !has_form(date, forms[i]))
		i++;
	if (i == sizeof(forms) / sizeof(*forms))
		return NULL;
	for (size_t at = 0; date[at]; at++)
		if (isdigit((unsigned char)date[at]) || date[at] == '+' ||
		    (date[at] == '-' && plain.len == 14))
			buf_putc(&plain, date[at]);
	copy = arena_copy(&pdf->arena, plain.data, plain.len);
	buf_dispose(&plain);
	return copy;
}
