#ifndef COMMANDS_JOB_H
#define COMMANDS_JOB_H

struct diag;
struct pipeline_job;

/* Longer than any document takes, even at the first use of its fonts. */
#define JOB_TIME_LIMIT "120"

/* The options of commands that make files, as they are given. */
struct job_words {
	const char *folder, *to, *keep, *time_limit;
	int draft;
};
extern struct job_words job_given;

#define JOB_TIME_OPTION(value) \
	{ 0, "time-limit", "SECONDS", "for TeX, each document (" \
	    JOB_TIME_LIMIT ")", value, NULL }

/* Their rows; `where` is help for the folder. */
#define JOB_OPTIONS(where) \
	{ 'o', "output", "DIR", where, &job_given.folder, NULL }, \
	{ 0, "to", "pdf|tex", "what to make (pdf)", &job_given.to, NULL }, \
	{ 0, "keep", "DIR", "keep TeX's files and log in DIR/NAME", \
	    &job_given.keep, NULL }, \
	{ 0, "draft", NULL, "an advance unedited version, marked so", NULL, \
	    &job_given.draft }, \
	JOB_TIME_OPTION(&job_given.time_limit)

/* -1, after messages, when one of them is wrong. */
int job_read(struct pipeline_job *, struct diag *);

/* The value of --time-limit.  -1 after a message. */
int job_read_seconds(unsigned *, const char *word, struct diag *);

/* A number that an option must be, from 1 to `most`.  -1 after a message. */
int job_read_number(unsigned *, const char *option, const char *word,
	unsigned most, const char *of_what, struct diag *);

#endif
