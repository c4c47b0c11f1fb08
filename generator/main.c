/*
 * Finds out about the machine, and runs the command that is asked for.  No
 * other file reads the environment.
 */

#include <libxml/parser.h>
#include <libxslt/xslt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands/command.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/option.h"
#include "util/site.h"
#include "util/timings.h"

extern char **environ;

static int want_help, want_version;

static const struct option options[] = {
	{ 'h', "help", NULL, "tell about the commands", NULL, &want_help },
	{ 0, "version", NULL, "print the version", NULL, &want_version },
	OPTION_END
};

/* An empty variable is as good as none. */
static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* The folder of the program itself; "." where /proc does not tell. */
static void
find_self(char folder[PATH_MAX])
{
	ssize_t len = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	char *slash;

	folder[len > 0 ? len : 0] = '\0';
	slash = strrchr(folder, '/');
	if (slash)
		*slash = '\0';
	else
		strcpy(folder, ".");
}

/* Beside the build folder in the source tree, else where make installs. */
static char *
find_data(void)
{
	static const char *const places[] = { "..", "../.." };
	char self[PATH_MAX];
	struct buf path = BUF_INIT;

	if (variable("UNAGENDA_DATA")) {
		buf_puts(&path, variable("UNAGENDA_DATA"));
		return buf_detach(&path);
	}
	find_self(self);
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		buf_clear(&path);
		buf_printf(&path, "%s/%s/xml/agenda.dtd", self, places[i]);
		if (fs_exists(path.data)) {
			buf_clear(&path);
			buf_printf(&path, "%s/%s", self, places[i]);
			return buf_detach(&path);
		}
	}
	buf_clear(&path);
	buf_printf(&path, "%s/../share/unagenda", self);
	return buf_detach(&path);
}

/* TeX names its files by this, so it must not hold "..". */
static char *
resolved(char *path)
{
	char *real = realpath(path, NULL);

	if (!real)
		return path;
	free(path);
	return real;
}

/* Where TeX's font cache is; ours alone, so that nothing else is opened. */
static char *
find_cache(void)
{
	struct buf path = BUF_INIT;

	if (variable("UNAGENDA_CACHE"))
		buf_puts(&path, variable("UNAGENDA_CACHE"));
	else if (variable("XDG_CACHE_HOME"))
		buf_printf(&path, "%s/unagenda", variable("XDG_CACHE_HOME"));
	else if (variable("HOME"))
		buf_printf(&path, "%s/.cache/unagenda", variable("HOME"));
	else
		buf_puts(&path, "/var/tmp/unagenda");
	return buf_detach(&path);
}

/* Colours are for terminals that have them, and for who wants them. */
static enum diag_style
find_style(void)
{
	const char *messages = variable("UNAGENDA_MESSAGES");
	const char *terminal = variable("TERM");

	if (messages && strcmp(messages, "short") == 0)
		return DIAG_SHORT;
	return isatty(STDERR_FILENO) && !variable("NO_COLOR") && terminal &&
	    strcmp(terminal, "dumb") ? DIAG_COLOUR : DIAG_EXCERPT;
}

/* Options before the command; what is left is the command with its own. */
static int
read_global(int *count, int argc, char **argv, struct diag *diag)
{
	int first = 1;

	while (first < argc && argv[first][0] == '-' && argv[first][1])
		first++;
	*count = first;
	return option_parse(&(int){ 0 }, argv + 1, first - 1, options, diag);
}

static void
run_command(const struct site *site, char **argv, int argc, struct diag *diag)
{
	const struct command *command = command_find(argv[0], diag);

	if (command)
		command_run(command, site, argv + 1, argc - 1, diag);
}

static void
run(const struct site *site, int argc, char **argv, struct diag *diag)
{
	int first;

	if (read_global(&first, argc, argv, diag) < 0)
		return;
	if (want_version)
		command_version.run(site, argv, 0, diag);
	else if (want_help)
		command_list(stdout);
	else if (first < argc)
		run_command(site, argv + first, argc - first, diag);
	else
		diag_global(diag, MSG_COMMAND,
		    "no command is named; see 'unagenda help'");
}

/* What was printed may still fail to be written. */
static void
close_output(struct diag *diag)
{
	if (fflush(stdout) == EOF || ferror(stdout))
		diag_global(diag, MSG_CANNOT_WRITE,
		    "cannot write to the standard output");
}

/* Such a run did not do all that it was to do. */
static void
say_interrupted(struct diag *diag)
{
	if (interrupt_signal())
		diag_global(diag, MSG_KILLED, "ended from outside: %s",
		    strsignal(interrupt_signal()));
}

int
main(int argc, char **argv)
{
	struct diag diag = DIAG_INIT;
	char *data = resolved(find_data()), *cache = find_cache();
	struct timings timings = { { 0 } };
	const struct site site = {
		.data = data,
		.cache = cache,
		.tmp = variable("TMPDIR") ? variable("TMPDIR") : "/tmp",
		.environment = environ,
		.timings = &timings
	};
	int status;

	diag.style = find_style();
	run(&site, argc, argv, &diag);
	close_output(&diag);
	say_interrupted(&diag);
	diag_print(&diag, stderr);
	status = diag_status(&diag);
	diag_dispose(&diag);
	free(data);
	free(cache);
	xsltCleanupGlobals();
	xmlCleanupParser();
	return status;
}
