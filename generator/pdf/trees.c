#include "pdf/trees.h"

#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"

/* More than any document has: each node has dozens of rows. */
enum { DEEPEST = 20, MOST_NODES = 100000 };

struct walk {
	struct tree_rows *rows;
	struct pdf *pdf;
	const char *key;	/* "/Names" or "/Nums" */
	int nodes;
};

static void
add_row(struct walk *w, qpdf_oh key, qpdf_oh value)
{
	struct tree_rows *r = w->rows;
	size_t size = grown(r->size, r->count + 1);
	const char *name = pdf_text(w->pdf, key);

	if (size != r->size)
		r->list = xrealloc(r->list, size, sizeof(*r->list));
	r->size = size;
	r->list[r->count++] = (struct tree_row){
		.name = name, .number = pdf_integer(w->pdf, key, -1),
		.value = value
	};
}

/* -1 if there is no end. */
static int
walk(struct walk *w, qpdf_oh node, int depth)
{
	qpdf_oh kids = pdf_get(w->pdf, node, "/Kids");
	qpdf_oh rows = pdf_get(w->pdf, node, w->key);
	int ret = 0;

	if (depth > DEEPEST || w->nodes++ > MOST_NODES)
		return -1;
	for (int i = 0; i + 1 < pdf_count(w->pdf, rows); i += 2)
		add_row(w, pdf_item(w->pdf, rows, i),
		    pdf_item(w->pdf, rows, i + 1));
	for (int i = 0; ret == 0 && i < pdf_count(w->pdf, kids); i++)
		ret = walk(w, pdf_item(w->pdf, kids, i), depth + 1);
	return ret;
}

static int
compare_names(const void *left, const void *right)
{
	const struct tree_row *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static int
compare_numbers(const void *left, const void *right)
{
	const struct tree_row *a = left, *b = right;

	return (a->number > b->number) - (a->number < b->number);
}

static void
read_rows(struct walk *w, qpdf_oh root, const char *what)
{
	*w->rows = (struct tree_rows){ .count = 0 };
	if (walk(w, root, 0) < 0)
		pdf_fault(w->pdf, MSG_PDF_LOOP, 0, "the tree of %s leads back "
		    "to itself", what);
}

void
tree_names(struct tree_rows *rows, struct pdf *pdf, qpdf_oh root,
    const char *what)
{
	struct walk w = { .rows = rows, .pdf = pdf, .key = "/Names" };

	read_rows(&w, root, what);
	for (size_t i = 0; i < rows->count; i++)
		if (!rows->list[i].name)
			rows->list[i].name = "";
	if (rows->count)
		qsort(rows->list, rows->count, sizeof(*rows->list),
		    compare_names);
}

void
tree_numbers(struct tree_rows *rows, struct pdf *pdf, qpdf_oh root,
    const char *what)
{
	struct walk w = { .rows = rows, .pdf = pdf, .key = "/Nums" };

	read_rows(&w, root, what);
	if (rows->count)
		qsort(rows->list, rows->count, sizeof(*rows->list),
		    compare_numbers);
}

static const struct tree_row *
find(const struct tree_rows *rows, const struct tree_row *key,
    int (*compare)(const void *, const void *))
{
	return rows->count ? bsearch(key, rows->list, rows->count,
	    sizeof(*rows->list), compare) : NULL;
}

const struct tree_row *
tree_name_row(const struct tree_rows *rows, const char *name)
{
	return find(rows, &(struct tree_row){ .name = name }, compare_names);
}

const struct tree_row *
tree_number(const struct tree_rows *rows, long number)
{
	return find(rows, &(struct tree_row){ .number = number },
	    compare_numbers);
}

void
tree_rows_dispose(struct tree_rows *rows)
{
	free(rows->list);
}
