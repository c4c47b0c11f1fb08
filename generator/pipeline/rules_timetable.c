#include <libxml/parser.h>
#include <libxml/valid.h>
#include <stdint.h>
#include <stdlib.h>

#include "pipeline/document.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/date.h"

/* Which items are taken up: sorted by item, then by the order of the file. */
struct taken {
	const xmlNode *item;
	const xmlNode *take;
};

struct takes {
	struct taken *list;
	size_t count, size;
};

static int
compare(const void *left, const void *right)
{
	const struct taken *a = left, *b = right;
	uintptr_t one = (uintptr_t)a->item, other = (uintptr_t)b->item;

	if (one == other) {
		one = (uintptr_t)a->take->_private;
		other = (uintptr_t)b->take->_private;
	}
	return one < other ? -1 : one > other;
}

static int
compare_items(const void *item, const void *taken)
{
	uintptr_t one = (uintptr_t)item;
	uintptr_t other = (uintptr_t)((const struct taken *)taken)->item;

	return one < other ? -1 : one > other;
}

/* NULL when the take names something that is no item. */
static const xmlNode *
item_of(const xmlNode *take)
{
	const xmlAttr *id = xmlGetID(take->doc,
	    (const xmlChar *)tree_attr(take, "item"));

	return id && tree_is(id->parent, "item") ? id->parent : NULL;
}

static struct takes
collect(const xmlNode *top)
{
	struct takes t = { NULL, 0, 0 };

	for (const xmlNode *n = top; n; n = tree_walk(n, top)) {
		const xmlNode *item = tree_is(n, "take") ? item_of(n) : NULL;
		size_t size = grown(t.size, t.count + 1);

		if (!item)
			continue;
		if (size != t.size)
			t.list = xrealloc(t.list, size, sizeof(*t.list));
		t.size = size;
		t.list[t.count++] = (struct taken){ item, n };
	}
	if (t.count)
		qsort(t.list, t.count, sizeof(*t.list), compare);
	return t;
}

static int
is_taken(const struct takes *t, const xmlNode *item)
{
	return t->count && bsearch(item, t->list, t->count, sizeof(*t->list),
	    compare_items);
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

void
rule_coverage(struct rules *r, const xmlNode *root)
{
	const xmlNode *item = tree_child(tree_child(root, "items"), "item");
	struct takes t = collect(root);

	/* without a timetable nothing is to be covered */
	for (; t.count && item; item = tree_next(item, "item"))
		check_covered(r, &t, item);
	free(t.list);
}

void
rule_take(struct rules *r, const xmlNode *node)
{
	if (!item_of(node))
		rules_report_attr(r, MSG_NO_ITEM, node, "item",
		    "'%s' is not the id of an item", tree_attr(node, "item"));
}

/* The element before this one in the same folder, of the same name. */
static const xmlNode *
before(const xmlNode *node)
{
	const char *name = tree_name(node);

	do
		node = node->prev;
	while (node && !tree_is(node, name));
	return node;
}

void
rule_day(struct rules *r, const xmlNode *node)
{
	const char *date = tree_attr(node, "date");
	const xmlNode *last = before(node);
	long day, start, end, other;

	rules_check_date(r, node, "date");
	if (rules_date(&day, node, "date") < 0)
		return;
	if (rules_date(&start, r->meeting, "start") == 0 &&
	    rules_date(&end, r->meeting, "end") == 0 && start <= end &&
	    (day < start || day > end))
		rules_report_attr(r, MSG_OUTSIDE, node, "date",
		    "'%s' is no day of the meeting, which lasts from '%s' to "
		    "'%s'", date, tree_attr(r->meeting, "start"),
		    tree_attr(r->meeting, "end"));
	if (last && rules_date(&other, last, "date") == 0 && other >= day)
		rules_report_attr(r, MSG_DAY_ORDER, node, "date",
		    other == day ? "the day '%s' stands twice" :
		    "the day '%s' stands after a later one", date);
}

static int
time_of(int *minutes, const xmlNode *node, const char *attribute)
{
	return time_parse(minutes, tree_attr(node, attribute)) == DATE_OK ?
	    0 : -1;
}

static void
check_hours(struct rules *r, const xmlNode *node)
{
	const xmlNode *last = before(node);
	int start, end, other;

	rules_check_time(r, node, "start");
	rules_check_time(r, node, "end");
	if (time_of(&start, node, "start") < 0)
		return;
	if (time_of(&end, node, "end") == 0 && end <= start)
		rules_report_attr(r, MSG_SITTING, node, "end",
		    "the sitting ends at '%s', but begins at '%s'",
		    tree_attr(node, "end"), tree_attr(node, "start"));
	if (last && time_of(&other, last, "end") == 0 && other > start)
		rules_report_attr(r, MSG_OVERLAP, node, "start",
		    "the sitting begins at '%s', before the one above it "
		    "ends at '%s'", tree_attr(node, "start"),
		    tree_attr(last, "end"));
}

static void
check_ancestors(struct rules *r, const struct takes *t,
    const struct taken *taken)
{
	const xmlNode *up = taken->item->parent;

	for (; tree_is(up, "item"); up = up->parent)
		if (is_taken(t, up))
			rules_report(r, MSG_TAKEN_BOTH, taken->take,
			    "'%s' is part of '%s', which this sitting takes "
			    "up as a whole", tree_attr(taken->item, "id"),
			    tree_attr(up, "id"));
}

void
rule_sitting(struct rules *r, const xmlNode *node)
{
	struct takes t = collect(node);

	check_hours(r, node);
	for (size_t i = 0; i < t.count; i++) {
		const struct taken *taken = &t.list[i];

		if (i > 0 && taken[-1].item == taken->item)
			rules_report(r, MSG_TAKEN_TWICE, taken->take,
			    "'%s' is taken up twice in this sitting",
			    tree_attr(taken->item, "id"));
		else
			check_ancestors(r, &t, taken);
	}
	free(t.list);
}
