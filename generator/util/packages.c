#include "util/packages.h"

#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/proc.h"

enum { LARGEST = 1024 * 1024, FIELDS = 4 };

/* Cuts a row into its fields; -1 if there are too few. */
static int
parse_row(struct package *p, char *row)
{
	const char *fields[FIELDS];

	for (int i = 0; i < FIELDS; i++) {
		if (!row)
			return -1;
		fields[i] = strsep(&row, "\t");
	}
	*p = (struct package){ fields[0], fields[1], fields[2], fields[3] };
	return 0;
}

static int
add_row(struct packages *p, size_t *size, char *row)
{
	size_t needed;

	if (*row == '#' || *row == '\0')
		return 0;
	needed = grown(*size, p->count + 1);
	if (needed != *size)
		p->list = xrealloc(p->list, needed, sizeof(*p->list));
	*size = needed;
	if (parse_row(&p->list[p->count], row) < 0)
		return -1;
	p->count++;
	return 0;
}

int
packages_read(struct packages *p, const char *path)
{
	struct buf text = BUF_INIT;
	char *rest, *row;
	size_t size = 0;
	int ret = 0;

	*p = (struct packages){ NULL, NULL, 0 };
	if (fs_read(&text, path, LARGEST) != FS_READ_OK) {
		buf_dispose(&text);
		return -1;
	}
	rest = p->text = buf_detach(&text);
	while (ret == 0 && (row = strsep(&rest, "\n")))
		ret = add_row(p, &size, row);
	if (ret < 0)
		packages_dispose(p);
	return ret;
}

void
packages_dispose(struct packages *p)
{
	free(p->list);
	free(p->text);
	*p = (struct packages){ NULL, NULL, 0 };
}

/* The rest of the probe if it is of the kind. */
static const char *
rest_of(const char *probe, const char *kind)
{
	size_t len = strlen(kind);

	return strncmp(probe, kind, len) ? NULL : probe + len;
}

static int
in_path(const char *path, const char *name)
{
	char *found = proc_find(path, name);

	free(found);
	return found != NULL;
}

/* Whether the program, given the one argument, ends with status 0. */
static int
agrees(const char *path, const char *program, const char *option,
    const char *name, const char *const *environment)
{
	char *found = proc_find(path, program);
	/* kpsewhich finds its files by where it is itself */
	const char *const argv[] = { found, option, name, NULL };
	const struct proc proc = {
		.path = found, .argv = argv, .env = environment,
		.folder = "/", .output = "/dev/null", .time_limit = 30,
		.file_limit = 1 << 20
	};
	int value = 1, ret;

	ret = found && proc_run(&proc, &value) == PROC_EXITED && value == 0;
	free(found);
	return ret;
}

int
packages_probe(const struct package *p, const char *path,
    const char *const *environment)
{
	const char *name;

	if ((name = rest_of(p->probe, "command:")))
		return in_path(path, name);
	if ((name = rest_of(p->probe, "file:")))
		return fs_exists(name);
	if ((name = rest_of(p->probe, "tex:")))
		return agrees(path, "kpsewhich", "--", name, environment);
	if ((name = rest_of(p->probe, "pkg-config:")))
		return agrees(path, "pkg-config", "--exists", name,
		    environment);
	return 0;
}
