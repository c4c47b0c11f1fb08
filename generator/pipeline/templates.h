#ifndef PIPELINE_TEMPLATES_H
#define PIPELINE_TEMPLATES_H

#include <stddef.h>

struct buf;
struct diag;
struct slot;

/* Which template, in which language. */
struct template {
	const char *data;	/* the data root */
	const char *name;	/* xml/templates/<name>.xml */
	const char *language;
};

/*
 * Adds a template with its slots filled, those given and those that are words
 * of the language, in xml/templates/words.xml; see util/template.h.  Returns
 * -1 after a message when a file is missing or damaged.
 */
int templates_fill(struct buf *, const struct template *,
	const struct slot *, size_t count, struct diag *);

#endif
