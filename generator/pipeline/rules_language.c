#include <ctype.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/mend.h"
#include "pipeline/notation.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/cursor.h"

/* More of one kind in one text say nothing new. */
enum { MOST = 20 };

int
rules_is_quoted(const xmlNode *text)
{
	static const char *const names[] = {
		"q", "quote", "work", "foreign", "correction"
	};

	for (const xmlNode *n = text->parent; n; n = n->parent)
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (tree_is(n, names[i]))
				return 1;
	return 0;
}

void
rule_foreign(struct rules *r, const xmlNode *node)
{
	const char *tag = tree_attr(node, "lang");

	rule_filled(r, node);
	if (!notation_is_language(tag))
		rules_report_attr(r, MSG_TAG, node, "lang",
		    "'%s' names no language: it must be two or three small "
		    "letters, as in fr or la, perhaps with a country, as in "
		    "pt-BR", tag);
}

/* "He had had …", "nous nous réunissons": these may stand twice. */
static int
may_repeat(const char *word)
{
	static const char *const words[] = {
		"had", "that", "is", "nous", "vous",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(word, words[i]) == 0)
			return 1;
	return 0;
}

/* Part of a longer word: "vis-à-vis", "Boutros Boutros-Ghali", "l’État". */
static int
is_joined(const char *text, const char *start, const char *end)
{
	return (start > text && (start[-1] == '-' || start[-1] == '\'' ||
	    isdigit((unsigned char)start[-1]))) ||
	    (start - text >= 3 && strncmp(start - 3, "’", 3) == 0) ||
	    *end == '-' || *end == '\'' || strncmp(end, "’", 3) == 0 ||
	    strncmp(end, "\xe2\x80\x91", 3) == 0;
}

/* The same letters, but for the first, which may be a capital in one. */
static int
is_same(const char *a, const char *b, size_t len)
{
	size_t first;

	utf8_next(&first, a);
	return len > first && memcmp(a + first, b + first, len - first) == 0;
}

/* What is a name only with both: "Pago Pago". */
static int
is_name(const char *word)
{
	static const char *const words[] = {
		"bora", "boutros", "mau", "pago", "phi", "puka", "sirhan",
		"wagga", "walla",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(word, words[i]) == 0)
			return 1;
	return 0;
}

/* Longer than any word that is looked for. */
enum { WORD = 64 };

static int
is_repeated(const struct word *w)
{
	const char *text = (const char *)w->text->content;

	return w->last && w->len == w->last_len &&
	    strcmp(w->letters, w->before) == 0 &&
	    is_same(w->last, w->at, w->len) && !is_name(w->letters) &&
	    !may_repeat(w->letters) &&
	    !is_joined(text, w->last, w->at + w->len);
}

static void
judge_repeated(struct rules *r, const struct word *w)
{
	if (is_repeated(w))
		rules_report_text(r, MSG_REPEATED, w->text,
		    rules_span((const char *)w->text->content, w->at, w->len),
		    "'%.*s' stands twice", (int)w->len, w->at);
}

/* Of languages that part words by spaces, and double none for its sense. */
void
rule_words(struct rules *r, const xmlNode *node)
{
	char letters[WORD], before[WORD] = "";
	struct word w = { .text = node, .letters = letters, .before = before };
	int english = rules_in(r, "en"), russian = rules_in(r, "ru");

	if (rules_in(r, "ar") || rules_in(r, "zh") || rules_is_quoted(node))
		return;
	for (w.at = (const char *)node->content; *w.at; w.at += w.len) {
		w.len = letters_word(letters, sizeof(letters), w.at);
		if (!w.len) {
			w.len = letters_space(w.at);
			if (!w.len) {
				utf8_next(&w.len, w.at);
				w.last = NULL;
			}
			continue;
		}
		judge_repeated(r, &w);
		if (english)
			rules_spelling(r, &w);
		if (!russian)
			rules_names(r, &w);
		memcpy(before, letters, sizeof(before));
		w.last = w.at;
		w.last_len = w.len;
	}
}

/* "(XXI)" is a number: as many capitals are a placeholder from four on. */
static size_t
placeholder_len(const char *s)
{
	static const char *const words[] = {
		"tbc", "tbd", "tba", "lorem ipsum", "[insert", "[to be ",
		"???",
	};
	size_t len;

	/* nearly all words start otherwise */
	if (!strchr("xXtTlL[?", *s))
		return 0;
	len = strspn(s, *s == 'x' ? "x" : "X");
	if (len >= 4)
		return len;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		len = strlen(words[i]);
		if (strncasecmp(s, words[i], len) == 0 &&
		    (len > 3 || isupper((unsigned char)*s) || *s == '?'))
			return len;
	}
	return 0;
}

/* Only whole words: "TBC", and not the start of a longer one. */
void
rule_placeholder(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = text;
	size_t len;

	for (int found = 0; *s && found < MOST; s += len) {
		len = placeholder_len(s);
		if (len && (isspace((unsigned char)s[len - 1]) ||
		    !isalnum((unsigned char)s[len]))) {
			rules_report_text(r, MSG_PLACEHOLDER, node,
			    rules_span(text, s, len),
			    "'%.*s' is left in the text", (int)len, s);
			found++;
			continue;
		}
		/* the next word starts behind what is no letter */
		len = 0;
		while (isalpha((unsigned char)s[len]))
			len++;
		len = len ? len : 1;
	}
}

/* Letters and digits, and what is no ASCII. */
static int
is_word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether hyphens stand there between words in the place of a dash. */
static size_t
hyphens_len(const char *text, const char *s)
{
	size_t len = strspn(s, "-");
	const char *left = s, *right = s + len;

	while (left > text && isspace((unsigned char)left[-1]))
		left--;
	right += strspn(right, " \t\r\n");
	if (left == text || !(is_word_byte(left[-1]) || left[-1] == ')' ||
	    left[-1] == ',') || !is_word_byte(*right))
		return 0;
	if (len == 1)
		return left < s && right > s + len ? len : 0;
	return len == 2 || len == 3 ? len : 0;
}

/* The Organization's dash is —, or – in a span. */
void
rule_dash(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content;
	const char *s = strchr(text, '-');
	size_t len;

	/* "أولا -" is the number of a chapter */
	if (rules_in(r, "ar"))
		return;
	for (int found = 0; s && found < MOST; s = strchr(s, '-')) {
		len = hyphens_len(text, s);
		if (len) {
			rules_report_text(r, MSG_DASH, node,
			    rules_span(text, s, len), len == 1 ?
			    "a hyphen between spaces: write — for a dash, or "
			    "leave out the spaces" :
			    "hyphens in the place of a dash: write —");
			if (len > 1)
				mend_text(r, node, rules_span(text, s, len),
				    "—");
			found++;
		}
		s += strspn(s, "-");
	}
}
