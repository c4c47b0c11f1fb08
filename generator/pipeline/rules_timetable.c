#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/date.h"

/* No day has more meetings at the same time, and none is looked for. */
enum { MOST_TRACKS = 500 };

enum { NOON = 12 * 60, MIDNIGHT = 24 * 60 };

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

/* The last day of a row of the timetable: its only one, or `until`. */
static int
last_day(long *day, const xmlNode *node)
{
	return rules_date(day, node, tree_attr(node, "until") ? "until" :
	    "date");
}

/* A row for several days ends on a later one. */
static void
check_until(struct rules *r, const xmlNode *node)
{
	long day, until;

	rules_check_date(r, node, "until");
	rules_check_inside(r, node, "until");
	if (rules_date(&day, node, "date") == 0 &&
	    rules_date(&until, node, "until") == 0 && until <= day)
		rules_report_attr(r, MSG_MEETING, node, "until",
		    "'%s' is not after '%s', where this begins",
		    tree_attr(node, "until"), tree_attr(node, "date"));
}

void
rule_day(struct rules *r, const xmlNode *node)
{
	const char *date = tree_attr(node, "date");
	const xmlNode *last = before(node);
	long day, other;

	rules_check_date(r, node, "date");
	rules_check_inside(r, node, "date");
	check_until(r, node);
	if (last && rules_date(&day, node, "date") == 0 &&
	    last_day(&other, last) == 0 && other >= day)
		rules_report_attr(r, MSG_DAY_ORDER, node, "date",
		    other == day ? "the day '%s' stands twice" :
		    "the day '%s' stands after a later one", date);
}

/* When something begins at the latest, so far as is said. */
static int
latest_start(int *minutes, const xmlNode *node)
{
	if (rules_time(minutes, node, "start") == 0)
		return 0;
	if (!tree_attr(node, "half"))
		return -1;
	*minutes = tree_attr_is(node, "half", "am") ? NOON - 1 : MIDNIGHT - 1;
	return 0;
}

/* When it ends at the earliest. */
static int
earliest_end(int *minutes, const xmlNode *node)
{
	if (rules_time(minutes, node, "end") == 0 ||
	    rules_time(minutes, node, "start") == 0)
		return 0;
	*minutes = NOON;
	return tree_attr_is(node, "half", "pm") ? 0 : -1;
}

/* Meetings of two tracks are held at the same time; a break is for all. */
static int
share_track(const xmlNode *a, const xmlNode *b)
{
	const char *track = tree_attr(a, "track");

	return !track || !tree_attr(b, "track") ||
	    tree_attr_is(b, "track", track);
}

/* Of two that come before a break, the one that ends later. */
static const xmlNode *
later(const xmlNode *a, const xmlNode *b)
{
	int one, other;

	if (!b || earliest_end(&other, b) < 0)
		return a;
	return earliest_end(&one, a) == 0 && one > other ? a : b;
}

/*
 * What this must not begin before the end of; NULL if there is nothing.  A
 * break waits for all meetings since the last one.
 */
static const xmlNode *
waits_for(const xmlNode *node)
{
	const xmlNode *last = NULL, *n = node->prev;

	for (int i = 0; n && i < MOST_TRACKS; n = n->prev) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		i++;
		if (!share_track(n, node))
			continue;
		last = later(n, last);
		if (!tree_is(node, "break") || tree_is(n, "break"))
			break;
	}
	return last;
}

/* The sitting or break that this one begins before the end of; NULL: none. */
static const xmlNode *
overlapped(const xmlNode *node)
{
	const xmlNode *last = waits_for(node);
	int start, end;

	return last && latest_start(&start, node) == 0 &&
	    earliest_end(&end, last) == 0 && end > start ? last : NULL;
}

int
rules_overlaps(const xmlNode *sitting)
{
	return overlapped(sitting) != NULL;
}

static void
check_order(struct rules *r, const xmlNode *node)
{
	const xmlNode *last = overlapped(node);
	const char *at = tree_attr(node, "start") ? "start" : "half";
	int start;

	if (!last)
		return;
	if (tree_attr(node, "start") && tree_attr(last, "end"))
		rules_report_attr(r, MSG_OVERLAP, node, at,
		    "the %s begins at '%s', before the one above it ends at "
		    "'%s'%s", tree_name(node), tree_attr(node, "start"),
		    tree_attr(last, "end"),
		    rules_time(&start, node, "start") == 0 &&
		    start < RULES_EARLIEST ?
		    ": in the afternoon, the hours run on to 24" : "");
	else
		rules_report_attr(r, MSG_OVERLAP, node, at,
		    "the %s is held before the one above it",
		    tree_name(node));
}

/* Sittings and breaks, in the order of the day. */
void
rule_hours(struct rules *r, const xmlNode *day)
{
	for (const xmlNode *n = day->children; n; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		rules_check_hours(r, n, "start", "end", "half");
		check_order(r, n);
	}
}

/* Where meetings are held at the same time, each says which one it is. */
void
rule_sitting(struct rules *r, const xmlNode *node)
{
	const char *id = tree_attr(node, "track");
	const xmlNode *timetable = node->parent->parent;
	const xmlNode *track = tree_by_id(node, id);

	if (id && (!tree_is(track, "track") || track->parent != timetable))
		rules_report_attr(r, MSG_TRACK, node, "track",
		    "'%s' is not the id of a track of this timetable", id);
	else if (!id && tree_child(timetable, "track"))
		rules_report(r, MSG_TRACK, node, "the meetings of this "
		    "timetable are held on tracks: say which with 'track'");
}
