#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/batch_parts.h"
#include "pipeline/ingredients.h"
#include "pipeline/levels.h"
#include "pipeline/source.h"
#include "pipeline/stamp.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/journal.h"

static const char *
string_in(const json_t *record, const char *key)
{
	return json_string_value(json_object_get(record, key));
}

const char *
batch_output(const json_t *record)
{
	return string_in(record, "output");
}

/* Takes the path over. */
static void
add_folder(struct batch *b, char *path)
{
	size_t size = grown(b->folder_size, b->folder_count + 1);
	char *settings = fs_join(path, LEVELS_FILE);
	struct batch_folder *folder;

	if (size != b->folder_size)
		b->folders = xrealloc(b->folders, size, sizeof(*b->folders));
	b->folder_size = size;
	folder = &b->folders[b->folder_count++];
	folder->path = path;
	folder->real = realpath(path, NULL);
	if (!folder->real)
		folder->real = xstrdup(path);
	digest_file(folder->settings, settings);
	free(settings);
}

size_t
batch_folder_of(struct batch *b, const char *path)
{
	char *folder = fs_folder(path);
	uint64_t *place;

	/* most are where the one before them is */
	if (b->folder_count &&
	    strcmp(b->folders[b->folder_count - 1].path, folder) == 0) {
		free(folder);
		return b->folder_count - 1;
	}
	place = table_add(&b->folder_places, stamp_key("folder", folder));
	if (*place) {
		free(folder);
	} else {
		add_folder(b, folder);
		*place = b->folder_count;
	}
	return *place - 1;
}

char *
batch_real_path(const struct batch *b, const struct batch_document *d)
{
	return fs_join(b->folders[d->folder].real, fs_base(d->path));
}

uint64_t
batch_report_key(uint64_t key)
{
	return key ^ 1;
}

void
batch_made_of(char made_of[DIGEST_SHA256], struct batch *b,
    const struct batch_document *d, const char *language, const char *source)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s %s\n%s\n%s\n%s\n",
	    b->job.output == OUTPUT_TEX ? "tex" : "pdf",
	    b->job.draft ? "draft" : "final",
	    ingredients_of(b->ingredients, language),
	    b->folders[d->folder].settings, source);
	digest_sha256(made_of, text.data, text.len);
	buf_dispose(&text);
}

/* Of the draft's text: as it was, if it looks as it did. */
static int
digest_source(char digest[DIGEST_SHA256], const char *path,
    const json_t *record, const json_t *stamp)
{
	struct buf text = BUF_INIT;
	const char *known = string_in(record, "source");
	int ret = -1;

	if (known && strlen(known) < DIGEST_SHA256 &&
	    json_equal(stamp, json_object_get(record, "stamp"))) {
		strcpy(digest, known);
		return 0;
	}
	if (fs_read(&text, path, SOURCE_LARGEST) == FS_READ_OK) {
		digest_sha256(digest, buf_string(&text), text.len);
		ret = 0;
	}
	buf_dispose(&text);
	return ret;
}

static int
is_as_it_was_left(const char *path, const json_t *record,
    const json_t *stamp)
{
	const char *known = string_in(record, "sha256");
	char digest[DIGEST_SHA256];

	return json_equal(stamp, json_object_get(record, "output_stamp")) ||
	    (known && digest_file(digest, path) == 0 &&
	    strcmp(digest, known) == 0);
}

static int
is_made_of(struct batch *b, const struct batch_document *d,
    const json_t *record, const json_t *stamp)
{
	const char *known = string_in(record, "made_of");
	const char *language = string_in(record, "language");
	char source[DIGEST_SHA256], made_of[DIGEST_SHA256];

	if (!known || !language ||
	    digest_source(source, d->path, record, stamp) < 0)
		return 0;
	batch_made_of(made_of, b, d, language, source);
	return strcmp(made_of, known) == 0;
}

/* So that the next look need not read the files again. */
static void
note_stamps(const struct batch *b, const struct batch_document *d,
    json_t *record, json_t *stamp, json_t *output_stamp)
{
	if (json_equal(stamp, json_object_get(record, "stamp")) &&
	    json_equal(output_stamp, json_object_get(record, "output_stamp")))
		return;
	json_object_set(record, "stamp", stamp);
	json_object_set(record, "output_stamp", output_stamp);
	journal_put(b->store.journal, d->key, record);
}

char *
batch_unchanged(struct batch *b, const struct batch_document *d)
{
	json_t *record = journal_get(b->store.journal, d->key);
	const char *name = batch_output(record);
	char *path = name ? fs_join(b->store.folder, name) : NULL;
	json_t *stamp = stamp_now(d->path);
	json_t *output_stamp = path ? stamp_of_ours(path) : NULL;

	if (path && journal_has(b->store.journal, batch_report_key(d->key)) &&
	    is_made_of(b, d, record, stamp) &&
	    is_as_it_was_left(path, record, output_stamp)) {
		note_stamps(b, d, record, stamp, output_stamp);
	} else {
		free(path);
		path = NULL;
	}
	json_decref(stamp);
	json_decref(output_stamp);
	json_decref(record);
	return path;
}
