#include "engine/pool.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/lualatex.h"
#include "engine/protocol.h"
#include "engine/warm.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/site.h"

/* Seconds that an engine may take to be ready: fonts may be new to it. */
enum { START_LIMIT = 300 };
/* Seconds after which an engine that has not ended a job itself is lost. */
enum { GRACE = 5 };
/* So often may the engine of a kind die; then its documents are set cold. */
enum { MOST_DEATHS = 3 };
/* Megabytes that an engine is reckoned to take, if we must. */
enum { ENGINE_SIZE = 300 };

enum state { QUEUED, COLD, WARM };

struct kind;

struct job {
	struct job *next;
	struct engine_job job;	/* its strings are ours */
	struct kind *kind;
	int64_t id;
	enum state state;
	int only_cold;		/* an engine has failed it */
	struct proc_child child;	/* of a cold run */
	double start, end;	/* by the clock; when its time is over */
};

/* What an engine is for, and the engine if there is one. */
struct kind {
	struct kind *next;
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
	struct job *jobs, **last;
	unsigned pending;
	int64_t id;
	int epoll, timer, signals;
	sigset_t before;	/* of signals, while jobs are pending */
	int interrupt;
};

/* ---- the clock ---------------------------------------------------------- */

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The timer goes off at that time; never, if it is 0. */
static void
set_timer(const struct engine_pool *p, double at)
{
	struct itimerspec spec = { { 0, 0 }, { 0, 0 } };

	spec.it_value.tv_sec = (time_t)at;
	spec.it_value.tv_nsec = (long)((at - (double)(time_t)at) * 1e9);
	timerfd_settime(p->timer, TFD_TIMER_ABSTIME, &spec, NULL);
}

/* ---- making and ending -------------------------------------------------- */

static void
watch(const struct engine_pool *p, int descriptor)
{
	struct epoll_event event = { .events = EPOLLIN };

	event.data.fd = descriptor;
	epoll_ctl(p->epoll, EPOLL_CTL_ADD, descriptor, &event);
}

/* A descriptor that is closed is watched no more by itself, unless a child has
 * a copy of it for a moment. */
static void
unwatch(const struct engine_pool *p, int descriptor)
{
	epoll_ctl(p->epoll, EPOLL_CTL_DEL, descriptor, NULL);
}

static unsigned
processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n > 0 ? (unsigned)n : 1;
}

/* As many as half of the memory that is free holds. */
static unsigned
engines_in_memory(void)
{
	long pages = sysconf(_SC_AVPHYS_PAGES);
	long size = sysconf(_SC_PAGESIZE);
	long n = pages / 2 / (ENGINE_SIZE * 1048576L / size);

	return n > 0 ? (unsigned)n : 1;
}

struct engine_pool *
engine_pool_new(const struct site *site, const struct engine_options *options)
{
	struct engine_pool *p = xcalloc(1, sizeof(*p));

	p->site = site;
	p->options = options ? *options : (struct engine_options){ 0, 0, 2 };
	if (!p->options.jobs)
		p->options.jobs = processors();
	if (!p->options.engines)
		p->options.engines = engines_in_memory();
	p->last = &p->jobs;
	p->library = warm_find_library(site);
	p->epoll = epoll_create1(EPOLL_CLOEXEC);
	p->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	p->signals = -1;
	watch(p, p->timer);
	return p;
}

static void
end_engine(struct engine_pool *p, struct kind *k)
{
	if (!k->warm)
		return;
	unwatch(p, warm_descriptor(k->warm));
	warm_end(k->warm);
	k->warm = NULL;
	k->ready = 0;
	k->running = 0;
}

static void
free_job(struct job *j)
{
	free((char *)(uintptr_t)j->job.language);
	free((char *)(uintptr_t)j->job.station);
	free((char *)(uintptr_t)j->job.folder);
	free((char *)(uintptr_t)j->job.name);
	free(j);
}

static enum proc_end
end_cold(struct engine_pool *p, struct job *j, int *value, double *cpu)
{
	unwatch(p, j->child.descriptor);
	return proc_wait(&j->child, value, cpu);
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
			end_engine(p, j->kind);
		if (j->state == COLD) {
			proc_kill(&j->child);
			end_cold(p, j, &value, NULL);
		}
		free_job(j);
	}
	p->last = &p->jobs;
	p->pending = 0;
}

/* While jobs are pending, signals wait for us. */
static void
hold_signals(struct engine_pool *p)
{
	p->signals = proc_hold_signals(&p->before);
	if (p->signals >= 0)
		watch(p, p->signals);
}

static void
release_signals(struct engine_pool *p)
{
	if (p->signals >= 0)
		unwatch(p, p->signals);
	proc_release_signals(p->signals, &p->before);
	p->signals = -1;
}

void
engine_pool_free(struct engine_pool *p)
{
	struct kind *k;

	if (!p)
		return;
	if (p->pending)
		release_signals(p);
	end_jobs(p);
	while ((k = p->kinds)) {
		p->kinds = k->next;
		end_engine(p, k);
		free(k->language);
		free(k->station);
		free(k);
	}
	lualatex_dispose(&p->lualatex);
	free(p->library);
	close(p->timer);
	close(p->epoll);
	free(p);
}

/* ---- taking jobs -------------------------------------------------------- */

static struct kind *
find_kind(struct engine_pool *p, const char *language, const char *station)
{
	struct kind *k;

	for (k = p->kinds; k; k = k->next)
		if (strcmp(k->language, language) == 0 &&
		    strcmp(k->station, station) == 0)
			return k;
	k = xcalloc(1, sizeof(*k));
	k->language = xstrdup(language);
	k->station = xstrdup(station);
	k->next = p->kinds;
	p->kinds = k;
	return k;
}

void
engine_expect(struct engine_pool *p, const char *language,
    const char *station, unsigned jobs)
{
	struct kind *k = find_kind(p, language, station);

	k->jobs += jobs;
	k->expected += jobs;
}

int
engine_submit(struct engine_pool *p, const struct engine_job *job,
    struct diag *diag)
{
	struct job *j;

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
	if (p->pending++ == 0)
		hold_signals(p);
	return 0;
}

unsigned
engine_pending(const struct engine_pool *p)
{
	return p->pending;
}

int
engine_interrupt(const struct engine_pool *p)
{
	return p->interrupt;
}

int
engine_descriptor(const struct engine_pool *p)
{
	return p->epoll;
}

/* ---- starting them ------------------------------------------------------ */

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
		end_engine(p, least);
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
	k->start = k->used = now();
	if (k->warm)
		watch(p, warm_descriptor(k->warm));
	else
		k->deaths = MOST_DEATHS;	/* nor will it the next time */
}

static void
begin(struct job *j, enum state state)
{
	j->state = state;
	j->start = now();
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
	/* of one that is gone we hear by its socket */
	if (!k->ready || warm_send(k->warm, j->id, &j->job) < 0)
		return 0;
	k->running++;
	k->used = now();
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
	watch(p, j->child.descriptor);
	begin(j, COLD);
	return 0;
}

/* ---- ending them -------------------------------------------------------- */

/* Takes a job out of the pool, and makes its result. */
static void
finish(struct engine_pool *p, struct job *j, struct engine_result *result,
    enum proc_end end, int value, double cpu)
{
	struct job **at = &p->jobs;

	while (*at != j)
		at = &(*at)->next;
	*at = j->next;
	if (!*at)
		p->last = at;
	*result = (struct engine_result){
		.payload = j->job.payload, .end = end, .value = value,
		.time_limit = j->job.time_limit, .warm = j->state == WARM,
		.seconds = j->state == QUEUED ? 0 : now() - j->start,
		.cpu = cpu
	};
	if (j->state == WARM)
		j->kind->running--;
	free_job(j);
	if (--p->pending == 0)
		release_signals(p);
}

/* Starts what can be started.  Returns 1 if a job cannot be, and so has ended. */
static int
start_jobs(struct engine_pool *p, struct engine_result *result)
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
			finish(p, j, result, PROC_NOT_RUN, reason, 0);
			return 1;
		}
	}
	return 0;
}

/* Looks whether a cold run has ended, or must be.  Returns 1 if so. */
static int
look_at_cold(struct engine_pool *p, struct job *j,
    struct engine_result *result)
{
	siginfo_t info = { .si_pid = 0 };
	enum proc_end end;
	double cpu;
	int value;

	waitid(P_PID, (id_t)j->child.pid, &info, WEXITED | WNOHANG | WNOWAIT);
	if (!info.si_pid && now() < j->end)
		return 0;
	if (!info.si_pid)
		proc_kill(&j->child);
	end = end_cold(p, j, &value, &cpu);
	finish(p, j, result, info.si_pid ? end : PROC_TIME_LIMIT, value, cpu);
	return 1;
}

/* The jobs of an engine that is gone are done cold. */
static void
lose_engine(struct engine_pool *p, struct kind *k, const char *what,
    struct diag *diag)
{
	k->deaths++;
	for (struct job *j = p->jobs; j; j = j->next)
		if (j->kind == k && j->state == WARM) {
			j->state = QUEUED;
			j->only_cold = 1;
		}
	if (!k->ready)
		k->deaths = MOST_DEATHS;
	end_engine(p, k);
	diag_global(diag, MSG_ENGINE, "the warm engine for '%s' at '%s' %s; %s",
	    k->language, k->station, what, k->deaths < MOST_DEATHS ?
	    "the documents that it had are set without" :
	    "further documents are set without");
}

static struct job *
find_job(const struct engine_pool *p, int64_t id)
{
	struct job *j = p->jobs;

	while (j && j->id != id)
		j = j->next;
	return j;
}

/* What an engine says of a job.  Returns 1 if it has ended. */
static int
take_report(struct engine_pool *p, const struct warm_report *r,
    struct engine_result *result)
{
	struct job *j = find_job(p, r->id);
	double cpu = (double)r->cpu / 1e6;

	if (!j)
		return 0;
	if (WIFEXITED(r->status) && WEXITSTATUS(r->status) == WARM_NOT_BEGUN) {
		j->kind->running--;
		j->state = QUEUED;
		j->only_cold = 1;
		return 0;
	}
	if (r->timed_out)
		finish(p, j, result, PROC_TIME_LIMIT, 0, cpu);
	else if (WIFEXITED(r->status))
		finish(p, j, result, PROC_EXITED, WEXITSTATUS(r->status), cpu);
	else
		finish(p, j, result, PROC_KILLED, WTERMSIG(r->status), cpu);
	return 1;
}

/* Takes what an engine has to say.  Returns 1 if a job has ended. */
static int
look_at_engine(struct engine_pool *p, struct kind *k,
    struct engine_result *result, struct diag *diag)
{
	struct warm_report report;
	int n;

	while ((n = warm_receive(k->warm, &report)) > 0) {
		if (report.id == WARM_READY)
			k->ready = 1;
		else if (take_report(p, &report, result))
			return 1;
	}
	if (n < 0)
		lose_engine(p, k, k->ready ? "has ended" : "did not start",
		    diag);
	else if (!k->ready && now() > k->start + START_LIMIT)
		lose_engine(p, k, "did not get ready", diag);
	return 0;
}

/* Looks at all that is under way.  Returns 1 if a job has ended. */
static int
look(struct engine_pool *p, struct engine_result *result, struct diag *diag)
{
	for (struct kind *k = p->kinds; k; k = k->next)
		if (k->warm && look_at_engine(p, k, result, diag))
			return 1;
	for (struct job *j = p->jobs, *next; j; j = next) {
		next = j->next;
		if (j->state == COLD && look_at_cold(p, j, result))
			return 1;
		if (j->state == WARM && now() > j->end)
			lose_engine(p, j->kind, "hangs", diag);
	}
	return 0;
}

/* ---- waiting ------------------------------------------------------------ */

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

/* Whether a signal has come; then all jobs are ended. */
static int
interrupted(struct engine_pool *p)
{
	struct signalfd_siginfo info;

	if (p->signals < 0 || read(p->signals, &info, sizeof(info)) <= 0)
		return 0;
	p->interrupt = (int)info.ssi_signo;
	end_jobs(p);
	release_signals(p);
	return 1;
}

/* Until something happens, or that time.  Returns 0 if it is over. */
static int
wait_for_event(struct engine_pool *p, double until)
{
	struct epoll_event event;
	double left = until - now();
	int milliseconds = until < 0 ? -1 : left < 0 ? 0 : (int)(left * 1e3);

	set_timer(p, next_limit(p));
	return epoll_wait(p->epoll, &event, 1, milliseconds) != 0;
}

enum engine_wait
engine_wait(struct engine_pool *p, struct engine_result *result,
    int milliseconds, struct diag *diag)
{
	double until = milliseconds < 0 ? -1 : now() + milliseconds / 1e3;

	while (p->pending) {
		if (interrupted(p))
			return ENGINE_INTERRUPTED;
		if (look(p, result, diag) || start_jobs(p, result))
			return ENGINE_RESULT;
		if (!wait_for_event(p, until))
			break;
	}
	return ENGINE_NONE;
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
