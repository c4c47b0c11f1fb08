#ifndef ENGINE_POOL_PARTS_H
#define ENGINE_POOL_PARTS_H

/* What the files pool*.c share; what others may use is in pool.h. */

#include <stdint.h>

#include "engine/lualatex.h"
#include "engine/pool.h"

struct warm;

/* Seconds that an engine may take to be ready: fonts may be new to it. */
enum { START_LIMIT = 300 };
/* So often may the engine of a kind die; then its documents are set cold. */
enum { MOST_DEATHS = 3 };

enum state { QUEUED, COLD, WARM };

struct kind;

struct job {
	struct job *next;
	struct engine_job job;	/* its strings are ours */
	struct kind *kind;
	struct kind *engine;	/* whose engine has it, if one has */
	int64_t id;
	enum state state;
	int only_cold;		/* an engine has failed it */
	struct proc_child child;	/* of a cold run */
	double start, end;	/* by the clock; when its time is over */
};

/* What an engine is for, and the engine if there is one.  That of single
 * documents has no language. */
struct kind {
	struct kind *next;	/* in the order in which they were told */
	char *language, *station;
	unsigned jobs;		/* submitted and expected */
	unsigned expected;	/* of them, not yet submitted */
	unsigned deaths;
	struct warm *warm;
	int ready;
	unsigned running;	/* jobs that it has */
	double start, used;	/* when it was started, and last had a job */
};

struct engine_pool {
	const struct site *site;
	struct engine_options options;
	struct lualatex lualatex;	/* program is NULL: not yet found */
	char *library;
	struct kind *kinds;
	struct kind *single;	/* one of them: the engine of documents that
				 * are of no kind with an engine */
	struct job *jobs, **last;
	unsigned pending;
	int64_t id;
	int epoll, timer;
	int reason;		/* errno: why these cannot be had; or 0 */
};

/* Has the pool wake up when there is something to read, or no longer. */
void pool_watch(const struct engine_pool *, int descriptor);
void pool_unwatch(const struct engine_pool *, int descriptor);

void pool_end_engine(struct engine_pool *, struct kind *);

/* Waits for a cold run that has ended, or was killed; see proc_wait. */
enum proc_end pool_end_cold(struct engine_pool *, struct job *, int *value,
	double *cpu);

void pool_free_job(struct job *);

/* Takes a job out of the pool, and makes its result. */
void pool_finish(struct engine_pool *, struct job *, struct engine_result *,
	enum proc_end, int value, double cpu);

/*
 * Starts what can be started.  Returns 1 if a job cannot be, and so has ended:
 * its result is made.
 */
int pool_start_jobs(struct engine_pool *, struct engine_result *);

/* Looks at all that is under way.  Returns 1 if a job has ended. */
int pool_look(struct engine_pool *, struct engine_result *, struct diag *);

#endif
