#ifndef UTIL_OPTION_H
#define UTIL_OPTION_H

#include <stdio.h>

struct diag;

/*
 * One option of a command.  The row is the only place that knows it: parsing,
 * usage and help are made from it.
 */
struct option {
	char letter;		/* -o, or 0 */
	const char *name;	/* --out, without the dashes, or NULL */
	const char *arg;	/* what its value is called; NULL: a switch */
	const char *help;
	const char **value;	/* gets the value (borrowed from argv) */
	int *given;		/* gets 1; NULL if nobody asks */
};

/* A table of options ends with this row. */
#define OPTION_END { 0, NULL, NULL, NULL, NULL, NULL }

/*
 * Reads the options among argv[0..argc-1] and moves what is none to the
 * front; *count gets how many of these there are.  "--" ends the options and
 * "-" is none.  Returns -1 after a message when an option is wrong.
 */
int option_parse(int *count, char **argv, int argc, const struct option *,
	struct diag *);

/* One line or two for each option. */
void option_help(const struct option *, FILE *);

#endif
