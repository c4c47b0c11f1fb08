#include <stdio.h>
#include <string.h>

#include "pipeline/notation.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"

/* Sessions have names in words up to this one. */
enum { MOST_SESSIONS = 120 };

/* Days are somewhere, if not in the parts of the session. */
static void
check_where(struct rules *r, const xmlNode *node)
{
	if (tree_attr(node, "start") && tree_attr(node, "end") &&
	    !tree_attr(node, "place") &&
	    !tree_attr_is(node, "virtual", "yes") && !tree_child(node, "part"))
		rules_report(r, MSG_WHERE, node, "<meeting> must say where: "
		    "add place=\"…\", or virtual=\"yes\"");
}

/* A meeting has a first and a last day, or neither, and then no place. */
void
rule_meeting(struct rules *r, const xmlNode *node)
{
	rules_check_span(r, node, "start", "end");
	rules_check_pair(r, node, "start", "end");
	rules_check_key(r, node, "place", REGISTERS_PLACE);
	/* of a span without its start that is said already */
	if (!tree_attr(node, "end")) {
		rules_check_pair(r, node, "place", "start");
		if (tree_attr_is(node, "virtual", "yes"))
			rules_check_pair(r, node, "virtual", "start");
	}
	if (tree_child(node, "part") && !tree_attr(node, "start") &&
	    !tree_attr(node, "end"))
		rules_report(r, MSG_HALF_SPAN, node, "a session in parts has "
		    "'start' and 'end' as a whole, too");
	check_where(r, node);
}

void
rule_part(struct rules *r, const xmlNode *node)
{
	const xmlNode *next = tree_next(node, "part");
	long end, start;

	rules_check_span(r, node, "start", "end");
	rules_check_key(r, node, "place", REGISTERS_PLACE);
	rules_check_inside(r, node, "start");
	rules_check_inside(r, node, "end");
	if (next && rules_date(&end, node, "end") == 0 &&
	    rules_date(&start, next, "start") == 0 && start <= end)
		rules_report_attr(r, MSG_DAY_ORDER, next, "start",
		    "this part begins on '%s', before the one above it has "
		    "ended on '%s'", tree_attr(next, "start"),
		    tree_attr(node, "end"));
}

/* Its text, without notes on it. */
static void
add_name(struct buf *name, const xmlNode *node)
{
	tree_text(name, node, "note");
}

void
rule_subsidiary(struct rules *r, const xmlNode *node)
{
	struct buf name = BUF_INIT;
	const char *body = tree_attr(node, "body");

	add_name(&name, node);
	if (body && name.len)
		rules_report(r, MSG_SUBSIDIARY, node,
		    "this body has a key and a name: leave out one of them");
	else if (body)
		rules_check_key(r, node, "body", REGISTERS_BODY);
	else if (!name.len)
		rules_report(r, MSG_SUBSIDIARY, node,
		    "this body has neither a key nor a name");
	buf_dispose(&name);
}

void
rule_session(struct rules *r, const xmlNode *node)
{
	const char *number = tree_attr(node, "number");
	struct buf name = BUF_INIT;

	add_name(&name, node);
	if (number && name.len)
		rules_report(r, MSG_SESSION, node, "this session has a number "
		    "and a name: leave out one of them");
	else if (!number && !name.len)
		rules_report(r, MSG_SESSION, node,
		    "this session has neither a number nor a name");
	else if (number && !notation_number(number, 1, MOST_SESSIONS))
		rules_report_attr(r, MSG_SESSION, node, "number",
		    "'%s' is no number of a session: it must be from 1 to %d; "
		    "others are written as text", number, MOST_SESSIONS);
	else if (!number && !tree_attr_is(node, "kind", "regular"))
		rules_report_attr(r, MSG_SESSION, node, "kind", "'%s' is for "
		    "a session with a number: write it in the name",
		    tree_attr(node, "kind"));
	buf_dispose(&name);
}

void
rule_under(struct rules *r, const xmlNode *node)
{
	const char *s = tree_attr(node, "items");
	char item[32];
	int end;

	for (; sscanf(s, " %31s%n", item, &end) == 1; s += end)
		if (!notation_is_item(item))
			rules_report_attr(r, MSG_UNDER, node, "items",
			    "'%s' is no item: it must be as in 2, 3.b, 8.a-c "
			    "or 1.a.ii", item);
}
