#include "commands/batch_report.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "commands/batch_page.h"
#include "util/diag.h"
#include "util/fs.h"

/* A report that is merged may have any. */
static void
write_key(FILE *out, const char *key)
{
	json_t *name = json_string(key);

	json_dumpf(name, out, JSON_ENCODE_ANY);
	fputs(": ", out);
	json_decref(name);
}

static void
write_json(FILE *out, const struct batch_report *r)
{
	const char *key;
	json_t *value;

	fputs("{\n", out);
	json_object_foreach(r->head, key, value) {
		write_key(out, key);
		json_dumpf(value, out, JSON_COMPACT | JSON_ENCODE_ANY);
		fputs(",\n", out);
	}
	fputs("\"documents\": [", out);
	for (size_t i = 0; i < r->count; i++) {
		json_t *record = r->record(r->payload, i);

		fputs(i ? ",\n" : "\n", out);
		json_dumpf(record, out, JSON_COMPACT | JSON_SORT_KEYS);
		json_decref(record);
	}
	fputs("\n]\n}\n", out);
}

int
batch_report_write(const struct batch_report *r, const char *path,
    const struct site *site, struct diag *diag)
{
	char *folder = fs_folder(path), *partial;
	FILE *out = NULL;
	int ret = fs_make_folders(folder);

	if (ret == 0)
		out = fs_open_partial(&partial, path);
	if (out) {
		if (fs_has_ending(path, ".html"))
			batch_page_write(out, r, site);
		else
			write_json(out, r);
		ret = fs_close_partial(out, partial, path);
	}
	if (!out || ret < 0)
		ret = diag_cannot_write(diag, path);
	free(folder);
	return ret;
}
