#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdio.h>

#include "util/option.h"

struct diag;
struct site;

/* One sub-command: a row of the table in command.c, and a file here. */
struct command {
	const char *name;
	const char *summary;		/* for the list of commands */
	const char *usage;		/* behind the name: "[-o DIR] FILE" */
	const char *details;		/* for its help; may be "" */
	const struct option *options;	/* the last is COMMAND_HELP */

	/*
	 * Called with what is no option, when all options are set.  Results
	 * go to stdout, messages to the diag or, at once, to stderr; the
	 * status is the diag's.
	 */
	void (*run)(const struct site *, char **arguments, int count,
		struct diag *);
};

/* The options that every command has, and the end of its table. */
#define COMMAND_HELP \
	{ 0, "timings", NULL, "say how long each stage took", NULL, \
	    &command_want_timings }, \
	{ 'h', "help", NULL, "print this", NULL, &command_want_help }, \
	OPTION_END
extern int command_want_help, command_want_timings;

/* The options of a command that has no others. */
extern const struct option command_only_help[];

extern const struct command command_build;
extern const struct command command_batch;
extern const struct command command_report;
extern const struct command command_watch;
extern const struct command command_validate;
extern const struct command command_concord;
extern const struct command command_inspect;
extern const struct command command_extract;
extern const struct command command_verify;
extern const struct command command_new;
extern const struct command command_doctor;
extern const struct command command_explain;
extern const struct command command_help;
extern const struct command command_version;

/* NULL, after a message, when there is no such command. */
const struct command *command_find(const char *name, struct diag *);

/*
 * Sets the options among argv[0..argc-1], the arguments behind the name, and
 * runs the command, or prints its help if that is asked for.
 */
void command_run(const struct command *, const struct site *, char **argv,
	int argc, struct diag *);

/* What all commands are called and do. */
void command_list(FILE *);

void command_print_help(const struct command *, FILE *);

/* No input, or one named twice: reported, and -1. */
int command_check_files(char **files, int count, struct diag *);

/* An argument where none is wanted: reported, and -1. */
int command_check_none(char **arguments, int count, struct diag *);

/* To stdout, without what would be a command to a terminal. */
void command_print_text(const char *);

#endif
