#include <ctype.h>
#include <string.h>

#include "pipeline/concord_letters.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/cursor.h"

/* The names of bodies are in bodies.xml, with their capitals. */

/* Shorter names may be words of another sense: "third committee". */
enum { SHORTEST = 16 };

/* More of one name in one text say nothing new. */
enum { MOST = 20 };

/* In names, where a line of the masthead may end. */
static const char break_here[] = "\xe2\x80\x8b";

/* How letters of the text and of the name compare. */
struct match {
	size_t len;		/* 0: another name */
	int differs;		/* in capitals */
	int has_small;		/* all in capitals, it is a heading */
};

static struct match
match(const char *name, const char *text)
{
	struct match m = { 0, 0, 0 };
	const char *s = text;
	size_t space;

	while (*name) {
		if (strncmp(name, break_here, 3) == 0) {
			name += 3;
		} else if (*name == ' ') {
			space = letters_space(s);
			if (!space)
				return (struct match){ 0, 0, 0 };
			name++;
			s += space;
		} else {
			if (tolower((unsigned char)*name) !=
			    tolower((unsigned char)*s))
				return (struct match){ 0, 0, 0 };
			m.has_small |= islower((unsigned char)*s);
			m.differs |= *name++ != *s++;
		}
	}
	if (!isalnum((unsigned char)*s))
		m.len = (size_t)(s - text);
	return m;
}

static void
report(struct rules *r, const xmlNode *node, const char *s, size_t len,
    const char *name)
{
	struct buf plain = BUF_INIT;

	for (const char *c = name; *c; c++) {
		if (strncmp(c, break_here, 3) == 0)
			c += 2;
		else
			buf_putc(&plain, *c);
	}
	rules_report_text(r, MSG_NAME, node,
	    rules_span((const char *)node->content, s, len),
	    "the capitals are not those of '%s'", buf_string(&plain));
	buf_dispose(&plain);
}

/* The name alone may stand within a longer one, which is then right. */
static void
judge_name(struct rules *r, const xmlNode *node, const char *name)
{
	const char *text = (const char *)node->content, *s = text;
	char first[8];
	size_t len;
	int found = 0;

	utf8_next(&len, name);
	memcpy(first, name, len);
	first[len] = '\0';
	for (s = strcasestr(s, first); s && found < MOST;
	    s = strcasestr(s + 1, first)) {
		struct match m = { 0, 0, 0 };

		if (s == text || !isalnum((unsigned char)s[-1]))
			m = match(name, s);
		if (m.len && m.differs && m.has_small) {
			report(r, node, s, m.len, name);
			found++;
		}
	}
}

void
rule_names(struct rules *r, const xmlNode *node)
{
	if (rules_is_quoted(node))
		return;
	for (size_t i = 0; i < r->bodies_count; i++)
		if (strlen(r->bodies[i]) >= SHORTEST)
			judge_name(r, node, r->bodies[i]);
}
