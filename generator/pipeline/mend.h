#ifndef PIPELINE_MEND_H
#define PIPELINE_MEND_H

/* How some rules' findings are mended: what --fix writes. */

#include "pipeline/document.h"

struct _xmlNode;
struct rules;

/* Some bytes of a text node. */
void mend_text(struct rules *, const struct _xmlNode *text, struct span,
	const char *with);

/* In the text node, straight apostrophes and pairs of quotation marks. */
void mend_quotes(struct rules *, const struct _xmlNode *text);

/*
 * A symbol in an attribute, or (NULL) the text of its element: "Rev1" and the
 * like get their full stop, if that makes a symbol of it.
 */
void mend_symbol(struct rules *, const struct _xmlNode *,
	const char *attribute, const char *symbol);

#endif
