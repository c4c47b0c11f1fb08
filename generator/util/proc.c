#include "util/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/alloc.h"
#include "util/interrupt.h"

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
	const struct rlimit memory = { p->memory_limit, p->memory_limit };

	if (p->memory_limit && setrlimit(RLIMIT_AS, &memory) < 0)
		return -1;
	return setrlimit(RLIMIT_CORE, &none) < 0 ||
	    setrlimit(RLIMIT_FSIZE, &file) < 0 ? -1 : 0;
}

/* In the child: becomes the program, or says why not. */
static _Noreturn void
become(const struct proc *p, int report)
{
	sigset_t none;
	int reason;

	/* if we are killed, it shall not run on; its own group, so that
	 * what it started ends with it */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
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
start(const struct proc *p, int report)
{
	pid_t pid = vfork();

	if (pid == 0)
		become(p, report);
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

int
proc_start(struct proc_child *child, const struct proc *p)
{
	int report[2], reason;

	if (pipe2(report, O_CLOEXEC) < 0)
		return errno;
	child->pid = start(p, report[1]);
	reason = errno;
	close(report[1]);
	if (child->pid > 0) {
		reason = read_report(report[0]);
		child->descriptor = reason ? -1 : pidfd_open(child->pid, 0);
		if (!reason && child->descriptor < 0) {
			reason = errno;
			proc_kill(child);
		}
		if (reason)
			waitpid(child->pid, NULL, 0);
	}
	close(report[0]);
	return reason;
}

void
proc_kill(const struct proc_child *child)
{
	kill(-child->pid, SIGKILL);
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

enum proc_end
proc_wait(struct proc_child *child, int *value, double *cpu)
{
	struct rusage usage;
	int status;

	while (wait4(child->pid, &status, 0, &usage) < 0 && errno == EINTR)
		;
	close(child->descriptor);
	if (cpu)
		*cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
	if (WIFEXITED(status)) {
		*value = WEXITSTATUS(status);
		return PROC_EXITED;
	}
	*value = WTERMSIG(status);
	return PROC_KILLED;
}

/* Waits until the child has ended, its time is over, or a signal comes. */
static enum proc_end
wait_for(struct proc_child *child, unsigned limit, int *value)
{
	struct pollfd waits[2] = {
		{ child->descriptor, POLLIN, 0 },
		{ interrupt_descriptor(), POLLIN, 0 }
	};
	int n, ended;

	do
		n = poll(waits, 2, (int)limit * 1000);
	while (n < 0 && errno == EINTR);
	if (waits[0].revents)
		return proc_wait(child, value, NULL);
	proc_kill(child);
	proc_wait(child, &ended, NULL);
	if (n == 0)
		return PROC_TIME_LIMIT;
	*value = interrupt_signal();
	return PROC_INTERRUPTED;
}

enum proc_end
proc_run(const struct proc *p, int *value)
{
	enum proc_end ret = PROC_NOT_RUN;
	struct proc_child child;

	interrupt_hold();
	*value = proc_start(&child, p);
	if (*value == 0)
		ret = wait_for(&child, p->time_limit, value);
	interrupt_release();
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
