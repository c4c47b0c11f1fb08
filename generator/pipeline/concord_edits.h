#ifndef PIPELINE_CONCORD_EDITS_H
#define PIPELINE_CONCORD_EDITS_H

#include <stddef.h>

/* Whether the i-th of one list equals the j-th of the other. */
typedef int edits_equal(const void *, size_t i, size_t j);

/*
 * The longest list that can be made of both by leaving members out.  mates[i]
 * gets the place, in the second list, of the i-th of the first; (size_t)-1 for
 * one that is left out.  Of lists in which hardly anything is equal only what
 * is so at both ends is found, as nobody could use more.
 */
void edits_find(size_t *mates, size_t a_count, size_t b_count,
	edits_equal *, const void *);

#endif
