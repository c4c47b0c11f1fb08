#ifndef PIPELINE_SYNTAX_H
#define PIPELINE_SYNTAX_H

#include <stddef.h>

#include "util/catalogue.h"

struct _xmlError;
struct _xmlNode;
struct buf;
struct cursor;

struct syntax_fault {
	enum message_id id;
	size_t offset;		/* where the drafter must look */
	int at_open;		/* rather: at the innermost open element */
};

/*
 * Says in plain words what the parser found, into the buf.  The parser stood
 * at `offset` of the text; `node` is the innermost open element, and `open` its
 * start, or NULL.
 */
struct syntax_fault syntax_explain(struct buf *, const struct _xmlError *,
	const char *text, size_t offset, const struct _xmlNode *node,
	const struct cursor *open);

#endif
