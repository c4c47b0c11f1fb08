#include "pipeline/thumbnail.h"

#include <limits.h>
#include <stdlib.h>

#include "engine/sandbox.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/proc.h"
#include "util/site.h"

/* Pixels to an inch, seconds, bytes. */
#define RESOLUTION "46"
enum { TIME_LIMIT = 10, LARGEST = 1024 * 1024 };

static int
run(const char *program, const char *pdf, const char *folder)
{
	const char *const argv[] = {
		"pdftoppm", "-r", RESOLUTION, "-gray", "-jpeg", "-jpegopt",
		"quality=55", "-singlefile", "-f", "1",
		"-l", "1", pdf, "page", NULL
	};
	const char *const env[] = { "LC_ALL=C.UTF-8", NULL };
	const char *const read[] = {
		"/usr", "/etc", "/lib", "/lib64", pdf, NULL
	};
	const char *const write[] = { folder, "/dev/null", NULL };
	const struct sandbox sandbox = { read, write };
	const struct proc p = {
		.path = program, .argv = argv, .env = env, .folder = folder,
		.output = "output", .time_limit = TIME_LIMIT,
		.file_limit = LARGEST, .enter = sandbox_enter,
		.payload = &sandbox
	};
	int value;

	return proc_run(&p, &value) == PROC_EXITED && value == 0 ? 0 : -1;
}

int
thumbnail_make(struct buf *jpeg, const struct site *site, const char *pdf)
{
	char *program = proc_find(site_variable(site, "PATH"), "pdftoppm");
	char *real = realpath(pdf, NULL);
	struct buf folder = BUF_INIT;
	int ret = -1;

	interrupt_hold();
	buf_printf(&folder, "%s/unagenda-XXXXXX", site->tmp);
	if (program && real && mkdtemp(folder.data)) {
		if (run(program, real, folder.data) == 0) {
			char *page = fs_join(folder.data, "page.jpg");

			if (fs_read(jpeg, page, LARGEST) == FS_READ_OK)
				ret = 0;
			free(page);
		}
		fs_remove(folder.data);
	}
	interrupt_release();
	buf_dispose(&folder);
	free(real);
	free(program);
	return ret;
}
