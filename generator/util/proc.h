#ifndef UTIL_PROC_H
#define UTIL_PROC_H

#include <sys/types.h>

/*
 * A child process: an argument vector, its own environment and folder, no
 * standard input, its output in a file, and limits.  All is borrowed.
 */
struct proc {
	const char *path;		/* of the program */
	const char *const *argv;	/* ends with NULL */
	const char *const *env;		/* ends with NULL */
	const char *folder;		/* it starts in here */
	const char *output;		/* gets stdout and stderr; in folder */
	unsigned time_limit;		/* seconds */
	unsigned long file_limit;	/* bytes that a file of it may have */
	unsigned long memory_limit;	/* bytes of address space; 0: none */

	/* runs in the child before the program does; -1 and errno: give up */
	int (*enter)(const void *payload);
	const void *payload;
};

enum proc_end {
	PROC_EXITED,		/* value: its exit status */
	PROC_KILLED,		/* value: the signal that ended it */
	PROC_TIME_LIMIT,
	PROC_INTERRUPTED,	/* value: the signal that has come */
	PROC_NOT_RUN		/* value: errno */
};

/*
 * Runs the child to its end.  An interrupt (util/interrupt.h) ends the child
 * first; who has something else to clean up holds it.
 */
enum proc_end proc_run(const struct proc *, int *value);

/* A child under way. */
struct proc_child {
	pid_t pid;
	int descriptor;		/* becomes readable when it has ended */
};

/*
 * Starts the child and leaves it to itself; its time limit is the caller's
 * affair.  Signals that the caller blocks are not blocked in it.  Returns 0, or
 * errno.
 */
int proc_start(struct proc_child *, const struct proc *);

/* Ends the child, with all that it has started, if it runs; see proc_wait. */
void proc_kill(const struct proc_child *);

/*
 * Waits for the child's end and forgets it.  Returns PROC_EXITED or
 * PROC_KILLED; *cpu, if not NULL, gets the seconds of processor that it took.
 */
enum proc_end proc_wait(struct proc_child *, int *value, double *cpu);

/*
 * Where a program is in a PATH.  The caller frees; NULL if it is nowhere.
 */
char *proc_find(const char *path, const char *name);

#endif
