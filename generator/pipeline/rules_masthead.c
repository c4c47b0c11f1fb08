#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/registers.h"
#include "pipeline/rule.h"
#include "pipeline/symbol.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/date.h"

void
rules_check_symbol(struct rules *r, const xmlNode *node,
    const char *attribute, const char *symbol)
{
	static const char format[] = "'%s' is no document symbol: %s";
	struct buf why = BUF_INIT;

	if (symbol_check(&why, symbol) == 0)
		return;
	if (attribute)
		rules_report_attr(r, MSG_SYMBOL, node, attribute, format,
		    symbol, buf_string(&why));
	else
		rules_report(r, MSG_SYMBOL, node, format, symbol,
		    buf_string(&why));
	buf_dispose(&why);
}

/* A key of one of the registers. */
static void
check_key(struct rules *r, const xmlNode *node, const char *attribute,
    enum registers_kind kind)
{
	static const enum message_id ids[] = { MSG_BODY, MSG_PLACE };
	static const char *const words[] = { "body", "place" };
	const char *key = tree_attr(node, attribute);
	const char *meant;

	if (registers_has(r->registers, kind, key))
		return;
	meant = registers_suggest(r->registers, kind, key);
	if (meant)
		rules_report_attr(r, ids[kind], node, attribute,
		    "no %s is listed as '%s'; did you mean '%s'?",
		    words[kind], key, meant);
	else
		rules_report_attr(r, ids[kind], node, attribute,
		    "no %s is listed as '%s'", words[kind], key);
}

void
rule_agenda(struct rules *r, const xmlNode *root)
{
	const char *language = tree_attr(root, "lang");

	if (!registers_has_words(r->registers, language))
		rules_report_attr(r, MSG_LANGUAGE, root, "xml:lang",
		    "unagenda has no words of the language '%s' yet",
		    language);
}

/* The days behind the job number. */
static void
check_processed(struct rules *r, const xmlNode *node)
{
	const char *s = tree_attr(node, "processed");
	char day[16];
	int end;
	long days;

	for (; s && sscanf(s, " %15s%n", day, &end) == 1; s += end)
		if (date_parse(&days, day) != DATE_OK)
			rules_report_attr(r, MSG_DATE, node, "processed",
			    "'%s' is no date: it must be year-month-day, as "
			    "in 2007-06-29", day);
}

void
rule_masthead(struct rules *r, const xmlNode *node)
{
	long date, start;

	rules_check_symbol(r, node, "symbol", tree_attr(node, "symbol"));
	check_key(r, node, "body", REGISTERS_BODY);
	rules_check_date(r, node, "date");
	check_processed(r, node);
	if (rules_date(&date, node, "date") == 0 &&
	    rules_date(&start, r->meeting, "start") == 0 && date > start)
		rules_report_attr(r, MSG_LATE, node, "date",
		    "the document is dated '%s', after its meeting began on "
		    "'%s'", tree_attr(node, "date"),
		    tree_attr(r->meeting, "start"));
}

static const char *
series_of(const struct rules *r, const xmlNode *node)
{
	const char *key = tree_attr(node, "body");

	return key ? registers_series(r->registers, key) : NULL;
}

/* Of the bodies that meet; if none of them has a series, of their parent. */
void
rule_series(struct rules *r, const xmlNode *masthead)
{
	const char *symbol = tree_attr(masthead, "symbol");
	const char *expected = NULL, *series;
	struct buf why = BUF_INIT;
	int known = symbol_check(&why, symbol) == 0;
	const xmlNode *n = tree_child(r->meeting, "subsidiary");

	buf_dispose(&why);
	for (; n; n = tree_next(n, "subsidiary")) {
		series = series_of(r, n);
		if (series && symbol_has_series(symbol, series))
			return;
		expected = series ? series : expected;
	}
	if (!expected)
		expected = series_of(r, masthead);
	if (known && expected && !symbol_has_series(symbol, expected))
		rules_report_attr(r, MSG_SERIES, masthead, "symbol",
		    "the symbol '%s' does not begin with '%s/', as those of "
		    "its body do", symbol, expected);
}

/* "V.07-83856" and the like, by duty station. */
static const struct job_form {
	const char *station, *prefix;
} job_forms[] = {
	{ "geneva", "GE." },
	{ "new-york", "" },
	{ "vienna", "V." },
};

static const char *
job_prefix(const char *station)
{
	size_t count = sizeof(job_forms) / sizeof(*job_forms);

	for (size_t i = 0; i < count; i++)
		if (strcmp(job_forms[i].station, station) == 0)
			return job_forms[i].prefix;
	return NULL;
}

/* "07-83856" */
static int
is_job_number(const char *s)
{
	static const char form[] = "00-00000";
	size_t i = 0;

	while (form[i] && (form[i] == '-' ? s[i] == '-' :
	    isdigit((unsigned char)s[i])))
		i++;
	return !form[i] && !s[i];
}

void
rule_job(struct rules *r, const xmlNode *masthead)
{
	const char *job = tree_attr(masthead, "job");
	const char *prefix = job_prefix(tree_attr(r->root, "station"));
	int year;
	long date;

	if (!prefix)
		return;
	if (strncmp(job, prefix, strlen(prefix)) ||
	    !is_job_number(job + strlen(prefix))) {
		rules_report_attr(r, MSG_JOB, masthead, "job",
		    "'%s' is no job number of this station: it must be as in "
		    "%s07-83856", job, prefix);
		return;
	}
	if (rules_date(&date, masthead, "date") < 0)
		return;
	year = date_year(date) % 100 - atoi(job + strlen(prefix));
	/* a document may be registered just before or after new year */
	if (abs(year) > 1 && abs(year) != 99)
		rules_report_attr(r, MSG_JOB_YEAR, masthead, "job",
		    "the job number '%s' and the date '%s' are of different "
		    "years", job, tree_attr(masthead, "date"));
}

void
rule_meeting(struct rules *r, const xmlNode *node)
{
	rule_dates(r, node);
	check_key(r, node, "place", REGISTERS_PLACE);
}

void
rule_subsidiary(struct rules *r, const xmlNode *node)
{
	struct buf name = BUF_INIT;
	const char *body = tree_attr(node, "body");

	tree_text(&name, node, NULL);
	if (body && name.len)
		rules_report(r, MSG_SUBSIDIARY, node,
		    "this body has a key and a name: leave out one of them");
	else if (body)
		check_key(r, node, "body", REGISTERS_BODY);
	else if (!name.len)
		rules_report(r, MSG_SUBSIDIARY, node,
		    "this body has neither a key nor a name");
	buf_dispose(&name);
}
