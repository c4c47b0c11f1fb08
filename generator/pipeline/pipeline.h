#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "engine/pool.h"
#include "pipeline/typeset.h"
#include "util/buf.h"
#include "util/timings.h"

struct claims;
struct diag;
struct document;
struct draft;
struct isolate;
struct pipeline;
struct signer;
struct site;

enum pipeline_output { OUTPUT_PDF, OUTPUT_TEX };

/* How documents are to be built.  Strings are borrowed. */
struct pipeline_job {
	enum pipeline_output output;
	int draft;			/* marked as not final */
	const char *folder;		/* for the result */
	const char *partial;		/* where it is written first, on the
					 * same disk; NULL: beside its place */
	struct typeset_options typeset;
	const struct signer *signer;	/* of the PDF; NULL: nobody */
	const struct buf *source;	/* the draft, whose path is but a name
					 * for it; NULL: the file there */
};

/*
 * What all documents of a run share; read when first needed, so that
 * validation loads no stylesheet.  The site is borrowed.
 */
struct pipeline *pipeline_new(const struct site *);
void pipeline_free(struct pipeline *);

/* Adds a document to begin with to the buf; see draft.h. */
int pipeline_draft(struct buf *, struct pipeline *, const struct draft *,
	struct diag *);

/* Adds what goes with a document, which is checked; see companion.h. */
int pipeline_companion(struct buf *, struct pipeline *, const char *path,
	const char *kind, struct diag *);

/* Reads and checks one document, for the caller to free. */
int pipeline_open(struct document **, struct pipeline *, const char *path,
	struct diag *);

/* Checks one document.  Returns -1 when anything is wrong with it. */
int pipeline_validate(struct pipeline *, const char *path, struct diag *);

/* How many engines there are, and when; before the first document. */
void pipeline_set_engines(struct pipeline *, const struct engine_options *);

/* That so many documents of a kind are to come, before the first one, and that
 * one of these will not; see engine_expect. */
void pipeline_expect(struct pipeline *, const char *language,
	const char *station, unsigned documents);
void pipeline_miss(struct pipeline *, const char *language,
	const char *station);

/* What has become which file: of two documents one is refused. */
struct claims *pipeline_claims(struct pipeline *);

/*
 * A document, or the settings of its folder, may have changed since it was last
 * built: forgets what it became, and the settings.
 */
void pipeline_look_again(struct pipeline *, const char *path);

/*
 * One document on its way to its file.  Several can be under way: while
 * engines typeset some, others are read.
 *
 *	pipeline_start(&work, ...)	reads, checks, transforms, and hands it
 *					to the engines
 *	pipeline_wait(&work, ...)	for any that is set, and inspected
 *	pipeline_finish(work, ...)	judges what came of it, and writes it
 *	pipeline_publish(work, ...)	under its name, with its signature
 *	pipeline_end(work)		in any case
 *
 * Each but the last returns -1 after a message when it is at its end.
 * Interrupts (util/interrupt.h) are held from when it is read to its end.
 */
struct work {
	const char *path;		/* these two are borrowed */
	const struct pipeline_job *job;
	struct document *doc;		/* NULL until it is read */
	char *file;			/* what it becomes; NULL: not known */
	struct buf bytes;		/* what that holds, or TeX's to be */
	char *partial;			/* where that is written; or NULL */
	unsigned pages;			/* of the PDF; 0: not known */
	struct timings timings;

	struct pipeline *pipeline;
	struct diag *diag;		/* that it was started with; borrowed */
	struct typeset *typeset;	/* while engines have a part in it */
	struct engine_result result;
	int failed;			/* by what TeX says */
	int held;			/* interrupts wait for its end */
	struct isolate *inspection;	/* of the PDF, under way; or NULL */
	double inspected;		/* since when, by the clock */
	struct work *next;		/* of those that are inspected */
};

/* The work is the caller's to end, also after -1. */
int pipeline_start(struct work **, struct pipeline *, const char *path,
	const struct pipeline_job *, struct diag *);

/*
 * Waits until a document is set, and its PDF inspected: see engine_wait.  What
 * TeX has to say of it goes to the diag that it was started with, which must
 * live as long.  There is no waiting for what no engine sets.
 */
enum engine_wait pipeline_wait(struct work **, struct pipeline *,
	int milliseconds, struct diag *);

int pipeline_finish(struct work *, struct diag *);
int pipeline_publish(struct work *, struct diag *);
void pipeline_end(struct work *);

/*
 * All of that for one document.  *result gets the path of its file, for the
 * caller to free; on failure nothing is written.
 */
int pipeline_build(char **result, struct pipeline *, const char *path,
	const struct pipeline_job *, struct diag *);

/*
 * Adds the PDF that the job's source makes, whatever an office has set for its
 * folder, and writes nothing.  Messages call it by the path.
 */
int pipeline_rebuild(struct buf *, struct pipeline *, const char *path,
	const struct pipeline_job *, struct diag *);

#endif
