#include "pipeline/source.h"

#include <errno.h>
#include <string.h>

#include "util/buf.h"
#include "util/cursor.h"
#include "util/diag.h"
#include "util/fs.h"

/* Who named the file is at fault if it is none, and else the machine. */
static int
read_failed(const char *path, struct diag *diag)
{
	int ours = errno == ENOENT || errno == ENOTDIR || errno == EISDIR;

	return diag_global(diag, ours ? MSG_NOT_THERE : MSG_CANNOT_READ,
	    "cannot read '%s': %s", path, strerror(errno));
}

int
source_read(struct buf *text, const char *path, size_t limit,
    struct diag *diag)
{
	const char *file = strcmp(path, "-") ? path : "/dev/stdin";
	const struct place top = { .file = path, .line = 1, .column = 1 };

	switch (fs_read(text, file, limit)) {
	case FS_READ_OK:
		break;
	case FS_READ_FAILED:
		return read_failed(path, diag);
	case FS_READ_TOO_LARGE:
		return diag_at(diag, MSG_TOO_LARGE, top,
		    "the file holds more than %zu MiB", limit >> 20);
	case FS_READ_DAMAGED:
		return diag_at(diag, MSG_GZIP, top,
		    "the compressed file is damaged or cut short");
	}
	if (text->len == 0)
		return diag_at(diag, MSG_EMPTY, top, "the file is empty");
	return 0;
}

static struct place
place_at(const struct buf *text, const char *path, size_t offset)
{
	struct cursor at = cursor_start(text->data, text->len);

	cursor_advance(&at, text->data, offset);
	return (struct place){
		.file = path, .line = at.line, .column = at.column,
		.text = text->data + at.line_start
	};
}

int
source_check(const struct buf *text, const char *path, struct diag *diag)
{
	size_t good = utf8_check(text->data, text->len);
	size_t nul = strlen(text->data);

	if (good < text->len)
		return diag_at(diag, MSG_ENCODING, place_at(text, path, good),
		    "this byte (0x%02x) is not UTF-8: save the file as UTF-8",
		    (unsigned char)text->data[good]);
	/* the parser would take it for the end */
	if (nul < text->len)
		return diag_at(diag, MSG_SYNTAX, place_at(text, path, nul),
		    "a control character stands here: delete it");
	return 0;
}
