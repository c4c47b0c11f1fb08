#include "pipeline/finder.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"

static void
add_file(struct finder *f, const char *path, size_t root)
{
	size_t size = grown(f->size, f->count + 1);
	struct found *file;

	if (size != f->size)
		f->files = xrealloc(f->files, size, sizeof(*f->files));
	f->size = size;
	file = &f->files[f->count++];
	file->path = xstrdup(path);
	file->relative = file->path + root;
}

/* As drafts are called, gzipped or not. */
static int
may_be_draft(const char *name)
{
	return *name != '.' && (fs_has_ending(name, ".xml") ||
	    fs_has_ending(name, ".xml.gz"));
}

static int
cannot_read(const char *path, int reason, struct diag *diag)
{
	int ours = reason == ENOENT || reason == ENOTDIR;

	return diag_global(diag, ours ? MSG_NOT_THERE : MSG_CANNOT_READ,
	    "cannot read '%s': %s", path, strerror(reason));
}

/* A pipe in a tree is passed over; one that is named was meant to be made. */
static int
no_file(const FTSENT *entry, struct diag *diag)
{
	if (entry->fts_level > 0)
		return 0;
	return diag_global(diag, MSG_NOT_THERE, "cannot use '%s': it is "
	    "neither a file nor a folder", entry->fts_path);
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int
visit(struct finder *f, FTS *tree, const FTSENT *entry, size_t root,
    struct diag *diag)
{
	switch (entry->fts_info) {
	case FTS_D:
		if (entry->fts_level > 0 && *entry->fts_name == '.')
			fts_set(tree, (FTSENT *)(void *)entry, FTS_SKIP);
		return 0;
	case FTS_DNR:
	case FTS_ERR:
	case FTS_NS:
		return cannot_read(entry->fts_path, entry->fts_errno, diag);
	case FTS_SLNONE:
		if (entry->fts_level > 0 && !may_be_draft(entry->fts_name))
			return 0;
		return cannot_read(entry->fts_path, ENOENT, diag);
	case FTS_DEFAULT:
		return no_file(entry, diag);
	case FTS_F:
		if (entry->fts_level == 0)
			add_file(f, entry->fts_path, 0);
		else if (may_be_draft(entry->fts_name))
			add_file(f, entry->fts_path, root);
		return 0;
	default:
		return 0;
	}
}

int
finder_add(struct finder *f, const char *path, struct diag *diag)
{
	char *copy = xstrdup(path), *const roots[] = { copy, NULL };
	size_t root = strlen(path);
	FTS *tree = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	FTSENT *entry;
	int ret = 0;

	if (!tree)
		ret = cannot_read(path, errno, diag);
	root += root && path[root - 1] != '/';
	while (tree && !interrupt_signal() && (entry = fts_read(tree)))
		ret |= visit(f, tree, entry, root, diag);
	if (tree)
		fts_close(tree);
	free(copy);
	return ret;
}

void
finder_dispose(struct finder *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->files[i].path);
	free(f->files);
}
