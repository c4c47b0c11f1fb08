#include "pipeline/mend.h"

#include <ctype.h>
#include <libxml/tree.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/symbol.h"
#include "pipeline/textplace.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/diag.h"

void
mend_text(struct rules *r, const xmlNode *text, struct span bytes,
    const char *with)
{
	struct span span;

	if (textplace_span(&span, r->doc, text, bytes.start,
	    bytes.end - bytes.start) == 0)
		diag_fix(r->diag, span.start, span.end, with);
}

static void
mend_byte(struct rules *r, const xmlNode *text, size_t byte, const char *with)
{
	mend_text(r, text, (struct span){ byte, byte + 1 }, with);
}

/* A byte of a letter; all that is no ASCII counts as one. */
static int
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static void
mend_apostrophes(struct rules *r, const xmlNode *text, const char *s)
{
	for (size_t i = 1; s[0] && s[i]; i++)
		if (s[i] == '\'' && is_letter(s[i - 1]) && is_letter(s[i + 1]))
			mend_byte(r, text, i, "\u2019");
}

/* Where what is quoted may start, and where it may end. */
static int
is_pair(const char *s, size_t open, size_t close)
{
	return (open == 0 || strchr(" \t\r\n(", s[open - 1])) &&
	    close > open + 1 && !isspace((unsigned char)s[open + 1]) &&
	    !isspace((unsigned char)s[close - 1]) && !is_letter(s[close + 1]);
}

static size_t
next_mark(const char *s, size_t from)
{
	return from + strcspn(s + from, "\"");
}

/* All marks of the text are paired, or none is touched. */
static int
are_paired(const char *s)
{
	size_t open = next_mark(s, 0), close;

	for (; s[open]; open = next_mark(s, close + 1)) {
		close = next_mark(s, open + 1);
		if (!s[close] || !is_pair(s, open, close))
			return 0;
	}
	return 1;
}

static void
mend_marks(struct rules *r, const xmlNode *text, const char *s)
{
	size_t i = next_mark(s, 0);

	for (int is_open = 1; s[i]; i = next_mark(s, i + 1)) {
		mend_byte(r, text, i, is_open ? "<q>" : "</q>");
		is_open = !is_open;
	}
}

void
mend_quotes(struct rules *r, const xmlNode *text)
{
	const char *s = (const char *)text->content;

	mend_apostrophes(r, text, s);
	/* elsewhere, <q> may not stand */
	if ((tree_is(text->parent, "p") || tree_is(text->parent, "title")) &&
	    are_paired(s))
		mend_marks(r, text, s);
}

/* Whether a modifier's word ends just before its number. */
static int
lacks_stop(const char *symbol, size_t at)
{
	static const char *const words[] = { "/Add", "/Corr", "/Rev" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t len = strlen(words[i]);

		if (at >= len && isdigit((unsigned char)symbol[at]) &&
		    strncmp(symbol + at - len, words[i], len) == 0)
			return 1;
	}
	return 0;
}

static int
find_symbol(struct span *span, const struct rules *r, const xmlNode *node,
    const char *attribute, const char *symbol)
{
	const xmlNode *text = node->children;
	const char *found;

	if (attribute)
		return document_value(span, r->doc, node, attribute);
	if (!text || text->next || text->type != XML_TEXT_NODE)
		return -1;
	found = strstr((const char *)text->content, symbol);
	return found ? textplace_span(span, r->doc, text,
	    (size_t)(found - (const char *)text->content), strlen(symbol)) :
	    -1;
}

void
mend_symbol(struct rules *r, const xmlNode *node, const char *attribute,
    const char *symbol)
{
	struct buf mended = BUF_INIT, why = BUF_INIT;
	struct span span;

	for (size_t i = 0; symbol[i]; i++) {
		if (lacks_stop(symbol, i))
			buf_putc(&mended, '.');
		buf_putc(&mended, symbol[i]);
	}
	if (symbol_check(&why, buf_string(&mended)) == 0 &&
	    find_symbol(&span, r, node, attribute, symbol) == 0)
		diag_fix(r->diag, span.start, span.end, mended.data);
	buf_dispose(&mended);
	buf_dispose(&why);
}
