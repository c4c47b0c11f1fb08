#ifndef ENGINE_PRELOAD_HEAP_H
#define ENGINE_PRELOAD_HEAP_H

/*
 * When the engine starts: all that it allocates lies in one piece from the
 * beginning of a huge page on, and so in huge pages.
 */
void heap_start(void);

/*
 * The allocator of the engine: the C library's until heap_fork(), which a child
 * calls; from there on memory comes from fresh pages one after the other, and
 * nothing of what was there before is given back, as every page that is touched
 * after a fork is a page that is copied.  When there is a gigabyte of it, the C
 * library's is used as it always is; and where that has nothing any more, the
 * child ends with WARM_GIVEN_UP.
 */
void heap_fork(void);

/* Whether that is in the fresh pages of a child. */
int heap_has(const void *p);

/* Blocks of so many bytes have whole pages there, the first byte being that of
 * a page. */
enum { HEAP_WHOLE_PAGES = 1 << 20 };

#endif
