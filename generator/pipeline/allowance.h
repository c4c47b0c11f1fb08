#ifndef PIPELINE_ALLOWANCE_H
#define PIPELINE_ALLOWANCE_H

/*
 * Instructions by which a draft allows what is advised against, each with its
 * reason:
 *
 *	<?unagenda allow UNA-0601 The list is complete as it stands.?>
 *
 * in the element concerned or one above it, or before the document.
 */

#include <stddef.h>

struct diag;
struct document;
struct message;

/* Why the draft allows it; the caller frees.  NULL if it does not. */
char *allowance_reason(const struct document *, const struct message *);

/*
 * Reports what is wrong with the instructions of a draft, those that allow
 * nothing that is among its messages from that index on, and those for other
 * programs, which are not printed.  -1 if one is wrong.
 */
int allowance_check(const struct document *, struct diag *, size_t from);

#endif
