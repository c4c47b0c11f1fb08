#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "commands/command.h"
#include "pipeline/concord.h"
#include "pipeline/document.h"
#include "pipeline/pipeline.h"
#include "util/alloc.h"
#include "util/cursor.h"
#include "util/diag.h"

/* The texts of the options, as they are given. */
static struct {
	const char *format, *reference;
} given = { .format = "text" };

static const struct option options[] = {
	{ 0, "format", "text|json", "how to tell what differs (text)",
	    &given.format, NULL },
	{ 0, "reference", "LANGUAGE", "the version that others are held "
	    "against", &given.reference, NULL },
	COMMAND_HELP
};

/* Where messages go: NULL, to stderr at once; else they are collected. */
struct report {
	json_t *records;
	struct diag *diag;
};

/* JSON is in UTF-8, as documents are; the name of a file may not be. */
static json_t *
json_text(const char *text)
{
	size_t len = strlen(text), bad;
	char *copy = xstrdup(text);
	json_t *string;

	while ((bad = utf8_check(copy, len)) < len)
		copy[bad] = '?';
	string = json_stringn(copy, len);
	free(copy);
	return string;
}

/* "file", "line" and "column", all null of what stands in no file. */
static void
set_place(json_t *object, struct place place)
{
	json_object_set_new(object, "file", place.file ?
	    json_text(place.file) : json_null());
	json_object_set_new(object, "line", place.file ?
	    json_integer(place.line) : json_null());
	json_object_set_new(object, "column", place.file ?
	    json_integer(place.column) : json_null());
}

static json_t *
record_of(const struct message *m)
{
	json_t *record = json_object(), *other = json_null();
	char id[16];

	snprintf(id, sizeof(id), "UNA-%04u", m->number);
	set_place(record, m->place);
	json_object_set_new(record, "id", json_string(id));
	json_object_set_new(record, "level",
	    json_string(level_word(m->level)));
	json_object_set_new(record, "text", json_text(m->text));
	if (m->other.file) {
		other = json_object();
		set_place(other, m->other);
	}
	json_object_set_new(record, "other", other);
	return record;
}

/* Tells all messages there are, and forgets them. */
static void
tell(struct report *r)
{
	struct diag *diag = r->diag;

	if (!r->records) {
		diag_print(diag, stderr);
		return;
	}
	diag_sort(diag);
	for (size_t i = 0; i < diag->count; i++)
		json_array_append_new(r->records,
		    record_of(&diag->messages[i]));
	diag_forget(diag);
}

/* All files, also those after one at fault; -1 if any is. */
static int
open_all(struct document **documents, struct pipeline *p, char **files,
    int count, struct report *r)
{
	int ret = 0;

	for (int i = 0; i < count; i++) {
		if (pipeline_open(&documents[i], p, files[i], r->diag) < 0) {
			tell(r);
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
		tell(r);
	}
	tell(r);
	concord_free(c);
}

static int
read_format(struct report *r, struct diag *diag)
{
	r->diag = diag;
	r->records = NULL;
	if (strcmp(given.format, "json") == 0)
		r->records = json_array();
	else if (strcmp(given.format, "text"))
		return diag_global(diag, MSG_OPTION_VALUE, "option '--format' "
		    "cannot be '%s': it must be text or json", given.format);
	return 0;
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
print(json_t *records)
{
	if (!records)
		return;
	json_dumpf(records, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(records);
}

static void
concord(const struct site *site, char **files, int count, struct diag *diag)
{
	struct document **documents;
	struct pipeline *p;
	struct report report;

	if (check_several(files, count, diag) < 0 ||
	    read_format(&report, diag) < 0)
		return;
	documents = xcalloc((size_t)count, sizeof(*documents));
	p = pipeline_new(site);
	if (open_all(documents, p, files, count, &report) == 0)
		compare_all(documents, count, &report);
	print(report.records);
	for (int i = 0; i < count; i++)
		document_free(documents[i]);
	free(documents);
	pipeline_free(p);
}

const struct command command_concord = {
	"concord",
	"hold language versions of a document against each other",
	"[--format=text|json] [--reference=LANGUAGE] FILE...",
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
