#include "pipeline/concord_parts.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/tree.h"
#include "util/alloc.h"

const char *const facts_ordered[FACTS_ORDERED] = { "date", "dates", "time" };

/* Adds what an element says, apart from its words. */
typedef void reader(struct buf *, const xmlNode *);

static void
read_text(struct buf *out, const xmlNode *node)
{
	tree_text(out, node, NULL);
}

static void
read_decision(struct buf *out, const xmlNode *node)
{
	const char *symbol = tree_attr(node, "symbol");

	tree_text(out, node, NULL);
	if (symbol)
		buf_printf(out, " (%s)", symbol);
}

static void
read_date(struct buf *out, const xmlNode *node)
{
	buf_puts(out, tree_attr(node, "value"));
	if (tree_attr_is(node, "weekday", "yes"))
		buf_puts(out, " with its weekday");
}

static void
read_dates(struct buf *out, const xmlNode *node)
{
	buf_printf(out, "%s to %s", tree_attr(node, "start"),
	    tree_attr(node, "end"));
}

static void
read_time(struct buf *out, const xmlNode *node)
{
	buf_puts(out, tree_attr(node, "value"));
}

static void
read_ref(struct buf *out, const xmlNode *node)
{
	const char *through = tree_attr(node, "through");

	buf_puts(out, tree_attr(node, "to"));
	if (through)
		buf_printf(out, " to %s", through);
	if (tree_attr_is(node, "show", "title"))
		buf_puts(out, ", its title");
}

static void
read_noteref(struct buf *out, const xmlNode *node)
{
	buf_puts(out, tree_attr(node, "to"));
}

static void
read_url(struct buf *out, const xmlNode *node)
{
	struct buf text = BUF_INIT;

	tree_text(&text, node, NULL);
	concord_address(out, buf_string(&text));
	buf_dispose(&text);
}

/* That it is there is all that can be compared. */
static void
read_presence(struct buf *out, const xmlNode *node)
{
	(void)out, (void)node;
}

/*
 * What stands within a line.  Words in quotation marks are none in every
 * language, and so say nothing; what is in them is read all the same.
 */
static const struct {
	const char *element;
	reader *read;
	int open;	/* the words in it are those of the text */
} table[] = {
	{ "symbol",   read_text,     0 },
	{ "decision", read_decision, 0 },
	{ "date",     read_date,     0 },
	{ "dates",    read_dates,    0 },
	{ "time",     read_time,     0 },
	{ "ref",      read_ref,      0 },
	{ "noteref",  read_noteref,  0 },
	{ "url",      read_url,      0 },
	{ "work",     read_presence, 1 },
	{ "lead",     read_presence, 1 },
	{ "q",        NULL,          1 },
	{ "foreign",  NULL,          1 },
};

enum { ROWS = sizeof(table) / sizeof(*table) };

/* ROWS if it is none. */
static size_t
row_of(const xmlNode *node)
{
	size_t i = 0;

	while (i < ROWS && !tree_is(node, table[i].element))
		i++;
	return i;
}

int
facts_is_inline(const xmlNode *node)
{
	return row_of(node) < ROWS;
}

int
facts_is_open(const xmlNode *node)
{
	size_t row = row_of(node);

	return row < ROWS && table[row].open;
}

static void
add(struct facts *f, const xmlNode *node, size_t row)
{
	size_t size = grown(f->size, f->count + 1);
	struct buf value = BUF_INIT;

	if (size != f->size)
		f->list = xrealloc(f->list, size, sizeof(*f->list));
	f->size = size;
	table[row].read(&value, node);
	f->list[f->count++] = (struct fact){ table[row].element,
	    buf_detach(&value), tree_attr(node, "to"), node };
	buf_dispose(&value);
}

static void
read_element(struct facts *f, const xmlNode *node, const char *language)
{
	size_t row = row_of(node);

	if (row < ROWS && table[row].read) {
		add(f, node, row);
		f->has_text = 1;
	}
	if (row < ROWS && table[row].open)
		facts_read(f, node, language);
	else
		/* it parts the words before it from those behind it */
		buf_putc(&f->text, ';');
}

void
facts_read(struct facts *f, const xmlNode *node, const char *language)
{
	const char *text;

	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_ELEMENT_NODE) {
			read_element(f, n, language);
		} else if (n->type == XML_TEXT_NODE) {
			text = (const char *)n->content;
			numbers_read(&f->numbers, text, language, n);
			buf_puts(&f->text, text);
			f->has_text |= !tree_is_blank(text);
		}
	}
}

void
facts_dispose(struct facts *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->list[i].value);
	free(f->list);
	numbers_dispose(&f->numbers);
	buf_dispose(&f->text);
	*f = (struct facts){ .count = 0 };
}

/* 0 if their order is free. */
static size_t
rank_of(const char *kind)
{
	for (size_t i = 0; i < FACTS_ORDERED; i++)
		if (strcmp(kind, facts_ordered[i]) == 0)
			return i + 1;
	return 0;
}

/* A sum, as most may stand in another order; the others have their turn. */
uint64_t
facts_print(const struct facts *f)
{
	uint64_t sum = (uint64_t)f->has_text, print;
	uint64_t turns[FACTS_ORDERED + 1] = { 0 };
	size_t rank;

	for (size_t i = 0; i < f->count; i++) {
		rank = rank_of(f->list[i].kind);
		print = print_add(print_add(print_start(), f->list[i].kind),
		    f->list[i].value);
		sum += rank ? print * (2 * ++turns[rank] + 1) : print;
	}
	for (size_t i = 0; i < f->numbers.count; i++)
		sum += print_add(print_start(), f->numbers.list[i].value);
	return sum;
}
