#ifndef UTIL_PLACE_H
#define UTIL_PLACE_H

#include <stddef.h>

struct buf;

/* Where the drafter must look.  Names and texts are borrowed. */
struct place {
	const char *file;
	unsigned line;		/* from 1; 0: the file as a whole */
	unsigned column;	/* from 1, in characters */
	unsigned length;	/* in characters; 0: not known */
	const char *text;	/* from its line's start; NULL: not known */
};

/*
 * The place at a line and column of a file, whose first place, with its text,
 * is known.  Where there is no such line, it has no text.
 */
struct place place_in(struct place top, unsigned line, unsigned column);

/* The length, if it is known or can be seen: of a tag up to its name's end. */
unsigned place_length(struct place);

/* A line as it is shown, and what is pointed at, in columns of a terminal. */
struct excerpt {
	char *line;		/* cut if it is long; NULL: nothing to show */
	unsigned before, width;
};

/* The caller disposes of it. */
struct excerpt excerpt_of(struct place);
void excerpt_dispose(struct excerpt *);

#endif
