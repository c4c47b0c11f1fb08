#include "pipeline/typeset.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/lualatex.h"
#include "engine/texlog.h"
#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/date.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/site.h"

enum { LARGEST_PDF = 256 * 1024 * 1024 };

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

/* <folder>/<name>.<ending>; the caller frees. */
static char *
file_in(const char *folder, const char *name, const char *ending)
{
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s/%s.%s", folder, name, ending);
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
judge(const struct lualatex *l, int status, struct place top,
    struct diag *diag)
{
	char *path = file_in(l->folder, l->name, "log");
	int ret;

	if (fs_exists(path))
		ret = texlog_read(path, top, diag);
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
read_pdf(struct buf *pdf, const struct lualatex *l, struct diag *diag)
{
	char *path = file_in(l->folder, l->name, "pdf");
	int ret = 0;

	if (fs_read(pdf, path, LARGEST_PDF) != FS_READ_OK || !pdf->len)
		ret = diag_global(diag, MSG_TEX, "TeX made no PDF");
	free(path);
	return ret;
}

static int
write_file(const struct lualatex *l, const char *ending, const char *data,
    size_t len, struct diag *diag)
{
	char *path = file_in(l->folder, l->name, ending);
	int ret = 0;

	if (fs_write(path, data, len) < 0)
		ret = diag_global(diag, MSG_CANNOT_WRITE,
		    "cannot write '%s': %s", path, strerror(errno));
	free(path);
	return ret;
}

/* TeX's own, and what the class attaches to the PDF when it finds it. */
static int
write_files(const struct lualatex *l, const struct document *doc,
    const struct buf *tex, const struct buf *manifest, struct diag *diag)
{
	const char *source = document_text(doc);

	if (write_file(l, "xml", source, strlen(source), diag) < 0 ||
	    write_file(l, "manifest", buf_string(manifest), manifest->len,
	    diag) < 0)
		return -1;
	return write_file(l, "tex", buf_string(tex), tex->len, diag);
}

int
typeset_run(struct buf *pdf, const struct site *site,
    const struct document *doc, const char *name, const struct buf *tex,
    const struct buf *manifest, const struct typeset_options *options,
    struct diag *diag)
{
	struct lualatex l = { site, NULL, name, epoch_of(doc),
	    options->time_limit };
	char *folder = make_folder(site, name, options->keep, diag);
	int status, interrupt = 0, ret = -1;

	if (!folder)
		return -1;
	l.folder = folder;
	if (write_files(&l, doc, tex, manifest, diag) < 0 ||
	    lualatex_run(&l, &status, &interrupt, diag) < 0 ||
	    judge(&l, status, document_top(doc), diag) < 0 ||
	    read_pdf(pdf, &l, diag) < 0)
		goto done;
	ret = 0;
done:
	if (!options->keep)
		fs_remove(folder);
	free(folder);
	if (interrupt)
		raise(interrupt);
	return ret;
}
