#include "pipeline/batch.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/batch_parts.h"
#include "pipeline/claims.h"
#include "pipeline/stamp.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/journal.h"
#include "util/record.h"

/* Records of drafts that this batch has not found. */
struct search {
	const struct batch *batch;
	json_t **gone;			/* their drafts are not there */
	size_t count, size;
	struct table current;		/* files of the others, by name */
};

static const char *
path_of(const json_t *record)
{
	return json_string_value(json_object_get(record, "path"));
}

/* What cannot be looked at may be there. */
static int
is_gone(const char *path)
{
	struct fs_stamp s;

	return fs_stamp(&s, path) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

static uint64_t
key_of_output(const char *name)
{
	return stamp_key("output", name);
}

/* Takes the record over. */
static void
add_gone(struct search *s, json_t *record)
{
	size_t size = grown(s->size, s->count + 1);

	if (size != s->size)
		s->gone = xrealloc(s->gone, size, sizeof(*s->gone));
	s->size = size;
	s->gone[s->count++] = record;
}

static void
look_at(void *payload, uint64_t key)
{
	struct search *s = payload;
	const struct batch *b = s->batch;
	json_t *record;

	if (table_find(&b->taken, key) ||
	    table_find(&b->taken, batch_report_key(key)))
		return;
	record = journal_get(b->store.journal, key);
	if (batch_output(record) && path_of(record)) {
		if (is_gone(path_of(record)))
			add_gone(s, json_incref(record));
		else
			*table_add(&s->current,
			    key_of_output(batch_output(record))) = 1;
	}
	json_decref(record);
}

static int
by_output(const void *left, const void *right)
{
	const json_t *const *a = left, *const *b = right;

	return strcmp(batch_output(*a), batch_output(*b));
}

/* Tells of a file, unless it was deleted too or is another draft's by now. */
static void
tell(const struct search *s, const json_t *record, json_t *list,
    struct diag *diag)
{
	const struct batch *b = s->batch;
	const char *name = batch_output(record);
	char *file = fs_join(b->store.folder, name);

	if (fs_is_file(file) && !table_find(&s->current, key_of_output(name)) &&
	    !claims_owner(pipeline_claims(b->pipeline), file)) {
		diag_global(diag, MSG_GONE, "'%s' is of a draft that is gone: "
		    "'%s'", file, path_of(record));
		json_array_append_new(list, json_pack("{s:o, s:s}", "output",
		    record_text(file), "file", path_of(record)));
	}
	free(file);
}

json_t *
batch_gone(const struct batch *b, struct diag *diag)
{
	struct search s = { .batch = b };
	json_t *list = json_array();

	/* a share does not know what is of others, nor a part of the rest */
	if (b->store.whole && !b->counts.status[BATCH_LEFT])
		journal_each(b->store.journal, look_at, &s);
	if (s.count)
		qsort(s.gone, s.count, sizeof(*s.gone), by_output);
	for (size_t i = 0; i < s.count; i++)
		/* it may have been that of several, one after the other */
		if (i == 0 || by_output(&s.gone[i - 1], &s.gone[i]))
			tell(&s, s.gone[i], list, diag);
	for (size_t i = 0; i < s.count; i++)
		json_decref(s.gone[i]);
	free(s.gone);
	table_dispose(&s.current);
	return list;
}
