#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "commands/batch_report.h"
#include "commands/command.h"
#include "commands/job.h"
#include "commands/progress.h"
#include "pipeline/batch.h"
#include "util/buf.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/interrupt.h"
#include "util/printable.h"
#include "util/record.h"

enum { MOST_JOBS = 1024 };

/* The texts of the options, as they are given. */
static struct {
	const char *jobs, *shard, *report;
	int force;
} given;

static const struct option options[] = {
	JOB_OPTIONS("put the results there"),
	{ 'j', "jobs", "N", "set N documents at once (one for each "
	    "processor)", &given.jobs, NULL },
	{ 0, "shard", "K/N", "make only the K-th of N shares", &given.shard,
	    NULL },
	{ 0, "report", "FILE", "write what was done, in JSON, or as a page "
	    "if it is *.html", &given.report, NULL },
	{ 0, "force", NULL, "make all, changed or not", NULL, &given.force },
	COMMAND_HELP
};

/* When a batch was made. */
struct span_of_time {
	char started[CLOCK_TEXT];
	double seconds;
};

/* What is shown while it works. */
struct view {
	struct progress progress;
	int listed;		/* results, on stdout */
	struct diag *diag;	/* of the run: how grave messages were */
};

static void
say_failed(const char *path)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "failed: ");
	printable_add(&line, path);
	fprintf(stderr, "%s\n", line.data);
	buf_dispose(&line);
}

static void
document_done(void *payload, const char *path, const char *file,
    enum batch_status status, struct diag *messages)
{
	struct view *v = payload;

	if (messages->count)
		progress_clear(&v->progress);
	if (file && v->listed) {
		puts(file);
		fflush(stdout);
	}
	if (messages->worst > v->diag->worst)
		v->diag->worst = messages->worst;
	diag_print(messages, stderr);
	/* not every message names it */
	if (status == BATCH_FAILED)
		say_failed(path);
	progress_step(&v->progress);
}

static int
read_options(struct batch_options *o, const struct site *site,
    struct diag *diag)
{
	int ret;

	*o = (struct batch_options){ .force = given.force };
	ret = job_read(&o->job, diag);
	ret |= shard_read(&o->shard, given.shard, site, diag);
	if (given.jobs)
		ret |= job_read_number(&o->jobs, "--jobs", given.jobs,
		    MOST_JOBS, "documents", diag);
	if (job_given.folder)
		return ret;
	return diag_global(diag, MSG_LACKS_OPTION, "option '--output' is "
	    "needed: the folder for the results");
}

static void
say_share(const struct batch_options *o)
{
	if (o->shard.from)
		fprintf(stderr, "share %u of %u, as %s says\n",
		    o->shard.number, o->shard.count, o->shard.from);
}

static void
summarize(const struct batch *b, double seconds)
{
	const struct batch_counts *c = batch_counts(b);
	size_t done = c->status[BATCH_MADE] + c->status[BATCH_FAILED];

	fprintf(stderr, "%zu %s: %zu made, %zu unchanged, %zu failed",
	    c->documents, c->documents == 1 ? "document" : "documents",
	    c->status[BATCH_MADE], c->status[BATCH_UNCHANGED],
	    c->status[BATCH_FAILED]);
	if (c->status[BATCH_LEFT])
		fprintf(stderr, ", %zu left", c->status[BATCH_LEFT]);
	fprintf(stderr, "; %.1f s", seconds);
	if (done)
		fprintf(stderr, ", %.1f a second", (double)done / seconds);
	if (c->foreign)
		fprintf(stderr, "; %zu of XML passed over, which %s no "
		    "documents", c->foreign, c->foreign == 1 ? "is" : "are");
	fputs("\n", stderr);
}

static json_t *
record(const void *payload, size_t index)
{
	return batch_record(payload, index);
}

static json_t *
counts_of(const struct batch_counts *c)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}",
	    "documents", (json_int_t)c->documents,
	    "made", (json_int_t)c->status[BATCH_MADE],
	    "unchanged", (json_int_t)c->status[BATCH_UNCHANGED],
	    "failed", (json_int_t)c->status[BATCH_FAILED],
	    "left", (json_int_t)c->status[BATCH_LEFT],
	    "foreign", (json_int_t)c->foreign);
}

static void
write_report(const struct site *site, const struct batch *b,
    const struct batch_options *o, const struct span_of_time *span,
    json_t *gone, struct diag *diag)
{
	const struct batch_counts *c = batch_counts(b);
	struct batch_report report = { NULL, c->documents, record, b };

	report.head = json_pack("{s:s, s:i, s:o, s:s, s:f, s:[{s:i, s:i, "
	    "s:f}], s:o, s:O}", "unagenda", VERSION, "report", 1, "folder",
	    record_text(o->job.folder), "started", span->started, "seconds",
	    span->seconds, "shards", "number", (int)o->shard.number, "count",
	    (int)o->shard.count, "seconds", span->seconds, "counts",
	    counts_of(c), "gone", gone);
	batch_report_write(&report, given.report, site, diag);
	json_decref(report.head);
}

static void
make_all(const struct site *site, struct batch *b,
    const struct batch_options *o, struct diag *diag)
{
	struct view view = { .diag = diag };
	const struct batch_listener listener = { document_done, &view };
	struct span_of_time span;
	json_t *gone;
	double start = clock_seconds();

	clock_print(span.started);
	if (batch_plan(b, diag) < 0)
		return;
	progress_begin(&view.progress,
	    batch_counts(b)->status[BATCH_LEFT],
	    isatty(STDERR_FILENO) && diag->style == DIAG_COLOUR);
	/* the bar tells enough, where it is not in the way of a list */
	view.listed = !view.progress.shown || !isatty(STDOUT_FILENO);
	batch_run(b, &listener, diag);
	progress_end(&view.progress);
	gone = batch_gone(b, diag);
	diag_print(diag, stderr);
	span.seconds = clock_seconds() - start;
	summarize(b, span.seconds);
	if (given.report)
		write_report(site, b, o, &span, gone, diag);
	json_decref(gone);
}

static void
run(const struct site *site, char **paths, int count,
    const struct batch_options *o, struct diag *diag)
{
	struct batch *b;

	if (batch_new(&b, site, o, diag) < 0)
		return;
	say_share(o);
	/* what cannot be read is told of; the rest is made */
	for (int i = 0; i < count; i++)
		batch_add(b, paths[i], diag);
	make_all(site, b, o, diag);
	batch_free(b);
}

static void
batch(const struct site *site, char **paths, int count, struct diag *diag)
{
	struct batch_options o;

	if (read_options(&o, site, diag) < 0 ||
	    command_check_files(paths, count, diag) < 0)
		return;
	/* until it is all told and cleaned up */
	interrupt_hold();
	run(site, paths, count, &o, diag);
	interrupt_release();
}

const struct command command_batch = {
	"batch",
	"make all documents of folders, those that have changed",
	"-o DIR [-j N] [--shard=K/N] [--report=FILE] [--force] PATH...",
	"Makes the PDF of each document that is named or lies in a folder\n"
	"that is named (*.xml, *.xml.gz), unless it was made before of the\n"
	"same draft, with the same program, stylesheets, class and fonts, and\n"
	"is as it was left.  A document at fault stops no other.  Files that\n"
	"are out of date are first moved to DIR/.unagenda/old, so that what\n"
	"stands in DIR is current at any time; an interrupted batch goes on\n"
	"where it was.  Files of drafts that are gone stay, and are told of.\n"
	"\n"
	"With --shard, only the documents of one of N shares are made, which\n"
	"together are all; in a task of a job array (Slurm, Grid Engine, AWS\n"
	"Batch) this is known without the option, and in one of PBS, Torque\n"
	"or LSF which of N it is: --shard=/N.  'report merge' joins the\n"
	"reports of shares.\n",
	options,
	batch
};
