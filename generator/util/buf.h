#ifndef UTIL_BUF_H
#define UTIL_BUF_H

#include <stddef.h>

/*
 * Bytes that grow.  `data` is NULL while nothing was added, and otherwise
 * ends with a NUL that `len` does not count.
 */
struct buf {
	char *data;
	size_t len;
	size_t size;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_add(struct buf *, const void *, size_t);
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, char);
__attribute__((format(printf, 2, 3)))
void buf_printf(struct buf *, const char *format, ...);

/* What was added, as a string: "" when that is nothing.  Belongs to the buf. */
const char *buf_string(const struct buf *);

/* Hands the string over: the caller frees it, the buf is empty again. */
char *buf_detach(struct buf *);

/* Forgets the bytes and keeps the memory. */
void buf_clear(struct buf *);

void buf_dispose(struct buf *);

#endif
