#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "util/diag.h"

/* "UNA-0110": what the message means. */
static void
explain_message(const char *name, struct diag *diag)
{
	unsigned number = catalogue_number(name);

	if (number)
		printf("UNA-%04u %s: %s\n", number,
		    level_word(catalogue_level(number)),
		    catalogue_title(number));
	else
		diag_global(diag, MSG_COMMAND, "there is no message '%s'",
		    name);
}

static void
help(const struct site *site, char **names, int count, struct diag *diag)
{
	const struct command *command;

	(void)site;
	if (count == 0) {
		command_list(stdout);
	} else if (command_check_none(names + 1, count - 1, diag) < 0) {
		return;
	} else if (strncmp(names[0], "UNA-", 4) == 0) {
		explain_message(names[0], diag);
	} else {
		command = command_find(names[0], diag);
		if (command)
			command_print_help(command, stdout);
	}
}

const struct command command_help = {
	"help",
	"tell about a command or a message",
	"[COMMAND | UNA-nnnn]",
	"",
	command_only_help,
	help
};
