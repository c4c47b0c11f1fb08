#include "pipeline/batch.h"

#include <jansson.h>
#include <stdlib.h>

#include "pipeline/batch_parts.h"
#include "pipeline/ingredients.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/journal.h"
#include "util/record.h"

/* Documents of a kind for which its own engine is started: two are made as soon
 * by the one that single documents share. */
enum { WARM_FROM = 3 };

int
batch_new(struct batch **out, const struct site *site,
    const struct batch_options *options, struct diag *diag)
{
	struct batch *b = xcalloc(1, sizeof(*b));

	if (store_open(&b->store, options->job.folder, &options->shard,
	    site->tmp, diag) < 0) {
		free(b);
		return -1;
	}
	b->site = *site;
	if (b->store.work)
		b->site.tmp = b->store.work;
	b->options = options;
	b->job = options->job;
	b->job.partial = b->store.partial;
	b->pipeline = pipeline_new(&b->site);
	pipeline_set_engines(b->pipeline, &(struct engine_options){
		.jobs = options->jobs, .warm_from = WARM_FROM
	});
	*out = b;
	return 0;
}

void
batch_free(struct batch *b)
{
	if (!b)
		return;
	pipeline_free(b->pipeline);
	ingredients_free(b->ingredients);
	finder_dispose(&b->finder);
	store_close(&b->store);
	free(b->documents);
	free(b->kinds);
	for (size_t i = 0; i < b->folder_count; i++) {
		free(b->folders[i].path);
		free(b->folders[i].real);
	}
	free(b->folders);
	table_dispose(&b->folder_places);
	table_dispose(&b->taken);
	free(b);
}

int
batch_add(struct batch *b, const char *path, struct diag *diag)
{
	return finder_add(&b->finder, path, diag);
}

const struct batch_counts *
batch_counts(const struct batch *b)
{
	return &b->counts;
}

json_t *
batch_record(const struct batch *b, size_t index)
{
	static const char *const words[] = {
		"left", "unchanged", "made", "failed"
	};
	const struct batch_document *d = &b->documents[index];
	json_t *report = d->status == BATCH_LEFT ? NULL :
	    journal_get(b->store.journal, batch_report_key(d->key));

	/* what cannot be read any more has only its name */
	if (!report)
		report = json_object();
	json_object_set_new(report, "file", record_text(d->path));
	json_object_set_new(report, "status", json_string(words[d->status]));
	if (d->status == BATCH_UNCHANGED)
		json_object_set_new(report, "seconds", json_object());
	return report;
}
