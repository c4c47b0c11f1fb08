#include "pipeline/textplace.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/cursor.h"
#include "util/place.h"

static int
starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* Just behind `end`, or at the end of the text. */
static const char *
behind(const char *s, const char *end)
{
	const char *found = strstr(s, end);

	return found ? found + strlen(end) : s + strlen(s);
}

/* Behind a tag; quotation marks may hide its end. */
static const char *
behind_tag(const char *s, int *is_empty)
{
	char quote = '\0';

	for (; *s && (quote || *s != '>'); s++) {
		if (quote)
			quote = *s == quote ? '\0' : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
	}
	*is_empty = *s && s[-1] == '/';
	return *s ? s + 1 : s;
}

/* Behind markup that is no tag of an element; NULL if it is one. */
static const char *
behind_other(const char *s)
{
	if (starts(s, "<!--"))
		return behind(s + 4, "-->");
	if (starts(s, "<?"))
		return behind(s + 2, "?>");
	return NULL;
}

/* Behind the end tag of the element that starts there. */
static const char *
behind_element(const char *s)
{
	int depth = 0, is_empty, is_end;
	const char *other;

	do {
		s += strcspn(s, "<");
		if (!*s)
			return s;
		other = starts(s, "<![CDATA[") ? behind(s, "]]>") :
		    behind_other(s);
		if (other) {
			s = other;
			continue;
		}
		is_end = s[1] == '/';
		s = behind_tag(s, &is_empty);
		depth += is_end ? -1 : !is_empty;
	} while (depth > 0);
	return s;
}

/* How many bytes of UTF-8 a reference such as &#xA0; stands for. */
static size_t
reference_len(const char *s)
{
	unsigned long c;

	if (s[1] != '#')
		return 1;
	c = s[2] == 'x' ? strtoul(s + 3, NULL, 16) : strtoul(s + 2, NULL, 10);
	return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/* Moves over so much of what the parser has made of the text. */
static const char *
move(const char *s, size_t count, int *in_cdata)
{
	int is_raw = 0;
	size_t len;

	for (; *s; *in_cdata = is_raw) {
		if (!is_raw && starts(s, "<![CDATA[")) {
			is_raw = 1;
			s += strlen("<![CDATA[");
		} else if (is_raw && starts(s, "]]>")) {
			is_raw = 0;
			s += strlen("]]>");
		} else if (!is_raw && *s == '<') {
			s = behind_other(s);
			if (!s)
				return NULL;
		} else if (count == 0) {
			return s;
		} else if (!is_raw && *s == '&') {
			len = reference_len(s);
			count -= len < count ? len : count;
			s = behind(s, ";");
		} else {
			/* two bytes of a file from Windows are one line end */
			count -= !starts(s, "\r\n");
			s++;
		}
	}
	return NULL;
}

/* Where the text starts that the node is a part of. */
static const char *
find_start(const struct document *doc, const xmlNode *text, size_t *before)
{
	const char *s = document_text(doc);
	const xmlNode *n = text->prev;
	int is_empty;

	for (*before = 0; n && n->type != XML_ELEMENT_NODE; n = n->prev)
		if (n->type == XML_TEXT_NODE)
			*before += strlen((const char *)n->content);
	if (n)
		return behind_element(s + document_offset(doc, n));
	return behind_tag(s + document_offset(doc, text->parent), &is_empty);
}

/* The element that the text follows, or else the one that it is in. */
static const xmlNode *
last_tag(const xmlNode *text)
{
	const xmlNode *n = text->prev;

	while (n && n->type != XML_ELEMENT_NODE)
		n = n->prev;
	return n ? n : text->parent;
}

/* NULL when the file does not read as the tree. */
static const char *
find_byte(const struct document *doc, const xmlNode *text, size_t byte,
    int *in_cdata)
{
	size_t before;
	const char *s = find_start(doc, text, &before);

	*in_cdata = 0;
	return move(s, before + byte, in_cdata);
}

struct place
textplace(const struct document *doc, const xmlNode *text, size_t byte)
{
	/* lines are counted from there, so that a long element costs little */
	const xmlNode *from = last_tag(text);
	struct place place = document_place(doc, from);
	struct cursor cursor = document_cursor(doc, from);
	int in_cdata;
	const char *s = find_byte(doc, text, byte, &in_cdata);

	if (!s)
		return document_place(doc, text->parent);
	cursor_advance(&cursor, document_text(doc),
	    (size_t)(s - document_text(doc)));
	place.line = cursor.line;
	place.column = cursor.column;
	place.text = document_text(doc) + cursor.line_start;
	return place;
}

int
textplace_span(struct span *span, const struct document *doc,
    const xmlNode *text, size_t byte, size_t len)
{
	int in_cdata;
	const char *s = find_byte(doc, text, byte, &in_cdata);

	if (!s || in_cdata ||
	    strncmp(s, (const char *)text->content + byte, len))
		return -1;
	span->start = (size_t)(s - document_text(doc));
	span->end = span->start + len;
	return 0;
}
