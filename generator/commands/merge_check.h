#ifndef COMMANDS_MERGE_CHECK_H
#define COMMANDS_MERGE_CHECK_H

#include <stddef.h>

struct diag;
struct json_t;

/*
 * Whether reports belong together: -1, after a message, when a share is given
 * twice, or shares are of several batches.  What is missing is warned of, and
 * noted in the head of their report as "missing" (batch_report.h).
 */
int merge_check_shares(struct json_t *head, struct diag *);

/*
 * -1, after messages, when a draft is there twice.  Of two that have become the
 * same file, which shares do not see of each other, there is a message only.
 * The documents are put in the order of their drafts.
 */
int merge_check_documents(struct json_t **documents, size_t count,
	struct diag *);

#endif
