#ifndef PIPELINE_CONCORD_WORDS_H
#define PIPELINE_CONCORD_WORDS_H

/* Numbers that a language writes in words. */

#include <stddef.h>

/* Values, in the order of the text.  Zeroed to begin with. */
struct values {
	unsigned *list;
	size_t count, size;
};

void values_add(struct values *, unsigned);
void values_dispose(struct values *);

/*
 * Adds the numbers that stand in words in a text: "twenty-fourth" gives 24.
 * They serve to excuse a figure that another language has, so a word that only
 * looks like a number ("neuf", "second") does no harm.
 */
void words_read(struct values *, const char *text, const char *language);

/*
 * The word at the start of the text that makes a figure larger: 6 for
 * "millions", with its length; 0 if there is none.
 */
int words_scale(size_t *len, const char *text, const char *language);

/* Whether the word just before the end of the text is one for page or line. */
int words_is_page(const char *text, size_t end, const char *language);

/*
 * What may stand between two numbers of a range or list, "and" or a dash: the
 * length of that at the start of the text, white space and all; 0 if none.
 */
size_t words_joint(const char *text);

#endif
