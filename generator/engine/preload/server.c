/*
 * A warm engine: preloaded into an unmodified LuaTeX, it makes of one call of
 * fopen() a server.  TeX, with all that documents share loaded, opens
 * WARM_FILE; there the engine stays, and for each job that comes over its
 * socket it forks.  In the child the call returns, in the job's folder and
 * confined to it, and TeX goes on with the document and ends as it always does.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/preload/heap.h"
#include "engine/preload/pages.h"
#include "engine/protocol.h"
#include "engine/sandbox.h"

enum { MOST_PATHS = 64 };

struct child {
	pid_t pid;		/* 0: this place is free */
	int64_t id;
	int timed_out;
	struct timespec end;
};

/* A job, as its child has it. */
struct job {
	struct warm_order order;
	const char *folder, *name;
	const char *paths[MOST_PATHS];
	struct sandbox sandbox;
};

static FILE *(*real_fopen)(const char *, const char *);
static int control = -1;	/* the socket; -1: no server, or a child */
static FILE *log_file;		/* that of the engine */
static const char *job_name;	/* in a child */
static struct child children[WARM_MOST_ORDERS];

static void
report(const struct warm_report *r)
{
	if (send(control, r, sizeof(*r), MSG_NOSIGNAL) < 0)
		_exit(1);	/* nobody listens any more */
}

static void __attribute__((constructor))
prepare(void)
{
	const char *number = getenv(WARM_SOCKET);

	*(void **)&real_fopen = dlsym(RTLD_NEXT, "fopen");
	if (!number)
		return;
	control = atoi(number);
	heap_start();
	/* what TeX may start is no engine */
	unsetenv(WARM_SOCKET);
	unsetenv("LD_PRELOAD");
	fcntl(control, F_SETFD, FD_CLOEXEC);
	report(&(struct warm_report){ .id = WARM_LOADED });
}

/* ---- the child ---------------------------------------------------------- */

static int
open_at(int fd, const char *path)
{
	int new = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (new < 0 || dup2(new, fd) < 0)
		return -1;
	return close(new);
}

/* Its own log in the place of the engine's, and in it what goes to the standard
 * error; what TeX says to a terminal it says to its log, too. */
static int
redirect(const char *name)
{
	char path[256];

	if (snprintf(path, sizeof(path), "%s.log", name) >=
	    (int)sizeof(path) || !log_file ||
	    open_at(fileno(log_file), path) < 0)
		return -1;
	return dup2(fileno(log_file), STDERR_FILENO);
}

static int
limit(int what, rlim_t most)
{
	const struct rlimit l = { most, most };

	return setrlimit(what, &l);
}

static int
set_limits(const struct warm_order *o)
{
	return limit(RLIMIT_CORE, 0) < 0 ||
	    limit(RLIMIT_FSIZE, o->file_limit) < 0 ||
	    limit(RLIMIT_CPU, o->time_limit + 1) < 0 ||
	    limit(RLIMIT_AS, sandbox_own_size() + o->memory_limit) < 0 ? -1 : 0;
}

/* What TeX reads where it opened WARM_FILE. */
static FILE *
description(const struct job *j)
{
	static char text[512];
	int len = snprintf(text, sizeof(text), "%s\n%lld\n", j->name,
	    (long long)j->order.epoch);

	if (len >= (int)sizeof(text))
		return NULL;
	return fmemopen(text, (size_t)len, "r");
}

static FILE *
begin(const struct job *j, pid_t engine, const sigset_t *mask)
{
	FILE *f = NULL;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != engine)
		_exit(WARM_GIVEN_UP);
	close(control);
	control = -1;
	sigprocmask(SIG_SETMASK, mask, NULL);
	heap_fork();	/* before anything that allocates */
	pages_open();
	pages_populate();
	job_name = strdup(j->name);
	if (job_name && chdir(j->folder) == 0 && redirect(j->name) >= 0 &&
	    set_limits(&j->order) == 0 && sandbox_enter(&j->sandbox) == 0)
		f = description(j);
	if (!f)
		_exit(WARM_GIVEN_UP);
	return f;
}

/* ---- orders and reports ------------------------------------------------- */

/* Paths up to an empty one.  Returns where they end, or NULL. */
static const char *
read_paths(const char **paths, size_t *count, const char *p, const char *end)
{
	for (; p < end && *p; p += strlen(p) + 1) {
		if (*count + 2 >= MOST_PATHS)
			return NULL;
		paths[(*count)++] = p;
	}
	paths[(*count)++] = NULL;
	return p < end ? p + 1 : NULL;
}

/* The message must end with 0. */
static int
read_order(struct job *j, const char *message, size_t len)
{
	const char *end = message + len, *p;
	size_t count = 0, write;

	if (len <= sizeof(j->order) || end[-1])
		return -1;
	memcpy(&j->order, message, sizeof(j->order));
	j->folder = message + sizeof(j->order);
	j->name = j->folder + strlen(j->folder) + 1;
	if (j->name >= end)
		return -1;
	p = read_paths(j->paths, &count, j->name + strlen(j->name) + 1, end);
	write = count;
	if (!p || !read_paths(j->paths, &count, p, end))
		return -1;
	j->sandbox.read = j->paths;
	j->sandbox.write = j->paths + write;
	return 0;
}

/* ---- the server --------------------------------------------------------- */

static struct child *
free_child(void)
{
	for (int i = 0; i < WARM_MOST_ORDERS; i++)
		if (!children[i].pid)
			return &children[i];
	return NULL;
}

static struct child *
child_of(pid_t pid)
{
	for (int i = 0; i < WARM_MOST_ORDERS; i++)
		if (children[i].pid == pid)
			return &children[i];
	return NULL;
}

static long
microseconds(struct timeval t)
{
	return t.tv_sec * 1000000L + t.tv_usec;
}

/* Reports those that have ended. */
static void
reap(void)
{
	struct rusage usage;
	struct child *c;
	int status;
	pid_t pid;

	while ((pid = wait4(-1, &status, WNOHANG, &usage)) > 0) {
		c = child_of(pid);
		if (!c)
			continue;
		report(&(struct warm_report){ c->id, status,
		    (uint32_t)c->timed_out,
		    (uint64_t)(microseconds(usage.ru_utime) +
			microseconds(usage.ru_stime)) });
		c->pid = 0;
	}
}

/* Ends those whose time is over.  Returns the milliseconds until the next is;
 * -1 if none runs. */
static int
check_time(void)
{
	struct timespec now;
	long next = -1;

	clock_gettime(CLOCK_MONOTONIC, &now);
	for (int i = 0; i < WARM_MOST_ORDERS; i++) {
		struct child *c = &children[i];
		long left = (c->end.tv_sec - now.tv_sec) * 1000L +
		    (c->end.tv_nsec - now.tv_nsec) / 1000000L + 1;

		if (!c->pid || c->timed_out)
			continue;
		if (left <= 0) {
			c->timed_out = 1;
			kill(c->pid, SIGKILL);
		} else if (next < 0 || left < next) {
			next = left;
		}
	}
	return (int)next;
}

/* Takes an order.  Returns the file in the child; NULL in the engine. */
static FILE *
accept_order(const sigset_t *mask, int signals)
{
	static char message[WARM_LARGEST_ORDER];
	static struct job job;
	struct child *c = free_child();
	ssize_t len = recv(control, message, sizeof(message), 0);
	pid_t engine = getpid(), pid;

	if (len <= 0 || read_order(&job, message, (size_t)len) < 0)
		_exit(len == 0 ? 0 : 1);
	clock_gettime(CLOCK_MONOTONIC, &c->end);
	c->end.tv_sec += job.order.time_limit;
	c->id = job.order.id;
	c->timed_out = 0;
	pid = fork();
	if (pid == 0) {
		close(signals);
		return begin(&job, engine, mask);
	}
	if (pid < 0)
		report(&(struct warm_report){ .id = c->id,
		    .status = WARM_GIVEN_UP << 8 });
	else
		c->pid = pid;
	return NULL;
}

static FILE *
serve(void)
{
	struct signalfd_siginfo info;
	struct pollfd waits[2];
	sigset_t mask, before;
	FILE *f = NULL;

	sigemptyset(&mask);
	sigaddset(&mask, SIGCHLD);
	sigprocmask(SIG_BLOCK, &mask, &before);
	waits[0] = (struct pollfd){ signalfd(-1, &mask, SFD_CLOEXEC), POLLIN,
	    0 };
	waits[1] = (struct pollfd){ control, POLLIN, 0 };
	if (waits[0].fd < 0)
		_exit(1);
	fflush(NULL);
	pages_prepare();
	report(&(struct warm_report){ .id = WARM_READY });
	while (!f) {
		int left = check_time();

		if (poll(waits, free_child() ? 2 : 1, left) < 0 &&
		    errno != EINTR)
			_exit(1);
		if (waits[0].revents &&
		    read(waits[0].fd, &info, sizeof(info)) > 0)
			reap();
		if (waits[1].revents && free_child())
			f = accept_order(&before, waits[0].fd);
		waits[1].revents = 0;
	}
	return f;
}

/* ---- what TeX calls ----------------------------------------------------- */

static int
ends_with(const char *path, const char *name)
{
	size_t len = strlen(path), n = strlen(name);

	return len >= n && strcmp(path + len - n, name) == 0;
}

FILE *
fopen(const char *path, const char *mode)
{
	char own[256];

	if (control >= 0 && ends_with(path, WARM_FILE))
		return serve();
	if (control >= 0 && ends_with(path, WARM_NAME ".log"))
		return log_file = real_fopen("/dev/null", mode);
	if (job_name && ends_with(path, WARM_NAME ".pdf")) {
		snprintf(own, sizeof(own), "%s.pdf", job_name);
		return real_fopen(own, mode);
	}
	return real_fopen(path, mode);
}

/* Lua calls this one. */
FILE *fopen64(const char *, const char *) __attribute__((alias("fopen")));

/* The end of a child: what libraries would tidy up is thirty pages of the
 * engine, each copied for that, and goes with the process. */
void
exit(int status)
{
	void (*real_exit)(int) __attribute__((noreturn));

	if (job_name) {
		fflush(NULL);
		pages_note();
		_exit(status);
	}
	*(void **)&real_exit = dlsym(RTLD_NEXT, "exit");
	real_exit(status);
}

/* The end of Lua: the system takes all of its memory at once. */
void lua_close(void *);
void
lua_close(void *state)
{
	(void)state;
}
