#include <ctype.h>
#include <libxml/parser.h>
#include <libxml/valid.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

/* Agendas number 1, then (a), then (i); lists (a), then (i), then a. */
enum { DEEPEST = 3 };

/* "(continued)" in the languages of the Organization, so far as typed. */
static const char *const continued[] = {
	"(continued", "(cont.", "(cont'd", "(cont’d", "(suite)",
	"(continuación", "(продолжение", "(تابع", "（续", "(续",
};

static const char *const stops[] = {
	".", ";", ":", ",", "。", "；", "：", "，", "؛", "،",
};

static int
is_continued(const char *text)
{
	for (size_t i = 0; i < sizeof(continued) / sizeof(*continued); i++)
		if (strcasestr(text, continued[i]))
			return 1;
	return 0;
}

static int
ends_with_stop(const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i < sizeof(stops) / sizeof(*stops); i++) {
		size_t stop = strlen(stops[i]);

		if (len >= stop && strcmp(text + len - stop, stops[i]) == 0)
			return 1;
	}
	return 0;
}

/* How much of the text is a label: "1.", "2)", "(a)", "(iv)", "IV.", "A." */
static size_t
label_len(const char *text)
{
	int bracket = text[0] == '(';
	const char *s = text + bracket;
	size_t len = strspn(s, "0123456789");

	if (!len)
		len = strspn(s, s[0] < 'a' ? "IVX" : "ivx");
	if (!len && isalpha((unsigned char)s[0]))
		len = 1;
	if (!len || len > 5)
		return 0;
	if (bracket ? s[len] != ')' : s[len] != '.' && s[len] != ')')
		return 0;
	s += len + 1;
	/* "2.5 per cent" and "U.N." are no labels */
	return *s == ' ' || !*s ? (size_t)(s - text) : 0;
}

/* An element in it prints something, or is itself reported as empty. */
void
rule_filled(struct rules *r, const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE ? !tree_is(n, "note") :
		    n->type == XML_TEXT_NODE &&
		    !tree_is_blank((const char *)n->content))
			return;
	rules_report(r, MSG_BLANK, node, "<%s> is empty", tree_name(node));
}

void
rule_title(struct rules *r, const xmlNode *node)
{
	struct buf title = BUF_INIT;
	const char *text;
	size_t label;

	rule_filled(r, node);
	tree_text(&title, node, "note");
	text = buf_string(&title);
	label = label_len(text);
	if (label)
		rules_report(r, MSG_LABEL, node, "'%.*s' is typed: leave it "
		    "out, as numbers and letters are made", (int)label, text);
	if (is_continued(text))
		rules_report(r, MSG_CONTINUED, node, "\"(continued)\" is "
		    "typed: leave it out, as it is made");
	if (ends_with_stop(text))
		rules_report(r, MSG_STOP, node, "the punctuation after this "
		    "<%s> is typed: leave it out, as it is made",
		    tree_name(node));
	buf_dispose(&title);
}

/* How many elements of its name it is in, with itself. */
static int
depth_of(const xmlNode *node)
{
	int depth = 0;

	for (const xmlNode *n = node; n; n = n->parent)
		depth += tree_is(n, tree_name(node));
	return depth;
}

void
rule_item(struct rules *r, const xmlNode *node)
{
	const xmlNode *sub = tree_child(node, "item");

	/* what is below is too deep as well, and need not be said */
	if (depth_of(node) == DEEPEST + 1)
		rules_report(r, MSG_DEEP, node, "items can be nested %d "
		    "deep, as in 1 (a) (i)", DEEPEST);
	if (sub && !tree_next(sub, "item"))
		rules_report(r, MSG_ALONE, sub, "a sub-item stands alone: "
		    "there should be two, or none");
}

void
rule_list(struct rules *r, const xmlNode *node)
{
	if (depth_of(node) == DEEPEST + 1)
		rules_report(r, MSG_DEEP, node, "lists can be nested %d "
		    "deep, as in (a) (i) a.", DEEPEST);
}

static int
shows_title(const xmlNode *node)
{
	return tree_is(node, "ref") &&
	    strcmp(tree_attr(node, "show"), "title") == 0;
}

static int
holds_title(const xmlNode *title)
{
	const xmlNode *n = title;

	while (n && !shows_title(n))
		n = tree_walk(n, title);
	return n != NULL;
}

/* A title may hold another one, but not so that this goes on and on. */
void
rule_ref(struct rules *r, const xmlNode *node)
{
	const xmlAttr *id = xmlGetID(node->doc,
	    (const xmlChar *)tree_attr(node, "to"));
	const xmlNode *in = node->parent;

	while (in && !tree_is(in, "title"))
		in = in->parent;
	if (in && id && shows_title(node) && tree_attr(in->parent, "id") &&
	    holds_title(tree_child(id->parent, "title")))
		rules_report(r, MSG_TITLE_CHAIN, node, "the title of '%s' "
		    "cannot stand in this title, as it holds a title itself",
		    tree_attr(node, "to"));
}

void
rule_decision(struct rules *r, const xmlNode *node)
{
	static const char digits[] = "0123456789";
	struct buf text = BUF_INIT;
	const char *s;
	size_t session, number;

	tree_text(&text, node, NULL);
	s = buf_string(&text);
	session = strspn(s, digits);
	number = s[session] == '/' ? strspn(s + session + 1, digits) : 0;
	if (!session || !number || s[session + 1 + number])
		rules_report(r, MSG_DECISION, node, "'%s' is no number of a "
		    "decision: it must be as in 2/6", s);
	buf_dispose(&text);
}

void
rule_symbol(struct rules *r, const xmlNode *node)
{
	struct buf text = BUF_INIT;

	tree_text(&text, node, NULL);
	rules_check_symbol(r, node, NULL, buf_string(&text));
	buf_dispose(&text);
}

void
rule_document(struct rules *r, const xmlNode *node)
{
	const char *symbol = tree_attr(node, "symbol");

	rules_check_symbol(r, node, "symbol", symbol);
	if (strcmp(symbol, tree_attr(r->masthead, "symbol")) == 0)
		rules_report_attr(r, MSG_OWN_SYMBOL, node, "symbol",
		    "'%s' is the symbol of this document itself", symbol);
}

/* By symbol, and of equal ones in the order of the file. */
static int
compare_documents(const void *left, const void *right)
{
	const xmlNode *const *a = left, *const *b = right;
	int order = strcmp(tree_attr(*a, "symbol"), tree_attr(*b, "symbol"));

	if (order)
		return order;
	return (*a)->_private < (*b)->_private ? -1 : 1;
}

/* Sorted, so that the longest of lists takes no time. */
void
rule_documentation(struct rules *r, const xmlNode *node)
{
	size_t count = 0, i = 0;
	const xmlNode **documents, *n;

	for (n = tree_child(node, "document"); n; n = tree_next(n, "document"))
		count++;
	documents = xcalloc(count, sizeof(*documents));
	for (n = tree_child(node, "document"); n; n = tree_next(n, "document"))
		documents[i++] = n;
	qsort(documents, count, sizeof(*documents), compare_documents);
	for (i = 1; i < count; i++) {
		const char *symbol = tree_attr(documents[i], "symbol");

		if (strcmp(symbol, tree_attr(documents[i - 1], "symbol")) == 0)
			rules_report_attr(r, MSG_SYMBOL_TWICE, documents[i],
			    "symbol", "'%s' is listed twice here", symbol);
	}
	free(documents);
}

static int
has_straight_mark(const xmlNode *text)
{
	return strpbrk((const char *)text->content, "'\"") != NULL;
}

/* Once for each element: the text before has been asked already. */
void
rule_quotes(struct rules *r, const xmlNode *text)
{
	const xmlNode *n = text->prev;

	if (!has_straight_mark(text))
		return;
	while (n && (n->type != XML_TEXT_NODE || !has_straight_mark(n)))
		n = n->prev;
	if (!n)
		rules_report(r, MSG_QUOTES, text, "a straight quotation mark "
		    "or apostrophe: use <q> for what is quoted, and ’ for an "
		    "apostrophe");
}
