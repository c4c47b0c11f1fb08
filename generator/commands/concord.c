#include <stdlib.h>

#include "commands/command.h"
#include "commands/report.h"
#include "pipeline/concord.h"
#include "pipeline/document.h"
#include "pipeline/pipeline.h"
#include "util/alloc.h"
#include "util/diag.h"

/* The texts of the options, as they are given. */
static struct {
	const char *format, *reference;
} given;

static const struct option options[] = {
	REPORT_OPTION(&given.format),
	{ 0, "reference", "LANGUAGE", "the version that others are held "
	    "against", &given.reference, NULL },
	COMMAND_HELP
};

/* All files, also those after one at fault; -1 if any is. */
static int
open_all(struct document **documents, struct pipeline *p, char **files,
    int count, struct report *r)
{
	int ret = 0;

	for (int i = 0; i < count; i++) {
		if (pipeline_open(&documents[i], p, files[i], r->diag) < 0) {
			report_tell(r);
			ret = -1;
		}
		/* advice on a file that is sound is validate's */
		diag_forget(r->diag);
	}
	return ret;
}

static void
compare_all(struct document **documents, int count, struct report *r)
{
	struct concord *c = concord_new(
	    (const struct document *const *)documents, (size_t)count,
	    given.reference, r->diag);

	for (int i = 0; c && i < count; i++) {
		concord_tell(c, (size_t)i, r->diag);
		report_tell(r);
	}
	report_tell(r);
	concord_free(c);
}

static int
check_several(char **files, int count, struct diag *diag)
{
	if (command_check_files(files, count, diag) < 0)
		return -1;
	if (count > 1)
		return 0;
	return diag_global(diag, MSG_ONE_FILE, "'%s' is held against nothing: "
	    "name the other language versions too", files[0]);
}

static void
concord(const struct site *site, char **files, int count, struct diag *diag)
{
	struct document **documents;
	struct pipeline *p;
	struct report report;

	if (check_several(files, count, diag) < 0 ||
	    report_begin(&report, given.format, diag) < 0)
		return;
	documents = xcalloc((size_t)count, sizeof(*documents));
	p = pipeline_new(site);
	if (open_all(documents, p, files, count, &report) == 0)
		compare_all(documents, count, &report);
	report_end(&report, count);
	for (int i = 0; i < count; i++)
		document_free(documents[i]);
	free(documents);
	pipeline_free(p);
}

const struct command command_concord = {
	"concord",
	"hold language versions of a document against each other",
	"[--format=FORMAT] [--reference=LANGUAGE] FILE...",
	"Checks each FILE as validate does, and then whether all are versions\n"
	"of one document: the same symbol, dates, items, paragraphs, lists,\n"
	"tables, notes, documents, timetable, and in each text the same\n"
	"figures, decisions, symbols and dates.  Each difference is one\n"
	"message, which names both places.  It is silent when all agree.\n"
	"\n"
	"The others are held against the version in the original language;\n"
	"where most have one thing and that version another, it is told of\n"
	"that version.  In a text, days and times keep their order, all else\n"
	"may change it.  Figures are compared however a language writes them,\n"
	"and with numbers in words that stand for them; words are not. What\n"
	"only says how a table or page is set out may differ, and so may job\n"
	"numbers, where each language has its own.\n",
	options,
	concord
};
