#include "pipeline/typeset.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/pool.h"
#include "engine/texlog.h"
#include "pdf/inspect.h"
#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/date.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/site.h"

struct typeset {
	const struct document *doc;
	const struct typeset_options *options;
	char *name, *folder;
};

/* The folder of one run; absolute, as TeX starts in it. */
static char *
make_folder(const struct site *site, const char *name, const char *keep,
    struct diag *diag)
{
	struct buf path = BUF_INIT;
	char *real = NULL;

	if (keep)
		buf_printf(&path, "%s/%s", keep, name);
	else
		buf_printf(&path, "%s/unagenda-XXXXXX", site->tmp);
	if (keep ? fs_make_folders(path.data) == 0 : mkdtemp(path.data) != NULL)
		real = realpath(path.data, NULL);
	if (!real)
		diag_global(diag, MSG_CANNOT_WRITE, "cannot make '%s': %s",
		    path.data, strerror(errno));
	buf_dispose(&path);
	return real;
}

/* Its file with that ending; the caller frees. */
static char *
file_in(const struct typeset *t, const char *ending)
{
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s/%s.%s", t->folder, t->name, ending);
	return buf_detach(&path);
}

/* Noon of the masthead's day, in seconds since 1970. */
static long
epoch_of(const struct document *doc)
{
	const xmlNode *masthead = tree_child(document_root(doc), "masthead");
	long days = 0;

	date_parse(&days, tree_attr(masthead, "date"));
	return days * 86400 + 43200;
}

/* What a run that came to its end has to say, and whether it went well. */
static int
judge(const struct typeset *t, int status, unsigned *pages, struct diag *diag)
{
	char *path = file_in(t, "log");
	int ret;

	if (fs_exists(path))
		ret = texlog_read(pages, path, document_top(t->doc), diag);
	else
		ret = diag_global(diag, MSG_TEX, "TeX wrote no log");
	if (ret == 0 && status != 0)
		ret = diag_global(diag, MSG_TEX,
		    "TeX failed with status %d; --keep=DIR keeps its log",
		    status);
	free(path);
	return ret;
}

static int
read_pdf(struct buf *pdf, const struct typeset *t, struct diag *diag)
{
	char *path = file_in(t, "pdf");
	int ret = 0;

	if (fs_read(pdf, path, PDF_LARGEST) != FS_READ_OK || !pdf->len)
		ret = diag_global(diag, MSG_TEX, "TeX made no PDF");
	free(path);
	return ret;
}

static int
write_file(const struct typeset *t, const char *ending, const char *data,
    size_t len, struct diag *diag)
{
	char *path = file_in(t, ending);
	int ret = 0;

	if (fs_write(path, data, len) < 0)
		ret = diag_cannot_write(diag, path);
	free(path);
	return ret;
}

/* TeX's own, and what the class attaches to the PDF when it finds it. */
static int
write_files(const struct typeset *t, const struct typeset_text *text,
    struct diag *diag)
{
	const char *source = document_text(t->doc);

	if (write_file(t, "xml", source, strlen(source), diag) < 0 ||
	    write_file(t, "manifest", buf_string(text->manifest),
	    text->manifest->len, diag) < 0)
		return -1;
	return write_file(t, "tex", buf_string(text->tex), text->tex->len,
	    diag);
}

static int
submit(struct engine_pool *pool, const struct typeset *t, void *payload,
    struct diag *diag)
{
	const xmlNode *root = document_root(t->doc);
	const struct engine_job job = {
		.language = tree_attr(root, "lang"),
		.station = tree_attr(root, "station"),
		.folder = t->folder, .name = t->name,
		.epoch = epoch_of(t->doc),
		.time_limit = t->options->time_limit, .payload = payload
	};

	return engine_submit(pool, &job, diag);
}

struct typeset *
typeset_start(struct engine_pool *pool, const struct site *site,
    const struct document *doc, const struct typeset_text *text,
    const struct typeset_options *options, void *payload, struct diag *diag)
{
	struct typeset *t = xcalloc(1, sizeof(*t));

	t->doc = doc;
	t->options = options;
	t->name = xstrdup(text->name);
	t->folder = make_folder(site, text->name, options->keep, diag);
	if (t->folder && write_files(t, text, diag) == 0 &&
	    submit(pool, t, payload, diag) == 0)
		return t;
	typeset_drop(t);
	return NULL;
}

void
typeset_drop(struct typeset *t)
{
	if (t->folder && !t->options->keep)
		fs_remove(t->folder);
	free(t->folder);
	free(t->name);
	free(t);
}

int
typeset_finish(struct buf *pdf, unsigned *pages, struct typeset *t,
    const struct engine_result *result, struct diag *diag)
{
	int ret = -1;

	if (engine_explain(result, diag) == 0 &&
	    judge(t, result->value, pages, diag) == 0)
		ret = read_pdf(pdf, t, diag);
	typeset_drop(t);
	return ret;
}
