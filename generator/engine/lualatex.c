#include "engine/lualatex.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/sandbox.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/proc.h"
#include "util/site.h"

/* No document is near this; a run away is beyond it. */
#define LARGEST_FILE (256UL * 1024 * 1024)

/* Strings that grow, ended with NULL: an environment or a list of paths. */
struct list {
	char **items;
	size_t count, size;
};

/* Takes the string over. */
static void
list_add(struct list *l, char *item)
{
	size_t size = grown(l->size, l->count + 2);

	if (size != l->size)
		l->items = xrealloc(l->items, size, sizeof(*l->items));
	l->size = size;
	l->items[l->count++] = item;
	l->items[l->count] = NULL;
}

static void
list_dispose(struct list *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i]);
	free(l->items);
}

static const char *const *
list_strings(const struct list *l)
{
	return (const char *const *)(const void *)l->items;
}

__attribute__((format(printf, 2, 3)))
static void
list_printf(struct list *l, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	list_add(l, xvasprintf(format, args));
	va_end(args);
}

/* What a TeX of the user's own needs to find itself. */
static const char *const passed[] = {
	"PATH", "HOME", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "TEXMFCNF",
	"TEXMFLOCAL", "TEXMFDIST", NULL
};

/* The trees of the system come first: TeX finds what is in them in a list that
 * it has read, and would look for each of its own hundred files in every folder
 * of ours.  None of theirs bears a name of ours. */
#define SYSTEM_TREES \
	"{!!$TEXMFLOCAL,!!$TEXMFSYSVAR,!!$TEXMFMAIN,!!$TEXMFDIST}" \
	"/tex/{lualatex,latex,luatex,generic}//"

static void
add_environment(struct list *env, const struct lualatex *l)
{
	/* log lines must not be broken */
	static const char *const fixed[] = {
		"OSFONTDIR=/usr/share/fonts//", "openin_any=a",
		"openout_any=p", "shell_escape=f", "FORCE_SOURCE_DATE=1",
		"TZ=UTC", "LC_ALL=C.UTF-8", "max_print_line=10000",
		"error_line=254", "half_error_line=238", NULL
	};
	static const char *const inputs[] = { "TEXINPUTS", "LUAINPUTS" };
	const char *data = l->site->data;

	for (int i = 0; passed[i]; i++) {
		const char *value = site_variable(l->site, passed[i]);

		if (value)
			list_printf(env, "%s=%s", passed[i], value);
	}
	for (int i = 0; fixed[i]; i++)
		list_add(env, xstrdup(fixed[i]));
	for (int i = 0; i < 2; i++)
		list_printf(env, "%s=" SYSTEM_TREES ":%s/latex:%s/fonts:"
		    "%s/build/graphics:%s/graphics", inputs[i], data, data,
		    data, data);
	list_printf(env, "TEXMFCACHE=%s", l->site->cache);
	list_printf(env, "SOURCE_DATE_EPOCH=%ld", l->epoch);
}

static void
add_readable(struct list *paths, const struct lualatex *l,
    const char *program)
{
	static const char *const system[] = {
		"/usr", "/etc", "/opt", "/lib", "/lib32", "/lib64", "/bin",
		"/var/lib/texmf", "/dev/urandom", NULL
	};

	for (int i = 0; system[i]; i++)
		list_add(paths, xstrdup(system[i]));
	/* of what is passed, the first two are no folders of TeX */
	for (int i = 2; passed[i]; i++) {
		const char *value = site_variable(l->site, passed[i]);

		if (value)
			list_add(paths, xstrdup(value));
	}
	list_add(paths, xstrdup(l->site->data));
	/* a program of its own may lie beside its files */
	list_add(paths, xstrndup(program,
	    (size_t)(fs_base(program) - program)));
}

static int
explain(const struct lualatex *l, enum proc_end end, int value,
    struct diag *diag)
{
	switch (end) {
	case PROC_NOT_RUN:
		return diag_global(diag, MSG_PROGRAM,
		    "cannot run lualatex: %s", strerror(value));
	case PROC_KILLED:
		return diag_global(diag, MSG_KILLED,
		    "lualatex was ended by a signal: %s", strsignal(value));
	case PROC_TIME_LIMIT:
		return diag_global(diag, MSG_TIME_LIMIT,
		    "lualatex took more than %u s and was ended; see "
		    "--time-limit", l->time_limit);
	case PROC_INTERRUPTED:
		return diag_global(diag, MSG_KILLED, "interrupted");
	default:
		return 0;
	}
}

static void
add_arguments(struct list *argv, const char *name)
{
	static const char *const fixed[] = {
		"lualatex", "--no-shell-escape", "--interaction=nonstopmode",
		"--halt-on-error", "--file-line-error", NULL
	};

	for (int i = 0; fixed[i]; i++)
		list_add(argv, xstrdup(fixed[i]));
	list_printf(argv, "--jobname=%s", name);
	list_printf(argv, "./%s.tex", name);
}

static enum proc_end
run(const struct lualatex *l, const char *program, int *value)
{
	struct list argv = { 0 }, env = { 0 }, read = { 0 }, write = { 0 };
	struct sandbox sandbox;
	struct proc proc = {
		.path = program, .folder = l->folder, .output = "lualatex.out",
		.time_limit = l->time_limit, .file_limit = LARGEST_FILE,
		.enter = sandbox_enter, .payload = &sandbox
	};
	enum proc_end end;

	add_arguments(&argv, l->name);
	add_environment(&env, l);
	add_readable(&read, l, program);
	list_add(&write, xstrdup(l->folder));
	list_add(&write, xstrdup(l->site->cache));
	list_add(&write, xstrdup("/dev/null"));
	sandbox = (struct sandbox){ list_strings(&read), list_strings(&write) };
	proc.argv = list_strings(&argv);
	proc.env = list_strings(&env);
	end = proc_run(&proc, value);
	list_dispose(&argv);
	list_dispose(&env);
	list_dispose(&read);
	list_dispose(&write);
	return end;
}

int
lualatex_run(const struct lualatex *l, int *status, int *interrupt,
    struct diag *diag)
{
	char *program = proc_find(site_variable(l->site, "PATH"), "lualatex");
	enum proc_end end;
	int value;

	*interrupt = 0;
	if (!program)
		return explain(l, PROC_NOT_RUN, ENOENT, diag);
	if (fs_make_folders(l->site->cache) < 0) {
		diag_global(diag, MSG_CANNOT_WRITE, "cannot make '%s': %s",
		    l->site->cache, strerror(errno));
		free(program);
		return -1;
	}
	end = run(l, program, &value);
	free(program);
	if (end == PROC_EXITED)
		*status = value;
	else if (end == PROC_INTERRUPTED)
		*interrupt = value;
	return explain(l, end, value, diag);
}
