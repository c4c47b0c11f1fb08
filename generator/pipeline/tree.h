#ifndef PIPELINE_TREE_H
#define PIPELINE_TREE_H

/* What the stages ask of a document's nodes, in char and not xmlChar. */

#include <libxml/tree.h>

struct buf;

const char *tree_name(const xmlNode *);

/* Whether the node is an element of that name. */
int tree_is(const xmlNode *, const char *name);

/* The value, which belongs to the tree; NULL when there is no attribute. */
const char *tree_attr(const xmlNode *, const char *name);

/* Whether the attribute is there and has this value. */
int tree_attr_is(const xmlNode *, const char *name, const char *value);

/* The element with an id, in the document of the node; NULL without one. */
xmlNode *tree_by_id(const xmlNode *, const char *id);

/* Grows from one start tag of the file to the next; from 1. */
size_t tree_order(const xmlNode *);

/* The first child, or the next sibling, that is an element of that name. */
xmlNode *tree_child(const xmlNode *, const char *name);
xmlNode *tree_next(const xmlNode *, const char *name);

/* The next node in the order of the file, within `top`; NULL after all. */
xmlNode *tree_walk(const xmlNode *, const xmlNode *top);

/*
 * Adds the text of the node, white space made single and trimmed, without
 * what stands in elements named `skip` (NULL: all of it).
 */
void tree_text(struct buf *, const xmlNode *, const char *skip);

/* Whether all of it is white space. */
int tree_is_blank(const char *text);

#endif
