#ifndef PIPELINE_LETTERS_H
#define PIPELINE_LETTERS_H

#include <stddef.h>

/* Characters of UTF-8 text, as far as numbers and their words need them. */

/* In names and words of ours: where a line may end.  Nothing is printed. */
#define LETTERS_BREAK "\xe2\x80\x8b"

/* The bytes with which some words start, small and capital. */
struct starts {
	char has[256];
};

void starts_add(struct starts *, const char *word);

/* Whether one of the words may start there: most places are none. */
int starts_may(const struct starts *, const char *text);

/* The value of a digit of any script, with its length; -1 if it is none. */
int letters_digit(size_t *len, const char *text);

/* The length of the white space there, no-break spaces too. */
size_t letters_space(const char *text);

/*
 * The word at the start of the text, in small letters without the marks that
 * are left out or vary in Arabic and Russian, cut to fit; returns the length
 * that it has in the text, 0 if there is none.
 */
size_t letters_word(char *word, size_t size, const char *text);

#endif
