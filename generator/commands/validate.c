#include "commands/command.h"
#include "commands/report.h"
#include "pipeline/pipeline.h"

/* The texts of the options, as they are given. */
static struct {
	const char *format;
} given;

static const struct option options[] = {
	REPORT_OPTION(&given.format),
	COMMAND_HELP
};

static void
validate(const struct site *site, char **files, int count, struct diag *diag)
{
	struct report report;
	struct pipeline *p;

	if (command_check_files(files, count, diag) < 0 ||
	    report_begin(&report, given.format, diag) < 0)
		return;
	p = pipeline_new(site);
	for (int i = 0; i < count; i++) {
		pipeline_validate(p, files[i], diag);
		report_tell(&report);
	}
	report_end(&report);
	pipeline_free(p);
}

const struct command command_validate = {
	"validate",
	"check documents, make nothing",
	"[--format=FORMAT] FILE...",
	"Checks each document against the document type and the rules of\n"
	"the house, and says what is wrong at which line and column.  It is\n"
	"silent when all is well.  A FILE may be gzipped; - is the standard\n"
	"input.\n"
	"\n"
	"Messages are told as text, with the line that each is about; as\n"
	"short text, a line for each; or on the standard output as json, or\n"
	"as sarif (2.1.0), for other programs.\n",
	options,
	validate
};
