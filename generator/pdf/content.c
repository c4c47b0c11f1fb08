#include "pdf/content.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/scan.h"
#include "util/alloc.h"

void
scan_damaged(struct scan *s, const char *what)
{
	if (!s->told_damage)
		pdf_fault(s->pdf, MSG_CONTENT, s->page->number,
		    "the content of the page is wrong: %s", what);
	s->told_damage = 1;
}

const struct token *
scan_last(const struct scan *s, enum token_type type)
{
	const struct token *t = s->operand_count ?
	    &s->operands[s->operand_count - 1] : NULL;

	return t && t->type == type ? t : NULL;
}

/* The name that is the first operand; "" if there is none. */
const char *
scan_name(const struct scan *s)
{
	return s->operand_count && s->operands[0].type == TOKEN_NAME ?
	    lexer_text(&s->lexer, &s->operands[0]) : "";
}

/* What the resources call by a name, under /Font, /XObject or the like. */
qpdf_oh
scan_resource(const struct scan *s, const char *kind, const char *name)
{
	qpdf_oh of_kind = pdf_get(s->pdf, s->resources, kind);
	struct buf key = BUF_INIT;
	qpdf_oh oh;

	buf_printf(&key, "/%s", name);
	oh = pdf_get(s->pdf, of_kind, key.data);
	buf_dispose(&key);
	return oh;
}

static void
op_save(struct scan *s)
{
	if (s->state + 1 == SCAN_STATES) {
		scan_damaged(s, "q lies too deep");
		return;
	}
	s->states[s->state + 1] = s->states[s->state];
	s->state++;
}

static void
op_restore(struct scan *s)
{
	if (s->state)
		s->state--;
	else
		scan_damaged(s, "Q without q");
}

static void scan_stream(struct scan *, const char *, size_t);

void
scan_form(struct scan *s, qpdf_oh form)
{
	struct buf bytes = BUF_INIT;
	struct scan *inner;

	if (s->in_form >= SCAN_FORMS) {
		scan_damaged(s, "forms lie too deep in each other");
		return;
	}
	inner = xcalloc(1, sizeof(*inner));
	inner->pdf = s->pdf;
	inner->page = s->page;
	inner->fonts = s->fonts;
	scan_enter(inner, s);
	inner->resources = pdf_get(s->pdf, form, "/Resources");
	if (pdf_stream(&bytes, s->pdf, form) < 0)
		scan_damaged(inner, "a form cannot be unpacked");
	else
		scan_stream(inner, buf_string(&bytes), bytes.len);
	buf_dispose(&bytes);
	free(inner);
}

static void
op_object(struct scan *s)
{
	qpdf_oh oh = scan_resource(s, "/XObject", scan_name(s));

	scan_paint(s);
	if (pdf_is_null(s->pdf, oh))
		scan_damaged(s, "it names a picture that is not there");
	scan_check_object(s, oh);
	if (pdf_is_name(s->pdf, pdf_get(s->pdf, oh, "/Subtype"), "Form"))
		scan_form(s, oh);
}

static void
op_image_data(struct scan *s)
{
	scan_paint(s);
	scan_check_inline(s);
	if (lexer_pass_image(&s->lexer) < 0)
		scan_damaged(s, "a picture in it has no end");
}

static void
op_nothing(struct scan *s)
{
	(void)s;
}

/* All operators there are (ISO 32000-1, annex A), in the order of strcmp. */
static const struct operator {
	const char *name;
	void (*run)(struct scan *);
} operators[] = {
	{ "\"", scan_show_line }, { "'", scan_show_line }, { "B", scan_paint },
	{ "B*", scan_paint }, { "BDC", scan_bdc }, { "BI", op_nothing },
	{ "BMC", scan_bmc }, { "BT", op_nothing }, { "BX", op_nothing },
	{ "CS", scan_colour_space }, { "DP", op_nothing }, { "Do", op_object },
	{ "EMC", scan_emc }, { "ET", op_nothing }, { "EX", op_nothing },
	{ "F", scan_paint }, { "G", op_nothing }, { "ID", op_image_data },
	{ "J", op_nothing }, { "K", scan_ink }, { "M", op_nothing },
	{ "MP", op_nothing }, { "Q", op_restore }, { "RG", op_nothing },
	{ "S", scan_paint }, { "SC", op_nothing }, { "SCN", scan_pattern },
	{ "T*", scan_gap }, { "TD", scan_gap }, { "TJ", op_nothing },
	{ "TL", op_nothing }, { "Tc", op_nothing }, { "Td", scan_gap },
	{ "Tf", scan_font }, { "Tj", scan_show }, { "Tm", scan_gap },
	{ "Tr", op_nothing }, { "Ts", op_nothing }, { "Tw", op_nothing },
	{ "Tz", op_nothing }, { "W", op_nothing }, { "W*", op_nothing },
	{ "b", scan_paint }, { "b*", scan_paint }, { "c", op_nothing },
	{ "cm", op_nothing }, { "cs", scan_colour_space }, { "d", op_nothing },
	{ "d0", op_nothing }, { "d1", op_nothing }, { "f", scan_paint },
	{ "f*", scan_paint }, { "false", NULL }, { "g", op_nothing },
	{ "gs", scan_state }, { "h", op_nothing }, { "i", op_nothing },
	{ "j", op_nothing }, { "k", scan_ink }, { "l", op_nothing },
	{ "m", op_nothing }, { "n", op_nothing }, { "null", NULL },
	{ "q", op_save }, { "re", op_nothing }, { "rg", op_nothing },
	{ "ri", scan_intent }, { "s", scan_paint }, { "sc", op_nothing },
	{ "scn", scan_pattern }, { "sh", scan_shading }, { "true", NULL },
	{ "v", op_nothing }, { "w", op_nothing }, { "y", op_nothing },
};

static int
compare(const void *left, const void *right)
{
	const struct operator *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static const struct operator *
find_operator(const char *name)
{
	const struct operator key = { .name = name };

	return bsearch(&key, operators, sizeof(operators) /
	    sizeof(*operators), sizeof(*operators), compare);
}

/* What is in an array that comes first, TJ's, is shown at once. */
static void
take_operand(struct scan *s, const struct token *t, int in_array)
{
	if (in_array && !s->operand_count)
		scan_show_part(s, t);
	else if (s->operand_count < SCAN_OPERANDS)
		s->operands[s->operand_count++] = *t;
	else
		scan_damaged(s, "too much stands before an operator");
}

static void
take_word(struct scan *s, const struct token *t)
{
	const struct operator *o = find_operator(lexer_text(&s->lexer, t));

	if (!o) {
		scan_damaged(s, "it has an operator that there is not");
	} else if (!o->run) {
		take_operand(s, t, 0);
		return;
	} else {
		o->run(s);
	}
	s->operand_count = 0;
	buf_clear(&s->words);
}

static void
scan_stream(struct scan *s, const char *bytes, size_t len)
{
	struct token t;
	int in_array = 0;

	s->lexer = (struct lexer){ .data = bytes, .len = len,
	    .texts = &s->words };
	while ((t = lexer_next(&s->lexer)).type != TOKEN_END) {
		if (t.type == TOKEN_BAD)
			scan_damaged(s, "it cannot be read");
		else if (t.type == TOKEN_WORD)
			take_word(s, &t);
		else if (t.type == TOKEN_OPEN || t.type == TOKEN_CLOSE)
			in_array = t.type == TOKEN_OPEN;
		else
			take_operand(s, &t, in_array);
	}
	scan_end_marks(s);
	buf_dispose(&s->words);
}

void
content_read(struct page *page, struct pdf *pdf, struct fonts *fonts)
{
	struct scan *s = xcalloc(1, sizeof(*s));
	qpdf_oh contents = pdf_get(pdf, page->oh, "/Contents");
	struct buf bytes = BUF_INIT;

	s->pdf = pdf;
	s->page = page;
	s->fonts = fonts;
	s->resources = pdf_get(pdf, page->oh, "/Resources");
	scan_check_object(s, page->oh);
	for (int i = 0; i < pdf_several(pdf, contents); i++) {
		if (pdf_stream(&bytes, pdf, pdf_one_of(pdf, contents, i)) < 0)
			scan_damaged(s, "it cannot be unpacked");
		buf_putc(&bytes, '\n');
	}
	scan_stream(s, buf_string(&bytes), bytes.len);
	buf_dispose(&bytes);
	free(s);
}
