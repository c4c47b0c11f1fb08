#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"

const xmlNode *
rules_last(const xmlNode *node, const xmlNode *first)
{
	const xmlNode *last = tree_by_id(node, tree_attr(node, "through"));

	return tree_is(first, "item") && tree_is(last, "item") &&
	    last->parent == first->parent &&
	    tree_order(last) > tree_order(first) ? last : NULL;
}

void
rules_check_range(struct rules *r, const xmlNode *node, const xmlNode *first)
{
	const char *through = tree_attr(node, "through");

	if (!through || rules_last(node, first))
		return;
	if (tree_is(first, "item"))
		rules_report_attr(r, MSG_RANGE, node, "through",
		    "'%s' is no later item beside '%s'", through,
		    tree_attr(first, "id"));
	else
		rules_report_attr(r, MSG_RANGE, node, "through",
		    "only items run through to another, and there is none to "
		    "begin with");
}

/* Whether paragraphs are numbered where this one stands; see labels.xsl. */
static int
is_numbered_paragraph(const struct rules *r, const xmlNode *p)
{
	const xmlNode *in = p->parent;
	const xmlNode *annex = in;

	if (!tree_is(in, "annotation") && !tree_is(in, "section") &&
	    !tree_is(in, "paper") && !tree_is(in, "annex") &&
	    !tree_is(in, "appendix"))
		return 0;
	while (annex && !tree_is(annex, "annex"))
		annex = annex->parent;
	if (annex)
		return tree_attr_is(annex, "paragraphs", "numbered");
	return tree_attr_is(r->root, "paragraphs", "numbered") ||
	    (tree_is(r->root, "paper") && !tree_attr(r->root, "paragraphs"));
}

/* A section that is known to have no number; others are as the station is. */
static int
is_plain_section(const struct rules *r, const xmlNode *section)
{
	const xmlNode *in = section;

	while (in && !tree_is(in, "annotation"))
		in = in->parent;
	return tree_attr_is(section, "label", "none") ||
	    (!in && tree_attr_is(r->root, "sections", "plain"));
}

/* Of one name alone among what stands beside it; the number is left out. */
static int
is_alone(const xmlNode *node)
{
	for (const xmlNode *n = node->parent->children; n; n = n->next)
		if (n != node && tree_is(n, tree_name(node)))
			return 0;
	return 1;
}

/* Why the number of an element cannot be shown; NULL if it can. */
static const char *
lacks_number(const struct rules *r, const xmlNode *to)
{
	if (tree_is(to, "p"))
		return is_numbered_paragraph(r, to) ? NULL :
		    "paragraphs are not numbered there";
	if (tree_is(to, "section"))
		return is_plain_section(r, to) ? "this section has no number" :
		    NULL;
	if (tree_is(to, "annex") || tree_is(to, "appendix"))
		return is_alone(to) ? "it is the only one, and has no number: "
		    "with show=\"title\" its title is shown" : NULL;
	if (tree_is(to, "item") || tree_is(to, "group") ||
	    tree_attr_is(to, "numbered", "yes"))
		return NULL;
	return tree_child(to, "title") ?
	    "it has no number: with show=\"title\" its title is shown" :
	    "it has neither a number nor a title";
}

static const char *
why_not(const struct rules *r, const xmlNode *ref, const xmlNode *to)
{
	if (tree_is(to, "note"))
		return "a note is marked again with <noteref>";
	if (tree_is(to, "track"))
		return "only a sitting can name a track";
	if (tree_attr_is(ref, "show", "number"))
		return lacks_number(r, to);
	return tree_child(to, "title") ? NULL : "it has no title";
}

static int
shows_title(const xmlNode *node)
{
	return tree_is(node, "ref") && tree_attr_is(node, "show", "title");
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
static void
check_chain(struct rules *r, const xmlNode *node, const xmlNode *to)
{
	const xmlNode *in = node->parent;

	while (in && !tree_is(in, "title"))
		in = in->parent;
	if (in && shows_title(node) && tree_attr(in->parent, "id") &&
	    holds_title(tree_child(to, "title")))
		rules_report(r, MSG_TITLE_CHAIN, node, "the title of '%s' "
		    "cannot stand in this title, as it holds a title itself",
		    tree_attr(node, "to"));
}

void
rule_ref(struct rules *r, const xmlNode *node)
{
	const char *id = tree_attr(node, "to");
	const xmlNode *to = tree_by_id(node, id);
	const char *why = why_not(r, node, to);

	if (why)
		rules_report_attr(r, MSG_REFERENCE, node, "to",
		    "'%s' cannot be referred to: %s", id, why);
	else
		check_chain(r, node, to);
	rules_check_range(r, node, to);
}

/* A note is set at the foot of the page, and no note could be under it. */
void
rule_note(struct rules *r, const xmlNode *node)
{
	const xmlNode *in = node->parent;

	while (in && !tree_is(in, "note"))
		in = in->parent;
	if (in)
		rules_report(r, MSG_NOTE_IN_NOTE, node, "a note cannot stand "
		    "in a note: write it behind it, or into its text");
}

void
rule_noteref(struct rules *r, const xmlNode *node)
{
	const char *id = tree_attr(node, "to");

	if (!tree_is(tree_by_id(node, id), "note"))
		rules_report_attr(r, MSG_NOTE_MARK, node, "to",
		    "'%s' is no note: use <ref> to refer to it", id);
}
