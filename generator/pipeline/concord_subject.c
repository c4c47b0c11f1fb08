#include "pipeline/concord_parts.h"

#include <string.h>

#include "pipeline/tree.h"

/* What a message calls an element, and by which attribute it tells which. */
static const struct noun {
	const char *element, *one, *many, *key;
} nouns[] = {
	{ "agenda",        "the document",        NULL, NULL },
	{ "annex",         "annex",               "annexes", "id" },
	{ "annotation",    "annotation",          "annotations", NULL },
	{ "appendix",      "appendix",            "appendices", "id" },
	{ "box",           "box",                 "boxes", NULL },
	{ "break",         "pause",               "pauses", "start" },
	{ "by",            "introduction by",     "introductions by", NULL },
	{ "cell",          "cell",                "cells", NULL },
	{ "column",        "column",              "columns", NULL },
	{ "convening",     "convening line",      "convening lines", NULL },
	{ "corrigendum",   "the document",        NULL, NULL },
	{ "correction",    "correction",          "corrections", NULL },
	{ "date",          "date",                "dates", NULL },
	{ "dates",         "span of days",        "spans of days", NULL },
	{ "day",           "day",                 "days", "date" },
	{ "decision",      "decision",            "decisions", NULL },
	{ "document",      "document",            "documents", "symbol" },
	{ "documentation", "list of documents",   "lists of documents", NULL },
	{ "event",         "event",               "events", "id" },
	{ "group",         "group of items",      "groups of items", "id" },
	{ "head",          "table head",          "table heads", NULL },
	{ "instruction",   "instruction",         "instructions", NULL },
	{ "item",          "item",                "items", "id" },
	{ "items",         "the agenda",          NULL, NULL },
	{ "lead",          "lead",                "leads", NULL },
	{ "li",            "list entry",          "list entries", NULL },
	{ "list",          "list",                "lists", NULL },
	{ "masthead",      "the masthead",        NULL, NULL },
	{ "meeting",       "the meeting",         NULL, NULL },
	{ "note",          "note",                "notes", "id" },
	{ "noteref",       "mark of note",        "marks of notes", NULL },
	{ "p",             "paragraph",           "paragraphs", "id" },
	{ "paper",         "the document",        NULL, NULL },
	{ "part",          "part",                "parts", "start" },
	{ "quote",         "quotation",           "quotations", NULL },
	{ "ref",           "reference to",        "references to", NULL },
	{ "row",           "row",                 "rows", NULL },
	{ "schedule",      "proposed day",        "proposed days", "start" },
	{ "section",       "section",             "sections", "id" },
	{ "session",       "session",             "sessions", "number" },
	{ "sitting",       "sitting",             "sittings", "start" },
	{ "subsidiary",    "body",                "bodies", "body" },
	{ "symbol",        "symbol",              "symbols", NULL },
	{ "table",         "table",               "tables", "id" },
	{ "take",          "item taken up",       "items taken up", "item" },
	{ "time",          "time",                "times", NULL },
	{ "track",         "track",               "tracks", "id" },
	{ "url",           "address",             "addresses", NULL },
	{ "work",          "title of a work",     "titles of works", NULL },
};

static const struct noun *
find(const char *element)
{
	for (size_t i = 0; i < sizeof(nouns) / sizeof(*nouns); i++)
		if (strcmp(nouns[i].element, element) == 0)
			return &nouns[i];
	return NULL;
}

const char *
concord_noun(const char *element, int many)
{
	const struct noun *noun = find(element);

	if (!noun)
		return element;
	return many && noun->many ? noun->many : noun->one;
}

static const char *
key_of(const xmlNode *node)
{
	const struct noun *noun = find(tree_name(node));

	return noun && noun->key ? tree_attr(node, noun->key) : NULL;
}

/* Those of which there is one in a document. */
static int
is_only(const xmlNode *node)
{
	const struct noun *noun = find(tree_name(node));

	return noun && !noun->many;
}

/* Known in all the document, and not only within what it stands in. */
static int
is_known(const xmlNode *node)
{
	return is_only(node) || tree_attr(node, "id") ||
	    tree_is(node, "day") || (tree_is(node, "document") &&
	    key_of(node));
}

/* What is named instead of what has no name for the reader. */
static const xmlNode *
spoken_of(const xmlNode *node)
{
	while (tree_is(node, "annotation") ||
	    tree_is(node, "documentation") || tree_is(node, "introduction"))
		node = node->parent;
	return node;
}

void
concord_name(struct buf *out, const xmlNode *node)
{
	node = spoken_of(node);
	buf_puts(out, concord_noun(tree_name(node), 0));
	if (key_of(node))
		buf_printf(out, " '%s'", key_of(node));
	while (!is_known(node) && node->parent->type == XML_ELEMENT_NODE) {
		node = node->parent;
		if (!is_known(node) && !key_of(node))
			continue;
		buf_printf(out, " of %s", concord_noun(tree_name(node), 0));
		if (key_of(node))
			buf_printf(out, " '%s'", key_of(node));
	}
}
