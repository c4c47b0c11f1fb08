#ifndef UTIL_CURSOR_H
#define UTIL_CURSOR_H

#include <stddef.h>

/* A place in UTF-8 text: as an offset, and as a person counts. */
struct cursor {
	size_t offset;
	unsigned line;		/* from 1 */
	unsigned column;	/* from 1, in characters */
	size_t line_start;	/* the offset at which the line starts */
};

/* The first character; a byte order mark before it is none. */
struct cursor cursor_start(const char *text, size_t len);

/* Moves on to an offset that is not before the cursor. */
void cursor_advance(struct cursor *, const char *text, size_t offset);

/* The offset of the first byte that is not UTF-8; `len` if all is well. */
size_t utf8_check(const char *text, size_t len);

/*
 * The character that the text starts with, and its length in bytes: 0 and 0 at
 * its end.  A byte that starts none is a space.
 */
unsigned utf8_next(size_t *len, const char *text);

#endif
