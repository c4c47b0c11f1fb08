#include <string.h>

#include "pdf/elements.h"
#include "pdf/scan.h"
#include "util/alloc.h"

/* What is open where the stream is, or around the form that it is of. */
static struct open_mark
innermost(const struct scan *s)
{
	return s->depth ? s->marks[s->depth - 1] : s->around;
}

struct mark *
scan_target(const struct scan *s)
{
	size_t i = innermost(s).target;

	return i ? &s->page->marks[i - 1] : NULL;
}

int
scan_is_replaced(const struct scan *s)
{
	return innermost(s).replaced;
}

void
scan_enter(struct scan *inner, const struct scan *outer)
{
	inner->around = innermost(outer);
	inner->in_form = outer->in_form + 1;
}

void
scan_paint(struct scan *s)
{
	s->page->shown = 1;
	if (!s->depth && !s->in_form)
		s->page->unmarked = 1;
}

static void
add_mark(struct scan *s, long mcid, int artefact)
{
	struct page *page = s->page;
	size_t size = grown(page->size, page->count + 1);

	if (size != page->size)
		page->marks = xrealloc(page->marks, size,
		    sizeof(*page->marks));
	page->size = size;
	page->marks[page->count++] = (struct mark){
		.mcid = mcid, .artefact = artefact
	};
	if (mcid >= 0 && s->in_form)
		scan_damaged(s, "a form has tags of its own");
	if ((mcid >= 0 || artefact) && scan_target(s))
		pdf_fault(s->pdf, MSG_MARK_NESTED, page->number,
		    "one piece of content lies in another");
}

/* What a mark's dictionary says, of which three entries matter here. */
struct properties {
	long mcid;
	const char *actual;	/* ActualText */
	const char *language;
};

static void
set_property(struct scan *s, struct properties *p, const struct token *key,
    const struct token *value)
{
	const char *name = lexer_text(&s->lexer, key);
	const char **text = strcmp(name, "ActualText") == 0 ? &p->actual :
	    strcmp(name, "Lang") == 0 ? &p->language : NULL;

	if (strcmp(name, "MCID") == 0 && value->type == TOKEN_NUMBER)
		p->mcid = (long)value->number;
	else if (text && value->type == TOKEN_STRING)
		*text = pdf_decode(s->pdf, lexer_text(&s->lexer, value),
		    value->len);
}

/* Written in the content, or under a name in the resources. */
static struct properties
properties_of(struct scan *s)
{
	struct properties p = { .mcid = -1 };
	const struct token *t = scan_last(s, TOKEN_NAME);
	int depth = 0;

	if (t) {
		qpdf_oh oh = scan_resource(s, "/Properties",
		    lexer_text(&s->lexer, t));

		p.mcid = pdf_integer(s->pdf, pdf_get(s->pdf, oh, "/MCID"), -1);
		p.actual = pdf_text(s->pdf, pdf_get(s->pdf, oh,
		    "/ActualText"));
		p.language = pdf_text(s->pdf, pdf_get(s->pdf, oh, "/Lang"));
		return p;
	}
	for (size_t i = 1; i + 1 < s->operand_count; i++) {
		depth += (s->operands[i].type == TOKEN_OPEN_DICT) -
		    (s->operands[i].type == TOKEN_CLOSE_DICT);
		if (depth == 1 && s->operands[i].type == TOKEN_NAME)
			set_property(s, &p, &s->operands[i],
			    &s->operands[i + 1]);
	}
	return p;
}

static void
unbalanced(struct scan *s, const char *what)
{
	if (!s->told_marks)
		pdf_fault(s->pdf, MSG_MARKS, s->page->number, "%s", what);
	s->told_marks = 1;
}

static void
begin_mark(struct scan *s, struct properties p)
{
	struct open_mark *m = &s->marks[s->depth];
	struct open_mark above = innermost(s);
	int artefact = strcmp(scan_name(s), "Artifact") == 0;

	if (s->depth == SCAN_MARKS) {
		unbalanced(s, "marks lie too deep in each other");
		return;
	}
	language_check(s->pdf, p.language, s->page->number);
	*m = above;
	if (p.mcid >= 0 || artefact) {
		add_mark(s, p.mcid, artefact);
		m->target = s->page->count;
	}
	s->depth++;
	if (p.actual && scan_target(s)) {
		if (!above.replaced)
			buf_puts(&scan_target(s)->text, p.actual);
		m->replaced = 1;
	}
}

void
scan_bdc(struct scan *s)
{
	begin_mark(s, properties_of(s));
}

void
scan_bmc(struct scan *s)
{
	begin_mark(s, (struct properties){ .mcid = -1 });
}

void
scan_emc(struct scan *s)
{
	if (s->depth)
		s->depth--;
	else
		unbalanced(s, "a mark ends that was not begun (EMC)");
}

void
scan_end_marks(struct scan *s)
{
	if (s->depth)
		unbalanced(s, "a mark does not end (EMC)");
}
