#include "engine/isolate.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/sandbox.h"
#include "util/buf.h"

/* A machine that is busy gives a second of the processor in so many. */
enum { PATIENCE = 10 };

static int
set_limit(int what, size_t value)
{
	const struct rlimit limit = { value, value };

	return setrlimit((__rlimit_resource_t)what, &limit);
}

/* Without descriptors left there is no file, no socket and no pipe. */
static int
confine(const struct isolate_limits *l)
{
	static const char *const nothing[] = { NULL };
	const struct sandbox sandbox = { nothing, nothing };
	int quiet = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (quiet < 0 || dup2(quiet, STDIN_FILENO) < 0 ||
	    dup2(quiet, STDOUT_FILENO) < 0 || dup2(quiet, STDERR_FILENO) < 0)
		return -1;
	if (sandbox_enter(&sandbox) < 0 || set_limit(RLIMIT_CORE, 0) < 0 ||
	    set_limit(RLIMIT_FSIZE, 0) < 0 || set_limit(RLIMIT_NPROC, 0) < 0 ||
	    set_limit(RLIMIT_NOFILE, 0) < 0 ||
	    set_limit(RLIMIT_CPU, l->seconds) < 0)
		return -1;
#ifndef __SANITIZE_ADDRESS__	/* which maps terabytes and uses few */
	if (set_limit(RLIMIT_AS, l->memory) < 0)
		return -1;
#endif
	return 0;
}

/* The pipe is written at once: what is lost on the way is a crash. */
static _Noreturn void
work_in_child(int out, const struct isolate_limits *l,
    void (*work)(struct buf *, const void *), const void *payload)
{
	struct buf result = BUF_INIT;
	size_t done = 0;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (confine(l) < 0)
		_exit(1);
	work(&result, payload);
	while (done < result.len) {
		ssize_t n = write(out, result.data + done, result.len - done);

		if (n < 0)
			_exit(1);
		done += (size_t)n;
	}
	buf_dispose(&result);
	_exit(0);
}

static long
seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* Reads until the end.  -1 when a limit is reached. */
static int
receive(struct buf *out, int in, const struct isolate_limits *l)
{
	const long end = seconds_now() + (long)l->seconds * PATIENCE;
	size_t start = out->len;
	struct pollfd fd = { .fd = in, .events = POLLIN };
	char chunk[65536];
	ssize_t n;

	for (;;) {
		long left = end - seconds_now();

		if (left <= 0 || out->len - start > l->output)
			return -1;
		if (poll(&fd, 1, (int)left * 1000) <= 0)
			continue;
		n = read(in, chunk, sizeof(chunk));
		if (n == 0 || (n < 0 && errno != EINTR))
			return 0;
		if (n > 0)
			buf_add(out, chunk, (size_t)n);
	}
}

static enum isolate_end
end_of(int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return ISOLATE_DONE;
	/* alloc.c's way out when there is no memory */
	if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
		return ISOLATE_LIMIT;
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU ||
	    WTERMSIG(status) == SIGKILL))
		return ISOLATE_LIMIT;
	return ISOLATE_CRASHED;
}

enum isolate_end
isolate_run(struct buf *out, const struct isolate_limits *l,
    void (*work)(struct buf *, const void *), const void *payload)
{
	int ends[2], status = 0, limit;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return ISOLATE_NOT_RUN;
	pid = fork();
	if (pid == 0)
		work_in_child(ends[1], l, work, payload);
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return ISOLATE_NOT_RUN;
	}
	limit = receive(out, ends[0], l) < 0;
	close(ends[0]);
	if (limit)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return limit ? ISOLATE_LIMIT : end_of(status);
}
