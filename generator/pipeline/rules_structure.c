#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"

/*
 * The Organization's limits, in words, with headings and notes: of documents
 * that the Secretariat writes, and of all others.
 */
enum { OF_SECRETARIAT = 8500, OF_OTHERS = 10700 };

/* The levels of headings in the Editorial Manual, and in a tagged PDF. */
enum { DEEPEST_HEADING = 6 };

static const xmlNode *
before(const xmlNode *node, const char *name)
{
	const xmlNode *n = node->prev;

	while (n && !tree_is(n, name))
		n = n->prev;
	return n;
}

/*
 * There is no A. without a B. (United Nations Editorial Manual, on headings).
 * Sections beside the list of items are not under a heading.
 */
void
rule_section(struct rules *r, const xmlNode *node)
{
	if (!tree_is(node->parent, "section") &&
	    !tree_is(node->parent, "annotation"))
		return;
	if (!tree_attr_is(node, "label", "none") &&
	    !tree_next(node, "section") && !before(node, "section"))
		rules_report(r, MSG_ALONE, node, "a section stands alone "
		    "under its heading: there should be two, or none");
}

/* How deep the heading of an element lies: see m:level in headings.xsl. */
static int
heading_level(const xmlNode *node)
{
	static const char *const holders[] = { "items", "group", "item",
	    "event", "annex", "appendix", "section" };
	int level = 1;

	for (const xmlNode *in = node->parent; in; in = in->parent)
		for (size_t i = 0; i < sizeof(holders) / sizeof(*holders); i++)
			level += tree_is(in, holders[i]);
	return level;
}

void
rule_section_depth(struct rules *r, const xmlNode *node)
{
	/* what is below is too deep as well, and need not be said */
	if (heading_level(node) == DEEPEST_HEADING + 1)
		rules_report(r, MSG_DEEP, node, "headings can be nested %d "
		    "deep, those of annexes and items counted",
		    DEEPEST_HEADING);
}

/* Words of letters or digits, parted by spaces. */
static long
count_words(const char *text)
{
	long count = 0;

	while (*text) {
		text += strspn(text, " \t\r\n");
		count += *text != '\0';
		text += strcspn(text, " \t\r\n");
	}
	return count;
}

void
rule_length(struct rules *r, const xmlNode *root)
{
	long count = 0;

	/* Chinese does not part its words, and counts characters */
	if (tree_attr_is(root, "lang", "zh"))
		return;
	for (const xmlNode *n = root; n; n = tree_walk(n, root))
		if (n->type == XML_TEXT_NODE)
			count += count_words((const char *)n->content);
	if (count > OF_OTHERS)
		rules_report(r, MSG_LENGTH, root, "the document has %ld "
		    "words: the limit is %d", count, OF_OTHERS);
	else if (count > OF_SECRETARIAT)
		rules_report(r, MSG_LENGTH, root, "the document has %ld "
		    "words: the limit for documents of the Secretariat is %d",
		    count, OF_SECRETARIAT);
}
