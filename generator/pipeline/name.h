#ifndef PIPELINE_NAME_H
#define PIPELINE_NAME_H

struct document;

/*
 * The name of a document's files as the Official Document System gives it,
 * without an ending: CTOC_COP_WG.2_2007_1-EN.  The document must have passed
 * schema_check and rules_check.  The caller frees.
 */
char *name_of(const struct document *);

#endif
