#ifndef ENGINE_POOL_H
#define ENGINE_POOL_H

#include "util/proc.h"

struct diag;
struct site;

/*
 * TeX as a service: jobs go in, results come out, several under way at once.
 *
 *	pool = engine_pool_new(site, &options);
 *	engine_submit(pool, &job, diag);	as often as there is a job
 *	while (engine_wait(pool, &result, -1, diag) == ENGINE_RESULT)
 *		...				the log and the PDF are there
 *	engine_pool_free(pool);
 *
 * A job is done by a warm engine, one that has the class and the fonts of its
 * language and station loaded and forks for each job; if few others are of its
 * kind, by one that forks with nothing but LaTeX loaded; or by a cold run of
 * LuaLaTeX.  The PDF is the same to the byte.  Engines start when first needed
 * and end with the pool, or with this process, however it ends.
 *
 * One thread only: the one that submits must wait, and live as long as the
 * pool does.
 */
struct engine_pool;

struct engine_options {
	unsigned jobs;		/* at once; further ones wait; 0: one for each
				 * processor that we may use */
	unsigned engines;	/* warm ones kept at most, of which the least
				 * recently used ends for another; 0: as many
				 * as half of the free memory holds */
	unsigned warm_from;	/* a language and station gets its warm engine
				 * with its n-th job; 1: at once; 0: never, and
				 * none for single jobs either */
};

/* One document to be set.  Strings are copied. */
struct engine_job {
	const char *language, *station;	/* what its class is loaded with */
	const char *folder;	/* absolute; holds <name>.tex, gets <name>.log
				 * and <name>.pdf; nothing else is written */
	const char *name;
	long epoch;		/* the time that TeX believes it is */
	unsigned time_limit;	/* seconds, from when it starts */
	void *payload;		/* the caller's own; comes back */
};

struct engine_result {
	void *payload;		/* of the job */
	enum proc_end end;	/* PROC_EXITED: TeX ran to its end, ... */
	int value;		/* ... with this status; else see util/proc.h */
	unsigned time_limit;	/* of the job */
	int warm;		/* a warm engine did it */
	double seconds;		/* by the clock, from when it started */
	double cpu;		/* seconds of processor */
};

/* The site is borrowed; options may be NULL: all as they are without. */
struct engine_pool *engine_pool_new(const struct site *,
	const struct engine_options *);

/* Ends all engines; of jobs under way nothing more is heard. */
void engine_pool_free(struct engine_pool *);

/*
 * That so many more jobs of that kind are to come, if the caller knows, kind by
 * kind in that order: engines then start ahead of them, while those before have
 * work left.
 */
void engine_expect(struct engine_pool *, const char *language,
	const char *station, unsigned jobs);

/* That one of those will not come after all. */
void engine_miss(struct engine_pool *, const char *language,
	const char *station);

/* Takes a job.  -1 after a message when the machine cannot do any. */
int engine_submit(struct engine_pool *, const struct engine_job *,
	struct diag *);

/* Jobs submitted and not yet returned by engine_wait. */
unsigned engine_pending(const struct engine_pool *);

enum engine_wait {
	ENGINE_RESULT,		/* one is in *result */
	ENGINE_NONE,		/* no job is pending, or the time is over */
	ENGINE_INTERRUPTED	/* all jobs were ended */
};

/*
 * Waits for any job to end, for so many milliseconds; -1: however long it
 * takes; 0: only looks.  Advice about engines that failed goes to the diag;
 * their jobs are done cold.
 *
 * When a signal has come that is held (util/interrupt.h), engine_wait ends all
 * jobs and says so.
 */
enum engine_wait engine_wait(struct engine_pool *, struct engine_result *,
	int milliseconds, struct diag *);

/*
 * A descriptor that becomes readable when engine_wait has something to do, for
 * a caller that waits for other things too.  The pool's own.
 */
int engine_descriptor(const struct engine_pool *);

/* Says why a job did not run to TeX's end.  0 if it did, else -1. */
int engine_explain(const struct engine_result *, struct diag *);

/* Whether warm engines can be had here; if not, why, in *reason (static). */
int engine_can_be_warm(const struct site *, const char **reason);

#endif
