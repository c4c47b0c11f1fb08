#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands/command.h"
#include "engine/format.h"
#include "engine/pool.h"
#include "engine/sandbox.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/packages.h"
#include "util/proc.h"
#include "util/site.h"

/* Where the list of packages is, installed and in the source tree. */
static const char *const lists[] = {
	"packages.tsv", "generator/packages.tsv"
};

/* Files without which nothing works: one of each row will do. */
static const struct data_file {
	const char *place, *other;
	const char *what;
} data_files[] = {
	{ "xml/agenda.dtd", NULL, "the document type" },
	{ "xml/bodies.xml", NULL, "the list of bodies" },
	{ "xml/places.xml", NULL, "the list of places" },
	{ "xsl/latex.xsl", NULL, "the stylesheet" },
	{ "latex/unagenda.cls", NULL, "the class" },
	{ "fonts/fontlist.lua", NULL, "the list of fonts" },
	{ "graphics/emblem.pdf", "build/graphics/emblem.pdf", "the emblem" },
	{ "graphics/recycle.pdf", "build/graphics/recycle.pdf",
	    "the recycling mark" },
};

static void
say_ok(const char *what, const char *where)
{
	printf("ok       %s (%s)\n", what, where);
}

static void
say_missing(const char *what, const char *where)
{
	printf("missing  %s (%s)\n", what, where);
}

static int
is_there(const struct site *site, const char *name)
{
	char *path;
	int ret;

	if (!name)
		return 0;
	path = fs_join(site->data, name);
	ret = fs_exists(path);
	free(path);
	return ret;
}

static void
check_data(const struct site *site, struct diag *diag)
{
	size_t count = sizeof(data_files) / sizeof(*data_files);

	for (size_t i = 0; i < count; i++) {
		const struct data_file *f = &data_files[i];

		if (is_there(site, f->place) || is_there(site, f->other)) {
			say_ok(f->what, f->place);
			continue;
		}
		say_missing(f->what, f->place);
		diag_global(diag, MSG_DATA, "%s is missing: '%s/%s'; build "
		    "or install unagenda again", f->what, site->data,
		    f->place);
	}
}

static void
check_package(const struct site *site, const struct package *p,
    struct diag *diag)
{
	const char *const *env =
	    (const char *const *)(const void *)site->environment;
	const char *what = strchr(p->probe, ':');

	what = what ? what + 1 : p->probe;
	if (packages_probe(p, site_variable(site, "PATH"), env)) {
		say_ok(what, p->name);
		return;
	}
	say_missing(what, p->name);
	diag_global(diag, MSG_PACKAGE, "%s is missing (%s): "
	    "apt-get install %s", what, p->reason, p->name);
}

static void
check_packages(const struct site *site, struct diag *diag)
{
	struct packages packages;
	char *path = fs_join(site->data, lists[!is_there(site, lists[0])]);

	if (packages_read(&packages, path) < 0) {
		diag_global(diag, MSG_DATA, "cannot use '%s', the list of "
		    "packages", path);
	} else {
		for (size_t i = 0; i < packages.count; i++)
			if (strcmp(packages.list[i].phase, "run") == 0)
				check_package(site, &packages.list[i], diag);
		packages_dispose(&packages);
	}
	free(path);
}

static void
check_folder(const char *what, const char *path, struct diag *diag)
{
	if (fs_make_folders(path) == 0 && access(path, W_OK | X_OK) == 0) {
		say_ok(what, path);
		return;
	}
	say_missing(what, path);
	diag_global(diag, MSG_CANNOT_WRITE, "%s '%s' cannot be written: %s",
	    what, path, strerror(errno));
}

/* Good to have, and no fault of the machine if not. */
static void
check_sandbox(void)
{
	int version = sandbox_version();

	if (version > 0)
		printf("ok       Landlock confines TeX (version %d)\n",
		    version);
	else
		puts("without  Landlock: this kernel cannot confine TeX");
}

/* The same: without, a cold run takes their place. */
static void
check_warm(const struct site *site)
{
	const char *reason;

	if (engine_can_be_warm(site, &reason))
		puts("ok       warm engines for several documents");
	else
		printf("without  warm engines: %s\n", reason);
}

/* And of the next, a run unpacks it itself. */
static void
check_format(const struct site *site)
{
	char *program = proc_find(site_variable(site, "PATH"), "lualatex");
	char *format = program ? format_find(site, program) : NULL;

	puts(format ? "ok       LaTeX's format is unpacked" :
	    "without  LaTeX's format, unpacked: `make` makes it for the TeX "
	    "of the system");
	free(format);
	free(program);
}

static void
doctor(const struct site *site, char **arguments, int count,
    struct diag *diag)
{
	if (command_check_none(arguments, count, diag) < 0)
		return;
	check_data(site, diag);
	check_packages(site, diag);
	check_folder("the font cache", site->cache, diag);
	check_folder("the folder for work", site->tmp, diag);
	check_sandbox();
	check_warm(site);
	check_format(site);
}

const struct command command_doctor = {
	"doctor",
	"tell what is missing on this machine",
	"",
	"Looks for all that a build needs and names what is missing, with the\n"
	"package that has it.  Exit status 3 if anything is.\n",
	command_only_help,
	doctor
};
