#include "engine/pool_parts.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/wait.h>

#include "engine/protocol.h"
#include "engine/warm.h"
#include "util/clock.h"
#include "util/diag.h"

void
pool_watch(const struct engine_pool *p, int descriptor)
{
	struct epoll_event event = { .events = EPOLLIN };

	event.data.fd = descriptor;
	epoll_ctl(p->epoll, EPOLL_CTL_ADD, descriptor, &event);
}

/* A descriptor that is closed is watched no more by itself, unless a child has
 * a copy of it for a moment. */
void
pool_unwatch(const struct engine_pool *p, int descriptor)
{
	epoll_ctl(p->epoll, EPOLL_CTL_DEL, descriptor, NULL);
}

void
pool_end_engine(struct engine_pool *p, struct kind *k)
{
	if (!k->warm)
		return;
	pool_unwatch(p, warm_descriptor(k->warm));
	warm_end(k->warm);
	k->warm = NULL;
	k->ready = 0;
	k->running = 0;
}

void
pool_free_job(struct job *j)
{
	free((char *)(uintptr_t)j->job.language);
	free((char *)(uintptr_t)j->job.station);
	free((char *)(uintptr_t)j->job.folder);
	free((char *)(uintptr_t)j->job.name);
	free(j);
}

enum proc_end
pool_end_cold(struct engine_pool *p, struct job *j, int *value, double *cpu)
{
	pool_unwatch(p, j->child.descriptor);
	return proc_wait(&j->child, value, cpu);
}

/* Takes a job out of the pool, and makes its result. */
void
pool_finish(struct engine_pool *p, struct job *j, struct engine_result *result,
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
		.seconds = j->state == QUEUED ? 0 : clock_seconds() - j->start,
		.cpu = cpu
	};
	if (j->state == WARM)
		j->engine->running--;
	pool_free_job(j);
	p->pending--;
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
	if (!info.si_pid && clock_seconds() < j->end)
		return 0;
	if (!info.si_pid)
		proc_kill(&j->child);
	end = pool_end_cold(p, j, &value, &cpu);
	pool_finish(p, j, result, info.si_pid ? end : PROC_TIME_LIMIT, value,
	    cpu);
	return 1;
}

static void
tell_lost(const struct kind *k, const char *what, struct diag *diag)
{
	const char *then = k->deaths < MOST_DEATHS ?
	    "the documents that it had are set without" :
	    "further documents are set without";

	if (*k->language)
		diag_global(diag, MSG_ENGINE, "the warm engine for '%s' at "
		    "'%s' %s; %s", k->language, k->station, what, then);
	else
		diag_global(diag, MSG_ENGINE, "the warm engine for single "
		    "documents %s; %s", what, then);
}

/* The jobs of an engine that is gone are done cold. */
static void
lose_engine(struct engine_pool *p, struct kind *k, const char *what,
    struct diag *diag)
{
	k->deaths++;
	for (struct job *j = p->jobs; j; j = j->next)
		if (j->state == WARM && j->engine == k) {
			j->state = QUEUED;
			j->only_cold = 1;
		}
	if (!k->ready)
		k->deaths = MOST_DEATHS;
	pool_end_engine(p, k);
	tell_lost(k, what, diag);
}

static struct job *
find_job(const struct engine_pool *p, int64_t id)
{
	struct job *j = p->jobs;

	while (j && j->id != id)
		j = j->next;
	return j;
}

/* Whether a cold run may still do what a warm one did not: it shares nothing
 * with others, and gives back what it needs no more.  The limits of time and of
 * files are the same there. */
static int
may_be_done_cold(const struct warm_report *r)
{
	if (r->timed_out)
		return 0;
	if (WIFEXITED(r->status))
		return WEXITSTATUS(r->status) == WARM_GIVEN_UP;
	return WTERMSIG(r->status) != SIGXCPU && WTERMSIG(r->status) != SIGXFSZ;
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
	if (may_be_done_cold(r)) {
		j->engine->running--;
		j->state = QUEUED;
		j->only_cold = 1;
		return 0;
	}
	if (r->timed_out)
		pool_finish(p, j, result, PROC_TIME_LIMIT, 0, cpu);
	else if (WIFEXITED(r->status))
		pool_finish(p, j, result, PROC_EXITED,
		    WEXITSTATUS(r->status), cpu);
	else
		pool_finish(p, j, result, PROC_KILLED, WTERMSIG(r->status),
		    cpu);
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
	else if (!k->ready && clock_seconds() > k->start + START_LIMIT)
		lose_engine(p, k, "did not get ready", diag);
	return 0;
}

/* Looks at all that is under way.  Returns 1 if a job has ended. */
int
pool_look(struct engine_pool *p, struct engine_result *result,
    struct diag *diag)
{
	for (struct kind *k = p->kinds; k; k = k->next)
		if (k->warm && look_at_engine(p, k, result, diag))
			return 1;
	for (struct job *j = p->jobs, *next; j; j = next) {
		next = j->next;
		if (j->state == COLD && look_at_cold(p, j, result))
			return 1;
		if (j->state == WARM && clock_seconds() > j->end)
			lose_engine(p, j->engine, "hangs", diag);
	}
	return 0;
}
