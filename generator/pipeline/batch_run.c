#include "pipeline/batch.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/batch_parts.h"
#include "pipeline/document.h"
#include "pipeline/stamp.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/journal.h"
#include "util/machine.h"
#include "util/record.h"

/* Documents under way for each that engines set. */
enum { AT_ONCE = 4 };

/* A document under way. */
struct task {
	struct batch_document *document;
	struct work *work;		/* NULL: this one is free */
	struct diag diag;
	json_t *stamp;			/* of the draft before it was read */
	int unnoted;			/* the journal cannot be written */
};

/* All that are under way: more than engines set at once, so that none of these
 * waits for a document to be read or inspected. */
struct run {
	struct batch *batch;
	const struct batch_listener *listener;
	struct batch_document **order;	/* what is left, kind by kind */
	size_t count, next;
	struct task *tasks;
	size_t size, busy;
	enum diag_style style;
};

static json_t *
seconds_of(const struct timings *t)
{
	json_t *seconds = json_object();

	for (int i = 0; i < STAGES; i++)
		if (t->seconds[i] > 0)
			json_object_set_new(seconds, stage_word((enum stage)i),
			    json_real(t->seconds[i]));
	return seconds;
}

static json_t *
messages_of(struct diag *diag)
{
	json_t *messages = json_array();

	diag_sort(diag);
	for (size_t i = 0; i < diag->count; i++)
		json_array_append_new(messages, record_of(&diag->messages[i]));
	return messages;
}

/* What a report says of it, as far as it is known. */
static json_t *
report_of(const struct task *t, struct diag *diag)
{
	const struct work *w = t->work;
	const xmlNode *root = w->doc ? document_root(w->doc) : NULL;
	const char *language = root ? tree_attr(root, "lang") : NULL;
	const char *station = root ? tree_attr(root, "station") : NULL;

	return json_pack("{s:s?, s:s?, s:I, s:b, s:o, s:o}",
	    "language", language, "station", station, "pages",
	    (json_int_t)w->pages, "warm", w->result.warm, "seconds",
	    seconds_of(&w->timings), "messages", messages_of(diag));
}

/* Takes both over: -1 after a message, which is given once of a document. */
static int
note(const struct run *r, struct task *t, json_t *state, json_t *report)
{
	struct journal *journal = r->batch->store.journal;
	uint64_t key = t->document->key;
	int ret = journal_put(journal, batch_report_key(key), report);

	if (ret == 0)
		ret = journal_put(journal, key, state);
	if (ret < 0 && !t->unnoted)
		diag_global(&t->diag, MSG_CANNOT_WRITE, "cannot note what is "
		    "made in '%s': %s", r->batch->store.folder,
		    strerror(errno));
	t->unnoted |= ret < 0;
	json_decref(state);
	json_decref(report);
	return ret;
}

/* Where a document is, for those who look whether it still is there; NULL of a
 * path that JSON cannot hold. */
static json_t *
record_path(const struct batch *b, const struct batch_document *d)
{
	char *path = batch_real_path(b, d);
	json_t *text = json_string(path);

	free(path);
	return text;
}

/* That it is made: noted before its file appears, as then it cannot be there
 * without that. */
static int
note_made(const struct run *r, struct task *t)
{
	const struct work *w = t->work;
	const char *text = document_text(w->doc);
	const char *language = tree_attr(document_root(w->doc), "lang");
	char source[DIGEST_SHA256], made_of[DIGEST_SHA256];
	char output[DIGEST_SHA256];
	json_t *report = report_of(t, &t->diag), *state;

	digest_sha256(source, text, strlen(text));
	batch_made_of(made_of, r->batch, t->document, language, source);
	digest_sha256(output, buf_string(&w->bytes), w->bytes.len);
	json_object_set_new(report, "output", record_text(w->file));
	json_object_set_new(report, "made_of", json_string(made_of));
	json_object_set_new(report, "sha256", json_string(output));
	state = json_pack("{s:o?, s:O, s:s, s:s, s:s, s:s, s:o, s:s}", "path",
	    record_path(r->batch, t->document), "stamp", t->stamp, "source",
	    source, "made_of", made_of, "language", language, "output",
	    fs_base(w->file), "output_stamp", stamp_of_ours(w->partial),
	    "sha256", output);
	return note(r, t, state, report);
}

/* The file of an earlier draft, under the name that the document has or had. */
static char *
old_name(const struct run *r, const struct task *t)
{
	json_t *record = journal_get(r->batch->store.journal,
	    t->document->key);
	const char *name = batch_output(record);
	char *copy;

	if (!name)
		name = json_string_value(json_object_get(record, "old"));
	if (!name && t->work->file)
		name = fs_base(t->work->file);
	copy = name ? xstrdup(name) : NULL;
	json_decref(record);
	return copy;
}

/* It must not stand there as if it were of this draft. */
static void
put_old_away(const struct run *r, struct task *t, const char *name)
{
	const struct store *store = &r->batch->store;
	const char *file = t->work->file;
	char *old;

	if (file && fs_is_file(file) &&
	    store_set_aside(store, fs_base(file)) < 0)
		diag_global(&t->diag, MSG_CANNOT_WRITE, "cannot move '%s', "
		    "which is out of date: %s", file, strerror(errno));
	old = name ? store_find_old(store, name) : NULL;
	if (old)
		diag_global(&t->diag, MSG_SET_ASIDE, "what '%s' has been is "
		    "now '%s'", t->document->path, old);
	free(old);
}

static void
fail(const struct run *r, struct task *t)
{
	char *name = old_name(r, t);

	put_old_away(r, t, name);
	note(r, t, json_pack("{s:s?}", "old", name), report_of(t, &t->diag));
	free(name);
}

static int
publish(const struct run *r, struct task *t)
{
	char *old = old_name(r, t);
	int ret = note_made(r, t);

	/* what is not noted must not be there */
	if (ret == 0)
		ret = pipeline_publish(t->work, &t->diag);
	if (ret == 0 && old)
		store_drop_old(&r->batch->store, old);
	free(old);
	return ret;
}

/* The end of a document that was started, and went well so far or not. */
static void
end(struct run *r, struct task *t, int ret)
{
	struct batch_document *d = t->document;
	struct batch_counts *counts = &r->batch->counts;

	if (ret == 0)
		ret = pipeline_finish(t->work, &t->diag);
	if (ret == 0)
		ret = publish(r, t);
	if (ret < 0)
		fail(r, t);
	d->status = ret < 0 ? BATCH_FAILED : BATCH_MADE;
	counts->status[BATCH_LEFT]--;
	counts->status[d->status]++;
	r->listener->done(r->listener->payload, d->path,
	    ret < 0 ? NULL : t->work->file, d->status, &t->diag);
	pipeline_end(t->work);
	t->work = NULL;
	diag_dispose(&t->diag);
	json_decref(t->stamp);
	r->busy--;
}

static struct task *
find_task(const struct run *r, const struct work *work)
{
	size_t i = 0;

	while (r->tasks[i].work != work)
		i++;
	return &r->tasks[i];
}

/* Whether engines set documents of this kind. */
static int
is_set(const struct batch *b, const struct batch_kind *k)
{
	return b->job.output == OUTPUT_PDF && *k->language;
}

/* A document that came to its end without engines, which expect it. */
static void
miss(const struct run *r, const struct batch_document *d)
{
	const struct batch *b = r->batch;
	const struct batch_kind *k = &b->kinds[d->kind];

	if (is_set(b, k))
		pipeline_miss(b->pipeline, k->language, k->station);
}

static void
start_next(struct run *r)
{
	struct batch *b = r->batch;
	struct task *t = find_task(r, NULL);
	int ret;

	t->document = r->order[r->next++];
	t->diag = (struct diag)DIAG_INIT;
	t->diag.style = r->style;
	t->stamp = stamp_now(t->document->path);
	t->unnoted = 0;
	r->busy++;
	ret = pipeline_start(&t->work, b->pipeline, t->document->path, &b->job,
	    &t->diag);
	if (ret < 0 || !t->work->typeset) {
		miss(r, t->document);
		end(r, t, ret);
	}
}

/* Reads while there is room, and waits when there is none. */
static enum engine_wait
step(struct run *r, struct diag *diag)
{
	int more = r->next < r->count && r->busy < r->size;
	struct work *work;
	enum engine_wait ret;

	if (more)
		start_next(r);
	ret = pipeline_wait(&work, r->batch->pipeline, more ? 0 : -1, diag);
	if (ret == ENGINE_RESULT)
		end(r, find_task(r, work), 0);
	return ret;
}

static int
compare(const void *left, const void *right)
{
	const struct batch_document *const *a = left, *const *b = right;

	if ((*a)->kind != (*b)->kind)
		return (*a)->kind < (*b)->kind ? -1 : 1;
	return *a < *b ? -1 : *a > *b;
}

static void
put_in_order(struct run *r)
{
	struct batch *b = r->batch;

	r->order = xcalloc(b->counts.documents, sizeof(*r->order));
	for (size_t i = 0; i < b->counts.documents; i++)
		if (b->documents[i].status == BATCH_LEFT)
			r->order[r->count++] = &b->documents[i];
	qsort(r->order, r->count, sizeof(*r->order), compare);
	for (size_t i = 0; i < b->kind_count; i++)
		if (is_set(b, &b->kinds[i]))
			pipeline_expect(b->pipeline, b->kinds[i].language,
			    b->kinds[i].station, b->kinds[i].documents);
}

/* Of what was under way nothing is left. */
static void
drop_all(struct run *r)
{
	for (size_t i = 0; i < r->size; i++) {
		struct task *t = &r->tasks[i];

		if (!t->work)
			continue;
		pipeline_end(t->work);
		diag_dispose(&t->diag);
		json_decref(t->stamp);
	}
}

void
batch_run(struct batch *b, const struct batch_listener *listener,
    struct diag *diag)
{
	struct run r = {
		.batch = b, .listener = listener, .style = diag->style,
		.size = AT_ONCE * (size_t)(b->options->jobs ?
		    b->options->jobs : machine_processors())
	};
	enum engine_wait last = interrupt_signal() ? ENGINE_INTERRUPTED :
	    ENGINE_NONE;

	r.tasks = xcalloc(r.size, sizeof(*r.tasks));
	put_in_order(&r);
	while (last != ENGINE_INTERRUPTED && (r.busy || r.next < r.count))
		last = step(&r, diag);
	if (last == ENGINE_INTERRUPTED)
		drop_all(&r);
	free(r.tasks);
	free(r.order);
}
