#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/symbol.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/date.h"

/* What is typed as plain text where an element would check and form it. */

/* More of one kind in one text say nothing new. */
enum { MOST = 20 };

/* Symbols start with so many capitals. */
enum { MOST_CAPITALS = 5 };

/* "1/3/2007", "10.03.2007" */
enum { SHORTEST = 8, LONGEST = 10 };

/* "2007-10-03" for any int, so that nothing is cut. */
enum { DAY = 40 };

/* Of these, no element may stand in the text. */
static int
may_hold_elements(const xmlNode *text)
{
	static const char *const names[] = {
		"subsidiary", "session", "break", "by"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (tree_is(text->parent, names[i]))
			return 0;
	return !rules_is_quoted(text);
}

/* Standards and vocabularies are named with slashes too. */
static int
is_of_another(const char *s, size_t len)
{
	static const char *const words[] = { "IEC", "ISO", "UN" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i]) == len && strncmp(s, words[i], len) == 0)
			return 1;
	return 0;
}

/* Where the capitals before a slash start; NULL if no symbol starts so. */
static const char *
first_component(const char *text, const char *slash)
{
	const char *s = slash;

	while (s > text && isupper((unsigned char)s[-1]))
		s--;
	if (s == slash || slash - s > MOST_CAPITALS ||
	    is_of_another(s, (size_t)(slash - s)))
		return NULL;
	return s > text && (isalnum((unsigned char)s[-1]) ||
	    strchr("/-_.:=?&#", s[-1])) ? NULL : s;
}

/* As far as components go that have a capital or a figure first. */
static size_t
components_len(const char *s, int *slashes, int *figures)
{
	size_t len = strcspn(s, "/");

	*slashes = *figures = 0;
	while (s[len] == '/' && (isupper((unsigned char)s[len + 1]) ||
	    isdigit((unsigned char)s[len + 1]))) {
		len++;
		++*slashes;
		for (; isalnum((unsigned char)s[len]) ||
		    (strchr(".-&", s[len]) && s[len] &&
		    isalnum((unsigned char)s[len + 1])); len++)
			*figures |= isdigit((unsigned char)s[len]);
	}
	return len;
}

static void
report_symbol(struct rules *r, const xmlNode *node, const char *s, size_t len)
{
	const char *text = (const char *)node->content;
	char *symbol = xstrndup(s, len);
	struct buf why = BUF_INIT;

	if (tree_is(node->parent, "document") &&
	    !tree_attr(node->parent, "symbol"))
		rules_report_text(r, MSG_TYPED_SYMBOL, node,
		    rules_span(text, s, len), "'%s' is typed: write "
		    "symbol=\"%s\" in <document>, which prints it behind the "
		    "title", symbol, symbol);
	else if (symbol_check(&why, symbol) == 0)
		rules_report_text(r, MSG_TYPED_SYMBOL, node,
		    rules_span(text, s, len), "'%s' is typed: in <symbol> it "
		    "is checked, and leads to the document", symbol);
	else
		rules_report_text(r, MSG_TYPED_SYMBOL, node,
		    rules_span(text, s, len), "'%s' is typed, and is no "
		    "document symbol: %s; put it into <symbol>", symbol,
		    buf_string(&why));
	buf_dispose(&why);
	free(symbol);
}

void
rule_typed_symbol(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *start;
	const char *s = strchr(text, '/');
	int slashes, figures;
	size_t len;

	if (!s || !may_hold_elements(node))
		return;
	for (int found = 0; s && found < MOST; s = strchr(s, '/')) {
		start = first_component(text, s);
		len = start ? components_len(start, &slashes, &figures) : 0;
		/* "AC/DC" and "and/or" are none */
		if (len && slashes > 1 && figures && start[len] != '/') {
			report_symbol(r, node, start, len);
			found++;
		}
		s = len ? start + len : s + 1;
	}
}

/* Writes the day as <date> has it; 0 if there is no such day. */
static int
write_day(char day[DAY], int year, int month, int number)
{
	long days;

	snprintf(day, DAY, "%04d-%02d-%02d", year, month, number);
	return year >= 1900 && date_parse(&days, day) == DATE_OK;
}

/* The days that a date in figures can be: 10/03/2007 has two readings. */
static int
readings(char days[2][DAY], const char *s, size_t len)
{
	int a, b, year, end = 0, count;
	char first, second;

	if (sscanf(s, "%4d-%2d-%2d%n", &year, &a, &b, &end) == 3 &&
	    (size_t)end == len)
		return write_day(days[0], year, a, b);
	if (sscanf(s, "%2d%c%2d%c%4d%n", &a, &first, &b, &second, &year,
	    &end) != 5 || (size_t)end != len || first != second)
		return 0;
	count = write_day(days[0], year, b, a);
	/* with full stops, the day comes first everywhere */
	return count + (first != '.' && a != b &&
	    write_day(days[count], year, a, b));
}

static void
report_date(struct rules *r, const xmlNode *node, const char *s, size_t len)
{
	const char *text = (const char *)node->content;
	char days[2][DAY];
	int count = readings(days, s, len);

	if (count == 1)
		rules_report_text(r, MSG_TYPED_DATE, node,
		    rules_span(text, s, len), "'%.*s' is a date in figures: "
		    "write <date value=\"%s\"/>, which makes its words",
		    (int)len, s, days[0]);
	else if (count == 2)
		rules_report_text(r, MSG_TYPED_DATE, node,
		    rules_span(text, s, len), "'%.*s' can be two days: write "
		    "<date value=\"%s\"/> or <date value=\"%s\"/>", (int)len,
		    s, days[0], days[1]);
}

/* Not within a longer number, an address or a symbol. */
static int
stands_alone(const char *text, const char *s, size_t len)
{
	return !isalpha((unsigned char)s[len]) && s[len] != '/' &&
	    (s == text || !(isalnum((unsigned char)s[-1]) ||
	    strchr("/-.:=", s[-1])));
}

void
rule_typed_date(struct rules *r, const xmlNode *node)
{
	static const char figures[] = "0123456789";
	const char *text = (const char *)node->content;
	const char *s = strpbrk(text, figures);
	size_t len;

	if (!s || !may_hold_elements(node))
		return;
	for (int seen = 0; s && seen < MOST; s = strpbrk(s + len, figures)) {
		len = strspn(s, "0123456789./-");
		while (!isdigit((unsigned char)s[len - 1]))
			len--;
		if (len < SHORTEST || len > LONGEST ||
		    !stands_alone(text, s, len))
			continue;
		report_date(r, node, s, len);
		seen++;
	}
}
