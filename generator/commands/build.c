#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "commands/report.h"
#include "pipeline/pipeline.h"
#include "util/diag.h"

/* Longer than any document takes, even at the first use of its fonts. */
#define TIME_LIMIT "120"

/* The texts of the options, as they are given. */
static struct {
	const char *folder, *to, *keep, *time_limit;
} given = { .folder = ".", .to = "pdf", .time_limit = TIME_LIMIT };

static const struct option options[] = {
	{ 'o', "output", "DIR", "put the results there (here: .)",
	    &given.folder, NULL },
	{ 0, "to", "pdf|tex", "what to make (pdf)", &given.to, NULL },
	{ 0, "keep", "DIR", "keep TeX's files and log in DIR/NAME",
	    &given.keep, NULL },
	{ 0, "time-limit", "SECONDS", "for TeX, each document (" TIME_LIMIT
	    ")", &given.time_limit, NULL },
	COMMAND_HELP
};

static int
read_output(enum pipeline_output *output, const char *word,
    struct diag *diag)
{
	if (strcmp(word, "pdf") == 0)
		*output = OUTPUT_PDF;
	else if (strcmp(word, "tex") == 0)
		*output = OUTPUT_TEX;
	else
		return diag_global(diag, MSG_OPTION_VALUE,
		    "option '--to' cannot be '%s': it must be pdf or tex",
		    word);
	return 0;
}

static int
read_seconds(unsigned *seconds, const char *word, struct diag *diag)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(word, &end, 10);
	if (errno || *end || value < 1 || value > 86400)
		return diag_global(diag, MSG_OPTION_VALUE,
		    "option '--time-limit' cannot be '%s': it must be a "
		    "number of seconds from 1 to 86400", word);
	*seconds = (unsigned)value;
	return 0;
}

static int
check_folder(const char *option, const char *folder, struct diag *diag)
{
	if (!folder || *folder)
		return 0;
	return diag_global(diag, MSG_OPTION_VALUE,
	    "option '%s' needs the name of a folder", option);
}

static int
read_job(struct pipeline_job *job, struct diag *diag)
{
	job->folder = given.folder;
	job->typeset.keep = given.keep;
	return read_output(&job->output, given.to, diag) |
	    read_seconds(&job->typeset.time_limit, given.time_limit, diag) |
	    check_folder("--output", given.folder, diag) |
	    check_folder("--keep", given.keep, diag);
}

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
	struct pipeline_job job = { .partial = NULL };

	if (read_job(&job, diag) < 0 ||
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
