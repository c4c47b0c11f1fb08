#include "pipeline/concord_parts.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"

/* The parts of two elements that are compared. */
struct parts {
	struct comparison *c;
	const xmlNode *own, *model;
	struct members mine, theirs;
};

/* How many parts of a name there are on one side. */
struct tally {
	size_t all;
	size_t alone;		/* without a mate */
	size_t first;		/* of these */
};

/* All parts of one name. */
struct census {
	const char *name;
	struct tally own, model;
};

struct censuses {
	struct census *list;
	size_t count, size;
};

static struct side
side_at(const struct version *v, const xmlNode *subject, const xmlNode *at)
{
	struct side side = { .subject = subject };

	side.at = document_place(v->doc, at);
	return side;
}

/* "the agenda", "item 'organizational'" */
static char *
name_of(const char *before, const xmlNode *node)
{
	struct buf name = BUF_INIT;

	buf_puts(&name, before);
	concord_name(&name, node);
	return buf_detach(&name);
}

/* ---- what stands elsewhere ---- */

/* The element of the same id and name in another version; NULL if none. */
static const xmlNode *
namesake(const struct version *v, const xmlNode *node)
{
	const xmlNode *other = tree_by_id(v->root, tree_attr(node, "id"));

	return tree_is(other, tree_name(node)) ? other : NULL;
}

/* An item that is taken up, and that the other version lacks altogether. */
static int
is_of_lost_item(const struct version *other, const xmlNode *node)
{
	const char *item = tree_attr(node, "item");

	return tree_is(node, "take") && item && !tree_by_id(other->root, item);
}

static void
report_elsewhere(struct comparison *c, const xmlNode *own,
    const xmlNode *model)
{
	struct side mine = side_at(c->own, own, own);
	struct side theirs = side_at(c->model, model, model);

	mine.full = name_of("its place in ", members_parent(own));
	mine.brief = name_of("it in ", members_parent(own));
	theirs.full = name_of("its place in ", members_parent(model));
	theirs.brief = name_of("it in ", members_parent(model));
	concord_add(c, MSG_VERSION_PLACE, "place", mine, theirs);
	concord_elements(c, own, model);
}

/*
 * Leaves out what is told of elsewhere, and gives the others their prints.
 * What the model has here and the other version in another part is told here,
 * once.
 */
static void
prepare(struct parts *p, struct members *m, const struct version *v,
    const struct version *other, const xmlNode *counterpart)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->count; i++) {
		const xmlNode *node = m->nodes[i];
		const xmlNode *same = namesake(other, node);
		char *key = m->keys[i];

		if (is_of_lost_item(other, node) ||
		    (same && members_parent(same) != counterpart)) {
			if (same && m == &p->theirs)
				report_elsewhere(p->c, same, node);
			free(key);
			continue;
		}
		m->nodes[kept] = node;
		m->keys[kept] = key;
		m->entries[kept] = m->entries[i];
		m->entries[kept].print = concord_print(v, node);
		kept++;
	}
	m->count = kept;
}

/* ---- numbers of parts ---- */

static struct census *
census_of(struct censuses *all, const char *name)
{
	size_t size = grown(all->size, all->count + 1);

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].name, name) == 0)
			return &all->list[i];
	if (size != all->size)
		all->list = xrealloc(all->list, size, sizeof(*all->list));
	all->size = size;
	all->list[all->count] = (struct census){ .name = name };
	return &all->list[all->count++];
}

static void
count(struct tally *t, const struct members *m, size_t i)
{
	t->all++;
	if (m->entries[i].mate != ALIGN_NONE)
		return;
	if (!t->alone)
		t->first = i;
	t->alone++;
}

static void
take_census(struct censuses *all, const struct parts *p)
{
	for (size_t i = 0; i < p->mine.count; i++)
		count(&census_of(all, p->mine.entries[i].name)->own,
		    &p->mine, i);
	for (size_t i = 0; i < p->theirs.count; i++)
		count(&census_of(all, p->theirs.entries[i].name)->model,
		    &p->theirs, i);
}

/* Whether it is clear that this one is the one too many. */
static int
is_told_apart(const struct members *m, size_t which)
{
	size_t same = 0;

	if (m->entries[which].key)
		return 1;
	for (size_t i = 0; i < m->count; i++)
		same += m->entries[i].print == m->entries[which].print;
	return same == 1;
}

/* "3 documents, among them 'A/1'": the one too many, where it is clear. */
static struct side
count_side(const struct version *v, const xmlNode *parent,
    const struct members *m, const char *name, const struct tally *t,
    const struct tally *other)
{
	int clear = t->alone == 1 && !other->alone &&
	    is_told_apart(m, t->first);
	struct side side = side_at(v, parent,
	    clear ? m->nodes[t->first] : parent);
	const char *key = clear ? m->entries[t->first].key : NULL;
	struct buf which = BUF_INIT;

	if (key)
		buf_printf(&which, ", among them '%s'",
		    key + strspn(key, " "));
	if (t->all)
		side.full = concord_words("%zu %s%s", t->all,
		    concord_noun(name, t->all != 1), buf_string(&which));
	else
		side.full = concord_words("no %s", concord_noun(name, 0));
	side.brief = t->all ? concord_words("%zu%s", t->all,
	    buf_string(&which)) : concord_words("none");
	buf_dispose(&which);
	return side;
}

static void
compare_counts(struct parts *p)
{
	struct censuses all = { NULL, 0, 0 };

	take_census(&all, p);
	for (size_t i = 0; i < all.count; i++) {
		const struct census *s = &all.list[i];

		if (s->own.all != s->model.all)
			concord_add(p->c, MSG_VERSION_COUNT, s->name,
			    count_side(p->c->own, p->own, &p->mine, s->name,
			    &s->own, &s->model),
			    count_side(p->c->model, p->model, &p->theirs,
			    s->name, &s->model, &s->own));
	}
	free(all.list);
}

/* ---- the order of parts ---- */

/* Which it is of those of its name, or of all, from 1. */
static size_t
place_of(const struct members *m, size_t which, int of_all)
{
	size_t place = 1;

	for (size_t i = 0; i < which; i++)
		place += of_all || strcmp(m->entries[i].name,
		    m->entries[which].name) == 0;
	return place;
}

static struct side
order_side(const struct version *v, const xmlNode *parent,
    const struct members *m, size_t i, size_t place)
{
	struct side side = side_at(v, parent, m->nodes[i]);
	const char *key = m->entries[i].key;
	const char *noun = concord_noun(m->entries[i].name, 0);

	side.full = key ? concord_words("%s '%s' in place %zu", noun,
	    key + strspn(key, " "), place) :
	    concord_words("a %s in place %zu", noun, place);
	side.brief = concord_words("it in place %zu", place);
	return side;
}

/* One message, however many stand in another order. */
static void
compare_order(struct parts *p)
{
	size_t i = align_moved(p->theirs.entries, p->theirs.count, "note");
	size_t j;
	int of_all;

	if (i == ALIGN_NONE)
		return;
	j = p->theirs.entries[i].mate;
	/* a list that follows another paragraph is still the first list */
	of_all = place_of(&p->mine, j, 0) == place_of(&p->theirs, i, 0);
	concord_add(p->c, MSG_VERSION_ORDER, "order",
	    order_side(p->c->own, p->own, &p->mine, j,
	    place_of(&p->mine, j, of_all)),
	    order_side(p->c->model, p->model, &p->theirs, i,
	    place_of(&p->theirs, i, of_all)));
}

static void
compare_members(struct comparison *c, const xmlNode *own,
    const xmlNode *model)
{
	struct parts p = { .c = c, .own = own, .model = model };

	members_read(&p.mine, own);
	members_read(&p.theirs, model);
	prepare(&p, &p.theirs, c->model, c->own, own);
	prepare(&p, &p.mine, c->own, c->model, model);
	align(p.mine.entries, p.mine.count, p.theirs.entries, p.theirs.count);
	compare_counts(&p);
	compare_order(&p);
	for (size_t i = 0; i < p.mine.count; i++)
		if (p.mine.entries[i].mate != ALIGN_NONE)
			concord_elements(c, p.mine.nodes[i],
			    p.theirs.nodes[p.mine.entries[i].mate]);
	members_dispose(&p.mine);
	members_dispose(&p.theirs);
}

/* "item 'resources'", said of what it stands in */
static struct side
key_side(const struct version *v, const xmlNode *node, const char *key)
{
	struct side side = side_at(v, members_parent(node), node);

	key += strspn(key, " ");
	side.full = concord_words("%s '%s'",
	    concord_noun(tree_name(node), 0), key);
	side.brief = concord_words("'%s'", key);
	return side;
}

/*
 * Whether they are known by different names, which is told: then what they
 * hold differs too.  A day or sitting that has been put off is still the same.
 */
static int
is_other(struct comparison *c, const xmlNode *own, const xmlNode *model)
{
	struct buf mine = BUF_INIT, theirs = BUF_INIT;
	int other = !tree_is(own, "day") && !tree_is(own, "sitting") &&
	    members_key(&mine, own) && members_key(&theirs, model) &&
	    strcmp(mine.data, theirs.data);

	if (other)
		concord_add(c, MSG_VERSION_VALUE, NULL,
		    key_side(c->own, own, mine.data),
		    key_side(c->model, model, theirs.data));
	buf_dispose(&mine);
	buf_dispose(&theirs);
	return other;
}

void
concord_elements(struct comparison *c, const xmlNode *own,
    const xmlNode *model)
{
	if (concord_print(c->own, own) == concord_print(c->model, model))
		return;
	if (is_other(c, own, model))
		return;
	concord_attributes(c, own, model);
	concord_texts(c, own, model);
	compare_members(c, own, model);
}
