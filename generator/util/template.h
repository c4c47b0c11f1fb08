#ifndef UTIL_TEMPLATE_H
#define UTIL_TEMPLATE_H

#include <stddef.h>

struct buf;

/* What stands in the place of {name}.  Strings are borrowed. */
struct slot {
	const char *name;
	const char *value;	/* NULL: nothing */
	int is_xml;		/* put there as it is, and not escaped */
};

/*
 * Adds a template of XML to the buf, with its slots filled.  A line with a
 * slot that has no value is left out; where several rows have its name, the
 * line is written for each of them.  Returns -1 when the template has a slot
 * that no row names: *unknown is then where its name starts.
 */
int template_fill(struct buf *, const char *template, const struct slot *,
	size_t count, const char **unknown);

/* Adds text such that it can stand in an element, or in a quoted value. */
void template_escape(struct buf *, const char *);

#endif
