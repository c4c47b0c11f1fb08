#ifndef PIPELINE_DRAFT_H
#define PIPELINE_DRAFT_H

struct buf;
struct diag;
struct registers;
struct schema;

/* What is known of a document to be written.  Strings are borrowed. */
struct draft {
	const char *symbol;
	const char *body;	/* the body that meets, by its key */
	const char *start, *end;
	const char *place;	/* NULL: that of the station */
	const char *station;
	const char *language;
	const char *kind;	/* agenda, information, programme or note */
};

/*
 * Adds a document to begin with, which is free of errors, to the buf.
 * Returns -1 after a message for each of the strings that is wrong.
 */
int draft_make(struct buf *, const struct draft *, const struct schema *,
	const struct registers *, const char *data, struct diag *);

#endif
