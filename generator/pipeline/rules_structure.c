#include <ctype.h>
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

/* "(a) ", "2) ", "3. ", but not "A. Smith" and "(2007) ". */
static size_t
label_len(const char *text)
{
	size_t len = rules_label(text);
	int is_number = isdigit((unsigned char)text[*text == '(']);

	if (!len || text[len] != ' ')
		return 0;
	if (is_number)
		return strspn(text + (*text == '('), "0123456789") <= 2 ?
		    len : 0;
	return text[len - 1] == ')' ? len : 0;
}

/* A mark that a list makes: "• ", "- ", "– ". */
static size_t
bullet_len(const char *text)
{
	static const char *const marks[] = { "•", "‣", "-", "–" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t len = strlen(marks[i]);

		if (strncmp(text, marks[i], len) == 0 && text[len] == ' ')
			return len;
	}
	return 0;
}

/* The list that a paragraph begins an entry of; NULL if it is of no list. */
static const xmlNode *
list_of(const xmlNode *p)
{
	return tree_is(p->parent, "li") ? p->parent->parent : NULL;
}

static const xmlNode *
first_text(const xmlNode *p)
{
	const xmlNode *n = p->children;

	while (n && (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE ||
	    (n->type == XML_TEXT_NODE &&
	    tree_is_blank((const char *)n->content))))
		n = n->next;
	return n && n->type == XML_TEXT_NODE ? n : NULL;
}

void
rule_paragraph(struct rules *r, const xmlNode *p)
{
	const xmlNode *text = first_text(p), *list = list_of(p);
	const char *start, *s;
	size_t len;

	/* a list without labels may have such of its own */
	if (!text || rules_is_quoted(text) ||
	    (list && tree_attr_is(list, "label", "none")))
		return;
	start = (const char *)text->content;
	s = start + strspn(start, " \t\r\n");
	len = label_len(s);
	len = len ? len : bullet_len(s);
	if (len)
		rules_report_text(r, MSG_TYPED_LABEL, text,
		    rules_span(start, s, len), "'%.*s' is typed: %s",
		    (int)len, s, list ? "leave it out, as the list makes it" :
		    "labels are made; for entries use <list>");
}
