#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "pipeline/typeset.h"

struct buf;
struct diag;
struct document;
struct draft;
struct pipeline;
struct site;

enum pipeline_output { OUTPUT_PDF, OUTPUT_TEX };

/* How documents are to be built.  Strings are borrowed. */
struct pipeline_job {
	enum pipeline_output output;
	const char *folder;		/* for the result */
	struct typeset_options typeset;
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

/*
 * Makes one document's file.  *result gets its path, for the caller to free;
 * on failure nothing is written.
 */
int pipeline_build(char **result, struct pipeline *, const char *path,
	const struct pipeline_job *, struct diag *);

#endif
