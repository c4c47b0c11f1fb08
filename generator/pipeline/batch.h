#ifndef PIPELINE_BATCH_H
#define PIPELINE_BATCH_H

#include <stddef.h>

#include "pipeline/pipeline.h"
#include "pipeline/shard.h"

struct batch;
struct diag;
struct json_t;
struct site;

/*
 * Many documents, each made if what it is made of has changed since the last
 * time, or if its file is not as it was left.  One that fails stops no other.
 *
 * What stands in the folder is current, but for files of drafts that are gone,
 * which are told of (batch_gone): files that are out of date are moved to
 * .unagenda/old (store.h) before the first document is made, and are dropped
 * when there is a newer one.  Each file appears complete, by rename, after it
 * was noted in the journal; so whenever a batch is ended, and however, the next
 * one makes what is missing and no more.  Who holds interrupts
 * (util/interrupt.h) as long as there is a batch leaves nothing else behind.
 */
struct batch_options {
	struct pipeline_job job;	/* partial is the batch's */
	struct shard shard;
	unsigned jobs;			/* at once; 0: for each processor */
	int force;			/* make all */
};

enum batch_status { BATCH_LEFT, BATCH_UNCHANGED, BATCH_MADE, BATCH_FAILED };

struct batch_counts {
	size_t documents;		/* of this shard; by status: */
	size_t status[BATCH_FAILED + 1];
	size_t foreign;			/* files in trees that are not ours */
};

/* Told of each document that was made or failed, with its messages, which are
 * forgotten then. */
struct batch_listener {
	void (*done)(void *payload, const char *path, const char *file,
		enum batch_status, struct diag *);	/* file: NULL, failed */
	void *payload;
};

/* Site and options are borrowed.  -1 after a message. */
int batch_new(struct batch **, const struct site *,
	const struct batch_options *, struct diag *);
void batch_free(struct batch *);

/* Adds files and trees; see finder.h. */
int batch_add(struct batch *, const char *path, struct diag *);

/*
 * Looks what there is to make.  Afterwards counts are right but for what is
 * left; -1, after a message, if nothing can be made.
 */
int batch_plan(struct batch *, struct diag *);

/* Makes what is left, or some of that, after an interrupt. */
void batch_run(struct batch *, const struct batch_listener *, struct diag *);

const struct batch_counts *batch_counts(const struct batch *);

/* What a report says of a document, in the order in which they were found, for
 * the caller to release. */
struct json_t *batch_record(const struct batch *, size_t index);

/*
 * Files that stay and are of drafts that were renamed or deleted, after a
 * message for each: "output" and "file" of each, for the caller to release.
 * None are looked for by a share, nor while something is left to be made.
 */
struct json_t *batch_gone(const struct batch *, struct diag *);

#endif
