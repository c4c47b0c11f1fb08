#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/date.h"

void
rules_check_date(struct rules *r, const xmlNode *node, const char *attribute)
{
	const char *value = tree_attr(node, attribute);
	long days;

	switch (date_parse(&days, value)) {
	case DATE_OK:
		break;
	case DATE_FORM:
		rules_report_attr(r, MSG_DATE, node, attribute,
		    "'%s' is no date: it must be year-month-day, as in "
		    "2007-10-03", value);
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

	switch (time_parse(&minutes, value)) {
	case DATE_OK:
		break;
	case DATE_FORM:
		rules_report_attr(r, MSG_DATE, node, attribute,
		    "'%s' is no time: it must be hours and minutes, as in "
		    "15:00", value);
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
	return date_parse(days, tree_attr(node, attribute)) == DATE_OK ?
	    0 : -1;
}

void
rule_date(struct rules *r, const xmlNode *node)
{
	rules_check_date(r, node, "value");
}

void
rule_dates(struct rules *r, const xmlNode *node)
{
	long start, end;

	rules_check_date(r, node, "start");
	rules_check_date(r, node, "end");
	if (rules_date(&start, node, "start") == 0 &&
	    rules_date(&end, node, "end") == 0 && end < start)
		rules_report_attr(r, MSG_MEETING, node, "end",
		    "'%s' is before '%s', where this begins",
		    tree_attr(node, "end"), tree_attr(node, "start"));
}

void
rule_time(struct rules *r, const xmlNode *node)
{
	rules_check_time(r, node, "value");
}
