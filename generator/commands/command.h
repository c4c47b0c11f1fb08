#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdio.h>

struct diag;
struct option;
struct site;

/* One sub-command: a row of the table in command.c, and a file here. */
struct command {
	const char *name;
	const char *summary;		/* for the list of commands */
	const char *usage;		/* behind the name: "[-o DIR] FILE" */
	const char *details;		/* for its help; may be "" */
	const struct option *options;	/* for its help */

	/*
	 * argv[0] is the first argument behind the name.  Results go to
	 * stdout, messages to the diag or, at once, to stderr; the status
	 * is the diag's.
	 */
	void (*run)(const struct site *, char **argv, int argc,
		struct diag *);
};

extern const struct command command_build;
extern const struct command command_validate;
extern const struct command command_new;
extern const struct command command_doctor;
extern const struct command command_help;
extern const struct command command_version;

/* NULL, after a message, when there is no such command. */
const struct command *command_find(const char *name, struct diag *);

/* What all commands are called and do. */
void command_list(FILE *);

void command_print_help(const struct command *, FILE *);

/* No input, or one named twice: reported, and -1. */
int command_check_files(char **files, int count, struct diag *);

/* An argument where none is wanted: reported, and -1. */
int command_check_none(char **arguments, int count, struct diag *);

#endif
