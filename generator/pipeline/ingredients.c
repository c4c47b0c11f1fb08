#include "pipeline/ingredients.h"

#include <fts.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "engine/lualatex.h"
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
}

/* What Debian's packages of TeX hold: of each it has a list of digests. */
static void
add_packages(struct ingredients *in)
{
	glob_t found;

	if (glob("/var/lib/dpkg/info/texlive-*.md5sums", 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			add_file(in, found.gl_pathv[i]);
	globfree(&found);
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

/* The files in these trees; with a list, those that it has. */
static void
add_trees(struct ingredients *in, const char *const *roots,
    const struct buf *list)
{
	FTS *tree = fts_open((char *const *)(const void *)roots,
	    FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, by_name);
	FTSENT *file;

	while (tree && (file = fts_read(tree)))
		if (file->fts_info != FTS_D && file->fts_info != FTS_DP &&
		    (!list || is_listed(list, file->fts_name)))
			add_file(in, file->fts_path);
	if (tree)
		fts_close(tree);
}

/* A tree of TeX's: what it reads there, and fonts. */
static void
add_tree_of_tex(struct ingredients *in, const char *tree,
    const struct buf *list)
{
	char *inputs = fs_join(tree, "tex"), *fonts = fs_join(tree, "fonts");

	add_trees(in, (const char *[]){ inputs, NULL }, NULL);
	add_trees(in, (const char *[]){ fonts, NULL }, list);
	free(inputs);
	free(fonts);
}

/* What no package holds: the format, this machine's files and the user's. */
static void
add_own(struct ingredients *in, const struct site *site,
    const struct buf *list)
{
	static const char *const question[] = {
		"--expand-path=$TEXMFLOCAL:$TEXMFSYSVAR:$TEXMFHOME",
		"lualatex.fmt", NULL
	};
	struct buf answer = BUF_INIT;
	char *rest, *path;

	/* without TeX, nothing is set */
	if (lualatex_ask(&answer, site, question) == 0 && answer.len) {
		path = strtok_r(answer.data, ":\n", &rest);
		for (; path; path = strtok_r(NULL, ":\n", &rest))
			if (fs_is_file(path))
				add_file(in, path);
			else if (*path == '/')
				add_tree_of_tex(in, path, list);
	}
	buf_dispose(&answer);
}

static void
add_tex(struct ingredients *in, const struct site *site)
{
	static const char *const fonts[] = {
		"/usr/share/fonts", "/usr/share/texmf/fonts/opentype",
		"/usr/share/texlive/texmf-dist/fonts/opentype", NULL
	};
	char *path = fs_join(site->data, "fonts/fontlist.lua");
	struct buf list = BUF_INIT;

	/* the manifest says if it cannot be read */
	fs_read(&list, path, LARGEST_LIST);
	add_packages(in);
	add_trees(in, fonts, &list);
	add_own(in, site, &list);
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
	add_tex(in, site);
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
