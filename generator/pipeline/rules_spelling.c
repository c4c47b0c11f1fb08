#include <ctype.h>
#include <string.h>

#include "pipeline/mend.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"

/*
 * The United Nations Editorial Manual follows the Concise Oxford English
 * Dictionary, and of two spellings takes the first one there: programme,
 * judgement, and -ize where it is a suffix, but analyse, advise, comprise.
 */

enum { MOST = 20, WORD = 64 };

#define NO_BREAK "\xc2\xa0"

static const struct {
	const char *wrong, *right;
} words[] = {
	{ "program", "programme" },
	{ "programs", "programmes" },
	{ "percent", "per cent" },
	{ "judgment", "judgement" },
	{ "judgments", "judgements" },
};

/* What stands before -ise and -isation. */
static const char *const stems[] = {
	"author", "capital", "central", "character", "civil", "criminal",
	"critic", "decentral", "digital", "emphas", "final", "formal",
	"general", "global", "harmon", "industrial", "institutional",
	"legal", "liberal", "local", "maxim", "minim", "mobil", "modern",
	"national", "neutral", "normal", "optim", "organ", "penal",
	"priorit", "privat", "real", "recogn", "reorgan", "revital",
	"sensit", "special", "stabil", "standard", "summar", "symbol",
	"urban", "util", "visual",
};

static const char *const endings[] = {
	"ise", "ised", "iser", "isers", "ises", "ising", "isation",
	"isations", "isational",
};

static int
is_one_of(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, list[i]) == 0)
			return 1;
	return 0;
}

/* Where -ise starts in the word; 0 if it is no such word. */
static size_t
suffix_at(const char *word)
{
	const char *end = word + strlen(word);
	char stem[WORD];

	/* as in all of the endings */
	if (!strstr(word, "is"))
		return 0;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t len = strlen(endings[i]), left;

		if ((size_t)(end - word) <= len ||
		    strcmp(end - len, endings[i]))
			continue;
		left = (size_t)(end - word) - len;
		memcpy(stem, word, left);
		stem[left] = '\0';
		if (is_one_of(stem, stems, sizeof(stems) / sizeof(*stems)))
			return left;
	}
	return 0;
}

/* What courts give is a judgment, and so spelt by themselves. */
static int
is_of_court(const char *text)
{
	static const char *const of_law[] = {
		"court", "tribunal", "appeal", "appellate", "judge ",
		"judges", "judicial", "enforce",
	};

	for (size_t i = 0; i < sizeof(of_law) / sizeof(*of_law); i++)
		if (strcasestr(text, of_law[i]))
			return 1;
	return 0;
}

/* Adds the Organization's spelling of the word, if it is another. */
static void
add_right(struct buf *right, const char *word, const char *before)
{
	size_t at = suffix_at(word);

	/* of software, and nothing else */
	if (strcmp(before, "computer") == 0)
		return;
	if (at)
		buf_printf(right, "%.*siz%s", (int)at, word, word + at + 2);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(word, words[i].wrong) == 0)
			buf_puts(right, words[i].right);
}

/* Capitals are names: the Organisation internationale de la Francophonie. */
static int
is_name(const char *s, const char *text)
{
	return isupper((unsigned char)*s) && s > text &&
	    strncasecmp(s, "program", 7) != 0;
}

void
rules_spelling(struct rules *r, const struct word *w)
{
	const char *text = (const char *)w->text->content;
	const struct span span = rules_span(text, w->at, w->len);
	struct buf right = BUF_INIT;

	add_right(&right, w->letters, w->before);
	if (right.len && !is_name(w->at, text) &&
	    (strncmp(w->letters, "judgment", 8) || !is_of_court(text))) {
		if (isupper((unsigned char)*w->at))
			right.data[0] = (char)toupper(
			    (unsigned char)right.data[0]);
		rules_report_text(r, MSG_SPELLING, w->text, span,
		    "'%.*s' is spelt '%s' in documents of the Organization",
		    (int)w->len, w->at, right.data);
		mend_text(r, w->text, span, right.data);
	}
	buf_dispose(&right);
}

/* In tables, and in the words of others, the sign stays. */
static int
is_running(const xmlNode *text)
{
	return !tree_is(text->parent, "cell") && !rules_is_quoted(text);
}

/* "5 per cent": the sign is for tables. */
void
rule_per_cent(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = strchr(text, '%');

	if (!s || !rules_in(r, "en") || !is_running(node))
		return;
	for (int found = 0; s && found < MOST; s = strchr(s + 1, '%')) {
		const char *end = s;

		while (end > text && (end[-1] == ' ' ||
		    (end > text + 1 && strncmp(end - 2, NO_BREAK, 2) == 0)))
			end -= end[-1] == ' ' ? 1 : 2;
		if (end == text || !isdigit((unsigned char)end[-1]))
			continue;
		rules_report_text(r, MSG_PER_CENT, node,
		    rules_span(text, s, 1), "'%%' is for tables: write "
		    "'per cent'");
		mend_text(r, node, rules_span(text, end,
		    (size_t)(s + 1 - end)), NO_BREAK "per cent");
		found++;
	}
}
