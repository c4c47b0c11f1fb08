#include "engine/pool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "engine/pool_parts.h"
#include "engine/warm.h"
#include "util/alloc.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/interrupt.h"
#include "util/machine.h"
#include "util/site.h"

/* Bytes that an engine is reckoned to take. */
#define ENGINE_SIZE (300UL << 20)

/* ---- making and ending -------------------------------------------------- */

/* As many as half of the memory that is free holds. */
static unsigned
engines_in_memory(void)
{
	size_t n = machine_memory() / 2 / ENGINE_SIZE;

	return n > 0 ? (unsigned)n : 1;
}

static struct kind *
find_kind(struct engine_pool *p, const char *language, const char *station)
{
	struct kind **at = &p->kinds, *k;

	for (; (k = *at); at = &k->next)
		if (strcmp(k->language, language) == 0 &&
		    strcmp(k->station, station) == 0)
			return k;
	*at = k = xcalloc(1, sizeof(*k));
	k->language = xstrdup(language);
	k->station = xstrdup(station);
	return k;
}

struct engine_pool *
engine_pool_new(const struct site *site, const struct engine_options *options)
{
	struct engine_pool *p = xcalloc(1, sizeof(*p));

	p->site = site;
	p->options = options ? *options : (struct engine_options){ 0, 0, 2 };
	if (!p->options.jobs)
		p->options.jobs = machine_processors();
	if (!p->options.engines)
		p->options.engines = engines_in_memory();
	p->last = &p->jobs;
	p->single = find_kind(p, "", "");
	p->library = warm_find_library(site);
	p->epoll = epoll_create1(EPOLL_CLOEXEC);
	p->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	if (p->epoll < 0 || p->timer < 0)
		p->reason = errno;
	pool_watch(p, p->timer);
	pool_watch(p, interrupt_descriptor());
	return p;
}

/* Ends all jobs, and the engines that do some. */
static void
end_jobs(struct engine_pool *p)
{
	struct job *j;
	int value;

	while ((j = p->jobs)) {
		p->jobs = j->next;
		if (j->state == WARM)
			pool_end_engine(p, j->engine);
		if (j->state == COLD) {
			proc_kill(&j->child);
			pool_end_cold(p, j, &value, NULL);
		}
		pool_free_job(j);
	}
	p->last = &p->jobs;
	p->pending = 0;
}

void
engine_pool_free(struct engine_pool *p)
{
	struct kind *k;

	if (!p)
		return;
	end_jobs(p);
	while ((k = p->kinds)) {
		p->kinds = k->next;
		pool_end_engine(p, k);
		free(k->language);
		free(k->station);
		free(k);
	}
	lualatex_dispose(&p->lualatex);
	free(p->library);
	if (p->timer >= 0)
		close(p->timer);
	if (p->epoll >= 0)
		close(p->epoll);
	free(p);
}

/* ---- taking jobs -------------------------------------------------------- */

void
engine_expect(struct engine_pool *p, const char *language,
    const char *station, unsigned jobs)
{
	struct kind *k = find_kind(p, language, station);

	k->jobs += jobs;
	k->expected += jobs;
}

void
engine_miss(struct engine_pool *p, const char *language, const char *station)
{
	struct kind *k = find_kind(p, language, station);

	if (!k->expected)
		return;
	k->expected--;
	k->jobs--;
}

int
engine_submit(struct engine_pool *p, const struct engine_job *job,
    struct diag *diag)
{
	struct job *j;

	if (p->reason)
		return diag_global(diag, MSG_PROGRAM,
		    "cannot run lualatex: %s", strerror(p->reason));
	if (!p->lualatex.program &&
	    lualatex_find(&p->lualatex, p->site, diag) < 0)
		return -1;
	j = xcalloc(1, sizeof(*j));
	j->job = *job;
	j->job.language = xstrdup(job->language);
	j->job.station = xstrdup(job->station);
	j->job.folder = xstrdup(job->folder);
	j->job.name = xstrdup(job->name);
	j->id = p->id++;
	j->kind = find_kind(p, job->language, job->station);
	if (j->kind->expected)
		j->kind->expected--;
	else
		j->kind->jobs++;
	*p->last = j;
	p->last = &j->next;
	p->pending++;
	return 0;
}

unsigned
engine_pending(const struct engine_pool *p)
{
	return p->pending;
}

int
engine_descriptor(const struct engine_pool *p)
{
	return p->epoll;
}

/* ---- waiting ------------------------------------------------------------ */

/* The timer goes off at that time; never, if it is 0. */
static void
set_timer(const struct engine_pool *p, double at)
{
	struct itimerspec spec = { { 0, 0 }, { 0, 0 } };

	spec.it_value.tv_sec = (time_t)at;
	spec.it_value.tv_nsec = (long)((at - (double)(time_t)at) * 1e9);
	timerfd_settime(p->timer, TFD_TIMER_ABSTIME, &spec, NULL);
}

/* When the first thing is due, whatever else happens; 0: never. */
static double
next_limit(const struct engine_pool *p)
{
	double first = 0;

	for (const struct job *j = p->jobs; j; j = j->next)
		if (j->state != QUEUED && (!first || j->end < first))
			first = j->end;
	for (const struct kind *k = p->kinds; k; k = k->next)
		if (k->warm && !k->ready &&
		    (!first || k->start + START_LIMIT < first))
			first = k->start + START_LIMIT;
	return first;
}

/* Until something happens, or that time.  Returns 0 if it is over. */
static int
wait_for_event(struct engine_pool *p, double until)
{
	struct epoll_event event;
	double left = until - clock_seconds();
	int milliseconds = until < 0 ? -1 : left < 0 ? 0 : (int)(left * 1e3);

	set_timer(p, next_limit(p));
	return epoll_wait(p->epoll, &event, 1, milliseconds) != 0;
}

enum engine_wait
engine_wait(struct engine_pool *p, struct engine_result *result,
    int milliseconds, struct diag *diag)
{
	double until = milliseconds < 0 ? -1 :
	    clock_seconds() + milliseconds / 1e3;

	while (p->pending && !interrupt_signal()) {
		if (pool_look(p, result, diag) || pool_start_jobs(p, result))
			return ENGINE_RESULT;
		if (!wait_for_event(p, until))
			return ENGINE_NONE;
	}
	if (!interrupt_signal())
		return ENGINE_NONE;
	end_jobs(p);
	return ENGINE_INTERRUPTED;
}

/* ---- what is said ------------------------------------------------------- */

int
engine_explain(const struct engine_result *r, struct diag *diag)
{
	switch (r->end) {
	case PROC_NOT_RUN:
		return diag_global(diag, MSG_PROGRAM,
		    "cannot run lualatex: %s", strerror(r->value));
	case PROC_KILLED:
		return diag_global(diag, MSG_KILLED,
		    "lualatex was ended by a signal: %s",
		    strsignal(r->value));
	case PROC_TIME_LIMIT:
		return diag_global(diag, MSG_TIME_LIMIT,
		    "lualatex took more than %u s and was ended; see "
		    "--time-limit", r->time_limit);
	default:
		return 0;
	}
}

int
engine_can_be_warm(const struct site *site, const char **reason)
{
	struct diag unheard = DIAG_INIT;
	struct lualatex l;
	char *library = warm_find_library(site);
	int ret = 0;

	*reason = "its library is not installed";
	if (library && lualatex_find(&l, site, &unheard) == 0) {
		ret = warm_try(&l, library);
		lualatex_dispose(&l);
	}
	if (library && !ret)
		*reason = "this lualatex does not load the library";
	diag_dispose(&unheard);
	free(library);
	return ret;
}
