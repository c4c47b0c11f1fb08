#include <stdlib.h>
#include <string.h>

#include "pipeline/notation.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

void
rule_decision(struct rules *r, const xmlNode *node)
{
	const char *symbol = tree_attr(node, "symbol");
	struct buf text = BUF_INIT;

	tree_text(&text, node, NULL);
	if (!notation_is_decision(buf_string(&text)))
		rules_report(r, MSG_DECISION, node, "'%s' is no number of a "
		    "decision: it must be as in 2/6", buf_string(&text));
	if (symbol)
		rules_check_symbol(r, node, "symbol", symbol);
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

static const char no_address[] = "'%s' is no address on the web: it must be "
    "as in https://www.un.org/en/";

void
rule_url(struct rules *r, const xmlNode *node)
{
	struct buf text = BUF_INIT;

	tree_text(&text, node, NULL);
	if (!notation_is_address(buf_string(&text)))
		rules_report(r, MSG_ADDRESS, node, no_address,
		    buf_string(&text));
	buf_dispose(&text);
}

/* What is printed of it: the title, or with some layouts the symbol. */
static void
check_filled(struct rules *r, const xmlNode *node)
{
	int named = tree_attr(node, "symbol") || tree_attr(node, "url");

	if (!tree_attr_is(node->parent, "layout", "symbols"))
		rule_filled(r, node);
	else if (!named)
		rules_report(r, MSG_BLANK, node, "this <document> has no "
		    "symbol, and layout=\"symbols\" prints nothing else");
}

static void
check_addenda(struct rules *r, const xmlNode *node)
{
	const char *addenda = tree_attr(node, "addenda");

	rules_check_pair(r, node, "addenda", "symbol");
	if (addenda && !notation_is_addenda(addenda))
		rules_report_attr(r, MSG_ADDENDA, node, "addenda",
		    "'%s' names no addenda: it must be 'all', or as in 2 or "
		    "1-3", addenda);
}

/* "also relates to item 3" */
static void
check_also(struct rules *r, const xmlNode *node)
{
	char *ids, *id, *rest;

	if (!tree_attr(node, "also"))
		return;
	ids = xstrdup(tree_attr(node, "also"));
	for (id = strtok_r(ids, " \t\r\n", &rest); id;
	    id = strtok_r(NULL, " \t\r\n", &rest))
		if (!tree_is(tree_by_id(node, id), "item"))
			rules_report_attr(r, MSG_REFERENCE, node, "also",
			    "'%s' is not the id of an item", id);
	free(ids);
}

void
rule_document(struct rules *r, const xmlNode *node)
{
	const char *symbol = tree_attr(node, "symbol");
	const char *url = tree_attr(node, "url");

	if (symbol)
		rules_check_symbol(r, node, "symbol", symbol);
	if (url && !notation_is_address(url))
		rules_report_attr(r, MSG_ADDRESS, node, "url", no_address,
		    url);
	check_filled(r, node);
	check_addenda(r, node);
	check_also(r, node);
}

/* By symbol, and of equal ones in the order of the file. */
static int
compare_documents(const void *left, const void *right)
{
	const xmlNode *const *a = left, *const *b = right;
	int order = strcmp(tree_attr(*a, "symbol"), tree_attr(*b, "symbol"));

	if (order)
		return order;
	return tree_order(*a) < tree_order(*b) ? -1 : 1;
}

/* Sorted, so that the longest of lists takes no time. */
void
rule_documentation(struct rules *r, const xmlNode *node)
{
	size_t count = 0, i = 0;
	const xmlNode **documents, *n;

	for (n = tree_child(node, "document"); n; n = tree_next(n, "document"))
		count += tree_attr(n, "symbol") != NULL;
	if (!count)
		return;
	documents = xcalloc(count, sizeof(*documents));
	for (n = tree_child(node, "document"); n; n = tree_next(n, "document"))
		if (tree_attr(n, "symbol"))
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
