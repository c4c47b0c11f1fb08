#ifndef PIPELINE_CONCORD_H
#define PIPELINE_CONCORD_H

#include <stddef.h>

struct concord;
struct diag;
struct document;

/*
 * Holds the language versions of one document, each of which has passed all
 * checks, against one of them: that in `reference` ("fr"), or if this is NULL
 * that in the original language, or else the first.  The documents are
 * borrowed and must outlive the concord, as it must outlive its messages.
 *
 * NULL, after a message, when two are in one language or none is in that of
 * the reference.  What differs is no failure: see concord_tell.
 */
struct concord *concord_new(const struct document *const *, size_t count,
	const char *reference, struct diag *);
void concord_free(struct concord *);

/*
 * Adds what differs, so far as it is the fault of one of the documents: one
 * message for each difference, at its place there, which names the place in
 * the other.  A difference is that of the reference, and not of the others,
 * when most of all have the same and the reference has not.
 */
void concord_tell(const struct concord *, size_t document, struct diag *);

#endif
