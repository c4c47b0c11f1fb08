#include <stdio.h>

#include "commands/command.h"
#include "pipeline/pipeline.h"
#include "util/diag.h"
#include "util/option.h"

static int want_help;

static const struct option options[] = {
	{ 'h', "help", NULL, "print this", NULL, &want_help },
	OPTION_END
};

static void
validate(const struct site *site, char **argv, int argc, struct diag *diag)
{
	struct pipeline *p;
	int count;

	want_help = 0;
	if (option_parse(&count, argv, argc, options, diag) < 0)
		return;
	if (want_help) {
		command_print_help(&command_validate, stdout);
		return;
	}
	if (command_check_files(argv, count, diag) < 0)
		return;
	p = pipeline_new(site);
	for (int i = 0; i < count; i++) {
		pipeline_validate(p, argv[i], diag);
		diag_print(diag, stderr);
	}
	pipeline_free(p);
}

const struct command command_validate = {
	"validate",
	"check documents, make nothing",
	"FILE...",
	"Checks each document against the document type and the rules of\n"
	"the house, and says what is wrong at which line and column.  It is\n"
	"silent when all is well.  A FILE may be gzipped.\n",
	options,
	validate
};
