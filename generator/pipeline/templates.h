#ifndef PIPELINE_TEMPLATES_H
#define PIPELINE_TEMPLATES_H

#include <stddef.h>

struct buf;
struct diag;
struct slot;

/*
 * Adds xml/templates/<name>.xml of the data root, with its slots filled; see
 * util/template.h.  Returns -1 after a message when it is missing or damaged.
 */
int templates_fill(struct buf *, const char *data, const char *name,
	const struct slot *, size_t count, struct diag *);

#endif
