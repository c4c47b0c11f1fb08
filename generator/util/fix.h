#ifndef UTIL_FIX_H
#define UTIL_FIX_H

#include <stddef.h>
#include <stdio.h>

struct buf;

/* What a message proposes: other bytes in the place of some of the file's. */
struct fix {
	size_t message;		/* the order of the message that proposes it */
	size_t start, end;	/* from the first to just behind the last */
	char *with;
};

/* Zeroed: none. */
struct fixes {
	struct fix *items;
	size_t count, size;
};

/* Keeps copies.  `with` may be empty: bytes are deleted. */
void fixes_add(struct fixes *, size_t message, size_t start, size_t end,
	const char *with);

/*
 * Adds the text with all fixes made, but none that overlaps another: what came
 * first holds.  Returns how many were made.  All else is byte for byte as it
 * was.
 */
size_t fixes_apply(struct buf *out, const struct buf *text, struct fixes *);

/* Forgets them, and keeps the memory. */
void fixes_forget(struct fixes *);

void fixes_dispose(struct fixes *);

/*
 * Prints how two texts differ that have the same number of lines, as diff -U0
 * does: a change that `patch` can make.
 */
void fixes_print_diff(FILE *, const char *path, const struct buf *before,
	const struct buf *after);

#endif
