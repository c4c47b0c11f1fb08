#ifndef ENGINE_ISOLATE_H
#define ENGINE_ISOLATE_H

#include <stddef.h>

struct buf;
struct diag;

/* What somebody else made is read under these limits. */
struct isolate_limits {
	unsigned seconds;	/* of the processor's time */
	size_t memory;		/* bytes, beyond those that we have */
	size_t output;		/* bytes that may come back */
	const char *reads;	/* the folder that it may read; NULL: none */
};

enum isolate_end {
	ISOLATE_DONE,
	ISOLATE_LIMIT,		/* time, memory or output went beyond */
	ISOLATE_CRASHED,	/* a signal ended it, or it gave up */
	ISOLATE_NOT_RUN		/* errno says why */
};

/* What a child does: adds its answer to the buf. */
typedef void isolate_work(struct buf *, const void *payload);

/*
 * Runs a function in a child of its own, which can open no file but those that
 * the limits name, no socket and no program: what it adds to its buf is added
 * to ours.  The child has a copy of all our memory, so the payload may be
 * anything.
 */
enum isolate_end isolate_run(struct buf *, const struct isolate_limits *,
	isolate_work *, const void *payload);

/* The message of ISOLATE_NOT_RUN, while errno says why; -1. */
int isolate_not_run(struct diag *);

/*
 * The same in two halves, for those who have something else to do meanwhile:
 * the descriptor becomes readable when the child is at its end.  The limits are
 * borrowed until then.  NULL with errno set: it cannot be run.
 */
struct isolate;
struct isolate *isolate_start(const struct isolate_limits *, isolate_work *,
	const void *payload);
int isolate_descriptor(const struct isolate *);
enum isolate_end isolate_finish(struct buf *, struct isolate *);

/* Ends a child of which nothing more is wanted. */
void isolate_drop(struct isolate *);

#endif
