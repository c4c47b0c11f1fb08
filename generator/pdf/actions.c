#include "pdf/actions.h"

#include "pdf/pages.h"

/* What of the catalogue, of its names and of a page does something. */
static const char *const of_catalogue[] = {
	"/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Requirements",
	"/NeedsRendering", "/Collection", NULL
};
static const char *const of_names[] = {
	"/JavaScript", "/AlternatePresentations", "/Renditions", "/Templates",
	NULL
};
static const char *const of_page[] = { "/AA", "/PresSteps", "/Trans", NULL };

static void
refuse_entries(struct pdf *pdf, qpdf_oh dict, const char *const *keys,
    int page)
{
	for (; *keys; keys++)
		if (pdf_has(pdf, dict, *keys))
			pdf_fault(pdf, MSG_ACTION, page, "%s has what does "
			    "something by itself (%s)",
			    page ? "the page" : "the PDF", *keys + 1);
}

void
actions_check(struct pdf *pdf, const struct pages *pages)
{
	qpdf_oh root = qpdf_get_root(pdf->q);

	refuse_entries(pdf, root, of_catalogue, 0);
	refuse_entries(pdf, pdf_get(pdf, root, "/Names"), of_names, 0);
	for (int i = 0; i < pages->count; i++)
		refuse_entries(pdf, pages->list[i].oh, of_page, i + 1);
}

int
action_check(struct pdf *pdf, qpdf_oh from, int page)
{
	qpdf_oh action = pdf_get(pdf, from, "/A");
	qpdf_oh type = pdf_get(pdf, action, "/S");
	const char *name = pdf_name(pdf, type);

	if (!pdf_has(pdf, from, "/AA") && !pdf_has(pdf, action, "/Next") &&
	    (!name || pdf_is_name(pdf, type, "GoTo") ||
	    pdf_is_name(pdf, type, "URI")))
		return 0;
	pdf_fault(pdf, MSG_ACTION, page, "a link or a row of the outline does "
	    "more than to lead somewhere (%s)", name ? name : "AA");
	return -1;
}
