#include "pipeline/companion.h"

#include <stdio.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/symbol.h"
#include "pipeline/templates.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/template.h"

/* What ends the symbols of each kind. */
static const char *
word_of(const char *kind)
{
	return strcmp(kind, "addendum") == 0 ? "Add" :
	    strcmp(kind, "revision") == 0 ? "Rev" : "Corr";
}

/* The text from one offset up to another. */
static void
copy(struct buf *out, const struct document *doc, size_t from, size_t to)
{
	buf_add(out, document_text(doc) + from, to - from);
}

/* The document as it is, but for its symbol and its kind. */
static void
revise(struct buf *out, const struct document *doc, const char *symbol)
{
	static const char kind[] = " kind=\"revision\"";
	const xmlNode *root = document_root(doc);
	const xmlNode *masthead = tree_child(root, "masthead");
	size_t end = strlen(document_text(doc)), at;
	struct span span;

	if (document_value(&span, doc, root, "kind") == 0) {
		copy(out, doc, 0, span.start);
		buf_puts(out, "revision");
		at = span.end;
	} else {
		at = document_offset(doc, root) + 1 + strlen(tree_name(root));
		copy(out, doc, 0, at);
		buf_puts(out, kind);
	}
	document_value(&span, doc, masthead, "symbol");
	copy(out, doc, at, span.start);
	template_escape(out, symbol);
	copy(out, doc, span.end, end);
}

static const xmlNode *
next_element(const xmlNode *node)
{
	do
		node = node->next;
	while (node && node->type != XML_ELEMENT_NODE);
	return node;
}

/* An element as it is written, with what follows it up to the next one. */
static const char *
written(struct buf *out, const struct document *doc, const char *name)
{
	const xmlNode *node = tree_child(document_root(doc), name);

	if (!node)
		return NULL;
	copy(out, doc, document_offset(doc, node),
	    document_offset(doc, next_element(node)));
	while (out->len && strchr(" \t\r\n", out->data[out->len - 1]))
		out->data[--out->len] = '\0';
	return out->data;
}

/* What the companion shares with its document, in a template. */
static int
begin(struct buf *out, const struct document *doc, const char *name,
    const char *symbol, const char *data, struct diag *diag)
{
	const xmlNode *root = document_root(doc);
	const struct template template = {
		data, name, tree_attr(root, "lang")
	};
	const xmlNode *masthead = tree_child(root, "masthead");
	struct buf meeting = BUF_INIT, under = BUF_INIT, title = BUF_INIT;
	const struct slot slots[] = {
		{ "language", tree_attr(root, "lang"), 0 },
		{ "station", tree_attr(root, "station"), 0 },
		{ "sections", tree_attr(root, "sections"), 0 },
		{ "paragraphs", tree_attr(root, "paragraphs"), 0 },
		{ "symbol", symbol, 0 },
		{ "body", tree_attr(masthead, "body"), 0 },
		{ "distribution", tree_attr(masthead, "distribution"), 0 },
		{ "date", tree_attr(masthead, "date"), 0 },
		{ "original", tree_attr(masthead, "original"), 0 },
		{ "only", tree_attr(masthead, "only"), 0 },
		{ "qr", tree_attr(masthead, "qr"), 0 },
		{ "meeting", written(&meeting, doc, "meeting"), 1 },
		{ "under", written(&under, doc, "under"), 1 },
		{ "title", written(&title, doc, "title"), 1 },
	};
	int ret = templates_fill(out, &template, slots,
	    sizeof(slots) / sizeof(*slots), diag);

	buf_dispose(&title);
	buf_dispose(&under);
	buf_dispose(&meeting);
	return ret;
}

int
companion_make(struct buf *out, const struct document *doc, const char *kind,
    const char *data, struct diag *diag)
{
	const xmlNode *root = document_root(doc);
	const xmlNode *masthead = tree_child(root, "masthead");
	int corrects = strcmp(kind, "corrigendum") == 0, ret = 0;
	struct buf symbol = BUF_INIT, name = BUF_INIT;

	if (tree_is(root, "corrigendum") && !corrects)
		return diag_global(diag, MSG_COMPANION, "'%s' is a "
		    "corrigendum, and has no %s: start from the document that "
		    "it corrects", document_path(doc), kind);
	symbol_next(&symbol, tree_attr(masthead, "symbol"), word_of(kind));
	buf_puts(&name, kind);
	if (!corrects)
		buf_printf(&name, "-%s", tree_name(root));
	if (strcmp(kind, "revision") == 0)
		revise(out, doc, symbol.data);
	else
		ret = begin(out, doc, name.data, symbol.data, data, diag);
	buf_dispose(&name);
	buf_dispose(&symbol);
	return ret;
}
