#include <string.h>

#include "pdf/metadata.h"
#include "pdf/pages.h"
#include "pdf/structure.h"
#include "util/cursor.h"

/* Spaces, soft hyphens and marks of direction are set as the line needs. */
static int
is_unseen(unsigned c)
{
	return c <= ' ' || c == 0xa0 || c == 0xad ||
	    (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
	    (c >= 0x2060 && c <= 0x206f) || c == 0x3000;
}

/* All that look like a hyphen, of which a font may have one. */
static int
is_hyphen(unsigned c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/*
 * The next character that is seen, as '-' if it is any hyphen, and the text
 * behind it; 0 at the end.
 */
static unsigned
next_seen(const char **text)
{
	unsigned c;
	size_t len;

	do {
		c = utf8_next(&len, *text);
		*text += len;
	} while (len && is_unseen(c));
	return is_hyphen(c) ? '-' : c;
}

/* Whether a text starts with another, but for what is unseen; its end. */
static const char *
starts_with(const char *text, const char *with)
{
	const char *end = text;
	unsigned c;

	while ((c = next_seen(&with)) != 0) {
		if (next_seen(&text) != c)
			return NULL;
		end = text;
	}
	return end;
}

int
shown_equal(const char *left, const char *right)
{
	const char *end = starts_with(left, right);

	return end && next_seen(&end) == 0;
}

/* Whether that is all there is: commas part the marks of notes, and a star
 * tells that the document was reissued. */
static int
shows_title(const char *text, const char *title)
{
	const char *end = starts_with(text, title);
	unsigned c = 0;

	while (end && ((c = next_seen(&end)) == ',' || c == '*'))
		;
	return end && c == 0;
}

static int
is_of_symbol(char c)
{
	return c && (strchr("/.", c) || (c >= '0' && c <= '9') ||
	    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
}

/* Whether a symbol stands in a text, and not as part of a longer one. */
static int
shows(const char *text, const char *symbol)
{
	for (const char *at = text; (at = strchr(at, symbol[0])); at++) {
		const char *end = starts_with(at, symbol);

		if (end && !is_of_symbol(*end) &&
		    (at == text || !is_of_symbol(at[-1])))
			return 1;
	}
	return 0;
}

/* Page 1 shows it in the masthead, all others in the running head. */
static void
check_symbol(struct pdf *pdf, const char *symbol, const struct pages *pages)
{
	for (int i = 0; i < pages->count; i++) {
		const struct page *page = &pages->list[i];
		struct buf text = BUF_INIT;

		for (size_t j = 0; j < page->count; j++)
			if (i == 0 || page->marks[j].artefact) {
				buf_puts(&text,
				    buf_string(&page->marks[j].text));
				buf_putc(&text, ' ');
			}
		if (!shows(buf_string(&text), symbol))
			pdf_fault(pdf, MSG_SYMBOL_SHOWN, page->number,
			    "%s does not show the symbol of the document, %s",
			    i == 0 ? "the page" : "the running head", symbol);
		buf_dispose(&text);
	}
}

/* The text of an element without its notes and their marks. */
static void
add_text(struct buf *out, const struct structure *t,
    const struct pages *pages, const struct element *e)
{
	for (const struct kid *kid = structure_kid(t, e->first); kid;
	    kid = structure_kid(t, kid->next)) {
		const struct element *inner = &t->elements[kid->element];
		const struct mark *mark = NULL;

		if (kid->kind == KID_ELEMENT && strcmp(inner->role, "Note") &&
		    strcmp(inner->role, "Reference"))
			add_text(out, t, pages, inner);
		else if (kid->kind == KID_MARK && kid->page)
			mark = page_mark(&pages->list[kid->page - 1],
			    kid->mcid);
		if (mark)
			buf_puts(out, buf_string(&mark->text));
	}
}

/* The title is what is called so, or else the first heading. */
static const struct element *
find_title(const struct structure *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->elements[i].type, "Title") == 0 ||
		    heading_level(&t->elements[i]))
			return &t->elements[i];
	return NULL;
}

void
shown_check(struct pdf *pdf, const struct metadata *m,
    const struct pages *pages, const struct structure *t)
{
	const struct element *title = find_title(t);
	struct buf text = BUF_INIT;

	if (m->symbol && *m->symbol)
		check_symbol(pdf, m->symbol, pages);
	if (m->title && title) {
		add_text(&text, t, pages, title);
		if (!shows_title(buf_string(&text), m->title))
			pdf_fault(pdf, MSG_TITLE_SHOWN,
			    element_page(t, title), "the title is '%s' in the "
			    "metadata, and '%s' on the page", m->title,
			    buf_string(&text));
	}
	buf_dispose(&text);
}
