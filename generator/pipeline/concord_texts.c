#include "pipeline/concord_parts.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/textplace.h"
#include "pipeline/tree.h"
#include "util/alloc.h"

/* More than so many numbers of a text, or facts, are not told one by one. */
enum { NUMBERS_TOLD = 5, FACTS_TOLD = 200 };

/* One of the two texts that are compared. */
struct text {
	const struct version *version;
	const xmlNode *node;
	struct facts facts;
	const struct fact **alone;	/* those that have no like */
	size_t count;
};

struct texts {
	struct comparison *c;
	struct text own, model;
};

static int
by_value(const void *left, const void *right)
{
	const struct fact *const *a = left, *const *b = right;
	int order = strcmp((*a)->kind, (*b)->kind);

	if (!order)
		order = strcmp((*a)->value, (*b)->value);
	return order ? order : (*a > *b) - (*a < *b);
}

static int
by_kind(const void *left, const void *right)
{
	const struct fact *const *a = left, *const *b = right;
	int order = strcmp((*a)->kind, (*b)->kind);

	return order ? order : (*a > *b) - (*a < *b);
}

static void
open_text(struct text *t, const struct version *version, const xmlNode *node)
{
	t->version = version;
	t->node = node;
	facts_read(&t->facts, node, version->language);
	t->alone = xcalloc(t->facts.count + 1, sizeof(*t->alone));
}

static void
close_text(struct text *t)
{
	free(t->alone);
	facts_dispose(&t->facts);
}

/* What refers to an element that the other version lacks is not told too. */
static void
sort_facts(struct text *t, const struct version *other)
{
	for (size_t i = 0; i < t->facts.count; i++) {
		const struct fact *f = &t->facts.list[i];

		if (!f->target || tree_by_id(other->root, f->target))
			t->alone[t->count++] = f;
	}
	qsort(t->alone, t->count, sizeof(*t->alone), by_value);
}

static int
is_same(const struct fact *a, const struct fact *b)
{
	return strcmp(a->kind, b->kind) == 0 && strcmp(a->value, b->value) == 0;
}

/* Takes the facts that both have off each other. */
static void
drop_equals(struct text *a, struct text *b)
{
	size_t i = 0, j = 0, a_kept = 0, b_kept = 0;
	int order;

	while (i < a->count || j < b->count) {
		if (i == a->count || j == b->count)
			order = i == a->count ? 1 : -1;
		else if (is_same(a->alone[i], b->alone[j]))
			order = 0;
		else
			order = by_value(&a->alone[i], &b->alone[j]);
		if (order < 0)
			a->alone[a_kept++] = a->alone[i];
		else if (order > 0)
			b->alone[b_kept++] = b->alone[j];
		i += order <= 0;
		j += order >= 0;
	}
	a->count = a_kept;
	b->count = b_kept;
	qsort(a->alone, a->count, sizeof(*a->alone), by_kind);
	qsort(b->alone, b->count, sizeof(*b->alone), by_kind);
}

static struct side
side_at(const struct text *t, const xmlNode *node)
{
	struct side side = { .subject = t->node };

	side.at = document_place(t->version->doc, node);
	return side;
}

static char *
fact_words(const char *before, const struct fact *f)
{
	const char *noun = concord_noun(f->kind, 0);

	return *f->value ? concord_words("%s%s '%s'", before, noun, f->value) :
	    concord_words("%s%s", before, noun);
}

/* "decision '2/7'", and there "'2/6'" */
static void
report_pair(struct texts *t, const struct fact *own, const struct fact *model)
{
	struct side mine = side_at(&t->own, own->node);
	struct side theirs = side_at(&t->model, model->node);

	mine.full = fact_words("", own);
	mine.brief = concord_words("'%s'", own->value);
	theirs.full = fact_words("", model);
	theirs.brief = concord_words("'%s'", model->value);
	concord_add(t->c, MSG_VERSION_CITED, NULL, mine, theirs);
}

static size_t
count_of(const struct text *t, const struct fact *fact)
{
	size_t count = 0;

	for (size_t i = 0; i < t->facts.count; i++)
		count += is_same(&t->facts.list[i], fact);
	return count;
}

/* "no decision '2/6'", "decision '2/6'", or how often. */
static void
describe(struct side *side, const struct fact *fact, size_t count,
    size_t other)
{
	char often[32] = "once";

	if (count > 1)
		snprintf(often, sizeof(often), "%zu times", count);
	if (count && other) {
		side->full = concord_words("%s '%s' %s",
		    concord_noun(fact->kind, 0), fact->value, often);
		side->brief = concord_words("it %s", often);
	} else {
		side->full = fact_words(count ? "" : "no ", fact);
		side->brief = concord_words(count ? "it" : "none");
	}
}

/* What one side has, and the other has not or not so often. */
static void
report_single(struct texts *t, const struct fact *fact, int is_own)
{
	size_t own = count_of(&t->own, fact), model = count_of(&t->model, fact);
	struct side mine = side_at(&t->own, is_own ? fact->node : t->own.node);
	struct side theirs = side_at(&t->model, is_own ? t->model.node :
	    fact->node);

	describe(&mine, fact, own, model);
	describe(&theirs, fact, model, own);
	concord_add(t->c, MSG_VERSION_CITED, NULL, mine, theirs);
}

/* One by one, as long as there are of one kind on both sides. */
static void
report_facts(struct texts *t)
{
	struct text *a = &t->own, *b = &t->model;
	size_t i = 0, j = 0;
	int order;

	while ((i < a->count || j < b->count) && i + j < FACTS_TOLD) {
		if (i == a->count || j == b->count)
			order = i == a->count ? 1 : -1;
		else
			order = strcmp(a->alone[i]->kind, b->alone[j]->kind);
		if (order == 0)
			report_pair(t, a->alone[i], b->alone[j]);
		else if (order < 0)
			report_single(t, a->alone[i], 1);
		else
			report_single(t, b->alone[j], 0);
		i += order <= 0;
		j += order >= 0;
	}
}

/* The next fact of a kind; the number of facts if there is none. */
static size_t
next_of(const struct facts *f, size_t from, const char *kind)
{
	while (from < f->count && strcmp(f->list[from].kind, kind))
		from++;
	return from;
}

/* Days and times that both have, in another order. */
static void
compare_order(struct texts *t, const char *kind)
{
	const struct facts *a = &t->own.facts, *b = &t->model.facts;
	size_t i = next_of(a, 0, kind), j = next_of(b, 0, kind), number = 1;
	struct side own, model;

	for (; i < a->count && j < b->count && is_same(&a->list[i],
	    &b->list[j]); number++) {
		i = next_of(a, i + 1, kind);
		j = next_of(b, j + 1, kind);
	}
	if (i == a->count || j == b->count)
		return;
	own = side_at(&t->own, a->list[i].node);
	model = side_at(&t->model, b->list[j].node);
	own.full = concord_words("'%s' as %s %zu", a->list[i].value,
	    concord_noun(kind, 0), number);
	own.brief = concord_words("'%s'", a->list[i].value);
	model.full = concord_words("'%s' as %s %zu", b->list[j].value,
	    concord_noun(kind, 0), number);
	model.brief = concord_words("'%s'", b->list[j].value);
	concord_add(t->c, MSG_VERSION_ORDER, kind, own, model);
}

static int
has_kind(const struct text *t, const char *kind)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->alone[i]->kind, kind) == 0)
			return 1;
	return 0;
}

static void
compare_facts(struct texts *t)
{
	sort_facts(&t->own, t->model.version);
	sort_facts(&t->model, t->own.version);
	drop_equals(&t->own, &t->model);
	report_facts(t);
	for (size_t i = 0; i < FACTS_ORDERED; i++)
		if (!has_kind(&t->own, facts_ordered[i]) &&
		    !has_kind(&t->model, facts_ordered[i]))
			compare_order(t, facts_ordered[i]);
}

/* "3, 4" */
static void
add_numbers(struct buf *out, const struct numbers_side *side)
{
	for (size_t i = 0; i < side->count && i < NUMBERS_TOLD; i++)
		buf_printf(out, "%s%s", i ? ", " : "", side->alone[i]->value);
	if (side->count > NUMBERS_TOLD)
		buf_puts(out, " ...");
}

static struct side
numbers_side(const struct text *t, const struct numbers_side *own,
    const struct numbers_side *other)
{
	const struct numbers_side *told = own->count ? own : other;
	struct side side = side_at(t, t->node);
	struct buf list = BUF_INIT;

	add_numbers(&list, told);
	side.full = concord_words("%s number%s %s", own->count ? "the" : "no",
	    told->count > 1 ? "s" : "", list.data);
	if (!own->count)
		side.brief = concord_words("none");
	else if (other->count)
		side.brief = concord_words("%s", list.data);
	else
		side.brief = concord_words(own->count > 1 ? "them" : "it");
	if (own->count)
		side.at = textplace(t->version->doc, own->alone[0]->source,
		    own->alone[0]->start);
	buf_dispose(&list);
	return side;
}

static struct numbers_side
numbers_of(const struct text *t)
{
	return (struct numbers_side){ &t->facts.numbers,
	    buf_string(&t->facts.text), t->version->language, NULL, 0 };
}

static void
compare_numbers(struct texts *t)
{
	struct numbers_side own = numbers_of(&t->own);
	struct numbers_side model = numbers_of(&t->model);

	if (numbers_compare(&own, &model))
		concord_add(t->c, MSG_VERSION_NUMBER, "number",
		    numbers_side(&t->own, &own, &model),
		    numbers_side(&t->model, &model, &own));
	free(own.alone);
	free(model.alone);
}

static struct side
presence(const struct text *t)
{
	struct side side = side_at(t, t->node);

	side.full = concord_words(t->facts.has_text ? "a text" : "no text");
	side.brief = concord_words(t->facts.has_text ? "one" : "none");
	return side;
}

void
concord_texts(struct comparison *c, const xmlNode *own, const xmlNode *model)
{
	struct texts t = { .c = c };

	open_text(&t.own, c->own, own);
	open_text(&t.model, c->model, model);
	if (t.own.facts.has_text != t.model.facts.has_text) {
		concord_add(c, MSG_VERSION_TEXT, "text", presence(&t.own),
		    presence(&t.model));
	} else if (t.own.facts.has_text) {
		compare_facts(&t);
		compare_numbers(&t);
	}
	close_text(&t.own);
	close_text(&t.model);
}
