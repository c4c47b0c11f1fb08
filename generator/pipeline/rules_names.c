#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/cursor.h"

/*
 * The names of bodies are in bodies.xml, with their capitals.  They are looked
 * for where names are written in Latin letters and not inflected.
 */

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

/* So long a name can be known by all but two letters, others by all but one. */
enum { LONG = 40 };

/* Letters that are one: of case, of spelling, of apostrophes. */
static unsigned
folded(size_t *len, const char *s)
{
	unsigned c = (unsigned char)*s;

	*len = c != 0;
	if (c >= 0x80)
		c = utf8_next(len, s);
	else
		c = (unsigned)tolower((int)c);
	return c == 'z' ? 's' : c == 0x2019 ? '\'' : c;
}

/* Whether a word goes on there. */
static int
is_in_word(const char *s)
{
	char word[8];

	return isdigit((unsigned char)*s) ||
	    letters_word(word, sizeof(word), s) > 0;
}

/* As far as both are the same; 1 when the name, or its plural, ends there. */
static int
skip_same(const char **name, const char **s)
{
	for (;;) {
		size_t a_len, b_len;
		unsigned a, b;

		*name += strncmp(*name, LETTERS_BREAK, 3) == 0 ? 3 : 0;
		a = folded(&a_len, *name);
		b = folded(&b_len, *s);
		if (a == ' ' && letters_space(*s)) {
			b = a;
			b_len = letters_space(*s);
		}
		if (!a || a != b)
			return !a && !is_in_word(*s + (**s == 's'));
		*name += a_len;
		*s += b_len;
	}
}

/*
 * Where the name ends in the text, when at most so many letters of it are
 * exchanged with the next, changed, added or left out; NULL for another name.
 */
static const char *
near(const char *name, const char *s, int slips)
{
	const char *end = NULL;
	size_t a_len, b_len, a_next, b_next;
	unsigned a, b;

	if (skip_same(&name, &s))
		return s;
	/* other names follow behind a comma */
	if (!slips || !(is_in_word(s) || *s == ' ' || *s == '-'))
		return NULL;
	a = folded(&a_len, name);
	b = folded(&b_len, s);
	if (a && a == folded(&b_next, s + b_len) &&
	    b == folded(&a_next, name + a_len))
		end = near(name + a_len + a_next, s + b_len + b_next,
		    slips - 1);
	if (!end && a)
		end = near(name + a_len, s + b_len, slips - 1);
	if (!end)
		end = near(name, s + b_len, slips - 1);
	if (!end && a)
		end = near(name + a_len, s, slips - 1);
	return end;
}

/* The length of a name that has a slip of the pen; 0 if it is none. */
static size_t
slipped_len(const char *name, const char *s)
{
	const char *end;

	if (*name != *s || near(name, s, 0))
		return 0;
	end = near(name, s, strlen(name) < LONG ? 1 : 2);
	return end ? (size_t)(end - s) : 0;
}

static void
report(struct rules *r, const xmlNode *node, struct span span,
    const char *what, const char *name)
{
	struct buf plain = BUF_INIT;

	for (const char *c = name; *c; c++) {
		if (strncmp(c, LETTERS_BREAK, 3) == 0)
			c += 2;
		else
			buf_putc(&plain, *c);
	}
	rules_report_text(r, MSG_NAME, node, span, "%s '%s'", what,
	    buf_string(&plain));
	buf_dispose(&plain);
}

/* 1 if the text has the name, and it is told what is wrong with it. */
static int
judge_name(struct rules *r, const xmlNode *node, const char *s,
    const char *name)
{
	const char *text = (const char *)node->content;
	struct match m = match(name, s);
	size_t slipped;

	/* the name alone may stand within a longer one, which is then right */
	if (m.len) {
		if (!m.differs || !m.has_small)
			return 0;
		report(r, node, rules_span(text, s, m.len),
		    "the capitals are not those of", name);
		return 1;
	}
	slipped = slipped_len(name, s);
	if (slipped)
		report(r, node, rules_span(text, s, slipped),
		    "this is nearly, but not quite, the name", name);
	return slipped > 0;
}

static int
starts_alike(const char *a, const char *b)
{
	return tolower((unsigned char)*a) == tolower((unsigned char)*b) &&
	    tolower((unsigned char)a[1]) == tolower((unsigned char)b[1]);
}

void
rules_names_load(struct rules *r)
{
	struct names *n = &r->names;
	size_t all;

	n->list = registers_body_names(&all, r->registers, r->language);
	n->told = xcalloc(all + 1, 1);
	for (size_t i = 0; i < all; i++) {
		if (strlen(n->list[i]) < SHORTEST)
			continue;
		n->list[n->count++] = n->list[i];
		starts_add(&n->starts, n->list[i]);
	}
}

void
rules_names_dispose(struct rules *r)
{
	free(r->names.list);
	free(r->names.told);
}

void
rules_names(struct rules *r, const struct word *w)
{
	struct names *n = &r->names;

	/* a text begins */
	if (!*w->before)
		memset(n->told, 0, n->count);
	if (!starts_may(&n->starts, w->at))
		return;
	for (size_t i = 0; i < n->count; i++)
		if (starts_alike(n->list[i], w->at) && n->told[i] < MOST)
			n->told[i] += judge_name(r, w->text, w->at,
			    n->list[i]);
}
