#include <string.h>

#include "pdf/colours.h"
#include "pdf/scan.h"

/*
 * What an archive cannot count on to look the same everywhere (ISO 19005-3,
 * 6.2.5 to 6.2.10), and what hides something behind something else, which that
 * standard allows and no document has.
 */
static void
refuse(struct scan *s, const char *what)
{
	if (!s->told_graphics)
		pdf_fault(s->pdf, MSG_GRAPHICS, s->page->number, "what the "
		    "page shows depends on the reader: %s", what);
	s->told_graphics = 1;
}

void
scan_ink(struct scan *s)
{
	if (!s->told_colour)
		pdf_fault(s->pdf, MSG_COLOUR, s->page->number,
		    "a colour is one of printing (CMYK), and not of the PDF's "
		    "colour space");
	s->told_colour = 1;
}

static void
check_space(struct scan *s, qpdf_oh space)
{
	if (colours_are_printing(s->pdf, space))
		scan_ink(s);
}

/* A name of a space in the content: of one that has one, or of a resource. */
static void
check_space_name(struct scan *s, const char *name)
{
	if (colour_is_printing(name))
		scan_ink(s);
	else
		check_space(s, scan_resource(s, "/ColorSpace", name));
}

void
scan_colour_space(struct scan *s)
{
	check_space_name(s, scan_name(s));
}

static void
check_intent(struct scan *s, const char *intent)
{
	if (strcmp(intent, "RelativeColorimetric") &&
	    strcmp(intent, "AbsoluteColorimetric") &&
	    strcmp(intent, "Perceptual") && strcmp(intent, "Saturation"))
		refuse(s, "a rendering intent is none that there is");
}

void
scan_intent(struct scan *s)
{
	check_intent(s, scan_name(s));
}

static void
check_intent_of(struct scan *s, qpdf_oh dict, const char *key)
{
	qpdf_oh intent = pdf_get(s->pdf, dict, key);

	if (!pdf_is_null(s->pdf, intent)) {
		const char *name = pdf_name(s->pdf, intent);

		check_intent(s, name ? name : "");
	}
}

/* Whether an entry is there, and not of the one name that changes nothing. */
static int
says_other(const struct scan *s, qpdf_oh dict, const char *key,
    const char *nothing)
{
	qpdf_oh oh = pdf_get(s->pdf, dict, key);

	return !pdf_is_null(s->pdf, oh) && !pdf_is_name(s->pdf, oh, nothing);
}

static int
is_not_one(const struct scan *s, qpdf_oh dict, const char *key)
{
	qpdf_oh oh = pdf_get(s->pdf, dict, key);

	return !pdf_is_null(s->pdf, oh) &&
	    (!qpdf_oh_is_number(s->pdf->q, oh) ||
	    qpdf_oh_get_numeric_value(s->pdf->q, oh) != 1.0);
}

void
scan_state(struct scan *s)
{
	qpdf_oh state = scan_resource(s, "/ExtGState", scan_name(s));

	if (pdf_is_null(s->pdf, state))
		scan_damaged(s, "it names a graphics state that is not there");
	if (pdf_has(s->pdf, state, "/TR") || pdf_has(s->pdf, state, "/HTP") ||
	    pdf_has(s->pdf, state, "/HT") ||
	    says_other(s, state, "/TR2", "Default"))
		refuse(s, "it is set for one printer (TR, HT)");
	if (says_other(s, state, "/SMask", "None") ||
	    is_not_one(s, state, "/CA") || is_not_one(s, state, "/ca") ||
	    (says_other(s, state, "/BM", "Normal") &&
	    says_other(s, state, "/BM", "Compatible")))
		refuse(s, "something is seen through something else");
	check_intent_of(s, state, "/RI");
}

/* A picture or a form, by its dictionary. */
void
scan_check_object(struct scan *s, qpdf_oh oh)
{
	const struct pdf *pdf = s->pdf;

	check_space(s, pdf_get(pdf, oh, "/ColorSpace"));
	check_space(s, pdf_get(pdf, pdf_get(pdf, oh, "/Group"), "/CS"));
	check_intent_of(s, oh, "/Intent");
	if (pdf_is_true(pdf, pdf_get(pdf, oh, "/Interpolate")))
		refuse(s, "a picture has points of the reader's (Interpolate)");
	if (pdf_has(pdf, oh, "/SMask"))
		refuse(s, "something is seen through something else");
	if (pdf_has(pdf, oh, "/Alternates") || pdf_has(pdf, oh, "/OPI") ||
	    pdf_has(pdf, oh, "/Ref") || pdf_has(pdf, oh, "/PS") ||
	    pdf_is_name(pdf, pdf_get(pdf, oh, "/Subtype"), "PS") ||
	    pdf_is_name(pdf, pdf_get(pdf, oh, "/Subtype2"), "PS"))
		refuse(s, "a picture has another one in its place");
}

/* A picture that stands in the content: what is between BI and ID. */
void
scan_check_inline(struct scan *s)
{
	const char *key = "";

	for (size_t i = 0; i < s->operand_count; i++) {
		const char *word = lexer_text(&s->lexer, &s->operands[i]);

		if (s->operands[i].type == TOKEN_WORD) {
			if (strcmp(word, "true") == 0 &&
			    (strcmp(key, "I") == 0 ||
			    strcmp(key, "Interpolate") == 0))
				refuse(s, "a picture has points of the "
				    "reader's (Interpolate)");
		} else if (s->operands[i].type == TOKEN_NAME) {
			key = word;
			check_space_name(s, word);
		}
	}
}

void
scan_shading(struct scan *s)
{
	scan_paint(s);
	check_space(s, pdf_get(s->pdf, scan_resource(s, "/Shading",
	    scan_name(s)), "/ColorSpace"));
}

/* What is painted with: of a pattern the space, or what it shows. */
void
scan_pattern(struct scan *s)
{
	const struct token *t = scan_last(s, TOKEN_NAME);
	qpdf_oh pattern;

	if (!t)
		return;
	pattern = scan_resource(s, "/Pattern", lexer_text(&s->lexer, t));
	check_space(s, pdf_get(s->pdf, pdf_get(s->pdf, pattern, "/Shading"),
	    "/ColorSpace"));
	if (qpdf_oh_is_stream(s->pdf->q, pattern))
		scan_form(s, pattern);
}
