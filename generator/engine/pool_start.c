#include "engine/pool_parts.h"

#include <string.h>

#include "engine/protocol.h"
#include "engine/warm.h"
#include "util/clock.h"

/* Seconds after which an engine that has not ended a job itself is lost. */
enum { GRACE = 5 };

/* An engine starts in the time of so many jobs of each that runs at once. */
enum { AHEAD = 12 };

/* From so many jobs on that are single of their kind one engine is shared by
 * them: to start it takes as long as it saves one job. */
enum { SHARED_FROM = 2 };

/* What keeps a processor busy: jobs that run, and engines that start. */
static unsigned
busy(const struct engine_pool *p)
{
	unsigned n = 0;

	for (const struct job *j = p->jobs; j; j = j->next)
		n += j->state != QUEUED;
	for (const struct kind *k = p->kinds; k; k = k->next)
		n += k->warm && !k->ready;
	return n;
}

/* The one whose engine is for the jobs of a kind: itself, if these are many. */
static struct kind *
engine_of(const struct engine_pool *p, struct kind *k)
{
	return k->jobs >= p->options.warm_from ? k : p->single;
}

/* Jobs for the engine of a kind that are yet to start. */
static unsigned
work_of(const struct engine_pool *p, const struct kind *engine)
{
	unsigned n = 0;

	for (struct kind *k = p->kinds; k; k = k->next)
		if (engine_of(p, k) == engine)
			n += k->expected;
	for (const struct job *j = p->jobs; j; j = j->next)
		n += j->state == QUEUED && engine_of(p, j->kind) == engine;
	return n;
}

/*
 * Makes room for another engine, by the end of one that does nothing; one that
 * is only started ahead has no claim to the room of one that has work to come.
 * Returns 0 if there is none.
 */
static int
make_room(struct engine_pool *p, int ahead)
{
	struct kind *least = NULL;
	unsigned n = 0;

	for (struct kind *k = p->kinds; k; k = k->next) {
		n += k->warm != NULL;
		if (k->warm && k->ready && !k->running &&
		    (!least || k->used < least->used) &&
		    !(ahead && work_of(p, k)))
			least = k;
	}
	if (n < p->options.engines)
		return 1;
	if (least)
		pool_end_engine(p, least);
	return least != NULL;
}

static int
can_start(const struct engine_pool *p, const struct kind *k)
{
	return p->library && p->options.warm_from && k->deaths < MOST_DEATHS;
}

/* Jobs of kinds that have no engine of their own, whatever became of them. */
static unsigned
single_jobs(const struct engine_pool *p)
{
	unsigned n = 0;

	for (struct kind *k = p->kinds; k; k = k->next)
		if (engine_of(p, k) == p->single)
			n += k->jobs;
	return n;
}

/* The kind whose engine does a job, or will; NULL if it is done cold. */
static struct kind *
engine_for(const struct engine_pool *p, const struct job *j)
{
	struct kind *k = engine_of(p, j->kind);

	if (k == p->single && single_jobs(p) < SHARED_FROM)
		return NULL;
	return !j->only_cold && can_start(p, k) ? k : NULL;
}

static void
start_engine(struct engine_pool *p, struct kind *k)
{
	k->warm = warm_start(&p->lualatex, p->library, k->language,
	    k->station);
	k->start = k->used = clock_seconds();
	if (k->warm)
		pool_watch(p, warm_descriptor(k->warm));
	else
		k->deaths = MOST_DEATHS;	/* nor will it the next time */
}

static void
begin(struct job *j, enum state state)
{
	j->state = state;
	j->start = clock_seconds();
	j->end = j->start + j->job.time_limit;
}

/* Gives the job to that engine.  Returns 0 if it must wait for it. */
static int
start_warm(struct engine_pool *p, struct kind *k, struct job *j)
{
	if (!k->warm) {
		if (make_room(p, 0))
			start_engine(p, k);
		return 0;
	}
	/* of one that is gone we hear by its socket, and so, too, when one
	 * that has all it can take has ended something */
	if (!k->ready || k->running == WARM_MOST_ORDERS ||
	    warm_send(k->warm, j->id, &j->job) < 0)
		return 0;
	k->running++;
	k->used = clock_seconds();
	j->engine = k;
	begin(j, WARM);
	j->end += GRACE;
	return 1;
}

/* Returns 0, or errno. */
static int
start_cold(struct engine_pool *p, struct job *j)
{
	int reason = lualatex_start(&j->child, &p->lualatex, &j->job);

	if (reason)
		return reason;
	pool_watch(p, j->child.descriptor);
	begin(j, COLD);
	return 0;
}

/* The next kind that is expected and has no engine, if those that are ready
 * have so little work left that it must start now. */
static struct kind *
next_kind(const struct engine_pool *p)
{
	struct kind *next = NULL;
	unsigned work = 0, starting = 0;

	for (struct kind *k = p->kinds; k; k = k->next) {
		if (k->ready)
			work += work_of(p, k);
		else if (k->warm)
			starting++;
		else if (!next && k->expected && engine_of(p, k) == k &&
		    can_start(p, k))
			next = k;
	}
	return work >= AHEAD * p->options.jobs || (work && starting) ? NULL :
	    next;
}

/* While an engine starts, it keeps a processor busy, and jobs the others:
 * started only when its first job comes, it would have these wait. */
static void
start_ahead(struct engine_pool *p)
{
	struct kind *k;

	while (busy(p) < p->options.jobs && (k = next_kind(p)) &&
	    make_room(p, 1))
		start_engine(p, k);
}

int
pool_start_jobs(struct engine_pool *p, struct engine_result *result)
{
	struct kind *k;
	int reason;

	start_ahead(p);
	for (struct job *j = p->jobs; j && busy(p) < p->options.jobs;
	    j = j->next) {
		if (j->state != QUEUED)
			continue;
		k = engine_for(p, j);
		/* one that cannot be started is not waited for */
		if (k && (start_warm(p, k, j) || can_start(p, k)))
			continue;
		reason = start_cold(p, j);
		if (reason) {
			pool_finish(p, j, result, PROC_NOT_RUN, reason, 0);
			return 1;
		}
	}
	return 0;
}
