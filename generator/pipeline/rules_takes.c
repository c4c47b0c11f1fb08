#include <stdlib.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

/*
 * What is taken up: an item, or those from one to another beside it, by their
 * order in the file.  Sorted by parent, first and take; `reach` is then the
 * farthest that this or any before it with the same parent runs to.
 */
struct taken {
	size_t parent, first, last, reach;
	const xmlNode *take;
};

struct takes {
	struct taken *list;
	size_t count, size;
};

static int
ordered(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int
compare(const void *left, const void *right)
{
	const struct taken *a = left, *b = right;
	int order = ordered(a->parent, b->parent);

	if (!order)
		order = ordered(a->first, b->first);
	return order ? order :
	    ordered(tree_order(a->take), tree_order(b->take));
}

/* NULL when the take names nothing, or what cannot be taken up. */
static const xmlNode *
item_of(const xmlNode *take)
{
	const xmlNode *item = tree_by_id(take, tree_attr(take, "item"));

	return tree_is(item, "item") || tree_is(item, "event") ? item : NULL;
}

static void
add(struct takes *t, const xmlNode *take, const xmlNode *item)
{
	const xmlNode *last = rules_last(take, item);
	size_t size = grown(t->size, t->count + 1);

	if (size != t->size)
		t->list = xrealloc(t->list, size, sizeof(*t->list));
	t->size = size;
	t->list[t->count++] = (struct taken){
		tree_order(item->parent), tree_order(item),
		tree_order(last ? last : item), 0, take
	};
}

static struct takes
collect(const xmlNode *top)
{
	struct takes t = { NULL, 0, 0 };
	const struct taken *last = NULL;

	for (const xmlNode *n = top; n; n = tree_walk(n, top)) {
		const xmlNode *item = tree_is(n, "take") ? item_of(n) : NULL;

		if (item)
			add(&t, n, item);
	}
	if (t.count)
		qsort(t.list, t.count, sizeof(*t.list), compare);
	for (size_t i = 0; i < t.count; i++) {
		struct taken *taken = &t.list[i];

		taken->reach = last && last->parent == taken->parent &&
		    last->reach > taken->last ? last->reach : taken->last;
		last = taken;
	}
	return t;
}

/* How many of the takes are not behind the item. */
static size_t
count_until(const struct takes *t, size_t parent, size_t item)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct taken *taken = &t->list[middle];
		int order = ordered(taken->parent, parent);

		if (order < 0 || (order == 0 && taken->first <= item))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
is_taken(const struct takes *t, const xmlNode *item)
{
	size_t parent = tree_order(item->parent), at = tree_order(item);
	size_t count = count_until(t, parent, at);
	const struct taken *taken = count ? &t->list[count - 1] : NULL;

	return taken && taken->parent == parent && taken->reach >= at;
}

/* An item is covered by itself, or by all of its sub-items. */
static void
check_covered(struct rules *r, const struct takes *t, const xmlNode *item)
{
	const xmlNode *sub = tree_child(item, "item");

	if (is_taken(t, item))
		return;
	if (!sub)
		rules_report(r, MSG_NOT_TAKEN, item,
		    "the item '%s' is not in the timetable",
		    tree_attr(item, "id"));
	for (; sub; sub = tree_next(sub, "item"))
		check_covered(r, t, sub);
}

/* Of the list of items, or of a group in it. */
static void
check_all_covered(struct rules *r, const struct takes *t,
    const xmlNode *items)
{
	for (const xmlNode *n = items->children; n; n = n->next) {
		if (tree_is(n, "item"))
			check_covered(r, t, n);
		else if (tree_is(n, "group"))
			check_all_covered(r, t, n);
	}
}

/* A take that names no item, nor says in words what is done. */
static int
is_at_fault(const xmlNode *take)
{
	struct buf words = BUF_INIT;
	int ret;

	tree_text(&words, take, "by");
	ret = tree_attr(take, "item") ? !item_of(take) : !words.len;
	buf_dispose(&words);
	return ret;
}

static int
has_take_at_fault(const xmlNode *top)
{
	const xmlNode *n = top;

	while (n && !(tree_is(n, "take") && is_at_fault(n)))
		n = tree_walk(n, top);
	return n != NULL;
}

void
rule_coverage(struct rules *r, const xmlNode *root)
{
	struct takes t = collect(root);

	/*
	 * Without a timetable nothing is to be covered; what is meant by a
	 * take at fault may be any item.
	 */
	if (t.count && !has_take_at_fault(root))
		check_all_covered(r, &t, tree_child(root, "items"));
	free(t.list);
}

/* Either an item is named, or words stand in its place. */
void
rule_take(struct rules *r, const xmlNode *node)
{
	const char *id = tree_attr(node, "item");
	const xmlNode *item = item_of(node);
	struct buf words = BUF_INIT;

	tree_text(&words, node, "by");
	if (id && !item)
		rules_report_attr(r, MSG_NO_ITEM, node, "item",
		    "'%s' is not the id of an item", id);
	else if (!id && !words.len)
		rules_report(r, MSG_NOT_NAMED, node, "nothing is taken up "
		    "here: name an item, or write what is done");
	else
		rules_check_range(r, node, item);
	if (rules_last(node, item) && !tree_is(item->parent, "item"))
		rules_report_attr(r, MSG_RANGE, node, "through", "only "
		    "sub-items of one item can be taken up as a range");
	buf_dispose(&words);
}

static void
check_ancestors(struct rules *r, const struct takes *t,
    const struct taken *taken)
{
	const xmlNode *item = item_of(taken->take), *up = item->parent;

	for (; tree_is(up, "item"); up = up->parent)
		if (is_taken(t, up))
			rules_report(r, MSG_TAKEN_BOTH, taken->take,
			    "'%s' is part of '%s', which this sitting takes "
			    "up as a whole", tree_attr(item, "id"),
			    tree_attr(up, "id"));
}

/* What one sitting takes up. */
void
rule_taken(struct rules *r, const xmlNode *sitting)
{
	struct takes t = collect(sitting);

	for (size_t i = 0; i < t.count; i++) {
		const struct taken *taken = &t.list[i];

		if (i > 0 && taken[-1].parent == taken->parent &&
		    taken[-1].reach >= taken->first)
			rules_report(r, MSG_TAKEN_TWICE, taken->take,
			    "'%s' is taken up twice in this sitting",
			    tree_attr(taken->take, "item"));
		else
			check_ancestors(r, &t, taken);
	}
	free(t.list);
}
