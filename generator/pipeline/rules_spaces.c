#include <ctype.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/mend.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/cursor.h"

/* More of one kind in one text say nothing new. */
enum { MOST = 20 };

static int
is_space(const char *s)
{
	return letters_space(s) > 0 && strncmp(s, LETTERS_BREAK, 3) != 0;
}

/* Punctuation that no space stands before, in any of the languages. */
static int
is_late_stop(const char *s)
{
	return *s && strchr(",.", *s) &&
	    (!s[1] || isspace((unsigned char)s[1]));
}

static size_t
no_break_len(const char *s)
{
	return strncmp(s, "\xc2\xa0", 2) == 0 ? 2 :
	    strncmp(s, "\xe2\x80\xaf", 3) == 0 ? 3 : 0;
}

static int
is_wrong_space(const char *s, const char **what)
{
	size_t len;

	len = no_break_len(s);
	*what = "a no-break space beside another space: both are printed";
	if (len)
		return is_space(s + len);
	len = strspn(s, " \t\r\n");
	if (no_break_len(s + len))
		return len > 0;
	*what = "a space before punctuation";
	return len && is_late_stop(s + len);
}

/* Before punctuation, white space goes; a no-break space, its neighbour. */
static void
mend_space(struct rules *r, const xmlNode *node, struct span span)
{
	const char *s = (const char *)node->content + span.start;

	if (strspn(s, " \t") >= span.end - span.start)
		mend_text(r, node, span, "");
}

void
rule_spaces(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = text;
	const char *what;
	size_t len, all;

	for (int found = 0; *s && found < MOST; s += len) {
		/* most characters are none */
		while (*s > ' ' && *s < 0x7f)
			s++;
		all = letters_space(s);
		len = all;
		if (!all)
			utf8_next(&len, s);
		if (!all || !is_wrong_space(s, &what))
			continue;
		rules_report_text(r, MSG_SPACE, node,
		    rules_span(text, s, len), "%s", what);
		mend_space(r, node, rules_span(text, s, len));
		found++;
	}
}

/* Where lines start, spaces are the draft's own way of being set out. */
static int
starts_line(const char *text, const char *s)
{
	return s == text || s[-1] == '\n';
}

/* Two spaces are printed as one, and show that a text came from elsewhere. */
void
rule_double_spaces(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content;
	const char *s = strstr(text, "  ");
	size_t len;

	for (int found = 0; s && found < MOST; s = strstr(s + len, "  ")) {
		len = strspn(s, " ");
		if (starts_line(text, s) || !s[len] || strchr("\r\n\t", s[len]))
			continue;
		rules_report_text(r, MSG_DOUBLE_SPACE, node,
		    rules_span(text, s, len), "%zu spaces in the place of one",
		    len);
		mend_text(r, node, rules_span(text, s, len), " ");
		found++;
	}
}
