#include "pipeline/ingredients.h"

#include <fts.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/manifest.h"
#include "pipeline/stamp.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/digest.h"
#include "util/fs.h"
#include "util/journal.h"
#include "util/proc.h"
#include "util/site.h"

/* More languages than there are. */
enum { LANGUAGES = 16, LARGEST_LIST = 1024 * 1024 };

struct ingredients {
	struct manifest *manifest;
	struct journal *journal;
	struct buf machine;	/* digests and names of the machine's files */
	struct {
		char language[8];
		char digest[DIGEST_SHA256];
	} known[LANGUAGES];
	size_t count;
};

/* What is not there has no part in anything. */
static void
add_file(struct ingredients *in, const char *path)
{
	uint64_t key = stamp_key("file", path);
	json_t *record = journal_get(in->journal, key);
	const char *known = json_string_value(json_object_get(record,
	    "sha256"));
	char digest[DIGEST_SHA256];
	json_t *stamp = stamp_now(path);

	if (known && json_equal(stamp, json_object_get(record, "stamp"))) {
		buf_printf(&in->machine, "%s  %s\n", known, path);
	} else if (digest_file(digest, path) == 0) {
		buf_printf(&in->machine, "%s  %s\n", digest, path);
		json_decref(record);
		record = json_pack("{s:O, s:s}", "stamp", stamp, "sha256",
		    digest);
		/* it is only a note: without it the file is read again */
		journal_put(in->journal, key, record);
	}
	json_decref(stamp);
	json_decref(record);
}

static void
add_programs(struct ingredients *in, const struct site *site)
{
	char *tex = proc_find(site_variable(site, "PATH"), "lualatex");

	add_file(in, "/proc/self/exe");
	if (tex)
		add_file(in, tex);
	free(tex);
	add_file(in, "/var/lib/texmf/web2c/luahbtex/lualatex.fmt");
}

/* Whether the list of fonts has the name of the file, in quotation marks. */
static int
is_listed(const struct buf *list, const char *name)
{
	struct buf quoted = BUF_INIT;
	int ret;

	buf_printf(&quoted, "\"%s\"", name);
	ret = strstr(buf_string(list), quoted.data) != NULL;
	buf_dispose(&quoted);
	return ret;
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* Where TeX finds fonts on Debian, and those of a user's own. */
static void
add_fonts(struct ingredients *in, const struct site *site)
{
	const char *own = site_variable(site, "TEXMFHOME");
	const char *roots[] = {
		"/usr/share/fonts", "/usr/share/texmf/fonts/opentype",
		"/usr/share/texlive/texmf-dist/fonts/opentype", own, NULL
	};
	char *path = fs_join(site->data, "fonts/fontlist.lua");
	struct buf list = BUF_INIT;
	FTS *tree = fts_open((char *const *)(const void *)roots,
	    FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, by_name);
	FTSENT *file;

	/* the manifest says if it cannot be read */
	fs_read(&list, path, LARGEST_LIST);
	while (tree && (file = fts_read(tree)))
		if (file->fts_info != FTS_D && file->fts_info != FTS_DP &&
		    is_listed(&list, file->fts_name))
			add_file(in, file->fts_path);
	if (tree)
		fts_close(tree);
	buf_dispose(&list);
	free(path);
}

int
ingredients_load(struct ingredients **out, const struct site *site,
    struct journal *journal, struct diag *diag)
{
	struct ingredients *in = xcalloc(1, sizeof(*in));

	if (manifest_load(&in->manifest, site->data, diag) < 0) {
		free(in);
		return -1;
	}
	in->journal = journal;
	add_programs(in, site);
	add_fonts(in, site);
	*out = in;
	return 0;
}

void
ingredients_free(struct ingredients *in)
{
	if (!in)
		return;
	manifest_free(in->manifest);
	buf_dispose(&in->machine);
	free(in);
}

const char *
ingredients_of(struct ingredients *in, const char *language)
{
	struct buf text = BUF_INIT;
	size_t i = 0;

	while (i < in->count && strcmp(in->known[i].language, language))
		i++;
	if (i < in->count)
		return in->known[i].digest;
	/* of a language beyond the last, the last gives way */
	if (i == LANGUAGES)
		i--;
	in->count = i + 1;
	snprintf(in->known[i].language, sizeof(in->known[i].language), "%s",
	    language);
	manifest_write(&text, in->manifest, "", language, "");
	buf_puts(&text, buf_string(&in->machine));
	digest_sha256(in->known[i].digest, text.data, text.len);
	buf_dispose(&text);
	return in->known[i].digest;
}
