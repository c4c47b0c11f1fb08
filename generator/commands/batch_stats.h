#ifndef COMMANDS_BATCH_STATS_H
#define COMMANDS_BATCH_STATS_H

#include <stddef.h>

#include "util/catalogue.h"
#include "util/timings.h"

struct batch_report;
struct json_t;

/* More languages or stations than there are; pictures of each language. */
enum { STATS_LANGUAGES = 8, STATS_PICTURES = 3, STATS_PLACES = 5 };

/* A message that documents have, as often. */
struct stats_message {
	char id[16];
	enum level level;
	size_t count;
	struct json_t *samples;		/* the first ones */
};

struct stats_language {
	char code[8];
	size_t documents;		/* that there is a file of */
	size_t timed;			/* that were made in this run */
	size_t pages;
	struct timings seconds;
	char *pictures[STATS_PICTURES];	/* paths of the first PDFs */
	size_t picture_count;
};

/* What a page of a report tells of all documents together. */
struct stats {
	struct stats_language languages[STATS_LANGUAGES];
	size_t language_count;
	struct stats_message *messages;	/* the gravest first, and of
						 * these the frequent */
	size_t message_count, message_size;
	size_t pages;
	double seconds;			/* of all documents */
};

void stats_collect(struct stats *, const struct batch_report *);
void stats_dispose(struct stats *);

#endif
