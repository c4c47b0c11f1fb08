#include <string.h>

#include "pipeline/mend.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"

/* Quotation marks: <q> makes those of the language, on both sides. */

/* That of "(cont'd)" is told with the word. */
static int
has_straight_mark(const xmlNode *text)
{
	const char *content = (const char *)text->content;

	return strpbrk(content, "'\"") && !strcasestr(content, "(cont'd)");
}

/* Once for each element: the text before has been asked already. */
void
rule_quotes(struct rules *r, const xmlNode *text)
{
	const char *words = (const char *)text->content;
	const xmlNode *n = text->prev;

	if (!has_straight_mark(text))
		return;
	while (n && (n->type != XML_TEXT_NODE || !has_straight_mark(n)))
		n = n->prev;
	if (n)
		return;
	rules_report_text(r, MSG_QUOTES, text,
	    rules_span(words, strpbrk(words, "'\""), 1),
	    "a straight quotation mark or apostrophe: use <q> for what is "
	    "quoted, and ’ for an apostrophe");
	for (n = text; n; n = n->next)
		if (n->type == XML_TEXT_NODE)
			mend_quotes(r, n);
}

/* Marks that a language does not use; with <q>, its own are made. */
static const struct {
	const char *language, *marks[8];
} foreign[] = {
	{ "en", { "«", "»", "„", "‹", "›" } },
	{ "es", { "„", "‹", "›" } },
	{ "fr", { "„", "‹", "›" } },
	{ "zh", { "«", "»", "„", "‹", "›" } },
	{ "ru", { "‹", "›", "”" } },
};

/* Those of the document's language; NULL if there are none. */
static const char *const *
foreign_marks(const struct rules *r)
{
	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
		if (rules_in(r, foreign[i].language))
			return foreign[i].marks;
	return NULL;
}

/* Whether the text goes on with a mark: most letters differ at once. */
static int
goes_on(const char *s, const char *mark)
{
	return *s == *mark && strncmp(s, mark, strlen(mark)) == 0;
}

static size_t
foreign_len(const char *const *marks, const char *s)
{
	for (; marks && *marks; marks++)
		if (goes_on(s, *marks))
			return strlen(*marks);
	return 0;
}

/* Once for each text: what is opened is closed again. */
void
rule_foreign_quotes(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content;
	const char *const *marks = foreign_marks(r);
	size_t len;

	for (const char *s = text; *s; s++) {
		len = (unsigned char)*s < 0x80 ? 0 : foreign_len(marks, s);
		if (!len)
			continue;
		rules_report_text(r, MSG_FOREIGN_QUOTES, node,
		    rules_span(text, s, len), "'%.*s' is a quotation mark "
		    "of another language: use <q>, which makes the marks",
		    (int)len, s);
		return;
	}
}

/* The marks of a language that stand in pairs, so far as they are typed. */
static const struct pair {
	const char *language, *open, *close;
} pairs[] = {
	{ "en", "“", "”" },
	{ "es", "«", "»" }, { "es", "“", "”" },
	{ "fr", "«", "»" }, { "fr", "“", "”" },
	{ "ru", "«", "»" }, { "ru", "„", "“" },
	{ "zh", "“", "”" }, { "zh", "《", "》" },
	{ "ar", "«", "»" },
};

/* A mark in a text. */
struct mark {
	const xmlNode *text;	/* NULL: there is none */
	const char *at;
};

/* What a block has of one pair. */
struct balance {
	const struct pair *pair;
	struct mark opened;	/* the first of those that are open */
	struct mark closed;	/* the first that closed nothing */
	int depth;
	int is_foreign;		/* it has other marks, which are told */
};

/* Whether nothing but white space is before it in the block. */
static int
starts_block(const xmlNode *text, const char *s)
{
	const char *content = (const char *)text->content;

	return !text->prev && content + strspn(content, " \t\r\n") == s;
}

static void
look_through(const struct rules *r, struct balance *b, const xmlNode *text)
{
	const char *open = b->pair->open, *close = b->pair->close;
	const char *const *marks = foreign_marks(r);

	for (const char *s = (const char *)text->content; *s; s++) {
		if ((unsigned char)*s < 0x80)
			continue;
		b->is_foreign |= foreign_len(marks, s) > 0;
		if (goes_on(s, open)) {
			if (b->depth++ == 0)
				b->opened = (struct mark){ text, s };
		} else if (goes_on(s, close)) {
			if (b->depth)
				b->depth--;
			else if (!b->closed.text)
				b->closed = (struct mark){ text, s };
		}
	}
}

/* Who quotes several paragraphs opens each of them, and closes the last. */
static void
report_lone(struct rules *r, const struct mark *m, const char *mark,
    const char *what)
{
	if (m->text && !starts_block(m->text, m->at))
		rules_report_text(r, MSG_LONE_QUOTE, m->text,
		    rules_span((const char *)m->text->content, m->at,
		    strlen(mark)), "'%s' %s in this text: put what is quoted "
		    "into <q>", mark, what);
}

/* A note is a block of its own. */
static int
is_of_block(const xmlNode *text, const xmlNode *block)
{
	const xmlNode *n = text->parent;

	while (n != block && !tree_is(n, "note"))
		n = n->parent;
	return n == block;
}

void
rule_pairs(struct rules *r, const xmlNode *block)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct balance b = { .pair = &pairs[i] };

		if (!rules_in(r, pairs[i].language))
			continue;
		for (const xmlNode *n = block; n; n = tree_walk(n, block))
			if (n->type == XML_TEXT_NODE && is_of_block(n, block))
				look_through(r, &b, n);
		if (b.is_foreign)
			continue;
		report_lone(r, &b.closed, pairs[i].close, "closes nothing");
		if (b.depth)
			report_lone(r, &b.opened, pairs[i].open,
			    "is not closed");
	}
}
