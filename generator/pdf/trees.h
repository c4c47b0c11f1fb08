#ifndef PDF_TREES_H
#define PDF_TREES_H

#include "pdf/pdf.h"

/* A row of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7). */
struct tree_row {
	const char *name;	/* NULL in a number tree */
	long number;
	qpdf_oh value;
};

struct tree_rows {
	struct tree_row *list;	/* sorted */
	size_t count, size;
};

/* Reads all rows.  A tree that never ends is a fault, and `what` names it. */
void tree_names(struct tree_rows *, struct pdf *, qpdf_oh, const char *what);
void tree_numbers(struct tree_rows *, struct pdf *, qpdf_oh,
	const char *what);

/* NULL if there is no such row. */
const struct tree_row *tree_name_row(const struct tree_rows *, const char *);
const struct tree_row *tree_number(const struct tree_rows *, long);

void tree_rows_dispose(struct tree_rows *);

#endif
