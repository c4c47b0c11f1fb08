#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "commands/job.h"
#include "pipeline/levels.h"
#include "pipeline/pipeline.h"
#include "util/alloc.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/watcher.h"

static const struct option options[] = {
	JOB_OPTIONS("put the results there (here: .)"),
	COMMAND_HELP
};

/* What is watched, and what became of it. */
struct watch {
	struct pipeline *pipeline;
	const struct pipeline_job *job;
	char **files;
	char **results;		/* of the last good draft; NULL: none yet */
	int *changed;
	size_t count;
};

static void
say_made(const struct watch *w, size_t i, double seconds)
{
	printf("%s: %.0f ms\n", w->results[i], seconds * 1000);
	fflush(stdout);
}

/* The file is as it was, which is not what the draft says now. */
static void
say_failed(const struct watch *w, size_t i)
{
	if (w->results[i])
		printf("%s: at fault; %s is that of the last good draft\n",
		    w->files[i], w->results[i]);
	else
		printf("%s: at fault; there is no file of it yet\n",
		    w->files[i]);
	fflush(stdout);
}

/* It may be mistyped, or not be written yet. */
static void
say_absent(const struct watch *w, size_t i)
{
	printf("%s: is not there; it is made as soon as it is saved\n",
	    w->files[i]);
	fflush(stdout);
}

static void
make(struct watch *w, size_t i, struct diag *diag)
{
	double start = clock_seconds();
	char *result;
	int ret;

	w->changed[i] = 0;
	/* an editor may be about to put it there, which is told then */
	if (!fs_exists(w->files[i]))
		return;
	pipeline_look_again(w->pipeline, w->files[i]);
	ret = pipeline_build(&result, w->pipeline, w->files[i], w->job, diag);
	diag_print(diag, stderr);
	if (ret == 0) {
		free(w->results[i]);
		w->results[i] = result;
		say_made(w, i, clock_seconds() - start);
	} else if (!interrupt_signal()) {
		say_failed(w, i);
	}
	/* each cycle is a run of its own */
	diag->worst = LEVEL_ADVICE;
}

/* Until an interrupt: 0; -1 with errno set. */
static int
watch_all(struct watch *w, struct watcher *watcher, struct diag *diag)
{
	for (size_t i = 0; i < w->count; i++) {
		w->changed[i] = 1;
		if (!fs_exists(w->files[i]))
			say_absent(w, i);
	}
	do
		for (size_t i = 0; i < w->count && !interrupt_signal(); i++)
			if (w->changed[i])
				make(w, i, diag);
	while (!interrupt_signal() &&
	    watcher_wait(watcher, w->changed) == 0);
	return interrupt_signal() ? 0 : -1;
}

static int
check_watchable(char **files, int count, struct diag *diag)
{
	for (int i = 0; i < count; i++)
		if (strcmp(files[i], "-") == 0)
			return diag_global(diag, MSG_NOT_THERE,
			    "the standard input cannot be watched");
	return 0;
}

static void
run(struct watch *w, const struct site *site, struct diag *diag)
{
	const char *wrong = w->files[0];
	struct watcher *watcher = watcher_new(w->files, w->count,
	    LEVELS_FILE, &wrong);

	w->pipeline = pipeline_new(site);
	pipeline_set_engines(w->pipeline,
	    &(struct engine_options){ .warm_from = 1 });
	w->results = xcalloc(w->count, sizeof(*w->results));
	w->changed = xcalloc(w->count, sizeof(*w->changed));
	if (!watcher || watch_all(w, watcher, diag) < 0)
		diag_global(diag, MSG_CANNOT_READ, "cannot watch '%s': %s",
		    wrong, strerror(errno));
	if (watcher)
		watcher_free(watcher);
	for (size_t i = 0; i < w->count; i++)
		free(w->results[i]);
	free(w->results);
	free(w->changed);
	pipeline_free(w->pipeline);
}

static void
watch(const struct site *site, char **files, int count, struct diag *diag)
{
	struct pipeline_job job;
	struct watch w = {
		.job = &job, .files = files, .count = (size_t)count
	};

	if (job_read(&job, diag) < 0 ||
	    command_check_files(files, count, diag) < 0 ||
	    check_watchable(files, count, diag) < 0)
		return;
	run(&w, site, diag);
}

const struct command command_watch = {
	"watch",
	"make the PDF anew each time a draft is saved",
	"[-o DIR] [--to=pdf|tex] FILE...",
	"Makes the PDF of each FILE as build does, and again whenever it or\n"
	"the unagenda.conf beside it is saved, in well under a second.  All\n"
	"messages are told each time.  While a draft is at fault, the PDF of\n"
	"the last good one stays.  Nothing ends it but you (Ctrl-C).\n",
	options,
	watch
};
