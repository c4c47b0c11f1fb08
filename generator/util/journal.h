#ifndef UTIL_JOURNAL_H
#define UTIL_JOURNAL_H

#include <stddef.h>
#include <stdint.h>

struct json_t;
struct journal;

/*
 * A file of records that outlives whoever writes it, however it ends.  A record
 * is a line, added at the end in one piece:
 *
 *	<check sum> <key> <JSON>
 *
 * and the last one of a key holds.  A line that is torn or damaged is as if it
 * had never been written.  Several processes may add to it at once.  Of a
 * record only its place is held in memory.
 */

/* Opens the file, or makes it.  -1 with errno set. */
int journal_open(struct journal **, const char *path);
void journal_close(struct journal *);

/* For the caller to release; NULL when there is none. */
struct json_t *journal_get(const struct journal *, uint64_t key);

/* Whether there is a record. */
int journal_has(const struct journal *, uint64_t key);

/* Calls for each key that has one, in no order. */
void journal_each(const struct journal *,
	void (*each)(void *payload, uint64_t key), void *payload);

/* Adds a record.  -1 with errno set. */
int journal_put(struct journal *, uint64_t key, const struct json_t *);

/*
 * Writes the file anew, by rename, if half of its lines have no use any more.
 * Nobody else may have it open.  -1 with errno set: it is as it was.
 */
int journal_compact(struct journal *);

#endif
