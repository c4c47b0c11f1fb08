#ifndef PIPELINE_RULES_H
#define PIPELINE_RULES_H

struct diag;
struct document;
struct registers;

/*
 * What a DTD cannot say.  The document must have passed schema_check.
 * Returns -1 when a rule of level error is broken.
 */
int rules_check(const struct document *, const struct registers *,
	struct diag *);

#endif
