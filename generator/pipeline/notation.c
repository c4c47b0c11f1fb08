#include "pipeline/notation.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char digits[] = "0123456789";

/* Numbers of more digits than this number nothing. */
enum { LONGEST = 6 };

/* Reads a number and moves behind it; 0 if there is none. */
static int
take_number(const char **s)
{
	size_t len = strspn(*s, digits);
	int number = len && len <= LONGEST && **s != '0' ? atoi(*s) : 0;

	*s += len;
	return number;
}

int
notation_number(const char *s, int least, int most)
{
	int number = take_number(&s);

	return !*s && number >= least && number <= most ? number : 0;
}

/* Letters of an organ or a session: "PRST", "S", "XX", "CP.16". */
static size_t
letters_len(const char *s)
{
	size_t len = strspn(s, upper), number;

	if (!len || len > 5 || s[len] != '.')
		return len <= 5 ? len : 0;
	number = strspn(s + len + 1, digits);
	return number ? len + 1 + number : 0;
}

/* The session or year of resolutions of old: " (XXIX)", " (2004)". */
static size_t
bracket_len(const char *s)
{
	size_t len = strncmp(s, " (", 2) == 0 ?
	    strspn(s + 2, "IVXLCDMES-0123456789") : 0;

	return len && s[2 + len] == ')' ? len + 3 : 0;
}

int
notation_is_decision(const char *s)
{
	int parts = 0, numbers = 0;
	size_t len, bracket;

	do {
		s += parts > 0;
		len = strspn(s, digits);
		numbers += len > 0;
		len = len ? len : letters_len(s);
		if (!len)
			return 0;
		s += len;
		parts++;
	} while (*s == '/' || *s == '-');
	/* "1993/2 A" */
	if (s[0] == ' ' && isupper((unsigned char)s[1]))
		s += 2;
	bracket = bracket_len(s);
	return !s[bracket] && numbers > 0 && numbers <= 2 &&
	    (parts > 1 || bracket);
}

/* Which letter it is; 0 if it is none. */
static int
letter_at(const char *s, size_t len)
{
	return len == 1 && *s >= 'a' && *s <= 'z' ? *s - 'a' + 1 : 0;
}

/* Which small roman number it is; 0 if it is none of these. */
static int
roman_at(const char *s, size_t len)
{
	static const char *const numbers[] = {
		"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strlen(numbers[i]) == len &&
		    strncmp(numbers[i], s, len) == 0)
			return (int)i + 1;
	return 0;
}

/* One step down from an item: "b", "a-c", "ii". */
static size_t
step_len(const char *s, int (*which)(const char *, size_t), int *ranges)
{
	size_t len = strcspn(s, ".-"), last;
	int first = which(s, len);

	if (!first || s[len] != '-')
		return first ? len : 0;
	last = strcspn(s + len + 1, ".-");
	*ranges = 1;
	return which(s + len + 1, last) > first ? len + 1 + last : 0;
}

int
notation_is_item(const char *s)
{
	static int (*const steps[])(const char *, size_t) = {
		letter_at, roman_at
	};
	int ranges = 0;
	size_t len;

	if (!take_number(&s))
		return 0;
	/* nothing can follow "8.a-c" */
	for (size_t i = 0; i < 2 && *s == '.' && !ranges; i++) {
		len = step_len(s + 1, steps[i], &ranges);
		if (!len)
			return 0;
		s += 1 + len;
	}
	return !*s;
}

int
notation_is_addenda(const char *s)
{
	int first;

	if (strcmp(s, "all") == 0)
		return 1;
	first = take_number(&s);
	if (*s == '-') {
		s++;
		return first && take_number(&s) > first && !*s;
	}
	return first && !*s;
}

int
notation_is_address(const char *s)
{
	static const char *const schemes[] = { "https://", "http://" };
	static const char host[] = ".-0123456789"
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t i = 0, len;

	while (i < 2 && strncasecmp(s, schemes[i], strlen(schemes[i])))
		i++;
	if (i == 2)
		return 0;
	s += strlen(schemes[i]);
	len = strspn(s, host);
	if (len < 3 || !memchr(s + 1, '.', len - 2) ||
	    (s[len] && !strchr("/?#:", s[len])))
		return 0;
	s += len;
	while (isgraph((unsigned char)*s) && !strchr("<>\"{}|\\^`", *s))
		s++;
	return !*s;
}

int
notation_is_language(const char *s)
{
	static const char small[] = "abcdefghijklmnopqrstuvwxyz";
	size_t len = strspn(s, small);

	if (len < 2 || len > 3)
		return 0;
	for (s += len; *s == '-'; s += len) {
		s++;
		for (len = 0; isalnum((unsigned char)s[len]); len++)
			;
		if (len < 2 || len > 8)
			return 0;
	}
	return !*s;
}
