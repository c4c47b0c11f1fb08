#ifndef ENGINE_PRELOAD_HUGE_H
#define ENGINE_PRELOAD_HUGE_H

#include <stddef.h>

/*
 * Huge pages, of 2 MB.  The first use of a small page after a fork costs little
 * on a real machine, and on some virtual ones as much as to copy 200 KB.  There
 * it pays to copy a huge page as a whole, even if few of the small ones in it
 * are used.
 */
#define HUGE_PAGE (2UL << 20)

/* A small page, and how many of them are in a huge one. */
enum { PAGE = 4096, PAGES = HUGE_PAGE / PAGE };

/*
 * Maps that many bytes of fresh memory, from a multiple of HUGE_PAGE on, which
 * come in huge pages as they are used, if the system has them.  Returns NULL if
 * there is no room.
 */
char *huge_map(size_t size);

/*
 * Puts a huge page in the place of memory that is this process's own; both
 * begin at a multiple of HUGE_PAGE.  The room is gone from where it was; if it
 * cannot be moved, or there is no memory in that place, all stays as it is.
 */
void huge_replace(char *place, char *room);

/*
 * How many small pages take as long at their first use as the copy of a huge
 * one, as measured here and now; more than are in one where that is never worth
 * it.
 */
unsigned huge_worth(void);

#endif
