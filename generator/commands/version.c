#include <stdio.h>

#include "commands/command.h"

static void
version(const struct site *site, char **arguments, int count,
    struct diag *diag)
{
	(void)site;
	if (command_check_none(arguments, count, diag) == 0)
		puts("unagenda " VERSION);
}

const struct command command_version = {
	"version", "print the version", "", "", command_only_help,
	version
};
