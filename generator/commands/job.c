#include "commands/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/pipeline.h"
#include "util/diag.h"

enum { MOST_SECONDS = 86400 };

struct job_words job_given = {
	.to = "pdf", .time_limit = JOB_TIME_LIMIT
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

int
job_read_number(unsigned *number, const char *option, const char *word,
    unsigned most, const char *of_what, struct diag *diag)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(word, &end, 10);
	if (errno || *end || value < 1 || value > (long)most)
		return diag_global(diag, MSG_OPTION_VALUE,
		    "option '%s' cannot be '%s': it must be a number of %s "
		    "from 1 to %u", option, word, of_what, most);
	*number = (unsigned)value;
	return 0;
}

int
job_read_seconds(unsigned *seconds, const char *word, struct diag *diag)
{
	return job_read_number(seconds, "--time-limit", word, MOST_SECONDS,
	    "seconds", diag);
}

static int
check_folder(const char *option, const char *folder, struct diag *diag)
{
	if (!folder || *folder)
		return 0;
	return diag_global(diag, MSG_OPTION_VALUE,
	    "option '%s' needs the name of a folder", option);
}

int
job_read(struct pipeline_job *job, struct diag *diag)
{
	*job = (struct pipeline_job){
		.folder = job_given.folder ? job_given.folder : ".",
		.typeset.keep = job_given.keep,
		.draft = job_given.draft
	};
	return read_output(&job->output, job_given.to, diag) |
	    job_read_seconds(&job->typeset.time_limit, job_given.time_limit,
		diag) |
	    check_folder("--output", job_given.folder, diag) |
	    check_folder("--keep", job_given.keep, diag);
}
