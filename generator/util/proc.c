#include "util/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "util/alloc.h"

/* What we must not act on before the child is ended. */
static void
fill_mask(sigset_t *mask)
{
	sigemptyset(mask);
	sigaddset(mask, SIGCHLD);
	sigaddset(mask, SIGINT);
	sigaddset(mask, SIGTERM);
	sigaddset(mask, SIGHUP);
}

static int
redirect(const struct proc *p)
{
	int in = open("/dev/null", O_RDONLY);
	int out = open(p->output, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (in < 0 || out < 0 || dup2(in, STDIN_FILENO) < 0 ||
	    dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0)
		return -1;
	close(in);
	close(out);
	return 0;
}

/* A debugger's or a crash's core would be larger than the document. */
static int
limit(const struct proc *p)
{
	const struct rlimit none = { 0, 0 };
	const struct rlimit file = { p->file_limit, p->file_limit };

	return setrlimit(RLIMIT_CORE, &none) < 0 ||
	    setrlimit(RLIMIT_FSIZE, &file) < 0 ? -1 : 0;
}

/* In the child: becomes the program, or says why not. */
static _Noreturn void
become(const struct proc *p, int report, const sigset_t *mask)
{
	int reason;

	/* if we are killed, it shall not run on; its own group, so that
	 * what it started ends with it */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	sigprocmask(SIG_SETMASK, mask, NULL);
	if (chdir(p->folder) == 0 && redirect(p) == 0 && limit(p) == 0 &&
	    (!p->enter || p->enter(p->payload) == 0))
		execve(p->path, (char *const *)(const void *)p->argv,
		    (char *const *)(const void *)p->env);
	reason = errno;
	if (write(report, &reason, sizeof(reason)) < 0)
		_exit(126);
	_exit(127);
}

/* Unlike fork, vfork leaves our memory's pages as they are, which would cost
 * more to copy and to take back than all else that we do here. */
static pid_t
start(const struct proc *p, int report, const sigset_t *mask)
{
	pid_t pid = vfork();

	if (pid == 0)
		become(p, report, mask);
	return pid;
}

/* The errno of a child that could not become the program; 0 if it did. */
static int
read_report(int report)
{
	int reason = 0;
	ssize_t n;

	do
		n = read(report, &reason, sizeof(reason));
	while (n < 0 && errno == EINTR);
	return n == sizeof(reason) ? reason : 0;
}

static struct timespec
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t;
}

static struct timespec
left_until(struct timespec end)
{
	struct timespec t = now();

	end.tv_sec -= t.tv_sec;
	end.tv_nsec -= t.tv_nsec;
	if (end.tv_nsec < 0) {
		end.tv_sec--;
		end.tv_nsec += 1000000000L;
	}
	return end.tv_sec < 0 ? (struct timespec){ 0, 0 } : end;
}

static enum proc_end
end_of(int status, int *value)
{
	if (WIFEXITED(status)) {
		*value = WEXITSTATUS(status);
		return PROC_EXITED;
	}
	*value = WTERMSIG(status);
	return PROC_KILLED;
}

/* Waits for the child's end, the time limit or an interrupt. */
static enum proc_end
wait_for(pid_t pid, unsigned seconds, const sigset_t *mask, int *value)
{
	struct timespec end = now(), left;
	enum proc_end ret;
	int status;

	end.tv_sec += seconds;
	for (;;) {
		if (waitpid(pid, &status, WNOHANG) == pid)
			return end_of(status, value);
		left = left_until(end);
		*value = sigtimedwait(mask, NULL, &left);
		if (*value == SIGCHLD || (*value < 0 && errno == EINTR))
			continue;
		ret = *value < 0 ? PROC_TIME_LIMIT : PROC_INTERRUPTED;
		kill(-pid, SIGKILL);
		waitpid(pid, &status, 0);
		return ret;
	}
}

enum proc_end
proc_run(const struct proc *p, int *value)
{
	enum proc_end ret = PROC_NOT_RUN;
	sigset_t mask, before;
	int report[2];
	pid_t pid;

	if (pipe2(report, O_CLOEXEC) < 0) {
		*value = errno;
		return ret;
	}
	fill_mask(&mask);
	sigprocmask(SIG_BLOCK, &mask, &before);
	pid = start(p, report[1], &before);
	*value = errno;
	close(report[1]);
	if (pid > 0) {
		*value = read_report(report[0]);
		if (*value)
			waitpid(pid, NULL, 0);
		else
			ret = wait_for(pid, p->time_limit, &mask, value);
	}
	close(report[0]);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return ret;
}

static int
is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    access(path, X_OK) == 0;
}

char *
proc_find(const char *path, const char *name)
{
	size_t len;

	for (; path && *path; path += len + (path[len] == ':')) {
		char *found;

		len = strcspn(path, ":");
		if (path[0] != '/')
			continue;	/* never from where we happen to be */
		found = xcalloc(len + strlen(name) + 2, 1);
		memcpy(found, path, len);
		found[len] = '/';
		strcpy(found + len + 1, name);
		if (is_program(found))
			return found;
		free(found);
	}
	return NULL;
}
