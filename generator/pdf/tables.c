#include <string.h>

#include "pdf/elements.h"
#include "pdf/structure.h"

/* No table of a page has more columns. */
enum { COLUMNS = 200, ROWS = 10000 };

/* A table while its rows are counted. */
struct grid {
	struct pdf *pdf;
	const struct structure *tree;
	const struct element *table;
	long width;		/* of the first row; 0: none yet */
	long below[COLUMNS];	/* how many rows a cell still covers there */
	int wrong;
};

/* A cell covers at least itself, and no more than there can be. */
static long
span_of(const struct grid *g, const struct element *cell, const char *key,
    long most)
{
	long span = pdf_integer(g->pdf, element_attribute(g->pdf, cell, key),
	    1);

	return span < 1 ? 1 : span > most ? most : span;
}

/* Places a cell at the first free column from `at`; where it ends. */
static long
place_cell(struct grid *g, const struct element *cell, long at)
{
	long columns = span_of(g, cell, "/ColSpan", COLUMNS);
	long rows = span_of(g, cell, "/RowSpan", ROWS);

	while (at < COLUMNS && g->below[at] > 0)
		at++;
	for (long i = 0; i < columns && at < COLUMNS; i++, at++) {
		g->wrong |= g->below[at] > 0;	/* two cells in one place */
		g->below[at] = rows;
	}
	return at;
}

static void
count_row(struct grid *g, const struct element *row)
{
	const struct structure *t = g->tree;
	const struct kid *kid;
	long at = 0, width = 0;

	for (kid = structure_kid(t, row->first); kid;
	    kid = structure_kid(t, kid->next))
		if (kid->kind == KID_ELEMENT)
			at = place_cell(g, &t->elements[kid->element], at);
	/* its own cells, and those of rows above that hang into it */
	for (long i = 0; i < COLUMNS; i++)
		if (g->below[i] > 0) {
			width++;
			g->below[i]--;
		}
	if (g->width && width != g->width)
		g->wrong = 1;
	g->width = width;
}

static void
count_rows(struct grid *g, const struct element *e)
{
	const struct structure *t = g->tree;

	for (const struct kid *kid = structure_kid(t, e->first); kid;
	    kid = structure_kid(t, kid->next)) {
		const struct element *inner;

		if (kid->kind != KID_ELEMENT)
			continue;
		inner = &t->elements[kid->element];
		if (strcmp(inner->role, "TR") == 0)
			count_row(g, inner);
		else if (e == g->table && inner->role[0] == 'T')
			count_rows(g, inner);	/* THead, TBody, TFoot */
	}
}

static int
hangs_out(const struct grid *g)
{
	for (int i = 0; i < COLUMNS; i++)
		if (g->below[i] > 0)
			return 1;
	return 0;
}

void
tables_check(struct pdf *pdf, const struct structure *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		struct grid g = { .pdf = pdf, .tree = tree };

		g.table = &tree->elements[i];
		if (strcmp(g.table->role, "Table"))
			continue;
		count_rows(&g, g.table);
		if (g.wrong || hangs_out(&g))
			pdf_fault(pdf, MSG_TABLE_GRID,
			    element_page(tree, g.table), "the rows of a table "
			    "do not have the same number of cells");
	}
}
