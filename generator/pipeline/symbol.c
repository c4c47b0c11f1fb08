#include "pipeline/symbol.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/alloc.h"
#include "util/buf.h"

static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char digits[] = "0123456789";

/* Companions of a document are never so many. */
enum { HIGHEST = 999999 };

static int
is_all(const char *s, const char *set)
{
	return *s && s[strspn(s, set)] == '\0';
}

/* "Add.1", "Corr.2", "Rev.1": what comes last, and always has a number. */
static int
is_modifier(const char *part)
{
	static const char *const words[] = { "Add", "Amend", "Corr", "Rev" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t len = strlen(words[i]);

		if (strncasecmp(part, words[i], len) == 0 &&
		    !isalpha((unsigned char)part[len]))
			return 1;
	}
	return 0;
}

/* Letters run into a number: "Rev1" for "Rev.1", "WG2" for "WG.2". */
static int
lacks_point(const char *part, size_t *letters)
{
	*letters = 0;
	while (isalpha((unsigned char)part[*letters]))
		++*letters;
	return *letters > 0 && is_all(part + *letters, digits);
}

/* The words that stand in brackets: "(Part I)", "(Sect. 24)", "(XXI)". */
static int
is_bracket(const char *s)
{
	static const char *const words[] = {
		"(Part", "(Sect", "(Resumption", "(Plan", "(Vol", "(Prog",
		"(Income", "(Introduction"
	};
	size_t len;

	s += *s == ' ';
	len = strlen(s);
	if (len < 3 || s[0] != '(' || strcspn(s, ")") != len - 1)
		return 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return 1;
	/* a session or year, as in resolutions of old */
	return strspn(s + 1, "IVXLCS-0123456789") == len - 2;
}

/* One component behind the first. */
static int
is_component(const char *s)
{
	if (isdigit((unsigned char)*s))
		return s += strspn(s, digits), !*s || is_bracket(s);
	if (!isupper((unsigned char)*s))
		return 0;
	while (isalpha((unsigned char)*s) || *s == '&')
		s++;
	while (*s && strchr("-. ", *s) && s[1] && s[1] != '(') {
		s++;
		if (!isalnum((unsigned char)*s))
			return 0;
		while (isalnum((unsigned char)*s) || *s == '&')
			s++;
	}
	return !*s || is_bracket(s);
}

static int
check_component(struct buf *why, const char *part)
{
	size_t letters;

	if (!*part) {
		buf_puts(why, "nothing stands between or behind two slashes");
	} else if (lacks_point(part, &letters)) {
		buf_printf(why, "write '%.*s.%s' for '%s'", (int)letters, part,
		    part + letters, part);
	} else if (is_modifier(part) &&
	    (strspn(part, upper) != 1 || !is_all(part + strcspn(part, ".") +
	    !!strchr(part, '.'), digits))) {
		buf_printf(why, "'%s' must be as in Rev.1, Add.1 or Corr.1",
		    part);
	} else if (!is_component(part)) {
		buf_printf(why, "'%s' is no part of a symbol", part);
	} else {
		return 0;
	}
	return -1;
}

static int
check_first(struct buf *why, const char *part)
{
	if (is_all(part, upper) && strlen(part) <= 5)
		return 0;
	buf_printf(why, "it starts with '%s', and not with one to five "
	    "capital letters", part);
	return -1;
}

/* "*" and "**" behind a symbol: reissued. */
static void
cut_stars(char *symbol)
{
	size_t len = strlen(symbol);

	for (int i = 0; i < 2 && len > 0 && symbol[len - 1] == '*'; i++)
		symbol[--len] = '\0';
}

int
symbol_check(struct buf *why, const char *symbol)
{
	char *copy = xstrdup(symbol), *part = copy, *slash;
	int ret;

	cut_stars(copy);
	slash = strchr(copy, '/');
	if (slash)
		*slash = '\0';
	ret = check_first(why, copy);
	if (ret == 0 && !slash) {
		buf_puts(why, "it has no slash");
		ret = -1;
	}
	while (ret == 0 && slash) {
		part = slash + 1;
		slash = strchr(part, '/');
		if (slash)
			*slash = '\0';
		ret = check_component(why, part);
	}
	free(copy);
	return ret;
}

int
symbol_has_series(const char *symbol, const char *series)
{
	size_t len = strlen(series);

	return strncmp(symbol, series, len) == 0 && symbol[len] == '/';
}

int
symbol_modifier(const char *symbol, const char *word)
{
	const char *last = strrchr(symbol, '/');
	size_t len = strlen(word);

	long number;

	if (!last || strncmp(last + 1, word, len) || last[1 + len] != '.')
		return 0;
	number = strtol(last + 1 + len + 1, NULL, 10);
	return number < HIGHEST ? (int)number : HIGHEST;
}

void
symbol_next(struct buf *next, const char *symbol, const char *word)
{
	char *copy = xstrdup(symbol);
	int number = symbol_modifier(symbol, word);

	cut_stars(copy);
	if (number)
		*strrchr(copy, '/') = '\0';
	buf_printf(next, "%s/%s.%d", copy, word, number + 1);
	free(copy);
}
