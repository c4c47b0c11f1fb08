/* Where attributes stand in the drafter's text: the parser does not tell. */

#include <ctype.h>
#include <libxml/tree.h>
#include <string.h>

#include "pipeline/document.h"
#include "util/cursor.h"
#include "util/place.h"

/* Just behind the value in quotes at or after `s`. */
static const char *
skip_value(const char *s)
{
	const char *quote = s + strcspn(s, "\"'");
	const char *end = *quote ? strchr(quote + 1, *quote) : NULL;

	return end ? end + 1 : s + strlen(s);
}

/* No element of ours has a tenth of them. */
enum { MOST_ATTRIBUTES = 100, SHORTEST = sizeof(" a=''") - 1 };

static int
is_crowded(const char *tag, const char *end)
{
	const char *s = tag + 1;
	int count = 0;

	/* no comment, and no end tag */
	if (!isalpha((unsigned char)*s) && (unsigned char)*s < 0x80)
		return 0;
	for (s += strcspn(s, "=>"); s < end && *s == '=';
	    s += strcspn(s, "=>")) {
		if (++count > MOST_ATTRIBUTES)
			return 1;
		s = skip_value(s);
	}
	return 0;
}

int
document_crowded_tag(size_t *offset, const char *text)
{
	const char *tag = strchr(text, '<'), *next;

	for (; tag; tag = next) {
		const char *end;

		next = strchr(tag + 1, '<');
		end = next ? next : tag + strlen(tag);
		if (end - tag > MOST_ATTRIBUTES * SHORTEST &&
		    is_crowded(tag, end)) {
			*offset = (size_t)(tag - text);
			return 1;
		}
	}
	return 0;
}

/* Where an attribute's name starts in its tag; NULL if it is not there. */
static const char *
find_attr(const struct document *doc, const xmlNode *node, const char *name)
{
	static const char white[] = " \t\r\n", ends[] = " \t\r\n=/>";
	const char *s = document_text(doc) + document_offset(doc, node);
	size_t len;

	if (*s != '<')
		return NULL;	/* no tag made the node */
	s += strcspn(s, ends);
	for (s += strspn(s, white); *s && !strchr("/>", *s);
	    s += strspn(s, white)) {
		len = strcspn(s, ends);
		if (len == strlen(name) && strncmp(s, name, len) == 0)
			return s;
		s = skip_value(s + len);
	}
	return NULL;
}

struct place
document_place_attr(const struct document *doc, const xmlNode *node,
    const char *name)
{
	const char *text = document_text(doc);
	const char *s = find_attr(doc, node, name);
	struct place place = document_place(doc, node);
	struct cursor at = document_cursor(doc, node);

	if (!s)
		return place;
	cursor_advance(&at, text, (size_t)(s - text));
	place.line = at.line;
	place.column = at.column;
	place.text = text + at.line_start;
	cursor_advance(&at, text, (size_t)(skip_value(s) - text));
	place.length = at.line == place.line ? at.column - place.column : 0;
	return place;
}

int
document_value(struct span *span, const struct document *doc,
    const xmlNode *node, const char *name)
{
	const char *s = find_attr(doc, node, name);

	if (!s)
		return -1;
	span->start = (size_t)(s - document_text(doc)) + strcspn(s, "\"'") + 1;
	span->end = (size_t)(skip_value(s) -
	    document_text(doc)) - 1;
	return 0;
}
