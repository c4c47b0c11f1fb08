#include <stdio.h>
#include <stdlib.h>

#include "commands/command.h"
#include "commands/job.h"
#include "pdf/inspect.h"
#include "pipeline/pipeline.h"
#include "pipeline/signature.h"
#include "pipeline/source.h"
#include "pipeline/verify.h"
#include "util/diag.h"
#include "util/interrupt.h"
#include "util/fs.h"

enum { LARGEST_SIGNATURE = 1024 * 1024 };

/* The texts of the options, as they are given. */
static struct {
	const char *time_limit, *trust;
} given = { .time_limit = JOB_TIME_LIMIT };

static const struct option options[] = {
	{ 0, "trust", "CA.pem", "the authority that vouches for who signed",
	    &given.trust, NULL },
	JOB_TIME_OPTION(&given.time_limit),
	COMMAND_HELP
};

/* What all files of a run share. */
struct run {
	struct verifier *verifier;
	struct authority *authority;	/* NULL: none is given */
};

/* Who is asked whether a name is trusted must be asked of every PDF. */
static int
check_unsigned(const struct run *run, const char *file, struct diag *diag)
{
	const struct place place = { .file = file };

	if (!run->authority)
		return 0;
	return diag_at(diag, MSG_UNSIGNED, place, "the PDF is not signed: "
	    "there is no %s" SIGNATURE_ENDING " beside it", fs_base(file));
}

/* The name of the signer, for the caller to free; NULL: not signed. */
static int
check_signature(char **name, const struct run *run, const char *file,
    const struct buf *pdf, struct diag *diag)
{
	struct buf beside = BUF_INIT, signature = BUF_INIT;
	int ret = -1;

	*name = NULL;
	buf_printf(&beside, "%s" SIGNATURE_ENDING, file);
	if (!fs_exists(beside.data))
		ret = check_unsigned(run, file, diag);
	else if (source_read(&signature, beside.data, LARGEST_SIGNATURE,
	    diag) == 0)
		ret = signature_check(name, file, pdf, &signature,
		    run->authority, diag);
	buf_dispose(&signature);
	buf_dispose(&beside);
	return ret;
}

static void
print_signer(const struct run *run, const char *name)
{
	if (!name)
		return;
	fputs(", signed by ", stdout);
	command_print_text(name);
	if (!run->authority)
		fputs(" (for whom no authority was asked: --trust)", stdout);
}

static void
verify_one(const struct run *run, const char *file, struct diag *diag)
{
	struct buf pdf = BUF_INIT;
	char *name = NULL;

	if (source_read(&pdf, file, PDF_LARGEST, diag) == 0) {
		int good = check_signature(&name, run, file, &pdf, diag);

		good |= verify(run->verifier, file, &pdf, diag);
		if (good == 0) {
			printf("%s: identical", file);
			print_signer(run, name);
			putchar('\n');
			fflush(stdout);
		}
	}
	free(name);
	buf_dispose(&pdf);
	diag_print(diag, stderr);
}

static void
run_verify(const struct site *site, char **files, int count,
    struct diag *diag)
{
	struct typeset_options typeset = { .keep = NULL };
	struct run run = { .authority = NULL };
	struct pipeline *p;

	if (job_read_seconds(&typeset.time_limit, given.time_limit, diag) < 0 ||
	    command_check_files(files, count, diag) < 0)
		return;
	if (given.trust &&
	    authority_open(&run.authority, given.trust, diag) < 0)
		return;
	p = pipeline_new(site);
	run.verifier = verifier_new(p, &typeset);
	for (int i = 0; i < count && !interrupt_signal(); i++)
		verify_one(&run, files[i], diag);
	verifier_free(run.verifier);
	authority_free(run.authority);
	pipeline_free(p);
}

const struct command command_verify = {
	"verify",
	"tell whether a PDF is what its source makes",
	"[--trust=CA.pem] FILE.pdf...",
	"Makes each PDF again from the source inside, and compares all bytes:\n"
	"\"identical\", or what differs: the source, the program, a file of\n"
	"the installation, a font, or the content.  Exit status 0 only if all\n"
	"are identical.\n"
	"\n"
	"A signature beside it, FILE.pdf.p7s, is checked too, and the signer\n"
	"told.  With --trust, every PDF must have one of somebody for whom\n"
	"that authority vouches.\n",
	options,
	run_verify
};
