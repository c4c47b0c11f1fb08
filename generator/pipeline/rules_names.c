#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

/* The names of bodies are in bodies.xml, with their capitals. */

/* Shorter names may be words of another sense: "third committee". */
enum { SHORTEST = 16 };

/* More of one name in one text say nothing new. */
enum { MOST = 20 };

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
		if (strncmp(name, LETTERS_BREAK, 3) == 0) {
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
		if (strncmp(c, LETTERS_BREAK, 3) == 0)
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
static int
is_wrong(size_t *len, const char *name, const char *text)
{
	struct match m = match(name, text);

	*len = m.len;
	return m.len && m.differs && m.has_small;
}

/* A name is told so often in one text, which `told` counts of each. */
static void
judge_names(struct rules *r, const xmlNode *node, const char *s,
    unsigned char *told)
{
	size_t len;

	for (size_t i = 0; i < r->bodies_count; i++) {
		const char *name = r->bodies[i];

		if (tolower((unsigned char)*name) !=
		    tolower((unsigned char)*s) || strlen(name) < SHORTEST ||
		    told[i] >= MOST || !is_wrong(&len, name, s))
			continue;
		report(r, node, s, len, name);
		told[i]++;
	}
}

void
rule_names(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content;
	unsigned char *told;

	if (rules_is_quoted(node))
		return;
	told = xcalloc(r->bodies_count, 1);
	for (const char *s = text; *s; s++)
		if (starts_may(&r->bodies_starts, s) &&
		    (s == text || !isalnum((unsigned char)s[-1])))
			judge_names(r, node, s, told);
	free(told);
}
