#ifndef PIPELINE_SCHEMA_H
#define PIPELINE_SCHEMA_H

struct buf;
struct diag;
struct document;
struct schema;

/* Reads the DTD below the data root. */
int schema_load(struct schema **, const char *data, struct diag *);
void schema_free(struct schema *);

/*
 * Checks a document against the DTD, whatever its DOCTYPE says.  Afterwards
 * its ids are known to the tree, and attributes that the DTD has a value for
 * are there.  Returns -1 after one message for each mistake.
 */
int schema_check(const struct schema *, struct document *, struct diag *);

/*
 * Whether an attribute with a list of values can have this one; if not: -1,
 * and what it must be is added to the buf.
 */
int schema_check_choice(struct buf *why, const struct schema *,
	const char *element, const char *attribute, const char *value);

#endif
