#include "pipeline/calendar.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/registers.h"
#include "util/cursor.h"

struct calendar
calendar_of(const struct registers *registers, const char *language)
{
	struct calendar c = { .language = language };
	char key[32];

	for (int i = 0; i < 12; i++) {
		snprintf(key, sizeof(key), "month-%02d", i + 1);
		c.months[i] = registers_word(registers, language, key);
	}
	for (int i = 0; i < 7; i++) {
		snprintf(key, sizeof(key), "weekday-%d", i + 1);
		c.weekdays[0][i] = registers_word(registers, language, key);
		snprintf(key, sizeof(key), "weekday-text-%d", i + 1);
		c.weekdays[1][i] = registers_word(registers, language, key);
		for (int form = 0; form < 2; form++)
			if (c.weekdays[form][i])
				starts_add(&c.starts, c.weekdays[form][i]);
		/* most languages have one form of it */
		if (c.weekdays[0][i] && c.weekdays[1][i] &&
		    strcmp(c.weekdays[0][i], c.weekdays[1][i]) == 0)
			c.weekdays[1][i] = NULL;
	}
	return c;
}

/* Day 0 was a Thursday. */
int
calendar_day_of_week(long days)
{
	return (int)(((days + 4) % 7 + 7) % 7);
}

static int
is(const struct calendar *c, const char *language)
{
	return strcmp(c->language, language) == 0;
}

/*
 * How much of the text is the word: spaces are alike, and its first letter may
 * be a capital.
 */
static size_t
match(const char *word, const char *text)
{
	const char *s = text;
	size_t space, len;

	if (!word || !*word)
		return 0;
	if (isalpha((unsigned char)*word)) {
		if (tolower((unsigned char)*word) !=
		    tolower((unsigned char)*s))
			return 0;
		word++, s++;
	}
	while (*word) {
		if (strncmp(word, LETTERS_BREAK, 3) == 0) {
			word += 3;
		} else if ((space = letters_space(word)) > 0) {
			if (!letters_space(s))
				return 0;
			word += space;
			s += letters_space(s);
		} else {
			utf8_next(&len, word);
			if (strncmp(word, s, len))
				return 0;
			word += len;
			s += len;
		}
	}
	return (size_t)(s - text);
}

/* Whether a word can end there; in Chinese, anywhere. */
static int
ends_word(const struct calendar *c, const char *s)
{
	char rest[8];

	return is(c, "zh") || letters_word(rest, sizeof(rest), s) == 0;
}

int
calendar_weekday(size_t *len, const struct calendar *c, const char *text)
{
	*len = 0;
	if (!starts_may(&c->starts, text))
		return -1;
	for (int form = 0; form < 2; form++)
		for (int i = 0; i < 7; i++) {
			*len = match(c->weekdays[form][i], text);
			if (*len && ends_word(c, text + *len))
				return i;
		}
	return -1;
}

static size_t
number(int *out, const char *s, size_t most)
{
	size_t len = strspn(s, "0123456789");

	*out = len && len <= most ? atoi(s) : 0;
	return *out ? len : 0;
}

static size_t
month(int *out, const struct calendar *c, const char *s)
{
	for (int i = 0; i < 12; i++) {
		size_t len = match(c->months[i], s);

		if (len && ends_word(c, s + len)) {
			*out = i + 1;
			return len;
		}
	}
	return 0;
}

/* A space, and in Spanish "de". */
static size_t
joint(const struct calendar *c, const char *s)
{
	size_t len = letters_space(s);

	if (len && is(c, "es") && strncmp(s + len, "de", 2) == 0 &&
	    letters_space(s + len + 2))
		len += 2 + letters_space(s + len + 2);
	return len;
}

/* "3 October 2007", "1er juin", "3 de octubre de 2007" */
static size_t
day_first(struct typed_date *d, const struct calendar *c, const char *text)
{
	size_t len = number(&d->day, text, 2), gap, more;

	if (!len)
		return 0;
	if (is(c, "fr") && strncmp(text + len, "er", 2) == 0)
		len += 2;
	gap = joint(c, text + len);
	more = gap ? month(&d->month, c, text + len + gap) : 0;
	if (!more)
		return 0;
	len += gap + more;
	gap = joint(c, text + len);
	more = gap ? number(&d->year, text + len + gap, 4) : 0;
	if (more < 4)
		d->year = 0;
	return len + (d->year ? gap + more : 0);
}

/* 2007年10月3日 */
static size_t
year_first(struct typed_date *d, const char *text)
{
	int len = 0;

	if (sscanf(text, "%4d年%2d月%2d日%n", &d->year, &d->month, &d->day,
	    &len) < 3)
		return 0;
	return len > 0 ? (size_t)len : 0;
}

size_t
calendar_date(struct typed_date *date, const struct calendar *c,
    const char *text)
{
	*date = (struct typed_date){ 0, 0, 0 };
	if (!isdigit((unsigned char)*text))
		return 0;
	return is(c, "zh") ? year_first(date, text) :
	    day_first(date, c, text);
}
