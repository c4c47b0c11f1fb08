#include "pipeline/document.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pipeline/source.h"
#include "pipeline/syntax.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/cursor.h"
#include "util/diag.h"

struct document {
	const char *path;
	struct buf text;
	xmlDoc *tree;

	/* where each element starts; a node's _private is its index + 1 */
	struct cursor *marks;
	size_t count, size;
	int instructions;
};

/* What the parser's callbacks share, as the context's _private. */
struct loader {
	struct document *doc;
	struct diag *diag;
	struct cursor cursor;	/* only moves forward, so all is linear */
	int failed;		/* the one message is given */
};

static size_t
offset_of(xmlParserCtxt *ctxt)
{
	const struct loader *l = ctxt->_private;
	long offset = xmlByteConsumed(ctxt);

	if (offset < 0)
		return 0;
	return (size_t)offset < l->doc->text.len ? (size_t)offset :
	    l->doc->text.len;
}

/* The last `c` before the offset; 0 if there is none. */
static size_t
back_to(const struct document *doc, size_t offset, char c)
{
	while (offset > 0 && doc->text.data[offset] != c)
		offset--;
	return offset;
}

static struct place
place_of(const struct document *doc, struct cursor at)
{
	return (struct place){
		.file = doc->path, .line = at.line, .column = at.column,
		.text = buf_string(&doc->text) + at.line_start
	};
}

static struct place
place_at(const struct document *doc, size_t offset)
{
	const char *text = buf_string(&doc->text);
	struct cursor at = cursor_start(text, doc->text.len);

	cursor_advance(&at, text, offset);
	return place_of(doc, at);
}

static void
add_mark(struct document *doc, struct cursor at, xmlNode *node)
{
	size_t size = grown(doc->size, doc->count + 1);

	if (size != doc->size)
		doc->marks = xrealloc(doc->marks, size, sizeof(*doc->marks));
	doc->size = size;
	doc->marks[doc->count++] = at;
	node->_private = (void *)(uintptr_t)doc->count;
}

/* NULL for a node that no start tag made. */
static const struct cursor *
mark_of(const struct document *doc, const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE &&
	    node->type != XML_PI_NODE)
		node = node->parent;
	return node && node->_private ?
	    &doc->marks[(uintptr_t)node->_private - 1] : NULL;
}

struct place
document_place(const struct document *doc, const xmlNode *node)
{
	const struct cursor *mark = mark_of(doc, node);

	return mark ? place_of(doc, *mark) : document_top(doc);
}

struct place
document_top(const struct document *doc)
{
	return (struct place){
		.file = doc->path, .line = 1, .column = 1,
		.text = buf_string(&doc->text) +
		    cursor_start(doc->text.data, doc->text.len).offset
	};
}

struct cursor
document_cursor(const struct document *doc, const xmlNode *node)
{
	const struct cursor *mark = mark_of(doc, node);

	return mark ? *mark : cursor_start(doc->text.data, doc->text.len);
}

size_t
document_offset(const struct document *doc, const xmlNode *node)
{
	const struct cursor *mark = mark_of(doc, node);

	return mark ? mark->offset : 0;
}

/* The parser's start of an element, and where its tag starts. */
static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int namespaces_count, const xmlChar **namespaces,
    int count, int defaulted, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	const struct document *doc = l->doc;

	xmlSAX2StartElementNs(ctxt, name, prefix, uri, namespaces_count,
	    namespaces, count, defaulted, attributes);
	/* the parser stands behind the attributes, and these hold no '<' */
	cursor_advance(&l->cursor, doc->text.data,
	    back_to(doc, offset_of(ctxt) - 1, '<'));
	if (ctxt->node)
		add_mark(l->doc, l->cursor, ctxt->node);
}

/* The same of an instruction, behind which the parser stands. */
static void
instruction(void *data, const xmlChar *name, const xmlChar *text)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	const char *source = l->doc->text.data;
	size_t start = back_to(l->doc, offset_of(ctxt) - 1, '<');
	xmlNode *node;

	xmlSAX2ProcessingInstruction(ctxt, name, text);
	node = ctxt->node ? ctxt->node->last : ctxt->myDoc->last;
	while (start > 0 && source[start + 1] != '?')
		start = back_to(l->doc, start - 1, '<');
	cursor_advance(&l->cursor, source, start);
	if (node && node->type == XML_PI_NODE)
		add_mark(l->doc, l->cursor, node);
	l->doc->instructions = 1;
}

/* Gives the file's one message and stops the parser. */
static void
fail(xmlParserCtxt *ctxt, enum message_id id, struct place at,
    const char *text)
{
	struct loader *l = ctxt->_private;

	if (!l->failed)
		diag_at(l->diag, id, at, "%s", text);
	l->failed = 1;
	xmlStopParser(ctxt);
}

static void
refuse_declaration(xmlParserCtxt *ctxt)
{
	const struct loader *l = ctxt->_private;

	fail(ctxt, MSG_DECLARES, place_at(l->doc,
	    back_to(l->doc, offset_of(ctxt) - 1, '<')),
	    "a document declares nothing of its own: leave out what stands "
	    "between [ and ]");
}

static void
entity_declared(void *data, const xmlChar *name, int type,
    const xmlChar *public, const xmlChar *system, xmlChar *content)
{
	(void)name, (void)type, (void)public, (void)system, (void)content;
	refuse_declaration(data);
}

static void
element_declared(void *data, const xmlChar *name, int type,
    xmlElementContent *content)
{
	(void)name, (void)type, (void)content;
	refuse_declaration(data);
}

static void
attribute_declared(void *data, const xmlChar *element, const xmlChar *name,
    int type, int def, const xmlChar *value, xmlEnumeration *choices)
{
	(void)element, (void)name, (void)type, (void)def, (void)value;
	xmlFreeEnumeration(choices);
	refuse_declaration(data);
}

static void
notation_declared(void *data, const xmlChar *name, const xmlChar *public,
    const xmlChar *system)
{
	(void)name, (void)public, (void)system;
	refuse_declaration(data);
}

static void
unparsed_declared(void *data, const xmlChar *name, const xmlChar *public,
    const xmlChar *system, const xmlChar *notation)
{
	(void)name, (void)public, (void)system, (void)notation;
	refuse_declaration(data);
}

/* We have checked for UTF-8 ourselves: the file must not say otherwise. */
static void
start_document(void *data)
{
	xmlParserCtxt *ctxt = data;
	const struct loader *l = ctxt->_private;
	/* the parser keeps UTF-8 in the one place, others in the other */
	const char *encoding = (const char *)(ctxt->encoding ?
	    ctxt->encoding : ctxt->input->encoding);

	xmlSAX2StartDocument(ctxt);
	if (encoding && strcasecmp(encoding, "UTF-8") &&
	    strcasecmp(encoding, "US-ASCII"))
		fail(ctxt, MSG_ENCODING, place_at(l->doc, 0),
		    "the file says it is in another encoding: save it as "
		    "UTF-8 and say encoding=\"UTF-8\"");
}

static void
parser_error(void *data, xmlError *error)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	const struct document *doc = l->doc;
	struct syntax_fault fault;
	struct buf text = BUF_INIT;
	const struct cursor *open = mark_of(doc, ctxt->node);
	struct place at;

	if (l->failed || error->level < XML_ERR_ERROR)
		return;
	fault = syntax_explain(&text, error, doc->text.data, offset_of(ctxt),
	    ctxt->node, open);
	at = fault.at_open && open ? place_of(doc, *open) :
	    place_at(doc, fault.offset);
	fail(ctxt, fault.id, at, buf_string(&text));
	buf_dispose(&text);
}

static void
set_callbacks(xmlSAXHandler *sax)
{
	sax->startElementNs = start_element;
	sax->processingInstruction = instruction;
	sax->startDocument = start_document;
	sax->entityDecl = entity_declared;
	sax->elementDecl = element_declared;
	sax->attributeDecl = attribute_declared;
	sax->notationDecl = notation_declared;
	sax->unparsedEntityDecl = unparsed_declared;
	/* a DTD named by the draft is for its editor; ours is schema.c's */
	sax->externalSubset = NULL;
	sax->resolveEntity = NULL;
	sax->serror = parser_error;
}

static int
check_tags(const struct document *doc, struct diag *diag)
{
	size_t offset;

	if (!document_crowded_tag(&offset, doc->text.data))
		return 0;
	return diag_at(diag, MSG_LIMIT, place_at(doc, offset),
	    "this tag has more than a hundred attributes: is a quotation mark "
	    "missing?");
}

static int
parse(struct document *doc, struct diag *diag)
{
	struct loader l = { .doc = doc, .diag = diag };
	xmlParserCtxt *ctxt = xmlNewParserCtxt();

	if (!ctxt)
		return diag_global(diag, MSG_MEMORY, "no memory left");
	l.cursor = cursor_start(doc->text.data, doc->text.len);
	ctxt->_private = &l;
	set_callbacks(ctxt->sax);
	doc->tree = xmlCtxtReadMemory(ctxt, doc->text.data,
	    (int)doc->text.len, doc->path, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA);
	xmlFreeParserCtxt(ctxt);
	if (l.failed)
		return -1;
	if (!doc->tree)
		return diag_at(diag, MSG_SYNTAX, place_at(doc, 0),
		    "the file cannot be read as XML");
	return 0;
}

int
document_read(struct document **out, const char *path, struct buf *text,
    struct diag *diag)
{
	struct document *doc = xcalloc(1, sizeof(*doc));

	doc->path = path;
	doc->text = *text;
	*text = (struct buf)BUF_INIT;
	if (source_check(&doc->text, path, diag) < 0 ||
	    check_tags(doc, diag) < 0 || parse(doc, diag) < 0 ||
	    document_check_root(doc, diag) < 0) {
		document_free(doc);
		return -1;
	}
	*out = doc;
	return 0;
}

void
document_free(struct document *doc)
{
	if (!doc)
		return;
	xmlFreeDoc(doc->tree);
	buf_dispose(&doc->text);
	free(doc->marks);
	free(doc);
}

const char *
document_path(const struct document *doc)
{
	return doc->path;
}

int
document_has_instructions(const struct document *doc)
{
	return doc->instructions;
}

const char *
document_text(const struct document *doc)
{
	return doc->text.data;
}

xmlDoc *
document_tree(const struct document *doc)
{
	return doc->tree;
}

xmlNode *
document_root(const struct document *doc)
{
	return xmlDocGetRootElement(doc->tree);
}
