#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"

/*
 * The Organization's limits, in words, with headings and notes: of documents
 * that the Secretariat writes, and of all others.
 */
enum { OF_SECRETARIAT = 8500, OF_OTHERS = 10700 };

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
