#include <stdio.h>

#include "commands/command.h"
#include "util/option.h"

static int want_help;

static const struct option options[] = {
	{ 'h', "help", NULL, "print this", NULL, &want_help },
	OPTION_END
};

static void
version(const struct site *site, char **argv, int argc, struct diag *diag)
{
	int count;

	(void)site;
	want_help = 0;
	if (option_parse(&count, argv, argc, options, diag) < 0)
		return;
	if (want_help)
		command_print_help(&command_version, stdout);
	else if (command_check_none(argv, count, diag) == 0)
		puts("unagenda " VERSION);
}

const struct command command_version = {
	"version", "print the version", "", "", options, version
};
