#ifndef UTIL_ALLOC_H
#define UTIL_ALLOC_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Memory that is always there: when none is left these end the program with
 * status 3, so no caller has a failure to handle.  The caller frees.
 */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *, size_t count, size_t size);
char *xstrdup(const char *);
char *xstrndup(const char *, size_t);
__attribute__((format(printf, 1, 0)))
char *xvasprintf(const char *format, va_list);

/* What they do then, for those who get their memory elsewhere. */
_Noreturn void alloc_failed(void);

/*
 * The new capacity of an array that must hold `needed` elements: doubled, so
 * that adding one at a time costs linear time in all.
 */
size_t grown(size_t capacity, size_t needed);

#endif
