#include "pipeline/nesting.h"

#include <string.h>

/* Deeper than any draft that a person indents. */
enum { DEEPEST = 64 };

struct nesting {
	size_t opened[DEEPEST];	/* where tags start */
	int depth;
};

/* How far a tag is from the start of its line; -1 if it is not its first. */
static int
indent_of(const char *text, size_t at)
{
	size_t start = at;

	while (start > 0 && strchr(" \t", text[start - 1]))
		start--;
	return start == 0 || text[start - 1] == '\n' ? (int)(at - start) : -1;
}

static size_t
behind(const char *text, size_t at, const char *word)
{
	const char *end = strstr(text + at, word);

	return end ? (size_t)(end - text) + strlen(word) :
	    at + strlen(text + at);
}

static size_t
behind_tag(const char *text, size_t at)
{
	while (text[at] && text[at] != '>') {
		if (text[at] == '"' || text[at] == '\'')
			at = behind(text, at + 1,
			    text[at] == '"' ? "\"" : "'");
		else
			at++;
	}
	return text[at] ? at + 1 : at;
}

/* Comments, CDATA and instructions; `at` itself for a tag. */
static size_t
behind_other(const char *text, size_t at)
{
	if (strncmp(text + at, "<!--", 4) == 0)
		return behind(text, at, "-->");
	if (strncmp(text + at, "<![CDATA[", 9) == 0)
		return behind(text, at, "]]>");
	return text[at + 1] == '?' ? behind(text, at, "?>") : at;
}

/* Whether an element above has the name and the indent of an end tag. */
static int
fits_above(const struct nesting *n, const char *text, size_t at)
{
	size_t len = strcspn(text + at + 2, "> \t\r\n");
	int indent = indent_of(text, at);

	for (int i = 0; i < n->depth; i++)
		if (indent_of(text, n->opened[i]) == indent &&
		    strncmp(text + n->opened[i] + 1, text + at + 2, len) == 0)
			return 1;
	return 0;
}

/*
 * 1 when an end tag stands farther left than the start tag that it closes, as
 * if it closed one above: then the former is not closed at all.  -1 when
 * nothing can be told any more.
 */
static int
close_tag(struct nesting *n, const char *text, size_t at)
{
	int start, end = indent_of(text, at);

	if (n->depth == 0)
		return -1;
	start = indent_of(text, n->opened[--n->depth]);
	return start >= 0 && end >= 0 && end < start &&
	    fits_above(n, text, at);
}

int
nesting_guess(size_t *found, const char *text, size_t from, size_t to)
{
	struct nesting n = { .depth = 0 };
	size_t at = from, end;
	int closed = 0;

	for (; at < to && closed == 0; at = end + strcspn(text + end, "<")) {
		end = behind_other(text, at);
		if (end != at)
			continue;
		end = behind_tag(text, at);
		if (text[at + 1] == '/') {
			closed = close_tag(&n, text, at);
		} else if (end > at + 1 && text[end - 2] != '/') {
			if (n.depth == DEEPEST)
				return -1;
			n.opened[n.depth++] = at;
		}
	}
	if (closed == 1)
		*found = n.opened[n.depth];
	return closed == 1 ? 0 : -1;
}
