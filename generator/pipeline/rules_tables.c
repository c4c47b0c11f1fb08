#include <stdlib.h>
#include <string.h>

#include "pipeline/notation.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"

/* More columns, or rows that one cell covers, than any page can hold. */
enum { MOST = 9999 };

/* The rows of a head or of a body, as they are filled from above. */
struct grid {
	struct rules *r;
	int columns;
	int *covered;	/* of each column: rows still covered from above */
	int rows;	/* from this one to the last, with it */
};

/* "2", "1.5" */
static int
is_share(const char *s)
{
	size_t len = strspn(s, "0123456789"), rest;

	if (!len || len > 4 || strspn(s, "0.") == strlen(s))
		return 0;
	if (!s[len])
		return 1;
	rest = strspn(s + len + 1, "0123456789");
	return s[len] == '.' && rest && rest <= 4 && !s[len + 1 + rest];
}

void
rule_column(struct rules *r, const xmlNode *node)
{
	if (!is_share(tree_attr(node, "width")))
		rules_report_attr(r, MSG_VALUE, node, "width", "'%s' is no "
		    "share of a table: it must be a number, as in 2 or 1.5",
		    tree_attr(node, "width"));
}

static int
count(const xmlNode *parent, const char *name)
{
	const xmlNode *n = tree_child(parent, name);
	int number = 0;

	for (; n; n = tree_next(n, name))
		number++;
	return number;
}

static int
check_count(struct rules *r, const xmlNode *cell, const char *attribute)
{
	const char *value = tree_attr(cell, attribute);

	if (notation_number(value, 1, MOST))
		return 0;
	rules_report_attr(r, MSG_VALUE, cell, attribute, "'%s' is no number "
	    "of %s: it must be as in 2", value, attribute);
	return -1;
}

/* Whether all cells say in numbers what they cover. */
static int
check_counts(struct rules *r, const xmlNode *table)
{
	int ret = 0;

	for (const xmlNode *n = table; n; n = tree_walk(n, table))
		if (tree_is(n, "cell"))
			ret |= check_count(r, n, "columns") |
			    check_count(r, n, "rows");
	return ret;
}

/* Puts a cell at a column; -1, after a message, if it has no room there. */
static int
place_cell(struct grid *g, const xmlNode *cell, int column)
{
	int columns = atoi(tree_attr(cell, "columns"));
	int rows = atoi(tree_attr(cell, "rows"));

	if (rows > g->rows) {
		rules_report_attr(g->r, MSG_SPAN, cell, "rows", "this cell "
		    "covers %d rows, but there are only %d from here", rows,
		    g->rows);
		return -1;
	}
	for (int i = column; i < column + columns; i++) {
		if (i < g->columns && !g->covered[i]) {
			g->covered[i] = rows;
			continue;
		}
		rules_report_attr(g->r, MSG_SPAN, cell, "columns", "this cell "
		    "covers %d columns, but there is room for only %d",
		    columns, i - column);
		return -1;
	}
	return columns;
}

/* The first column from `column` that nothing covers. */
static int
next_free(const struct grid *g, int column)
{
	while (column < g->columns && g->covered[column])
		column++;
	return column;
}

static int
check_row(struct grid *g, const xmlNode *row)
{
	const xmlNode *cell = tree_child(row, "cell");
	int column = next_free(g, 0), columns;

	for (; cell && column < g->columns; cell = tree_next(cell, "cell")) {
		columns = place_cell(g, cell, column);
		if (columns < 0)
			return -1;
		column = next_free(g, column + columns);
	}
	if (cell)
		rules_report(g->r, MSG_ROW, cell, "this cell is one too many: "
		    "the table has only %d columns", g->columns);
	else if (column < g->columns)
		rules_report(g->r, MSG_ROW, row, "this row ends after %d of "
		    "the %d columns of its table", column, g->columns);
	for (int i = 0; i < g->columns; i++)
		g->covered[i] -= g->covered[i] > 0;
	g->rows--;
	return 0;
}

/* What follows a cell that has no room is wrong in turn, and is not said. */
static void
check_grid(struct rules *r, const xmlNode *parent, int columns)
{
	struct grid g = { r, columns, xcalloc((size_t)columns, sizeof(int)),
	    count(parent, "row") };
	const xmlNode *row = tree_child(parent, "row");

	while (row && check_row(&g, row) == 0)
		row = tree_next(row, "row");
	free(g.covered);
}

void
rule_table(struct rules *r, const xmlNode *node)
{
	int columns = count(node, "column");
	const xmlNode *head = tree_child(node, "head");

	if (check_counts(r, node) < 0)
		return;
	if (head)
		check_grid(r, head, columns);
	check_grid(r, node, columns);
}
