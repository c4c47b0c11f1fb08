#ifndef PIPELINE_TEXTPLACE_H
#define PIPELINE_TEXTPLACE_H

#include <stddef.h>

struct _xmlNode;
struct document;
struct place;
struct span;

/*
 * Where a byte of a text node stands in the file, behind references, CDATA and
 * comments; the place of its element when the file does not read as the tree.
 */
struct place textplace(const struct document *, const struct _xmlNode *text,
	size_t byte);

/*
 * The bytes of the file that so many bytes of a text node are; -1 if they do
 * not stand there as they are, or in CDATA, where no markup can.
 */
int textplace_span(struct span *, const struct document *,
	const struct _xmlNode *text, size_t byte, size_t len);

#endif
