#include <errno.h>
#include <string.h>

#include "commands/command.h"
#include "commands/report.h"
#include "pipeline/pipeline.h"
#include "pipeline/source.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"

/* What is mended may show what else can be. */
enum { MOST_PASSES = 5 };

/* The texts of the options, as they are given. */
static struct {
	const char *format;
	int fix, dry_run;
} given;

static const struct option options[] = {
	REPORT_OPTION(&given.format),
	{ 0, "fix", NULL, "mend what can be mended safely", NULL,
	    &given.fix },
	{ 0, "dry-run", NULL, "with --fix: show what it would change", NULL,
	    &given.dry_run },
	COMMAND_HELP
};

/* Makes all that the messages propose; returns how much, or -1. */
static long
mend_once(const char *path, struct diag *diag)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	long made = -1;

	if (fs_read(&before, path, SOURCE_LARGEST) == FS_READ_OK)
		made = (long)fixes_apply(&after, &before, &diag->fixes);
	if (made > 0 && given.dry_run)
		fixes_print_diff(stdout, path, &before, &after);
	else if (made > 0 && fs_replace(path, after.data, after.len) < 0)
		made = -1;
	buf_dispose(&before);
	buf_dispose(&after);
	return made;
}

static int
can_mend(const char *path, struct diag *diag)
{
	if (strcmp(path, "-") == 0 || fs_is_gzipped(path))
		return diag_global(diag, MSG_OPTION, "'%s' cannot be mended "
		    "with --fix: it is compressed, or the standard input",
		    path);
	return 0;
}

/* Validates until nothing is left that can be mended. */
static void
mend(struct pipeline *p, const char *path, struct diag *diag)
{
	enum level worst = diag->worst;
	long made = 0, all = 0;

	for (int pass = 0; pass < MOST_PASSES; pass++) {
		pipeline_validate(p, path, diag);
		diag_drop_fixes(diag);
		if (!diag->fixes.count || can_mend(path, diag) < 0)
			break;
		made = mend_once(path, diag);
		if (made <= 0 || given.dry_run)
			break;
		all += made;
		/* as if what is mended had never been wrong */
		diag_forget(diag);
		diag->worst = worst;
	}
	if (made < 0)
		diag_global(diag, MSG_CANNOT_WRITE, "cannot mend '%s': %s",
		    path, strerror(errno));
	if (all > 0)
		printf("%s: %ld %s mended\n", path, all,
		    all == 1 ? "place" : "places");
}

static int
check_options(struct diag *diag)
{
	if (given.fix || !given.dry_run)
		return 0;
	return diag_global(diag, MSG_OPTION,
	    "option '--dry-run' goes with --fix");
}

static void
validate(const struct site *site, char **files, int count, struct diag *diag)
{
	struct report report;
	struct pipeline *p;

	if (command_check_files(files, count, diag) < 0 ||
	    check_options(diag) < 0 ||
	    report_begin(&report, given.format, diag) < 0)
		return;
	p = pipeline_new(site);
	for (int i = 0; i < count; i++) {
		if (given.fix)
			mend(p, files[i], diag);
		else
			pipeline_validate(p, files[i], diag);
		report_tell(&report);
	}
	report_end(&report, count);
	pipeline_free(p);
}

const struct command command_validate = {
	"validate",
	"check documents, make nothing",
	"[--format=FORMAT] [--fix [--dry-run]] FILE...",
	"Checks each document against the document type and the rules of\n"
	"the house, and says what is wrong at which line and column.  It is\n"
	"silent when all is well.  A FILE may be gzipped; - is the standard\n"
	"input.\n"
	"\n"
	"Messages are told as text, with the line that each is about; as\n"
	"short text, a line for each; or on the standard output as json, or\n"
	"as sarif (2.1.0), for other programs.\n"
	"\n"
	"With --fix, what can be mended without a doubt is mended in the\n"
	"file, which is else left byte for byte as it is, and then checked\n"
	"again.\n",
	options,
	validate
};
