#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "commands/job.h"
#include "commands/report.h"
#include "pipeline/pipeline.h"
#include "pipeline/signature.h"
#include "pipeline/source.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/interrupt.h"
#include "util/site.h"

enum { LONGEST_PASSPHRASE = 4096 };

/* The texts of the options that only build has. */
static struct {
	const char *sign, *passphrase;
} given;

static const struct option options[] = {
	JOB_OPTIONS("put the results there (here: .)"),
	{ 0, "sign", "KEY.p12", "sign each PDF, in NAME.pdf.p7s",
	    &given.sign, NULL },
	{ 0, "passphrase-file", "FILE", "what opens the key "
	    "(UNAGENDA_PASSPHRASE)", &given.passphrase, NULL },
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
	for (int i = 0; i < count && !interrupt_signal(); i++) {
		if (pipeline_build(&result, p, files[i], job, diag) == 0) {
			puts(result);
			fflush(stdout);
			free(result);
		}
		report_tell(&report);
	}
	report_end(&report, count);
	pipeline_free(p);
}

/* The first line of the file, or what the environment has; "" if neither. */
static int
read_passphrase(struct buf *out, const struct site *site, struct diag *diag)
{
	const char *value = site_variable(site, "UNAGENDA_PASSPHRASE");

	if (!given.passphrase) {
		buf_puts(out, value ? value : "");
		return 0;
	}
	if (source_read(out, given.passphrase, LONGEST_PASSPHRASE, diag) < 0)
		return -1;
	out->data[strcspn(out->data, "\r\n")] = '\0';
	return 0;
}

static int
open_signer(struct signer **signer, const struct site *site,
    const struct pipeline_job *job, struct diag *diag)
{
	struct buf passphrase = BUF_INIT;
	int ret;

	*signer = NULL;
	if (!given.sign && given.passphrase)
		return diag_global(diag, MSG_OPTION,
		    "option '--passphrase-file' goes with --sign");
	if (!given.sign)
		return 0;
	if (job->output != OUTPUT_PDF)
		return diag_global(diag, MSG_OPTION,
		    "option '--sign' goes with PDFs");
	ret = read_passphrase(&passphrase, site, diag);
	if (ret == 0)
		ret = signer_open(signer, given.sign,
		    buf_string(&passphrase), diag);
	buf_dispose(&passphrase);
	return ret;
}

static void
build(const struct site *site, char **files, int count, struct diag *diag)
{
	struct pipeline_job job = { .signer = NULL };
	struct signer *signer;

	if (job_read(&job, diag) < 0 ||
	    command_check_files(files, count, diag) < 0 ||
	    open_signer(&signer, site, &job, diag) < 0)
		return;
	job.signer = signer;
	build_all(site, files, count, &job, diag);
	signer_free(signer);
}

const struct command command_build = {
	"build",
	"make a PDF of each document",
	"[-o DIR] [--to=pdf|tex] [--draft] [--keep=DIR] [--sign=KEY.p12] "
	"FILE...",
	"Checks each document and makes CTOC_COP_WG.2_2007_1-EN.pdf, or the\n"
	"like, of it, whose path is printed.  A document at fault makes\n"
	"nothing.  A FILE may be gzipped.\n",
	options,
	build
};
