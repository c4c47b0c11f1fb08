#include "engine/isolate_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/sandbox.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/clock.h"
#include "util/diag.h"

/* A machine that is busy gives a second of the processor in so many. */
enum { PATIENCE = 10 };

/* How the child may end; the second is alloc.c's when there is no memory. */
enum { STATUS_FAILED = 1, STATUS_NO_MEMORY = 3 };

static int
set_limit(int what, size_t value)
{
	const struct rlimit limit = { value, value };

	return setrlimit((__rlimit_resource_t)what, &limit);
}

/* For good, but under valgrind, which keeps the upper limit for itself. */
static int
forbid_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
		return -1;
	limit.rlim_cur = 0;
	if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
		return -1;
	set_limit(RLIMIT_NOFILE, 0);
	return 0;
}

/*
 * Without descriptors, and none to be had, there is no file and no socket;
 * where some files may be read, Landlock sees to it that it is these.
 */
static int
confine(const struct isolate_limits *l, int alive)
{
	static const char *const nothing[] = { NULL };
	const char *const reads[] = { l->reads, NULL };
	const struct sandbox sandbox = { reads, nothing };

#ifndef __SANITIZE_ADDRESS__	/* which maps terabytes and uses few */
	if (set_limit(RLIMIT_AS, sandbox_own_size() + l->memory) < 0)
		return -1;
#endif
	if (dup2(alive, 0) < 0 || close_range(1, ~0U, 0) < 0 ||
	    sandbox_enter(&sandbox) < 0 || set_limit(RLIMIT_CORE, 0) < 0 ||
	    set_limit(RLIMIT_FSIZE, 0) < 0 || set_limit(RLIMIT_NPROC, 0) < 0 ||
	    (!l->reads && forbid_files() < 0) ||
	    set_limit(RLIMIT_CPU, l->seconds) < 0)
		return -1;
	return 0;
}

size_t
isolate_size(const struct isolate_limits *l)
{
	return sizeof(struct isolate_result) + l->output;
}

/* Its end of the pipe closes when the child is gone. */
void
isolate_child(const struct isolate *i, isolate_work *work,
    const void *payload)
{
	struct buf bytes = BUF_INIT;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (confine(i->limits, i->ends[1]) < 0)
		_exit(STATUS_FAILED);
	work(&bytes, payload);
	if (bytes.len > i->limits->output)
		_exit(STATUS_NO_MEMORY);
	memcpy(i->result->bytes, buf_string(&bytes), bytes.len);
	i->result->len = bytes.len;
	buf_dispose(&bytes);
	_exit(0);
}

/* Until the child is gone.  -1 when its time is over. */
static int
wait_for_end(int alive, const struct isolate_limits *l)
{
	const double end = clock_seconds() + (double)l->seconds * PATIENCE;
	struct pollfd fd = { .fd = alive, .events = POLLIN };
	double left;

	while ((left = end - clock_seconds()) > 0)
		if (poll(&fd, 1, (int)(left * 1000) + 1) > 0)
			return 0;
	return -1;
}

static enum isolate_end
end_of(int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return ISOLATE_DONE;
	if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_NO_MEMORY)
		return ISOLATE_LIMIT;
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU ||
	    WTERMSIG(status) == SIGKILL))
		return ISOLATE_LIMIT;
	return ISOLATE_CRASHED;
}

/* Gives back all but the child and the pipe. */
static void
forget(struct isolate *i)
{
	munmap(i->result, isolate_size(i->limits));
	free(i);
}

struct isolate *
isolate_new(const struct isolate_limits *l, int file)
{
	struct isolate *i = xcalloc(1, sizeof(*i));
	int reason;

	i->limits = l;
	i->pid = -1;
	i->result = mmap(NULL, isolate_size(l), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_NORESERVE | (file < 0 ? MAP_ANONYMOUS : 0),
	    file, 0);
	if (i->result == MAP_FAILED) {
		free(i);
		return NULL;
	}
	if (pipe2(i->ends, O_CLOEXEC) == 0)
		return i;
	reason = errno;
	forget(i);
	errno = reason;
	return NULL;
}

struct isolate *
isolate_begun(struct isolate *i)
{
	int reason = errno;

	close(i->ends[1]);
	if (i->pid > 0) {
		/* a child that comes later shall not have it */
		madvise(i->result, isolate_size(i->limits), MADV_DONTFORK);
		return i;
	}
	close(i->ends[0]);
	forget(i);
	errno = reason;
	return NULL;
}

struct isolate *
isolate_start(const struct isolate_limits *l, isolate_work *work,
    const void *payload)
{
	struct isolate *i = isolate_new(l, -1);

	if (!i)
		return NULL;
	i->pid = fork();
	if (i->pid == 0)
		isolate_child(i, work, payload);
	return isolate_begun(i);
}

int
isolate_descriptor(const struct isolate *i)
{
	return i->ends[0];
}

/* The status of the child, which is ended if it has not. */
static int
reap(struct isolate *i)
{
	int status = 0;

	close(i->ends[0]);
	/* it is gone, or else it has closed its end and shall not go on */
	kill(i->pid, SIGKILL);
	while (waitpid(i->pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

enum isolate_end
isolate_finish(struct buf *out, struct isolate *i)
{
	const struct isolate_limits *l = i->limits;
	int over = wait_for_end(i->ends[0], l) < 0;
	int status = reap(i);
	enum isolate_end end = over ? ISOLATE_LIMIT : end_of(status);

	/* of a child that went astray the length may be anything */
	if (end == ISOLATE_DONE && i->result->len <= l->output)
		buf_add(out, i->result->bytes, i->result->len);
	else if (end == ISOLATE_DONE)
		end = ISOLATE_CRASHED;
	forget(i);
	return end;
}

void
isolate_drop(struct isolate *i)
{
	reap(i);
	forget(i);
}

enum isolate_end
isolate_run(struct buf *out, const struct isolate_limits *l,
    isolate_work *work, const void *payload)
{
	struct isolate *i = isolate_start(l, work, payload);

	return i ? isolate_finish(out, i) : ISOLATE_NOT_RUN;
}

int
isolate_not_run(struct diag *diag)
{
	return diag_global(diag, MSG_PROGRAM, "cannot start a process: %s",
	    strerror(errno));
}
