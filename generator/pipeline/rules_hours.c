#include "pipeline/rule.h"
#include "pipeline/tree.h"

/*
 * Meetings are held from 10 to 1 and from 3 to 6: the building is not open at
 * other hours as a matter of course, and interpreters work for three hours.
 */
enum {
	LATEST = 22 * 60,
	LUNCH = 13 * 60, OVER = 30
};

void
rule_unusual_hours(struct rules *r, const xmlNode *node)
{
	int start, end;

	/* one of the hours is wrong, which is said */
	if (rules_overlaps(node))
		return;
	if (rules_time(&start, node, "start") == 0 && start < RULES_EARLIEST)
		rules_report_attr(r, MSG_HOURS, node, "start",
		    "this meeting begins at '%s', before 07:00: in the "
		    "afternoon, the hours run on to 24",
		    tree_attr(node, "start"));
	else if (rules_time(&end, node, "end") == 0 && end > LATEST)
		rules_report_attr(r, MSG_HOURS, node, "end",
		    "this meeting ends at '%s', after 22:00",
		    tree_attr(node, "end"));
	else if (rules_time(&start, node, "start") == 0 &&
	    rules_time(&end, node, "end") == 0 && start < LUNCH &&
	    end > LUNCH + OVER)
		rules_report_attr(r, MSG_LUNCH, node, "end",
		    "this meeting runs from '%s' to '%s', across lunch from "
		    "13:00", tree_attr(node, "start"),
		    tree_attr(node, "end"));
}

static const xmlNode *
find(const xmlNode *top, const char *name)
{
	const xmlNode *n = top;

	while (n && !tree_is(n, name))
		n = tree_walk(n, top);
	return n;
}

/* The day of the timetable that is meant: its first, if no other is named. */
static const xmlNode *
day_of(const xmlNode *timetable, const xmlNode *time)
{
	const xmlNode *day = tree_child(timetable, "day"), *n = time->prev;
	const char *date = NULL;

	while (n && !tree_is(n, "date"))
		n = n->prev;
	if (!n)
		n = tree_next(time, "date");
	if (n)
		date = tree_attr(n, "value");
	while (date && day && !tree_attr_is(day, "date", date))
		day = tree_next(day, "day");
	return day;
}

/* What is wrong with the hours themselves is said there. */
static int
has_wrong_hours(const xmlNode *node)
{
	int start, end;

	return rules_time(&start, node, "start") < 0 ||
	    (tree_attr(node, "end") &&
	    (rules_time(&end, node, "end") < 0 || end <= start));
}

/* Whether a meeting or a break of the day begins then, or none says when. */
static int
begins_then(const xmlNode *day, const char *time)
{
	int hours = 0;

	for (const xmlNode *n = day->children; n; n = n->next) {
		const char *start = n->type == XML_ELEMENT_NODE ?
		    tree_attr(n, "start") : NULL;

		if (start && (tree_attr_is(n, "start", time) ||
		    has_wrong_hours(n)))
			return 1;
		hours |= start != NULL;
	}
	return !hours;
}

/* The first time of day in a text about the opening; NULL if one fits. */
static const xmlNode *
wrong_time(const xmlNode *timetable, const xmlNode *top)
{
	const xmlNode *wrong = NULL;

	for (const xmlNode *n = top; n; n = tree_walk(n, top)) {
		const xmlNode *day;
		int minutes;

		if (!tree_is(n, "time"))
			continue;
		day = day_of(timetable, n);
		if (!day || rules_time(&minutes, n, "value") < 0 ||
		    begins_then(day, tree_attr(n, "value")))
			return NULL;
		wrong = wrong ? wrong : n;
	}
	return wrong;
}

static void
check_opening(struct rules *r, const xmlNode *timetable, const xmlNode *top)
{
	const xmlNode *time = top ? wrong_time(timetable, top) : NULL;

	if (time)
		rules_report_attr(r, MSG_OPENING, time, "value",
		    "no meeting begins at '%s' on this day in the timetable",
		    tree_attr(time, "value"));
}

/* The first of the agenda's items, or of its sub-items. */
static const xmlNode *
first_item(const xmlNode *items)
{
	const xmlNode *n = items->children, *item;

	while (n && !tree_is(n, "item") && !tree_is(n, "event") &&
	    !tree_is(n, "group"))
		n = n->next;
	while (n && (item = tree_child(n, "item")) != NULL)
		n = item;
	return n;
}

/* What the texts say of the opening, and what the timetable does. */
void
rule_opening(struct rules *r, const xmlNode *root)
{
	const xmlNode *items = tree_child(root, "items");
	const xmlNode *timetable = find(root, "timetable");
	const xmlNode *first = first_item(items);

	if (!timetable)
		return;
	check_opening(r, timetable, tree_child(root, "convening"));
	check_opening(r, timetable, tree_child(first, "annotation"));
}
