#include "pdf/fonts.h"

#include "util/buf.h"

static int
is_embedded(const struct pdf *pdf, qpdf_oh font)
{
	qpdf_oh descriptor = pdf_get(pdf, font, "/FontDescriptor");

	/* of type 3 the letters are drawn in the PDF itself */
	return pdf_is_name(pdf, pdf_get(pdf, font, "/Subtype"), "Type3") ||
	    pdf_has(pdf, descriptor, "/FontFile") ||
	    pdf_has(pdf, descriptor, "/FontFile2") ||
	    pdf_has(pdf, descriptor, "/FontFile3");
}

static void
read_texts(struct font *font, struct pdf *pdf, qpdf_oh oh)
{
	struct buf cmap = BUF_INIT;

	if (pdf_stream(&cmap, pdf, pdf_get(pdf, oh, "/ToUnicode")) == 0) {
		font->unicode = 1;
		cmap_read(&font->texts, &pdf->arena, cmap.data, cmap.len);
	}
	buf_dispose(&cmap);
}

static struct font *
add_font(struct fonts *fonts, struct pdf *pdf, qpdf_oh oh, int page)
{
	struct font *font = arena_alloc(&pdf->arena, sizeof(*font));
	const char *name = pdf_name(pdf, pdf_get(pdf, oh, "/BaseFont"));

	font->next = fonts->first;
	fonts->first = font;
	font->object = pdf_id(pdf, oh);
	font->name = name ? name : "without a name";
	font->wide = pdf_is_name(pdf, pdf_get(pdf, oh, "/Subtype"), "Type0");
	font->embedded = is_embedded(pdf, font->wide ? pdf_item(pdf,
	    pdf_get(pdf, oh, "/DescendantFonts"), 0) : oh);
	read_texts(font, pdf, oh);
	if (!font->embedded)
		pdf_fault(pdf, MSG_FONT_FILE, page,
		    "the font %s is not in the PDF", font->name);
	if (!font->unicode)
		pdf_fault(pdf, MSG_FONT_UNICODE, page, "the font %s does not "
		    "tell its characters (ToUnicode)", font->name);
	return font;
}

struct font *
fonts_get(struct fonts *fonts, struct pdf *pdf, qpdf_oh oh, int page)
{
	int object = pdf_id(pdf, oh);

	for (struct font *f = fonts->first; f; f = f->next)
		if (f->object == object && object)
			return f;
	return add_font(fonts, pdf, oh, page);
}

/* One is enough for each font and page. */
static void
miss(struct pdf *pdf, struct font *font, int page, unsigned code)
{
	if (!font->unicode || font->missed_page == page)
		return;
	font->missed_page = page;
	if (font->wide && code == 0)
		pdf_fault(pdf, MSG_NOTDEF, page, "a character is not in its "
		    "font, %s (.notdef)", font->name);
	else
		pdf_fault(pdf, MSG_TEXT_UNICODE, page, "code 0x%02x of the "
		    "font %s is no character that can be read", code,
		    font->name);
}

void
font_decode(struct buf *out, struct pdf *pdf, struct font *font, int page,
    const char *codes, size_t len)
{
	const unsigned char *c = (const unsigned char *)codes;

	for (size_t i = 0; i + (size_t)font->wide < len;
	    i += 1 + (size_t)font->wide) {
		unsigned code = font->wide ?
		    (unsigned)c[i] << 8 | c[i + 1] : c[i];
		const char *text = cmap_text(&font->texts, code);

		if (text && (code || !font->wide))
			buf_puts(out, text);
		else
			miss(pdf, font, page, code);
	}
}
