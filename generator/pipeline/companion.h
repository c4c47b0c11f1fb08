#ifndef PIPELINE_COMPANION_H
#define PIPELINE_COMPANION_H

struct buf;
struct diag;
struct document;

/*
 * Adds the start of a document that goes with another, which must have passed
 * schema_check and rules_check, to the buf.  `kind` is "corrigendum",
 * "addendum" or "revision"; the last is the whole text again.  Returns -1
 * after a message when there can be no such companion.
 */
int companion_make(struct buf *, const struct document *, const char *kind,
	const char *data, struct diag *);

#endif
