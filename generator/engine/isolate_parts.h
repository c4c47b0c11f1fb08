#ifndef ENGINE_ISOLATE_PARTS_H
#define ENGINE_ISOLATE_PARTS_H

/* What isolate.c and zygote.c share. */

#include <sys/types.h>

#include "engine/isolate.h"

/* What comes back, in memory that both processes share. */
struct isolate_result {
	size_t len;
	char bytes[];
};

struct isolate {
	const struct isolate_limits *limits;
	struct isolate_result *result;
	pid_t pid;		/* a child of this process; -1: none */
	int ends[2];		/* of a pipe, ours and the child's: ours is
				 * readable when the child is gone */
};

/* Bytes that a result may take. */
size_t isolate_size(const struct isolate_limits *);

/* One whose child is yet to come; its result begins the file, -1 for none.
 * NULL with errno set. */
struct isolate *isolate_new(const struct isolate_limits *, int file);

/* The child is there, or else errno says why not, and NULL is returned. */
struct isolate *isolate_begun(struct isolate *);

/* In the child: the limits, the result and its end of the pipe count. */
_Noreturn void isolate_child(const struct isolate *, isolate_work *,
	const void *payload);

#endif
