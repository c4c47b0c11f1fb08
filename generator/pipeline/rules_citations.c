#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/levels.h"
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

/*
 * Documents of the series L. are limited, and those of R. restricted; papers
 * for the conference room, CRP., are for those who are in it.
 */
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
	if (tree_attr_is(masthead, "distribution", "general") &&
	    has_nature(symbol, "CRP"))
		rules_report_attr(r, MSG_DISTRIBUTION, masthead,
		    "distribution", "'%s' is a conference room paper, which "
		    "is for those in the room: its distribution is not "
		    "'general'", symbol);
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

/* Symbols, sorted when all are there. */
struct symbols {
	char **list;
	size_t count, size;
};

static void
add(struct symbols *s, const char *symbol)
{
	size_t size = grown(s->size, s->count + 1);

	if (size != s->size)
		s->list = xrealloc(s->list, size, sizeof(*s->list));
	s->size = size;
	s->list[s->count++] = xstrdup(symbol);
}

/* The documents that are listed in it, or the symbols that it cites. */
static void
collect(struct symbols *s, const xmlNode *top, const char *element)
{
	struct buf text = BUF_INIT;

	for (const xmlNode *n = top; n; n = tree_walk(n, top)) {
		if (!tree_is(n, element))
			continue;
		if (tree_attr(n, "symbol")) {
			add(s, tree_attr(n, "symbol"));
		} else if (tree_is(n, "symbol")) {
			tree_text(&text, n, NULL);
			add(s, buf_string(&text));
			buf_dispose(&text);
		}
	}
}

static void
sort(struct symbols *s)
{
	if (s->count)
		qsort(s->list, s->count, sizeof(*s->list), compare);
}

static int
has(const struct symbols *s, const char *symbol)
{
	return s->count && bsearch(&symbol, s->list, s->count,
	    sizeof(*s->list), compare);
}

static void
dispose(struct symbols *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->list[i]);
	free(s->list);
}

static void
check_cited(struct rules *r, const struct symbols *l, const xmlNode *symbol)
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
	struct symbols l = { NULL, 0, 0 };

	collect(&l, r->root, "document");
	sort(&l);
	for (const xmlNode *n = items; n && l.count; n = tree_walk(n, items))
		if (tree_is(n, "symbol"))
			check_cited(r, &l, n);
	dispose(&l);
}

static void
check_listed(struct rules *r, const struct symbols *cited,
    const xmlNode *documentation)
{
	const xmlNode *n = tree_child(documentation, "document");

	for (; n; n = tree_next(n, "document")) {
		const char *symbol = tree_attr(n, "symbol");

		if (symbol && !has(cited, symbol))
			rules_report_attr(r, MSG_NOT_CITED, n, "symbol",
			    "'%s' is listed here, but the annotation of the "
			    "item does not cite it", symbol);
	}
}

/*
 * The reverse of it, which few agendas keep to: CTOC/COP/WG.2/2007/1 cites
 * none of its documents.  An item without annotation has nothing to cite in.
 */
void
rule_listed(struct rules *r, const xmlNode *item)
{
	const xmlNode *n = tree_child(item, "annotation");
	struct symbols cited = { NULL, 0, 0 };

	if (!n || !levels_give(r->levels, MSG_NOT_CITED))
		return;
	for (; n; n = tree_next(n, "annotation"))
		collect(&cited, n, "symbol");
	sort(&cited);
	for (n = tree_child(item, "documentation"); n;
	    n = tree_next(n, "documentation"))
		check_listed(r, &cited, n);
	dispose(&cited);
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
