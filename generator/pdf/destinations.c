#include "pdf/destinations.h"

#include <stdlib.h>

#include "pdf/actions.h"
#include "pdf/trees.h"
#include "util/alloc.h"

/* A place on a page is an array that starts with the page. */
static int
is_place(const struct pdf *pdf, qpdf_oh oh)
{
	if (pdf_has(pdf, oh, "/D"))
		oh = pdf_get(pdf, oh, "/D");
	return pdf_count(pdf, oh) > 0 &&
	    pdf_is_name(pdf, pdf_get(pdf, pdf_item(pdf, oh, 0), "/Type"),
	    "Page");
}

static int
is_destination(struct pdf *pdf, qpdf_oh oh, const struct tree_rows *names)
{
	const char *name = pdf_text(pdf, oh);
	const struct tree_row *row;

	if (!name)
		return is_place(pdf, oh);
	row = tree_name_row(names, name);
	return row && is_place(pdf, row->value);
}

int
leads_somewhere(struct pdf *pdf, qpdf_oh from, const struct tree_rows *names)
{
	qpdf_oh action = pdf_get(pdf, from, "/A");
	const char *address;

	if (pdf_has(pdf, from, "/Dest"))
		return is_destination(pdf, pdf_get(pdf, from, "/Dest"),
		    names);
	if (pdf_is_name(pdf, pdf_get(pdf, action, "/S"), "GoTo"))
		return is_destination(pdf, pdf_get(pdf, action, "/D"), names);
	address = pdf_text(pdf, pdf_get(pdf, action, "/URI"));
	return address && *address;
}

struct walk {
	struct pdf *pdf;
	const struct tree_rows *names;
	unsigned char *seen;
	int rows;
};

static void
check_row(struct walk *w, qpdf_oh row)
{
	const char *title = pdf_text(w->pdf, pdf_get(w->pdf, row, "/Title"));

	w->rows++;
	if (!title || !*title)
		pdf_fault(w->pdf, MSG_OUTLINE, 0,
		    "row %d of the outline has no title", w->rows);
	else if (action_check(w->pdf, row, 0) == 0 &&
	    !leads_somewhere(w->pdf, row, w->names))
		pdf_fault(w->pdf, MSG_DESTINATION, 0,
		    "the row '%s' of the outline leads nowhere", title);
}

/* The rows below one.  -1 if there is no end. */
static int
walk_rows(struct walk *w, qpdf_oh above, int depth)
{
	qpdf_oh row = pdf_get(w->pdf, above, "/First");

	for (; !pdf_is_null(w->pdf, row); row = pdf_get(w->pdf, row, "/Next")) {
		int object = pdf_id(w->pdf, row);

		if (object <= 0 || object >= w->pdf->objects ||
		    w->seen[object] || depth > PDF_DEPTH)
			return -1;
		w->seen[object] = 1;
		check_row(w, row);
		if (walk_rows(w, row, depth + 1) < 0)
			return -1;
	}
	return 0;
}

int
outline_check(struct pdf *pdf, const struct tree_rows *names, int headings)
{
	struct walk w = { pdf, names, xcalloc((size_t)pdf->objects, 1), 0 };
	qpdf_oh root = qpdf_get_root(pdf->q);

	if (walk_rows(&w, pdf_get(pdf, root, "/Outlines"), 0) < 0)
		pdf_fault(pdf, MSG_PDF_LOOP, 0,
		    "the outline leads back to itself");
	else if (!w.rows && headings)
		pdf_fault(pdf, MSG_OUTLINE, 0, "there is no outline");
	free(w.seen);
	return w.rows;
}
