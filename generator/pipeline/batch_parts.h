#ifndef PIPELINE_BATCH_PARTS_H
#define PIPELINE_BATCH_PARTS_H

/* What the files of batch share. */

#include <stdint.h>

#include "pipeline/batch.h"
#include "pipeline/finder.h"
#include "pipeline/store.h"
#include "util/digest.h"
#include "util/site.h"
#include "util/table.h"

struct ingredients;

/* Of a folder with documents, as it was before the first one was checked: what
 * is made by settings that change meanwhile is made again the next time. */
struct batch_folder {
	char *path, *real;		/* as it is named, and absolute */
	char settings[DIGEST_SHA256];	/* of its unagenda.conf */
};

struct batch_document {
	char *path;
	const char *relative;		/* see finder.h */
	uint64_t key;			/* of its record in the journal */
	size_t folder;			/* of the batch's folders */
	enum batch_status status;
	unsigned kind;			/* of the batch's kinds */
	int named;			/* and not only found in a tree */
};

/* Documents of a kind are set by one engine, and so one after the other. */
struct batch_kind {
	char language[8], station[32];
	unsigned documents;		/* to be made */
};

struct batch {
	struct site site;		/* with a folder of its own for TeX */
	const struct batch_options *options;
	struct pipeline_job job;
	struct pipeline *pipeline;
	struct ingredients *ingredients;
	struct store store;
	struct finder finder;
	struct batch_document *documents;
	struct table taken;		/* keys of all that were found */
	struct batch_folder *folders;
	size_t folder_count, folder_size;
	struct table folder_places;	/* in the list, from 1, by path */
	struct batch_kind *kinds;
	size_t kind_count, kind_size;
	struct batch_counts counts;
};

/* The folder that a document is in; looked at when it is first asked for. */
size_t batch_folder_of(struct batch *, const char *path);

/* The absolute path of a document, for the caller to free. */
char *batch_real_path(const struct batch *, const struct batch_document *);

/* The digest of all that a document is made of. */
void batch_made_of(char made_of[DIGEST_SHA256], struct batch *,
	const struct batch_document *, const char *language,
	const char *source);

/*
 * The path of the file that a document became, for the caller to free, if its
 * record says that it would become the same again and the file is as it was
 * left; else NULL.
 */
char *batch_unchanged(struct batch *, const struct batch_document *);

/*
 * A document has two records in the journal: its state, by its key, and what a
 * report says of it, by this one, which is read for a report alone.  The state
 * is written last, and is worth nothing without the other.
 */
uint64_t batch_report_key(uint64_t key);

/* The name of the file that a document became, in the record; or NULL. */
const char *batch_output(const struct json_t *record);

#endif
