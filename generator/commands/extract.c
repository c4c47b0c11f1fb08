#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "pdf/inspect.h"
#include "pipeline/source.h"
#include "util/diag.h"
#include "util/fs.h"

/* File systems take no longer names. */
enum { LONGEST_NAME = 200 };

/* The texts of the options, as they are given. */
static struct {
	const char *folder;
} given = { .folder = "." };

static const struct option options[] = {
	{ 'o', "output", "DIR|-", "put the sources there, or print them "
	    "(here: .)", &given.folder, NULL },
	COMMAND_HELP
};

/*
 * The name of a file here, whatever the PDF calls it: no folder, no hidden
 * file, nothing that a shell or a terminal could take amiss, and it ends as
 * XML does.  The caller frees.
 */
static char *
safe_name(const char *name)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._^!#%()-";
	static const char ending[] = ".xml";
	struct buf safe = BUF_INIT;
	size_t len;

	for (const char *s = name; *s; s++)
		if (*s == '/' || *s == '\\')
			name = s + 1;
	len = strlen(name);
	if (len >= 4 && strcmp(name + len - 4, ending) == 0)
		len -= 4;
	for (size_t i = 0; i < len && i < LONGEST_NAME; i++)
		buf_putc(&safe, strchr(good, name[i]) &&
		    (i > 0 || (name[i] != '.' && name[i] != '-')) ?
		    name[i] : '_');
	buf_puts(&safe, safe.len ? ending : "source.xml");
	return buf_detach(&safe);
}

/* Whether what is at the path is just what we would write. */
static int
is_there_already(const char *path, const struct buf *source)
{
	struct buf old = BUF_INIT;
	int same = fs_read(&old, path, source->len + 1) == FS_READ_OK &&
	    old.len == source->len &&
	    memcmp(old.data, source->data, old.len) == 0;

	buf_dispose(&old);
	return same;
}

static int
put(const char *path, const struct buf *source, struct diag *diag)
{
	if (fs_exists(path)) {
		if (is_there_already(path, source))
			return 0;
		return diag_global(diag, MSG_EXISTS, "'%s' is there already, "
		    "and is another file", path);
	}
	if (fs_make_folders(given.folder) == 0 &&
	    fs_publish(path, source->data, source->len) == 0)
		return 0;
	return diag_cannot_write(diag, path);
}

static void
put_into_folder(const struct inspection *inspection, struct diag *diag)
{
	char *name = safe_name(inspection->source_name);
	char *path = fs_join(given.folder, name);

	if (put(path, &inspection->source, diag) == 0)
		puts(path);
	free(path);
	free(name);
}

static void
give(const char *file, const struct inspection *inspection, struct diag *diag)
{
	const struct place place = { .file = file };

	if (!inspection->source.len) {
		if (inspection_tell(inspection, file, MSG_PDF_DAMAGED,
		    MSG_PDF_LOOP, diag) == 0)
			diag_at(diag, MSG_NO_SOURCE, place,
			    "no source of a document is inside");
		return;
	}
	inspection_tell(inspection, file, MSG_CHECKSUM, MSG_SOURCE_DIGEST,
	    diag);
	if (strcmp(given.folder, "-") == 0)
		fwrite(inspection->source.data, 1, inspection->source.len,
		    stdout);
	else
		put_into_folder(inspection, diag);
}

static void
extract_one(const char *file, struct diag *diag)
{
	struct inspection inspection;
	struct buf pdf = BUF_INIT;

	if (source_read(&pdf, file, PDF_LARGEST, diag) == 0 &&
	    inspect(&inspection, file, &pdf, INSPECT_FILES, diag) == 0) {
		give(file, &inspection, diag);
		inspection_dispose(&inspection);
	}
	buf_dispose(&pdf);
	diag_print(diag, stderr);
}

static void
extract(const struct site *site, char **files, int count, struct diag *diag)
{
	(void)site;
	if (command_check_files(files, count, diag) < 0)
		return;
	for (int i = 0; i < count; i++)
		extract_one(files[i], diag);
}

const struct command command_extract = {
	"extract",
	"give the XML back that a PDF was made from",
	"[-o DIR|-] FILE.pdf...",
	"Each PDF has the drafter's file inside.  It is put beside, byte for\n"
	"byte, by the name that it has in the PDF, and its path is printed.\n"
	"Another file of that name is not overwritten.\n",
	options,
	extract
};
