#ifndef PIPELINE_CONCORD_ALIGN_H
#define PIPELINE_CONCORD_ALIGN_H

/* Which member of one list is which of another. */

#include <stddef.h>
#include <stdint.h>

#define ALIGN_NONE ((size_t)-1)

/* One member of a list.  Strings are borrowed. */
struct align_entry {
	const char *name;	/* members of other names never match */
	const char *key;	/* what it is known by; NULL: by its place */
	uint64_t print;		/* equal if what can be compared is equal */
	size_t mate;		/* its like in the other list, or ALIGN_NONE */
};

/*
 * Gives each member its mate: the one with its key; of the others, those that
 * are equal and in order; what stands alone between the same two; those that
 * are equal and stand elsewhere; and what is left of a name, one by one, if it
 * is the same number on both sides.  So what has no mate is left over on one
 * side only, or cannot be told.
 */
void align(struct align_entry *, size_t, struct align_entry *, size_t);

/*
 * The first member of the list that stands in another place among its mates
 * than it does here, so that the rest, as many as can be, is in order;
 * ALIGN_NONE when all is.  Members named `loose` may stand anywhere.
 */
size_t align_moved(const struct align_entry *, size_t, const char *loose);

#endif
