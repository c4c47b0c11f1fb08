#ifndef PIPELINE_CONCORD_NUMBERS_H
#define PIPELINE_CONCORD_NUMBERS_H

/*
 * The figures in a text, brought into one form, so that they can be held
 * against those of a translation:
 *
 *	1,000  1 000  1.000  ١٬٠٠٠	1000
 *	2,5  2.5  10.30  10:30		2.5  10.30
 *	13er  19º  5-й  50 %		13  19  5  50
 *	2,5 millones  250万		2500000
 *
 * What is no such figure: in Chinese, a month (6月), which others write as a
 * word; the number of a page or a line, which differs from one language to the
 * other.  A number in words is none, but see numbers_compare.
 */

#include <stddef.h>

struct number {
	char *value;
	const void *source;	/* what the caller has read it from */
	size_t start, end;	/* its bytes there */
};

/* In the order of the text.  Zeroed to begin with. */
struct numbers {
	struct number *list;
	size_t count, size;
};

/* Adds the numbers of a text in a language ("en"). */
void numbers_read(struct numbers *, const char *text, const char *language,
	const void *source);

void numbers_dispose(struct numbers *);

/* A text with its numbers, for numbers_compare. */
struct numbers_side {
	const struct numbers *numbers;
	const char *text;	/* all of it, for the numbers in words */
	const char *language;
	const struct number **alone;	/* gets those that have no like */
	size_t count;
};

/*
 * Takes the numbers that both sides have off each other, and those that the
 * other side has in words.  What is left over stands in `alone` of both, in
 * order, which the caller frees.  Returns how many these are.
 */
size_t numbers_compare(struct numbers_side *, struct numbers_side *);

#endif
