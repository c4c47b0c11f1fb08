#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"

/* References that are typed, and so do not follow what they refer to. */

/* More of one kind in one text say nothing new. */
enum { MOST = 20 };

/* What is before the number, and behind the name of something else. */
static const struct {
	const char *language, *item;
	const char *parts[RULES_PARTS];
	const char *see[3];	/* before what is of this document */
	const char *present[3];	/* behind it */
} words[] = {
	{ "en", "item", { "annex", "appendix", "table" }, { "see ", "See " },
	    { " to the present", " below" } },
	{ "es", "tema", { "anexo", "apéndice", "cuadro" },
	    { "véase el ", "Véase el " },
	    { " del presente", " de la presente" } },
	{ "fr", "point", { "annexe", "appendice", "tableau" },
	    { "voir ", "Voir ", "voir l’" },
	    { " du présent", " ci-après" } },
};

enum { WORDS = sizeof(words) / sizeof(*words) };

/* Which row is that of the language; WORDS when there is none. */
static size_t
row_of(const struct rules *r)
{
	size_t i = 0;

	while (i < WORDS && !rules_in(r, words[i].language))
		i++;
	return i;
}

const char *
rules_part_word(const struct rules *r, enum rules_part part)
{
	size_t row = row_of(r);

	return row < WORDS ? words[row].parts[part] : NULL;
}

/* The next place of the word, alone, from `s` on; NULL when there is none. */
static const char *
find_word(const char *text, const char *s, const char *word)
{
	size_t len = strlen(word);

	for (s = strcasestr(s, word); s; s = strcasestr(s + len, word))
		if ((s == text || !isalnum((unsigned char)s[-1])) &&
		    !isalnum((unsigned char)s[len]))
			return s;
	return NULL;
}

static int
starts_with_any(const char *s, const char *const *list)
{
	for (int i = 0; i < 3 && list[i]; i++)
		if (strncmp(s, list[i], strlen(list[i])) == 0)
			return 1;
	return 0;
}

static int
ends_with_any(const char *text, const char *end, const char *const *list)
{
	for (int i = 0; i < 3 && list[i]; i++) {
		size_t len = strlen(list[i]);

		if ((size_t)(end - text) >= len &&
		    strncmp(end - len, list[i], len) == 0)
			return 1;
	}
	return 0;
}

/*
 * The item of this agenda with the number; NULL if there is none, or if the
 * numbers are given before it, and so cannot be counted.
 */
static const xmlNode *
item_of(const xmlNode *parent, int *number)
{
	for (const xmlNode *n = parent->children; n && *number > 0;
	    n = n->next) {
		const xmlNode *found = NULL;

		if (tree_is(n, "group"))
			found = item_of(n, number);
		else if (tree_is(n, "item") && tree_attr(n, "number"))
			*number = 0;
		else if (tree_is(n, "item") && --*number == 0)
			found = n;
		if (found)
			return found;
	}
	return NULL;
}

/* "item 3 of the agenda of the Commission" is another's. */
static int
is_of_another(const char *behind)
{
	static const char *const of[] = { " of ", " de ", " del " };

	return starts_with_any(behind, of);
}

void
rule_typed_item(struct rules *r, const xmlNode *node)
{
	const xmlNode *items = tree_child(r->root, "items"), *item;
	const char *text = (const char *)node->content, *s = text, *digits;
	size_t row = row_of(r), len;
	int number;

	if (!items || row == WORDS || rules_is_quoted(node) ||
	    !tree_is(node->parent, "p"))
		return;
	for (int found = 0; found < MOST &&
	    (s = find_word(text, s, words[row].item)) != NULL; s = digits) {
		digits = s + strlen(words[row].item);
		digits += letters_space(digits);
		len = strspn(digits, "0123456789");
		number = len && len < 4 ? atoi(digits) : 0;
		item = number ? item_of(items, &number) : NULL;
		if (!item || is_of_another(digits + len))
			continue;
		rules_report_text(r, MSG_TYPED_ITEM, node,
		    rules_span(text, digits, len), "the number of an item is "
		    "typed: <ref to=\"%s\"/> makes it, and follows the item",
		    tree_attr(item, "id"));
		found++;
	}
}

static int
count_children(const xmlNode *parent, const char *name)
{
	const xmlNode *n = tree_child(parent, name);
	int count = 0;

	for (; n; n = tree_next(n, name))
		count++;
	return count;
}

/* The annexes, the appendices of the annex that has most, numbered tables. */
static void
count_parts(struct rules *r)
{
	int *parts = r->parts, appendices;

	parts[RULES_ANNEX] = count_children(r->root, "annex");
	for (const xmlNode *n = r->root; n; n = tree_walk(n, r->root)) {
		parts[RULES_TABLE] += tree_is(n, "table") &&
		    tree_attr_is(n, "numbered", "yes");
		if (!tree_is(n, "annex"))
			continue;
		appendices = count_children(n, "appendix");
		if (appendices > parts[RULES_APPENDIX])
			parts[RULES_APPENDIX] = appendices;
	}
	r->are_counted = 1;
}

/* I to XXXIX, as far as annexes go; 0 for none. */
static int
roman(const char *s, size_t len)
{
	static const char *const ones[] = {
		"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"
	};
	size_t tens = strspn(s, "X");

	if (len == tens + 1 && s[tens] == 'I')
		return (int)tens * 10 + 1;
	for (int i = 0; i < 10; i++)
		if (tens < 4 && strlen(ones[i]) == len - tens &&
		    strncmp(s + tens, ones[i], len - tens) == 0)
			return (int)tens * 10 + i;
	return 0;
}

/* Tables have figures; 0 for no number. */
static int
number_of(size_t *len, enum rules_part part, const char *s)
{
	if (part != RULES_TABLE) {
		*len = strspn(s, "IVX");
		return *len ? roman(s, *len) : 0;
	}
	*len = strspn(s, "0123456789");
	return *len && *len < 4 ? atoi(s) : 0;
}

/* Whether a part of this document is meant, and not one of a resolution. */
static int
is_own(const char *text, const char *word, const char *behind, size_t row)
{
	if (starts_with_any(behind, words[row].present))
		return 1;
	return ends_with_any(text, word, words[row].see) &&
	    *behind && strchr(").;", *behind);
}

static void
judge_part(struct rules *r, const xmlNode *node, enum rules_part part,
    size_t row)
{
	const char *word = words[row].parts[part], *number;
	const char *text = (const char *)node->content, *s = text;
	size_t len;
	int value;

	for (int found = 0; found < MOST &&
	    (s = find_word(text, s, word)) != NULL; s = number) {
		number = s + strlen(word);
		number += letters_space(number);
		value = number_of(&len, part, number);
		if (!value || !is_own(text, s, number + len, row))
			continue;
		if (!r->are_counted)
			count_parts(r);
		if (value <= r->parts[part])
			continue;
		rules_report_text(r, MSG_NO_ANNEX, node,
		    rules_span(text, s, (size_t)(number + len - s)),
		    "there is no %s %.*s in this document", word, (int)len,
		    number);
		found++;
	}
}

void
rule_typed_part(struct rules *r, const xmlNode *node)
{
	size_t row = row_of(r);

	if (row == WORDS || rules_is_quoted(node))
		return;
	for (enum rules_part part = 0; part < RULES_PARTS; part++)
		judge_part(r, node, part, row);
}
