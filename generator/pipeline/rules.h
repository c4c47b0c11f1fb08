#ifndef PIPELINE_RULES_H
#define PIPELINE_RULES_H

struct diag;
struct document;
struct levels;
struct registers;

/*
 * What a DTD cannot say.  The document must have passed schema_check.  Rules
 * that are off are only asked where the levels set them.  Returns -1 when a
 * rule of level error is broken.
 */
int rules_check(const struct document *, const struct registers *,
	const struct levels *, struct diag *);

#endif
