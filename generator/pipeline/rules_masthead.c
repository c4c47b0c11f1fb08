#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/mend.h"
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
	mend_symbol(r, node, attribute, symbol);
	buf_dispose(&why);
}

static void
report_unlisted(struct rules *r, const xmlNode *node, const char *attribute,
    enum registers_kind kind, const char *word)
{
	static const enum message_id ids[] = { MSG_BODY, MSG_PLACE,
		MSG_STATION };
	const char *key = tree_attr(node, attribute);
	const char *meant = registers_suggest(r->registers, kind, key);
	struct buf hint = BUF_INIT;

	if (meant) {
		buf_printf(&hint, "; did you mean '%s'?", meant);
	} else if (kind == REGISTERS_STATION) {
		buf_puts(&hint, "; listed are ");
		registers_keys(&hint, r->registers, kind);
	}
	rules_report_attr(r, ids[kind], node, attribute,
	    "no %s is listed as '%s'%s", word, key, buf_string(&hint));
	buf_dispose(&hint);
}

void
rules_check_key(struct rules *r, const xmlNode *node, const char *attribute,
    enum registers_kind kind)
{
	static const char *const words[] = { "body", "place", "station" };
	const xmlNode *root = xmlDocGetRootElement(node->doc);
	const char *language = tree_attr(root, "lang");
	const char *key = tree_attr(node, attribute);

	if (!key)
		return;
	if (!registers_has(r->registers, kind, key))
		report_unlisted(r, node, attribute, kind, words[kind]);
	else if (language && kind != REGISTERS_STATION &&
	    !registers_has_name(r->registers, kind, key, language))
		rules_report_attr(r, MSG_NO_NAME, node, attribute,
		    "the %s '%s' has no name in the language '%s' yet",
		    words[kind], key, language);
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

/* Which of the Organization's languages it is; -1 if it is none. */
static int
language_index(const char *word)
{
	static const char *const languages[] = {
		"ar", "en", "es", "fr", "ru", "zh"
	};
	int count = sizeof(languages) / sizeof(*languages), i = 0;

	while (i < count && strcmp(languages[i], word))
		i++;
	return i < count ? i : -1;
}

/* The languages that it is issued in, if not all. */
static void
check_only(struct rules *r, const xmlNode *node)
{
	const char *s = tree_attr(node, "only");
	const char *own = r->language;
	unsigned seen = 0;
	char word[8];
	int end, i;

	if (!s)
		return;
	for (; sscanf(s, " %7s%n", word, &end) == 1; s += end) {
		i = language_index(word);
		if (i < 0)
			rules_report_attr(r, MSG_ONLY, node, "only",
			    "'%s' is none of the languages of issue: these are "
			    "'ar', 'en', 'es', 'fr', 'ru' and 'zh'", word);
		else if (seen & 1u << i)
			rules_report_attr(r, MSG_ONLY, node, "only",
			    "'%s' stands here twice", word);
		seen |= i < 0 ? 0 : 1u << i;
	}
	if (!(seen & 1u << language_index(own)))
		rules_report_attr(r, MSG_ONLY, node, "only",
		    "this version is in '%s', which is not among the "
		    "languages that it is issued in", own);
}

void
rule_masthead(struct rules *r, const xmlNode *node)
{
	long date, start;

	rules_check_symbol(r, node, "symbol", tree_attr(node, "symbol"));
	rules_check_key(r, r->root, "station", REGISTERS_STATION);
	rules_check_key(r, node, "body", REGISTERS_BODY);
	rules_check_date(r, node, "date");
	check_processed(r, node);
	check_only(r, node);
	/* others than agendas are also issued during a meeting, and after */
	if (tree_is(r->root, "agenda") &&
	    rules_date(&date, node, "date") == 0 &&
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

/*
 * Of the bodies that meet, if one of them has a series; otherwise of their
 * parent, or of any body under it.
 */
void
rule_series(struct rules *r, const xmlNode *masthead)
{
	const char *symbol = tree_attr(masthead, "symbol");
	const char *expected = NULL, *series;
	struct buf why = BUF_INIT;
	int known = symbol_check(&why, symbol) == 0;
	const xmlNode *n = r->meeting ? tree_child(r->meeting, "subsidiary") :
	    NULL;

	buf_dispose(&why);
	for (; n; n = tree_next(n, "subsidiary")) {
		series = series_of(r, n);
		if (series && symbol_has_series(symbol, series))
			return;
		expected = series ? series : expected;
	}
	if (!expected && !registers_has_under(r->registers,
	    tree_attr(masthead, "body"), symbol))
		expected = series_of(r, masthead);
	if (known && expected && !symbol_has_series(symbol, expected))
		rules_report_attr(r, MSG_SERIES, masthead, "symbol",
		    "the symbol '%s' does not begin with '%s/', as those of "
		    "its body do", symbol, expected);
}

/* How the symbols of companions end. */
static const struct companion {
	const char *kind, *word, *name;
} companions[] = {
	{ "addendum", "Add", "an addendum" },
	{ "revision", "Rev", "a revision" },
	{ "corrigendum", "Corr", "a corrigendum" },
};

enum { COMPANIONS = sizeof(companions) / sizeof(*companions) };

static const struct companion *
companion_of_root(const xmlNode *root)
{
	const struct companion *c = companions;

	for (; c < companions + COMPANIONS; c++)
		if (tree_is(root, c->kind) ||
		    tree_attr_is(root, "kind", c->kind))
			return c;
	return NULL;
}

static const struct companion *
companion_of_symbol(const char *symbol)
{
	const struct companion *c = companions;

	for (; c < companions + COMPANIONS; c++)
		if (symbol_modifier(symbol, c->word))
			return c;
	return NULL;
}

/* The symbol says what the document is, and the document says it too. */
void
rule_kind(struct rules *r, const xmlNode *masthead)
{
	const char *symbol = tree_attr(masthead, "symbol");
	const struct companion *is = companion_of_root(r->root);
	const struct companion *says = companion_of_symbol(symbol);
	struct buf why = BUF_INIT;

	if (symbol_check(&why, symbol) < 0 || is == says)
		;
	else if (is)
		rules_report_attr(r, MSG_KIND, masthead, "symbol",
		    "'%s' is not the symbol of %s, which ends as in /%s.1",
		    symbol, is->name, is->word);
	else if (strcmp(says->kind, "corrigendum") == 0)
		rules_report_attr(r, MSG_KIND, masthead, "symbol",
		    "'%s' is the symbol of a corrigendum, and such a document "
		    "starts with <corrigendum>", symbol);
	else
		rules_report_attr(r, MSG_KIND, masthead, "symbol",
		    "'%s' is the symbol of %s: write kind=\"%s\" in <%s>",
		    symbol, says->name, says->kind, tree_name(r->root));
	buf_dispose(&why);
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

/* "07-83856E", or as it is printed, "07-83856 (E)". */
static int
has_language_letter(const char *s)
{
	static const char between[] = " -(";
	char number[16];

	snprintf(number, sizeof(number), "%.8s", s);
	if (!is_job_number(number))
		return 0;
	s += strlen(number);
	s += strspn(s, between);
	return *s && strchr("ACEFRSacefrs", *s) &&
	    (!s[1] || strcmp(s + 1, ")") == 0);
}

static void
report_job(struct rules *r, const xmlNode *masthead, const char *prefix)
{
	const char *job = tree_attr(masthead, "job");
	const char *station = registers_job_station(r->registers, job);
	size_t len = strcspn(job, "0123456789");

	if (has_language_letter(job + len))
		rules_report_attr(r, MSG_JOB, masthead, "job", "'%s' has the "
		    "letter of the language, which is made: leave it out",
		    job);
	else if (station && is_job_number(job + len))
		rules_report_attr(r, MSG_JOB, masthead, "job", "'%s' is a job "
		    "number of the station '%s', and this document is of "
		    "'%s'", job, station, tree_attr(r->root, "station"));
	else
		rules_report_attr(r, MSG_JOB, masthead, "job", "'%s' is no "
		    "job number of this station: it must be as in %s07-83856",
		    job, prefix);
}

void
rule_job(struct rules *r, const xmlNode *masthead)
{
	const char *job = tree_attr(masthead, "job");
	const char *prefix = registers_job_prefix(r->registers,
	    tree_attr(r->root, "station"));
	int year;
	long date;

	if (!job)
		rules_report(r, MSG_NO_JOB, masthead, "no job number: none is "
		    "printed, nor bars at the foot of page 1");
	if (!prefix || !job)
		return;
	if (strncmp(job, prefix, strlen(prefix)) ||
	    !is_job_number(job + strlen(prefix))) {
		report_job(r, masthead, prefix);
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
