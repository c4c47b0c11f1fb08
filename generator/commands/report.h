#ifndef COMMANDS_REPORT_H
#define COMMANDS_REPORT_H

#include <stddef.h>

struct diag;
struct json_t;

/*
 * How the messages of a command are told:
 *
 *	text	on stderr, each with the line that it is about
 *	short	on stderr, a line for each
 *	json	on stdout, an array of records
 *	sarif	on stdout, a log of SARIF 2.1.0 (OASIS)
 */
enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_SARIF };

struct report {
	enum report_format format;
	struct json_t *records;		/* collected, unless told as text */
	struct diag *diag;
	size_t errors, warnings, advice, silenced, fixes;
};

/* The option of the commands that have one: its name, values and help. */
#define REPORT_OPTION(value) \
	{ 0, "format", "text|short|json|sarif", "how to tell what is wrong", \
	    value, NULL }

/* `word` is NULL if no format is asked for.  -1, after a message, if wrong. */
int report_begin(struct report *, const char *word, struct diag *);

/* Tells all messages there are, or collects them; the diag forgets them. */
void report_tell(struct report *);

/*
 * What was collected is printed, or else, below the messages, a summary of so
 * many files.  Always called once, after report_begin.
 */
void report_end(struct report *, int files);

#endif
