#include <ctype.h>
#include <stdio.h>
#include <strings.h>

#include "commands/command.h"
#include "util/diag.h"

/* "UNA-0110", "110": no command is called so. */
static int
is_message(const char *name)
{
	return strncasecmp(name, "UNA-", 4) == 0 ||
	    isdigit((unsigned char)*name);
}

static void
help(const struct site *site, char **names, int count, struct diag *diag)
{
	const struct command *command;

	if (count == 0) {
		command_list(stdout);
	} else if (command_check_none(names + 1, count - 1, diag) < 0) {
		return;
	} else if (is_message(names[0])) {
		command_explain.run(site, names, count, diag);
	} else {
		command = command_find(names[0], diag);
		if (command)
			command_print_help(command, stdout);
	}
}

const struct command command_help = {
	"help",
	"tell about a command or a message",
	"[COMMAND | ID]",
	"Of a message, named by its ID as in UNA-0401 or 401, it prints what\n"
	"explain does.\n",
	command_only_help,
	help
};
