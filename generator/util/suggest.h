#ifndef UTIL_SUGGEST_H
#define UTIL_SUGGEST_H

#include <stddef.h>

/*
 * "Did you mean": of the candidates tried, the one nearest to a word.
 * Strings are borrowed and must outlive the struct.
 */
struct suggest {
	const char *word;
	const char *best;	/* NULL while none is near enough */
	size_t distance;	/* of best, or the first that is too far */
};

struct suggest suggest_new(const char *word);
void suggest_try(struct suggest *, const char *candidate);

/*
 * How many letters must be changed, added, left out or swapped with their
 * neighbour to make one word of the other; case does not count.
 */
size_t suggest_distance(const char *, const char *);

#endif
