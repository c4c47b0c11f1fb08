#include <stdio.h>
#include <stdlib.h>

#include "commands/command.h"
#include "commands/job.h"
#include "commands/report.h"
#include "pipeline/pipeline.h"
#include "util/diag.h"

static const struct option options[] = {
	JOB_OPTIONS("put the results there (here: .)"),
	COMMAND_HELP
};

/* All files, also those after one that fails. */
static void
build_all(const struct site *site, char **files, int count,
    const struct pipeline_job *job, struct diag *diag)
{
	struct pipeline *p = pipeline_new(site);
	struct report report;
	char *result;

	report_begin(&report, NULL, diag);
	for (int i = 0; i < count; i++) {
		if (pipeline_build(&result, p, files[i], job, diag) == 0) {
			puts(result);
			free(result);
		}
		report_tell(&report);
	}
	report_end(&report, count);
	pipeline_free(p);
}

static void
build(const struct site *site, char **files, int count, struct diag *diag)
{
	struct pipeline_job job;

	if (job_read(&job, diag) < 0 ||
	    command_check_files(files, count, diag) < 0)
		return;
	build_all(site, files, count, &job, diag);
}

const struct command command_build = {
	"build",
	"make a PDF of each document",
	"[-o DIR] [--to=pdf|tex] [--keep=DIR] FILE...",
	"Checks each document and makes CTOC_COP_WG.2_2007_1-EN.pdf, or the\n"
	"like, of it, whose path is printed.  A document at fault makes\n"
	"nothing.  A FILE may be gzipped.\n",
	options,
	build
};
