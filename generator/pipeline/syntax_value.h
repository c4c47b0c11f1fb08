#ifndef PIPELINE_SYNTAX_VALUE_H
#define PIPELINE_SYNTAX_VALUE_H

#include <stddef.h>

struct _xmlError;
struct buf;
struct syntax_fault;

/*
 * As syntax_explain, of what is wrong with an attribute or its value; -1 when
 * the error is another one, which is not explained.
 */
int syntax_explain_value(struct syntax_fault *, struct buf *,
	const struct _xmlError *, const char *text, size_t offset);

/* Whether a value ends here that holds the start of the next attribute. */
int syntax_is_swallowed(const char *text, size_t offset);

#endif
