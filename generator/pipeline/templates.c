#include "pipeline/templates.h"

#include <stdlib.h>
#include <string.h>

#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/template.h"

/* No template is near this. */
enum { LARGEST = 1024 * 1024 };

int
templates_fill(struct buf *out, const char *data, const char *name,
    const struct slot *slots, size_t count, struct diag *diag)
{
	struct buf file = BUF_INIT, text = BUF_INIT;
	const char *unknown = NULL;
	char *path;
	int ret = -1;

	buf_printf(&file, "xml/templates/%s.xml", name);
	path = fs_join(data, file.data);
	if (fs_read(&text, path, LARGEST) != FS_READ_OK || !text.len)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': it is missing or damaged", path);
	else if (template_fill(out, text.data, slots, count, &unknown) < 0)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': nothing is known of '{%.*s}' in it",
		    path, (int)strcspn(unknown, "}"), unknown);
	else
		ret = 0;
	free(path);
	buf_dispose(&text);
	buf_dispose(&file);
	return ret;
}
