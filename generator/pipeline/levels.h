#ifndef PIPELINE_LEVELS_H
#define PIPELINE_LEVELS_H

#include <stddef.h>

struct diag;
struct document;
struct levels;

#define LEVELS_FILE "unagenda.conf"

/*
 * How grave an office holds messages to be: the file unagenda.conf in a
 * folder, for the documents beside it.  A line is
 *
 *	UNA-0714 off		or advice, warning, error
 *
 * and what follows a # is a remark.  Only warnings and advice can be set, and
 * what the catalogue has as off: an error is what no page can be made with.
 * Without the file, all is as in the catalogue.  -1, after messages, if the
 * file is wrong.
 */
int levels_load(struct levels **, const char *folder, struct diag *);
void levels_free(struct levels *);

/* Whether they are those of that folder. */
int levels_are_of(const struct levels *, const char *folder);

/* In what follows, no levels (NULL) are those of the catalogue. */

/* Whether the message with that number is to be given at all. */
int levels_give(const struct levels *, unsigned number);

/*
 * Sets the levels of a document's messages from that index on, and silences
 * those that the draft allows (allowance.h).  Returns -1 if one of them has
 * become an error.
 */
int levels_apply(const struct levels *, const struct document *,
	struct diag *, size_t from);

#endif
