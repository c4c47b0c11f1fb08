#ifndef PIPELINE_PIPELINE_PARTS_H
#define PIPELINE_PIPELINE_PARTS_H

/* What the files of the pipeline share. */

#include "pipeline/pipeline.h"

struct pipeline {
	const struct site *site;
	struct schema *schema;
	struct registers *registers;
	struct transform *transform;
	struct manifest *manifest;
	struct levels *levels;	/* of the folder of the last document */
	int wrong_levels;
	struct claims *claims;
	struct engine_options engines;
	struct engine_pool *pool;
	struct zygote *zygote;	/* of the children that inspect */
	struct work *inspected;	/* whose PDFs are under inspection */
	size_t inspections;	/* how many these are */
};

/* Reads what documents are checked against.  -1 after a message. */
int pipeline_prepare(struct pipeline *, struct diag *);

/*
 * Reads and checks a document: the file, or else the source, whatever an office
 * has set.  On failure there may be one all the same; *doc is NULL if there is
 * none.
 */
int pipeline_read(struct document **, struct pipeline *, const char *path,
	const struct buf *source, struct timings *, struct diag *);

/* Sets p->levels to those of the document's folder.  -1 after a message. */
int pipeline_levels(struct pipeline *, const struct document *,
	struct diag *);

#endif
