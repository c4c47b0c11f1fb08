#include <ctype.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"

/* Labels that are typed, where they are made or should be. */

/* No document has more rows that start with a label; each takes a search. */
enum { MOST_ROWS = 1000 };

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

/* The part of the document that makes a label of its own; -1 for none. */
static int
part_of(const xmlNode *parent)
{
	static const char *const names[] = { "annex", "appendix", "table" };

	for (int part = RULES_ANNEX; part < RULES_PARTS; part++)
		if (tree_is(parent, names[part]))
			return part;
	return -1;
}

/* "Annex", "Annex II", "Table 4": as much of the title as is a label. */
static size_t
part_label_len(const char *title, const char *word)
{
	size_t len = strlen(word), number;

	if (strncasecmp(title, word, len))
		return 0;
	if (!title[len])
		return len;
	if (title[len] != ' ')
		return 0;
	number = strspn(title + len + 1, "IVX0123456789");
	len += 1 + number;
	return number && !isalnum((unsigned char)title[len]) ? len : 0;
}

/* Over annexes and numbered tables, their labels are made. */
void
rule_typed_heading(struct rules *r, const xmlNode *title)
{
	struct buf text = BUF_INIT;
	int part = part_of(title->parent);
	const char *word = part < 0 ? NULL : rules_part_word(r, part);
	size_t len;

	if (!word)
		return;
	tree_text(&text, title, "note");
	len = part_label_len(buf_string(&text), word);
	if (len)
		rules_report(r, MSG_TYPED_LABEL, title, "'%.*s' is typed: %s",
		    (int)len, buf_string(&text), part != RULES_TABLE ||
		    tree_attr_is(title->parent, "numbered", "yes") ?
		    "leave it out, as it is made" :
		    "numbered=\"yes\" of <table> makes it");
	buf_dispose(&text);
}

static int
has_title(const xmlNode *item, const char *text)
{
	struct buf title = BUF_INIT;
	int same;

	tree_text(&title, tree_child(item, "title"), "note");
	same = strcmp(buf_string(&title), text) == 0;
	buf_dispose(&title);
	return same;
}

/* The item, or sub-item, with that title; NULL for none. */
static const xmlNode *
titled(const xmlNode *items, const char *text)
{
	for (const xmlNode *n = items; n; n = tree_walk(n, items))
		if (tree_is(n, "item") && has_title(n, text))
			return n;
	return NULL;
}

/* In cells and rows of the timetable: "1. Opening of the meeting". */
void
rule_typed_row(struct rules *r, const xmlNode *node)
{
	const xmlNode *items = tree_child(r->root, "items"), *item = NULL;
	struct buf text = BUF_INIT;
	size_t len;

	if (!items || !node->children)
		return;
	tree_text(&text, node, "note");
	len = rules_label(buf_string(&text));
	if (len && text.data[len] == ' ' && r->rows_looked_up++ < MOST_ROWS)
		item = titled(items, text.data + len + 1);
	if (item && tree_is(node, "take"))
		rules_report(r, MSG_TYPED_LABEL, node, "'%s' is typed: "
		    "item=\"%s\" makes it, and follows the item", text.data,
		    tree_attr(item, "id"));
	else if (item)
		rules_report(r, MSG_TYPED_LABEL, node, "'%s' is typed: "
		    "<ref to=\"%s\"/> makes the number, and with "
		    "show=\"title\" the title", text.data,
		    tree_attr(item, "id"));
	buf_dispose(&text);
}
