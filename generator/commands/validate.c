#include <stdio.h>

#include "commands/command.h"
#include "pipeline/pipeline.h"
#include "util/diag.h"

static void
validate(const struct site *site, char **files, int count, struct diag *diag)
{
	struct pipeline *p;

	if (command_check_files(files, count, diag) < 0)
		return;
	p = pipeline_new(site);
	for (int i = 0; i < count; i++) {
		pipeline_validate(p, files[i], diag);
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
	command_only_help,
	validate
};
