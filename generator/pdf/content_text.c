#include <string.h>

#include "pdf/scan.h"

/* A gap in a TJ that is more than kerning, in thousandths of the size. */
static const double GAP = -180;

static struct buf *
text_target(struct scan *s)
{
	struct mark *m = scan_target(s);

	return m && !scan_is_replaced(s) ? &m->text : NULL;
}

/* Between two pieces that do not touch. */
void
scan_gap(struct scan *s)
{
	struct buf *text = text_target(s);

	if (text && text->len && text->data[text->len - 1] != ' ')
		buf_putc(text, ' ');
}

/* U+FFFD stands for what could not be told, unless other words say it. */
static void
check_told(struct scan *s, const char *text)
{
	if (s->told_unknown || !strstr(text, "\xef\xbf\xbd"))
		return;
	pdf_fault(s->pdf, MSG_TEXT_UNICODE, s->page->number,
	    "what a letter on the page is could not be told (U+FFFD)");
	s->told_unknown = 1;
}

static void
show(struct scan *s, const struct token *t)
{
	struct font *font = s->states[s->state];
	struct buf lost = BUF_INIT, *text = text_target(s);
	size_t from = text ? text->len : 0;

	scan_paint(s);
	if (!font)
		scan_damaged(s, "text is shown in no font");
	else
		font_decode(text ? text : &lost, s->pdf, font,
		    s->page->number, lexer_text(&s->lexer, t), t->len);
	if (text && text->len)
		check_told(s, text->data + from);
	buf_dispose(&lost);
}

void
scan_show(struct scan *s)
{
	const struct token *t = scan_last(s, TOKEN_STRING);

	if (t)
		show(s, t);
}

void
scan_show_line(struct scan *s)
{
	scan_gap(s);
	scan_show(s);
}

/* The strings of a TJ are shown as they are read: see take_operand. */
void
scan_show_part(struct scan *s, const struct token *t)
{
	if (t->type == TOKEN_STRING)
		show(s, t);
	else if (t->type == TOKEN_NUMBER && t->number < GAP)
		scan_gap(s);
}

/* A text changes between a few fonts hundreds of times. */
static struct font *
find_named(const struct scan *s, const char *name)
{
	const struct named_font *n = s->named;

	while (n && strcmp(n->name, name))
		n = n->next;
	return n ? n->font : NULL;
}

static struct font *
add_named(struct scan *s, const char *name, qpdf_oh oh)
{
	struct font *font = fonts_get(s->fonts, s->pdf, oh, s->page->number);
	struct named_font *n;

	/* one that is no object is another each time */
	if (!font->object)
		return font;
	n = arena_alloc(&s->pdf->arena, sizeof(*n));
	*n = (struct named_font){ s->named,
	    arena_copy(&s->pdf->arena, name, strlen(name)), font };
	s->named = n;
	return font;
}

void
scan_font(struct scan *s)
{
	const char *name = scan_name(s);
	struct font *font = find_named(s, name);
	qpdf_oh oh;

	if (!font) {
		oh = scan_resource(s, "/Font", name);
		if (pdf_is_null(s->pdf, oh)) {
			scan_damaged(s, "it names a font that is not there");
			return;
		}
		font = add_named(s, name, oh);
	}
	s->states[s->state] = font;
}
