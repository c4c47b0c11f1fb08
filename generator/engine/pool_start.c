#include "engine/pool_parts.h"

#include <string.h>

#include "engine/protocol.h"
#include "engine/warm.h"
#include "util/clock.h"

/* Seconds after which an engine that has not ended a job itself is lost. */
enum { GRACE = 5 };

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

/* Makes room for another engine.  Returns 0 if all that there are have work. */
static int
make_room(struct engine_pool *p)
{
	struct kind *least = NULL;
	unsigned n = 0;

	for (struct kind *k = p->kinds; k; k = k->next) {
		n += k->warm != NULL;
		if (k->warm && k->ready && !k->running &&
		    (!least || k->used < least->used))
			least = k;
	}
	if (n < p->options.engines)
		return 1;
	if (least)
		pool_end_engine(p, least);
	return least != NULL;
}

static int
may_be_warm(const struct engine_pool *p, const struct job *j)
{
	return p->library && !j->only_cold && p->options.warm_from &&
	    j->kind->jobs >= p->options.warm_from &&
	    j->kind->deaths < MOST_DEATHS;
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

/* Gives the job to its engine.  Returns 0 if it must wait for it. */
static int
start_warm(struct engine_pool *p, struct job *j)
{
	struct kind *k = j->kind;

	if (!k->warm) {
		if (make_room(p))
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

int
pool_start_jobs(struct engine_pool *p, struct engine_result *result)
{
	int reason;

	for (struct job *j = p->jobs; j && busy(p) < p->options.jobs;
	    j = j->next) {
		if (j->state != QUEUED)
			continue;
		if (may_be_warm(p, j) && (start_warm(p, j) ||
		    may_be_warm(p, j)))
			continue;
		reason = start_cold(p, j);
		if (reason) {
			pool_finish(p, j, result, PROC_NOT_RUN, reason, 0);
			return 1;
		}
	}
	return 0;
}
