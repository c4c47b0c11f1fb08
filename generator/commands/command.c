#include "commands/command.h"

#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/printable.h"
#include "util/site.h"
#include "util/suggest.h"
#include "util/timings.h"

static const struct command *const commands[] = {
	&command_build,
	&command_batch,
	&command_report,
	&command_watch,
	&command_validate,
	&command_concord,
	&command_inspect,
	&command_extract,
	&command_verify,
	&command_new,
	&command_doctor,
	&command_explain,
	&command_help,
	&command_version,
};

int command_want_help, command_want_timings;

const struct option command_only_help[] = { COMMAND_HELP };

enum { COMMANDS = sizeof(commands) / sizeof(*commands) };

const struct command *
command_find(const char *name, struct diag *diag)
{
	struct suggest s = suggest_new(name);

	for (int i = 0; i < COMMANDS; i++) {
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
		suggest_try(&s, commands[i]->name);
	}
	if (s.best)
		diag_global(diag, MSG_COMMAND,
		    "there is no command '%s'; did you mean '%s'?", name,
		    s.best);
	else
		diag_global(diag, MSG_COMMAND,
		    "there is no command '%s'; see 'unagenda help'", name);
	return NULL;
}

void
command_run(const struct command *command, const struct site *site,
    char **argv, int argc, struct diag *diag)
{
	double start = clock_seconds();
	int count;

	if (option_parse(&count, argv, argc, command->options, diag) < 0)
		return;
	if (command_want_help)
		command_print_help(command, stdout);
	else
		command->run(site, argv, count, diag);
	if (command_want_timings)
		timings_print(site->timings, clock_seconds() - start, stderr);
}

void
command_list(FILE *out)
{
	fputs("usage: unagenda COMMAND [OPTION...] [FILE...]\n\n", out);
	for (int i = 0; i < COMMANDS; i++)
		fprintf(out, "  %-10s %s\n", commands[i]->name,
		    commands[i]->summary);
	fputs("\n'unagenda help COMMAND' tells more about one, and\n"
	    "'unagenda help UNA-0110' about a message.\n\n"
	    "Exit status: 0 done, 1 a document is at fault, 2 the command\n"
	    "line is, 3 the machine is.\n", out);
}

void
command_print_help(const struct command *command, FILE *out)
{
	fprintf(out, "usage: unagenda %s%s%s\n\n%s%s", command->name,
	    *command->usage ? " " : "", command->usage, command->details,
	    *command->details ? "\n" : "");
	option_help(command->options, out);
}

static int
by_name(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;

	return strcmp(*a, *b);
}

int
command_check_files(char **files, int count, struct diag *diag)
{
	char **sorted;
	int ret = 0;

	if (count == 0)
		return diag_global(diag, MSG_NO_FILE,
		    "no file is named; see 'unagenda help'");
	sorted = xcalloc((size_t)count, sizeof(*sorted));
	memcpy(sorted, files, (size_t)count * sizeof(*sorted));
	qsort(sorted, (size_t)count, sizeof(*sorted), by_name);
	for (int i = 1; i < count; i++)
		if (by_name(&sorted[i - 1], &sorted[i]) == 0)
			ret = diag_global(diag, MSG_SAME_FILE,
			    "'%s' is named twice", sorted[i]);
	free(sorted);
	return ret;
}

int
command_check_none(char **arguments, int count, struct diag *diag)
{
	if (count == 0)
		return 0;
	return diag_global(diag, MSG_COMMAND,
	    "nothing can be done with '%s' here", arguments[0]);
}

void
command_print_text(const char *text)
{
	struct buf shown = BUF_INIT;

	printable_add(&shown, text);
	fputs(buf_string(&shown), stdout);
	buf_dispose(&shown);
}
