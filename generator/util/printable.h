#ifndef UTIL_PRINTABLE_H
#define UTIL_PRINTABLE_H

struct buf;

/* Names and texts of others may have what is a command to a terminal. */

/* Whether a character is none. */
int printable(unsigned character);

/* Adds a text in UTF-8, or what should be that, with blanks for what is. */
void printable_add(struct buf *, const char *text);

#endif
