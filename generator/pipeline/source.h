#ifndef PIPELINE_SOURCE_H
#define PIPELINE_SOURCE_H

struct buf;
struct diag;

/* No agenda is near this; a bomb is beyond it. */
enum { SOURCE_LARGEST = 64 * 1024 * 1024 };

/*
 * Adds the text of a drafter's file, unpacked if it is gzipped: not empty, not
 * larger than SOURCE_LARGEST, all of it UTF-8, without a NUL.  Else -1, after a
 * message.
 */
int source_read(struct buf *, const char *path, struct diag *);

#endif
