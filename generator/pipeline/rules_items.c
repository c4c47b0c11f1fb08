#include <ctype.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/notation.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"

/* Agendas number 1, then (a), then (i); lists (a), then (i), then a. */
enum { DEEPEST = 3 };

/* No agenda has more items. */
enum { MOST_ITEMS = 9999 };

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

/* Of figures, of a Roman numeral, or of one letter; 0 for none. */
static size_t
label_core(const char *s, int bracket)
{
	size_t len = 0, digit;
	char word[8];

	while (letters_digit(&digit, s + len) >= 0)
		len += digit;
	if (!len)
		len = strspn(s, s[0] < 'a' ? "IVX" : "ivx");
	if (!len && isalpha((unsigned char)s[0]))
		len = 1;
	/* "(أ)": one letter of two bytes; without brackets, it is a word */
	if (!len && bracket && letters_word(word, sizeof(word), s) == 2)
		len = 2;
	return len;
}

/* "1- " and "1 - ", as in Arabic, but no span of days: "3 - 5 October". */
static size_t
dash_len(const char *s, size_t len)
{
	size_t digit;

	if (letters_digit(&digit, s) < 0 || len > 2 * digit)
		return 0;
	len += s[len] == ' ';
	if (s[len] != '-' || s[len + 1] != ' ' ||
	    letters_digit(&digit, s + len + 2) >= 0)
		return 0;
	return len + 1;
}

size_t
rules_label(const char *text)
{
	int bracket = text[0] == '(';
	const char *s = text + bracket;
	size_t len = label_core(s, bracket);

	if (!len || len > 5)
		return 0;
	if (!bracket && dash_len(s, len))
		return dash_len(s, len);
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
	label = rules_label(text);
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

/* The words of some lines under the title are made. */
void
rule_subtitle(struct rules *r, const xmlNode *node)
{
	if (tree_attr_is(node, "kind", "text"))
		rule_filled(r, node);
}

/* Numbers only grow, through all groups; `last` is that of the item before. */
static void
check_numbers(struct rules *r, const xmlNode *parent, int *last)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		const char *given = tree_is(n, "item") ?
		    tree_attr(n, "number") : NULL;
		int number = given ? notation_number(given, 1, MOST_ITEMS) : 0;

		if (given && !number)
			rules_report_attr(r, MSG_NUMBER, n, "number",
			    "'%s' is no number of an item: it must be as in "
			    "12", given);
		else if (given && number <= *last)
			rules_report_attr(r, MSG_NUMBER, n, "number",
			    "the number '%s' does not follow that of the item "
			    "before, %d", given, *last);
		if (tree_is(n, "group"))
			check_numbers(r, n, last);
		else if (tree_is(n, "item"))
			*last = number > *last ? number : *last + 1;
	}
}

void
rule_items(struct rules *r, const xmlNode *node)
{
	int last = 0;

	check_numbers(r, node, &last);
}

void
rule_item(struct rules *r, const xmlNode *node)
{
	const xmlNode *sub = tree_child(node, "item");

	rule_items(r, node);
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
	const xmlNode *first = tree_child(node, "li");

	if (tree_attr_is(node, "label", "letter") && !tree_next(first, "li"))
		rules_report(r, MSG_ALONE, first, "a lettered entry stands "
		    "alone: there is an (a), but no (b)");
	if (depth_of(node) == DEEPEST + 1)
		rules_report(r, MSG_DEEP, node, "lists can be nested %d "
		    "deep, as in (a) (i) a.", DEEPEST);
}

/* "Replace the table with the following:" */
void
rule_correction(struct rules *r, const xmlNode *node)
{
	const xmlNode *instruction = tree_child(node, "instruction");
	const xmlNode *next = instruction->next;
	struct buf text = BUF_INIT;

	while (next && next->type != XML_ELEMENT_NODE)
		next = next->next;
	tree_text(&text, instruction, "note");
	if (!next && text.len && text.data[text.len - 1] == ':')
		rules_report(r, MSG_CORRECTION, instruction,
		    "this announces what nothing follows: put it behind the "
		    "<instruction>");
	buf_dispose(&text);
}
