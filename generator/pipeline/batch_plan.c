#include "pipeline/batch.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/batch_parts.h"
#include "pipeline/claims.h"
#include "pipeline/ingredients.h"
#include "pipeline/prolog.h"
#include "pipeline/stamp.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/journal.h"
#include "util/table.h"

static uint64_t
key_of(const struct batch *b, const struct batch_document *d)
{
	char *path = batch_real_path(b, d);
	uint64_t key = stamp_key(b->job.output == OUTPUT_TEX ? "tex" : "pdf",
	    path);

	free(path);
	return key;
}

/*
 * Takes each file once, however it is named: by the first name, of which each
 * share thinks alike, so that a file is not in two of them under two names.
 */
static void
take_files(struct batch *b)
{
	b->documents = xcalloc(b->finder.count, sizeof(*b->documents));
	for (size_t i = 0; i < b->finder.count; i++) {
		const struct found *f = &b->finder.files[i];
		struct batch_document *d, new = {
			.path = f->path, .relative = f->relative,
			.folder = batch_folder_of(b, f->path),
			.status = BATCH_LEFT
		};
		uint64_t *place;

		new.key = key_of(b, &new);
		place = table_add(&b->taken, new.key);
		if (!*place) {
			*place = ++b->counts.documents;
			b->documents[*place - 1] = new;
		}
		d = &b->documents[*place - 1];
		d->named |= f->relative == f->path;
	}
}

static void
take_share(struct batch *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < b->counts.documents; i++)
		if (shard_has(&b->options->shard, b->documents[i].relative))
			b->documents[kept++] = b->documents[i];
	b->counts.documents = kept;
}

/* A document whose file stays; that is nobody else's from here on. */
static void
find_unchanged(struct batch *b, struct batch_document *d)
{
	char *path = batch_unchanged(b, d);

	if (path && !claims_take(pipeline_claims(b->pipeline), path, d->path)) {
		d->status = BATCH_UNCHANGED;
		b->counts.status[BATCH_UNCHANGED]++;
	}
	free(path);
}

/* A file of a tree may be of another kind; one that is named is ours. */
static int
is_foreign(const struct batch *b, const struct batch_document *d,
    const struct prolog *p)
{
	json_t *record;
	int ret;

	if (d->named || !prolog_is_foreign(p))
		return 0;
	/* it may have been a document, whose file must not stay */
	record = journal_get(b->store.journal, d->key);
	ret = !batch_output(record);
	json_decref(record);
	return ret;
}

static unsigned
kind_of(struct batch *b, const struct prolog *p)
{
	size_t i = 0, size = grown(b->kind_size, b->kind_count + 1);

	while (i < b->kind_count &&
	    (strcmp(b->kinds[i].language, p->language) ||
	    strcmp(b->kinds[i].station, p->station)))
		i++;
	if (i < b->kind_count)
		return (unsigned)i;
	if (size != b->kind_size)
		b->kinds = xrealloc(b->kinds, size, sizeof(*b->kinds));
	b->kind_size = size;
	b->kinds[i] = (struct batch_kind){ .documents = 0 };
	strcpy(b->kinds[i].language, p->language);
	strcpy(b->kinds[i].station, p->station);
	b->kind_count++;
	return (unsigned)i;
}

/* Finds out what kinds there are; what is none of ours is passed over. */
static void
sort_out(struct batch *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < b->counts.documents; i++) {
		struct batch_document *d = &b->documents[i];
		struct prolog p;

		if (d->status == BATCH_LEFT && !interrupt_signal()) {
			/* of what cannot be read, the build says so */
			prolog_read(&p, d->path);
			if (is_foreign(b, d, &p)) {
				b->counts.foreign++;
				continue;
			}
			d->kind = kind_of(b, &p);
			b->kinds[d->kind].documents++;
		}
		b->documents[kept++] = *d;
	}
	b->counts.documents = kept;
	b->counts.status[BATCH_LEFT] = kept -
	    b->counts.status[BATCH_UNCHANGED];
}

/* What a document has become once, when that is out of date. */
static int
set_aside(struct batch *b, const struct batch_document *d, struct diag *diag)
{
	json_t *record = journal_get(b->store.journal, d->key);
	const char *name = batch_output(record);
	char *path = name ? fs_join(b->store.folder, name) : NULL;
	int ret = 0;

	if (path && fs_is_file(path) &&
	    !claims_owner(pipeline_claims(b->pipeline), path) &&
	    store_set_aside(&b->store, name) < 0)
		ret = diag_global(diag, MSG_CANNOT_WRITE,
		    "cannot move '%s', which is out of date: %s", path,
		    strerror(errno));
	free(path);
	json_decref(record);
	return ret;
}

int
batch_plan(struct batch *b, struct diag *diag)
{
	int ret = 0;

	if (ingredients_load(&b->ingredients, &b->site, b->store.journal,
	    diag) < 0)
		return -1;
	take_files(b);
	take_share(b);
	/* an interrupted one does nothing more that takes long */
	for (size_t i = 0; i < b->counts.documents && !interrupt_signal(); i++)
		if (!b->options->force)
			find_unchanged(b, &b->documents[i]);
	sort_out(b);
	/* after all are known that stay */
	for (size_t i = 0; i < b->counts.documents && ret == 0 &&
	    !interrupt_signal(); i++)
		if (b->documents[i].status == BATCH_LEFT)
			ret = set_aside(b, &b->documents[i], diag);
	return ret;
}
