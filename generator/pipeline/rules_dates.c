#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/date.h"

static void
report_form(struct rules *r, const xmlNode *node, const char *attribute,
    const char *word, const char *form)
{
	const char *value = tree_attr(node, attribute);

	if (tree_is_blank(value))
		rules_report_attr(r, MSG_DATE, node, attribute,
		    "'%s' is empty: it must be %s", attribute, form);
	else
		rules_report_attr(r, MSG_DATE, node, attribute,
		    "'%s' is no %s: it must be %s", value, word, form);
}

void
rules_check_date(struct rules *r, const xmlNode *node, const char *attribute)
{
	const char *value = tree_attr(node, attribute);
	long days;

	if (!value)
		return;
	switch (date_parse(&days, value)) {
	case DATE_OK:
		break;
	case DATE_FORM:
		report_form(r, node, attribute, "date",
		    "year-month-day, as in 2007-10-03");
		break;
	case DATE_NONE:
		rules_report_attr(r, MSG_NO_DAY, node, attribute,
		    "there is no day '%s' in the calendar", value);
		break;
	}
}

void
rules_check_time(struct rules *r, const xmlNode *node, const char *attribute)
{
	const char *value = tree_attr(node, attribute);
	int minutes;

	if (!value)
		return;
	switch (time_parse(&minutes, value)) {
	case DATE_OK:
		break;
	case DATE_FORM:
		report_form(r, node, attribute, "time",
		    "hours and minutes, as in 15:00");
		break;
	case DATE_NONE:
		rules_report_attr(r, MSG_NO_DAY, node, attribute,
		    "there is no time '%s'", value);
		break;
	}
}

int
rules_date(long *days, const xmlNode *node, const char *attribute)
{
	const char *value = node ? tree_attr(node, attribute) : NULL;

	return value && date_parse(days, value) == DATE_OK ? 0 : -1;
}

int
rules_time(int *minutes, const xmlNode *node, const char *attribute)
{
	const char *value = tree_attr(node, attribute);

	return value && time_parse(minutes, value) == DATE_OK ? 0 : -1;
}

void
rules_check_pair(struct rules *r, const xmlNode *node, const char *attribute,
    const char *needed)
{
	if (tree_attr(node, attribute) && !tree_attr(node, needed))
		rules_report_attr(r, MSG_HALF_SPAN, node, attribute,
		    "'%s' is given without '%s'", attribute, needed);
}

void
rules_check_span(struct rules *r, const xmlNode *node, const char *start,
    const char *end)
{
	long first, last;

	rules_check_date(r, node, start);
	rules_check_date(r, node, end);
	rules_check_pair(r, node, end, start);
	if (rules_date(&first, node, start) == 0 &&
	    rules_date(&last, node, end) == 0 && last < first)
		rules_report_attr(r, MSG_MEETING, node, end,
		    "'%s' is before '%s', where this begins",
		    tree_attr(node, end), tree_attr(node, start));
}

static int
lies_in(long day, const xmlNode *span)
{
	long start, end;

	/* what is wrong with the span itself is reported there */
	return rules_date(&start, span, "start") < 0 ||
	    rules_date(&end, span, "end") < 0 || start > end ||
	    (day >= start && day <= end);
}

/* Of a session in parts, the days between these are none of its own. */
void
rules_check_inside(struct rules *r, const xmlNode *node,
    const char *attribute)
{
	const xmlNode *part = r->meeting ? tree_child(r->meeting, "part") :
	    NULL;
	long day;

	if (!r->meeting || rules_date(&day, node, attribute) < 0)
		return;
	if (!lies_in(day, r->meeting)) {
		rules_report_attr(r, MSG_OUTSIDE, node, attribute,
		    "'%s' is no day of the meeting, which lasts from '%s' to "
		    "'%s'", tree_attr(node, attribute),
		    tree_attr(r->meeting, "start"),
		    tree_attr(r->meeting, "end"));
		return;
	}
	if (!part)
		return;
	while (part && !lies_in(day, part))
		part = tree_next(part, "part");
	if (!part)
		rules_report_attr(r, MSG_OUTSIDE, node, attribute,
		    "'%s' is a day of no part of the session",
		    tree_attr(node, attribute));
}

void
rule_date(struct rules *r, const xmlNode *node)
{
	rules_check_date(r, node, "value");
}

void
rule_dates(struct rules *r, const xmlNode *node)
{
	rules_check_span(r, node, "start", "end");
}

void
rule_time(struct rules *r, const xmlNode *node)
{
	rules_check_time(r, node, "value");
}

void
rules_check_hours(struct rules *r, const xmlNode *node, const char *start,
    const char *end, const char *half)
{
	int first, last;

	rules_check_time(r, node, start);
	rules_check_time(r, node, end);
	rules_check_pair(r, node, end, start);
	if (tree_attr(node, half) && tree_attr(node, start))
		rules_report_attr(r, MSG_HALF_DAY, node, half,
		    "hours and half a day are both given: leave out '%s', or "
		    "the hours", half);
	if (rules_time(&first, node, start) == 0 &&
	    rules_time(&last, node, end) == 0 && last <= first)
		rules_report_attr(r, MSG_SITTING, node, end,
		    "the %s ends at '%s', but begins at '%s'",
		    tree_name(node), tree_attr(node, end),
		    tree_attr(node, start));
}

void
rule_schedule(struct rules *r, const xmlNode *node)
{
	rules_check_span(r, node, "start", "end");
	rules_check_inside(r, node, "start");
	rules_check_inside(r, node, "end");
	rules_check_pair(r, node, "end-half", "end");
	rules_check_hours(r, node, "from", "to", "start-half");
}
