#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/symbol.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/date.h"

/* Since the thirty-first session, symbols have held years. */
enum { FIRST_YEAR = 1976, LAST_YEAR = 2099 };

/* A year among the components of the symbol; 0 if there is none. */
static int
year_of(const char *symbol)
{
	for (const char *s = strchr(symbol, '/'); s; s = strchr(s, '/')) {
		size_t len = strspn(++s, "0123456789");
		int year = len == 4 ? atoi(s) : 0;

		/* the last component is the document's number */
		if (s[len] == '/' && year >= FIRST_YEAR && year <= LAST_YEAR)
			return year;
	}
	return 0;
}

static int
is_companion(const char *symbol)
{
	return symbol_modifier(symbol, "Corr") ||
	    symbol_modifier(symbol, "Add") || symbol_modifier(symbol, "Rev");
}

static int
is_far(int year, const xmlNode *node, const char *attribute)
{
	long days;

	return rules_date(&days, node, attribute) < 0 ||
	    abs(date_year(days) - year) > 1;
}

/*
 * A symbol has the year of its document or of the meeting.  Companions may
 * come years after.
 */
void
rule_symbol_year(struct rules *r, const xmlNode *masthead)
{
	const char *symbol = tree_attr(masthead, "symbol");
	int year = year_of(symbol);
	long days;

	if (!year || is_companion(symbol) ||
	    rules_date(&days, masthead, "date") < 0)
		return;
	if (is_far(year, masthead, "date") && is_far(year, r->meeting, "start"))
		rules_report_attr(r, MSG_SYMBOL_YEAR, masthead, "symbol",
		    "the symbol '%s' is of the year %d, and the date is '%s'",
		    symbol, year, tree_attr(masthead, "date"));
}

/* Whether a component of the symbol is as in "L.4". */
static int
has_nature(const char *symbol, const char *word)
{
	size_t len = strlen(word);

	for (const char *s = strchr(symbol, '/'); s; s = strchr(s, '/'))
		if (strncmp(++s, word, len) == 0 && s[len] == '.' &&
		    isdigit((unsigned char)s[len + 1]))
			return 1;
	return 0;
}

/* Documents of the series L. are limited, and those of R. restricted. */
void
rule_distribution(struct rules *r, const xmlNode *masthead)
{
	static const struct {
		const char *word, *distribution;
	} series[] = { { "L", "limited" }, { "R", "restricted" } };
	const char *symbol = tree_attr(masthead, "symbol");

	for (size_t i = 0; i < sizeof(series) / sizeof(*series); i++)
		if (has_nature(symbol, series[i].word) &&
		    !tree_attr_is(masthead, "distribution",
		    series[i].distribution))
			rules_report_attr(r, MSG_DISTRIBUTION, masthead,
			    "distribution", "'%s' is of the series %s., and "
			    "so its distribution is '%s'", symbol,
			    series[i].word, series[i].distribution);
}

/* Where the last component of a symbol starts, without its modifiers. */
static size_t
stem_len(const char *symbol)
{
	const char *last = NULL;

	for (const char *s = strchr(symbol, '/'); s; s = strchr(s + 1, '/'))
		if (isdigit((unsigned char)s[1]))
			last = s;
	return last ? (size_t)(last - symbol) + 1 : 0;
}

/* Whether the symbol is of the same series and session as the document. */
static int
is_of_meeting(const struct rules *r, const char *symbol)
{
	const char *own = tree_attr(r->masthead, "symbol");
	size_t len = stem_len(own);

	return len && year_of(own) && strncmp(own, symbol, len) == 0 &&
	    isdigit((unsigned char)symbol[len]) &&
	    !strchr(symbol + len, '/');
}

static int
compare(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What is listed, sorted. */
struct listed {
	const char **symbols;
	size_t count, size;
};

static struct listed
collect(const xmlNode *root)
{
	struct listed l = { NULL, 0, 0 };

	for (const xmlNode *n = root; n; n = tree_walk(n, root)) {
		const char *symbol = tree_is(n, "document") ?
		    tree_attr(n, "symbol") : NULL;
		size_t size = grown(l.size, l.count + 1);

		if (!symbol)
			continue;
		if (size != l.size)
			l.symbols = xrealloc(l.symbols, size,
			    sizeof(*l.symbols));
		l.size = size;
		l.symbols[l.count++] = symbol;
	}
	if (l.count)
		qsort(l.symbols, l.count, sizeof(*l.symbols), compare);
	return l;
}

static int
has(const struct listed *l, const char *symbol)
{
	return l->count && bsearch(&symbol, l->symbols, l->count,
	    sizeof(*l->symbols), compare);
}

static void
check_cited(struct rules *r, const struct listed *l, const xmlNode *symbol)
{
	const char *own = tree_attr(r->masthead, "symbol");
	struct buf text = BUF_INIT;

	tree_text(&text, symbol, NULL);
	if (is_of_meeting(r, buf_string(&text)) &&
	    strcmp(buf_string(&text), own) && !has(l, buf_string(&text)))
		rules_report(r, MSG_NOT_LISTED, symbol,
		    "'%s' is a document of this meeting, but is listed under "
		    "no item", buf_string(&text));
	buf_dispose(&text);
}

/*
 * A document of the same meeting, named in a text, should be listed somewhere.
 * Those of other meetings need not, and where nothing is listed, none need.
 */
void
rule_cited(struct rules *r, const xmlNode *items)
{
	struct listed l = collect(r->root);

	for (const xmlNode *n = items; n && l.count; n = tree_walk(n, items))
		if (tree_is(n, "symbol"))
			check_cited(r, &l, n);
	free(l.symbols);
}

/* The agenda is adopted under one of the first so many items. */
enum { ADOPTION = 3 };

/* Whether a node is in one of them. */
static int
is_early(const xmlNode *node)
{
	const xmlNode *item = node;
	int place = 1;

	while (item->parent && !tree_is(item->parent, "items"))
		item = item->parent;
	for (item = item->prev; item && place <= ADOPTION; item = item->prev)
		place += tree_is(item, "item") || tree_is(item, "event") ||
		    tree_is(item, "group");
	return place <= ADOPTION;
}

/* An agenda is a document of its own adoption, which comes first. */
void
rule_lists_itself(struct rules *r, const xmlNode *document)
{
	const char *symbol = tree_attr(document, "symbol");
	const xmlNode *items = document;

	while (items && !tree_is(items, "items"))
		items = items->parent;
	if (symbol && items && tree_attr_is(r->masthead, "symbol", symbol) &&
	    !is_early(document))
		rules_report_attr(r, MSG_ITSELF, document, "symbol",
		    "'%s' is the symbol of this document itself", symbol);
}
