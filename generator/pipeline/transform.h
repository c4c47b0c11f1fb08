#ifndef PIPELINE_TRANSFORM_H
#define PIPELINE_TRANSFORM_H

struct buf;
struct diag;
struct document;
struct transform;

/* Reads the stylesheet that makes TeX, below the data root. */
int transform_load(struct transform **, const char *data, struct diag *);
void transform_free(struct transform *);

/*
 * Adds the TeX of a document that schema_check has found valid; as a draft it
 * says of itself that it is an advance unedited version.
 */
int transform_apply(struct buf *, const struct transform *,
	const struct document *, int draft, struct diag *);

#endif
