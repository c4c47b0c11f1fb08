#ifndef UTIL_ARENA_H
#define UTIL_ARENA_H

#include <stddef.h>

/*
 * Memory for many small things that end together: nothing in it is freed but
 * all of it.  Zeroed by ARENA_INIT.
 */
struct arena {
	struct arena_block *blocks;
};

#define ARENA_INIT { NULL }

/* Zeroed, and fit for anything; belongs to the arena. */
void *arena_alloc(struct arena *, size_t);

/* A copy with a NUL behind it. */
char *arena_copy(struct arena *, const void *, size_t);

void arena_dispose(struct arena *);

#endif
