#ifndef PIPELINE_STAMP_H
#define PIPELINE_STAMP_H

#include <stdint.h>

struct json_t;

/*
 * How a file looks from outside, for the journal: while that stays, it need
 * not be read again.  A file that was changed just now may be changed once more
 * without that showing, so it has a stamp that equals no other: the next look
 * reads it again.
 */

/* The caller releases it.  Of what is not there: null. */
struct json_t *stamp_now(const char *path);

/* The same of a file that only we write: no matter when that was.  Being
 * renamed does not show. */
struct json_t *stamp_of_ours(const char *path);

/* A key for the journal: of a path, and of what it is noted for. */
uint64_t stamp_key(const char *what, const char *path);

#endif
