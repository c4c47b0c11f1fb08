#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "commands/batch_report.h"
#include "commands/command.h"
#include "commands/merge_check.h"
#include "util/alloc.h"
#include "util/diag.h"
#include "util/record.h"

static const char *output;

static const struct option options[] = {
	{ 'o', "output", "FILE", "the report of all; a page if it is *.html",
	    &output, NULL },
	COMMAND_HELP
};

/* All documents of several reports, by the names of their files. */
struct merged {
	json_t *head;
	json_t **documents;	/* borrowed from the reports */
	size_t count, size;
};

static json_t *
read_report(const char *path, struct diag *diag)
{
	json_error_t error;
	json_t *report = json_load_file(path, 0, &error);

	if (!report) {
		diag_global(diag, MSG_REPORT, "cannot use '%s': %s", path,
		    error.text);
	} else if (json_integer_value(json_object_get(report, "report")) != 1 ||
	    !json_is_array(json_object_get(report, "documents"))) {
		diag_global(diag, MSG_REPORT, "'%s' is no report of a batch "
		    "in JSON", path);
		json_decref(report);
		report = NULL;
	}
	return report;
}

static void
add_counts(json_t *counts, const json_t *more)
{
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)(void *)more, key, value) {
		json_object_set_new(counts, key, json_integer(
		    json_integer_value(value) + json_integer_value(
		    json_object_get(counts, key))));
	}
}

static void
extend(json_t *head, const json_t *report, const char *key)
{
	json_array_extend(json_object_get(head, key),
	    json_object_get(report, key));
}

static double
seconds_of(const json_t *report)
{
	return json_number_value(json_object_get(report, "seconds"));
}

/* Shares are made at the same time: the longest tells how long it took. */
static void
add_head(struct merged *m, json_t *report)
{
	json_t *documents = json_incref(json_object_get(report, "documents"));

	json_object_del(report, "documents");
	if (!m->head) {
		m->head = json_deep_copy(report);
	} else {
		add_counts(json_object_get(m->head, "counts"),
		    json_object_get(report, "counts"));
		extend(m->head, report, "shards");
		extend(m->head, report, "gone");
		if (seconds_of(report) > seconds_of(m->head))
			json_object_set(m->head, "seconds",
			    json_object_get(report, "seconds"));
		if (strcmp(record_string(report, "started"),
		    record_string(m->head, "started")) < 0)
			json_object_set(m->head, "started",
			    json_object_get(report, "started"));
	}
	json_object_set_new(report, "documents", documents);
}

static void
add_documents(struct merged *m, const json_t *report)
{
	json_t *document;
	size_t i;

	json_array_foreach(json_object_get(report, "documents"), i, document) {
		size_t size = grown(m->size, m->count + 1);

		if (size != m->size)
			m->documents = xrealloc(m->documents, size,
			    sizeof(json_t *));
		m->size = size;
		m->documents[m->count++] = document;
	}
}

static json_t *
record(const void *payload, size_t index)
{
	const struct merged *m = payload;

	return json_incref(m->documents[index]);
}

static void
write_merged(struct merged *m, const struct site *site, struct diag *diag)
{
	const struct batch_report report = {
		m->head, m->count, record, m
	};

	if (merge_check_shares(m->head, diag) == 0 &&
	    merge_check_documents(m->documents, m->count, diag) == 0)
		batch_report_write(&report, output, site, diag);
}

static void
merge(const struct site *site, char **paths, int count, struct diag *diag)
{
	json_t **reports = xcalloc((size_t)count, sizeof(json_t *));
	struct merged m = { NULL, NULL, 0, 0 };
	int failed = 0;

	for (int i = 0; i < count; i++) {
		reports[i] = read_report(paths[i], diag);
		if (reports[i]) {
			add_head(&m, reports[i]);
			add_documents(&m, reports[i]);
		} else {
			failed = 1;
		}
	}
	if (!failed)
		write_merged(&m, site, diag);
	for (int i = 0; i < count; i++)
		json_decref(reports[i]);
	json_decref(m.head);
	free(m.documents);
	free(reports);
}

static void
report(const struct site *site, char **arguments, int count,
    struct diag *diag)
{
	if (count == 0 || strcmp(arguments[0], "merge"))
		diag_global(diag, MSG_COMMAND, "of reports there is only "
		    "'unagenda report merge'");
	else if (!output)
		diag_global(diag, MSG_LACKS_OPTION, "option '--output' is "
		    "needed: the report of all");
	else if (command_check_files(arguments + 1, count - 1, diag) == 0)
		merge(site, arguments + 1, count - 1, diag);
}

const struct command command_report = {
	"report",
	"join the reports of shares of a batch",
	"merge -o FILE REPORT...",
	"Joins reports in JSON that 'batch --report' has written, one or\n"
	"several, into one, in JSON too, or as a page if FILE is *.html.\n"
	"What is missing of N shares, and drafts in different shares that\n"
	"have become the same file, are told of.\n",
	options,
	report
};
