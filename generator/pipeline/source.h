#ifndef PIPELINE_SOURCE_H
#define PIPELINE_SOURCE_H

#include <stddef.h>

struct buf;
struct diag;

/* No agenda is near this; a bomb is beyond it. */
enum { SOURCE_LARGEST = 64 * 1024 * 1024 };

/*
 * Adds a file, unpacked if it is gzipped, which is not empty and has at most so
 * many bytes; "-" is the standard input.  Else -1, after a message.
 */
int source_read(struct buf *, const char *path, size_t limit, struct diag *);

/* Whether all of a draft is UTF-8, without a NUL; -1, after a message. */
int source_check(const struct buf *, const char *path, struct diag *);

#endif
