#ifndef UTIL_PROC_H
#define UTIL_PROC_H

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

	/* runs in the child before the program does; -1 and errno: give up */
	int (*enter)(const void *payload);
	const void *payload;
};

enum proc_end {
	PROC_EXITED,		/* value: its exit status */
	PROC_KILLED,		/* value: the signal that ended it */
	PROC_TIME_LIMIT,
	PROC_INTERRUPTED,	/* value: the signal that we got */
	PROC_NOT_RUN		/* value: errno */
};

/*
 * Runs the child to its end.  An interrupt or the like that arrives while it
 * runs ends the child and is not acted on: the caller cleans up and does
 * that, by raise().
 */
enum proc_end proc_run(const struct proc *, int *value);

/*
 * Where a program is in a PATH.  The caller frees; NULL if it is nowhere.
 */
char *proc_find(const char *path, const char *name);

#endif
