#ifndef PIPELINE_CONCORD_NUMERALS_H
#define PIPELINE_CONCORD_NUMERALS_H

/* The words for numbers in each language; see concord_words.h. */

#include <stddef.h>

/* The value of a word as letters_word gives it; 0 if it is no number. */
unsigned numerals_find(const char *word, const char *language);

/* How many noughts the word adds to a figure before it: 6 for "millions". */
int numerals_scale(const char *word, const char *language);

/* Whether it is a word for a page or a line. */
int numerals_is_page(const char *word, const char *language);

/* The number in Chinese numerals at the start of the text; 0, len 0: none. */
unsigned numerals_read_chinese(size_t *len, const char *text);

/* As numerals_scale, of the characters at the start of the text. */
int numerals_scale_chinese(size_t *len, const char *text);

#endif
