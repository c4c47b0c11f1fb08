#ifndef COMMANDS_BATCH_REPORT_H
#define COMMANDS_BATCH_REPORT_H

#include <stddef.h>

struct diag;
struct json_t;
struct site;

/*
 * What a batch has done.  As JSON, one object:
 *
 *	unagenda, report	the program's version, and that of this form: 1
 *	folder			that the results are in
 *	started, seconds	when (ISO 8601, UTC), and how long it took
 *	shards			number, count and seconds of each that is in it
 *	gone			output and file (the draft) of what stays in the
 *				folder though its draft is gone
 *	missing			of a report of shares, the numbers of those that
 *				are not in it
 *	counts			documents, made, unchanged, failed, left, and
 *				foreign: files passed over
 *	documents		of each document file, status, output, language,
 *				station, pages, made_of and sha256 (digests of
 *				all that it is made of, and of the result),
 *				seconds by stage, warm (by such an engine), and
 *				messages as `validate --format=json` has them;
 *				what is not known is null or not there
 *
 * Documents are asked for one by one, so that there may be many.
 */
struct batch_report {
	struct json_t *head;	/* all but the documents; borrowed */
	size_t count;
	struct json_t *(*record)(const void *payload, size_t index);
	const void *payload;
};

/*
 * Writes it, complete or not at all: as a page for people if the path ends in
 * .html (batch_page.h), else in JSON.  -1 after a message.
 */
int batch_report_write(const struct batch_report *, const char *path,
	const struct site *, struct diag *);

#endif
