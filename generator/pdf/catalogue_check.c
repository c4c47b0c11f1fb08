#include <string.h>

#include "pdf/elements.h"
#include "pdf/metadata.h"
#include "util/buf.h"

static void
check_language(struct pdf *pdf, qpdf_oh root)
{
	const char *language = pdf_text(pdf, pdf_get(pdf, root, "/Lang"));

	if (!language || !*language)
		pdf_fault(pdf, MSG_LANGUAGE, 0,
		    "the PDF does not say its language (Lang)");
	else
		language_check(pdf, language, 0);
}

/* A profile of a screen (ISO 15076-1, 7.2: the header): what the colours of all
 * pages need. */
static int
is_of_screen(struct pdf *pdf, qpdf_oh profile)
{
	struct buf bytes = BUF_INIT;
	int ret = pdf_integer(pdf, pdf_get(pdf, profile, "/N"), 0) == 3 &&
	    pdf_stream(&bytes, pdf, profile) == 0 && bytes.len >= 128 &&
	    memcmp(bytes.data + 16, "RGB ", 4) == 0 &&
	    memcmp(bytes.data + 36, "acsp", 4) == 0;

	buf_dispose(&bytes);
	return ret;
}

/* An output intent of PDF/A with its profile. */
static int
has_intent(struct pdf *pdf, qpdf_oh root)
{
	qpdf_oh intents = pdf_get(pdf, root, "/OutputIntents");

	for (int i = 0; i < pdf_count(pdf, intents); i++) {
		qpdf_oh one = pdf_item(pdf, intents, i);

		if (pdf_is_name(pdf, pdf_get(pdf, one, "/S"), "GTS_PDFA1") &&
		    is_of_screen(pdf, pdf_get(pdf, one, "/DestOutputProfile")))
			return 1;
	}
	return 0;
}

static void
need(struct pdf *pdf, int is_there, const char *what)
{
	if (!is_there)
		pdf_fault(pdf, MSG_PDF_ENTRY, 0, "the PDF lacks %s", what);
}

void
catalogue_check(struct pdf *pdf)
{
	qpdf_oh root = qpdf_get_root(pdf->q);
	qpdf_oh trailer = qpdf_get_trailer(pdf->q);
	const char *version = qpdf_get_pdf_version(pdf->q);

	if (strcmp(version, "1.7"))
		pdf_fault(pdf, MSG_PDF_VERSION, 0,
		    "the PDF is of version %s, and not 1.7", version);
	if (qpdf_is_encrypted(pdf->q))
		pdf_fault(pdf, MSG_PDF_ENTRY, 0, "the PDF is encrypted");
	need(pdf, pdf_is_true(pdf, pdf_get(pdf, pdf_get(pdf, root,
	    "/MarkInfo"), "/Marked")), "the mark that it is tagged "
	    "(MarkInfo)");
	need(pdf, !pdf_is_true(pdf, pdf_get(pdf, pdf_get(pdf, root,
	    "/MarkInfo"), "/Suspects")), "tags that it does not call doubtful "
	    "itself (Suspects)");
	need(pdf, pdf_is_true(pdf, pdf_get(pdf, pdf_get(pdf, root,
	    "/ViewerPreferences"), "/DisplayDocTitle")), "the wish that its "
	    "title is shown (DisplayDocTitle)");
	need(pdf, has_intent(pdf, root),
	    "its colour space (OutputIntents)");
	need(pdf, pdf_count(pdf, pdf_get(pdf, trailer, "/ID")) == 2,
	    "its identifier (ID)");
	check_language(pdf, root);
}
