#include "engine/format.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/buf.h"
#include "util/fs.h"
#include "util/site.h"

#define NANOSECONDS 1000000000

/* In the source tree, and where make installs. */
static const char *const places[] = {
	"build/lualatex.fmt", "../../lib/unagenda/lualatex.fmt"
};

/* Variables by which TeX finds other trees than the system's. */
static const char *const trees[] = {
	"TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "TEXMFCNF", "TEXMFLOCAL",
	"TEXMFDIST"
};

static int
has_own_trees(const struct site *site)
{
	for (size_t i = 0; i < sizeof(trees) / sizeof(*trees); i++)
		if (site_variable(site, trees[i]))
			return 1;
	return 0;
}

/* Whether the file that the next line tells of is as it says: size, time, path.
 * What it is now goes into *stamp. */
static int
is_as_told(FILE *f, struct fs_stamp *stamp)
{
	char path[PATH_MAX];
	intmax_t size, time;

	if (fscanf(f, "%jd %jd ", &size, &time) != 2 ||
	    !fgets(path, sizeof(path), f))
		return 0;
	path[strcspn(path, "\n")] = '\0';
	return fs_stamp(stamp, path) == 0 && stamp->size == size &&
	    stamp->modified / NANOSECONDS == time;
}

/* Whether what was unpacked is the format of this program, as both are now. */
static int
is_of(const char *format, const char *program)
{
	struct buf name = BUF_INIT;
	struct fs_stamp told, packed, given;
	FILE *f;
	int ret = 0;

	buf_printf(&name, "%s.source", format);
	f = fopen(buf_string(&name), "re");
	if (f) {
		ret = is_as_told(f, &told) && is_as_told(f, &packed) &&
		    fs_stamp(&given, program) == 0 &&
		    given.inode == told.inode && given.size == told.size;
		fclose(f);
	}
	buf_dispose(&name);
	return ret;
}

char *
format_find(const struct site *site, const char *program)
{
	if (has_own_trees(site))
		return NULL;
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		char *format = fs_join(site->data, places[i]);

		if (fs_exists(format) && is_of(format, program))
			return format;
		free(format);
	}
	return NULL;
}
