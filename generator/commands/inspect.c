#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "pdf/inspect.h"
#include "pipeline/source.h"
#include "util/diag.h"

/* The texts of the options, as they are given. */
static struct {
	const char *format;
} given = { .format = "text" };

static const struct option options[] = {
	{ 0, "format", "text|json", "how to tell it (text)", &given.format,
	    NULL },
	COMMAND_HELP
};

/* What is printed, line by line. */
static const struct row {
	const char *label, *key;
} rows[] = {
	{ "title", "title" }, { "symbol", "symbol" },
	{ "language", "language" }, { "original", "originalLanguage" },
	{ "date", "date" }, { "distribution", "distribution" },
	{ "job number", "jobNumber" }, { "status", "status" },
	{ "producer", "producer" }, { "PDF version", "version" },
	{ "pages", "pages" }, { "tagged", "tagged" },
	{ "bookmarks", "outline" }, { "conformance", "conformance" },
	{ "elements", "elements" }, { "fonts", "fonts" },
	{ "files inside", "attachments" },
};

static const char *
text_in(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text && *text ? text : "?";
}

static void
print_font(const json_t *font)
{
	command_print_text(text_in(font, "name"));
	if (!json_is_true(json_object_get(font, "embedded")))
		printf(", not embedded");
	if (!json_is_true(json_object_get(font, "unicode")))
		printf(", without Unicode");
}

static void
print_file(const json_t *file)
{
	command_print_text(text_in(file, "name"));
	printf(" (");
	command_print_text(text_in(file, "type"));
	printf(", ");
	command_print_text(text_in(file, "relationship"));
	printf(", %lld bytes)", (long long)json_integer_value(
	    json_object_get(file, "size")));
}

/* A font, a file inside, or a claim, which is text. */
static void
print_item(const json_t *item)
{
	if (json_is_string(item))
		command_print_text(json_string_value(item));
	else if (json_object_get(item, "embedded"))
		print_font(item);
	else
		print_file(item);
}

static void
print_counts(const json_t *counts)
{
	const char *key, *before = "", *at = NULL;
	json_t *value;

	json_object_foreach((json_t *)counts, key, value) {
		at = key;
		printf("%s", before);
		command_print_text(at);
		printf(" %lld", (long long)json_integer_value(value));
		before = ", ";
	}
	if (!at)
		printf("none");
}

static void
print_value(const json_t *value)
{
	const json_t *item;
	size_t i;

	if (json_is_string(value))
		command_print_text(json_string_value(value));
	else if (json_is_integer(value))
		printf("%lld", (long long)json_integer_value(value));
	else if (json_is_boolean(value))
		printf("%s", json_is_true(value) ? "yes" : "no");
	else if (json_is_object(value))
		print_counts(value);
	else if (!json_array_size(value))
		printf("none");
	else
		json_array_foreach(value, i, item) {
			printf("%s", i ? "\n              " : "");
			print_item(item);
		}
}

static void
print_facts(const char *file, const json_t *facts)
{
	printf("%s\n", file);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const json_t *value = json_object_get(facts, rows[i].key);

		if (!value || json_is_null(value))
			continue;
		printf("%-14s", rows[i].label);
		print_value(value);
		putchar('\n');
	}
	fflush(stdout);
}

/* The record of one file, for --format=json; takes no reference. */
static json_t *
record_of(const char *file, const json_t *facts)
{
	json_t *record = json_copy((json_t *)facts), *faults = json_array();
	json_t *fault, *name = json_string(file);
	size_t i;

	json_array_foreach(json_object_get(facts, "faults"), i, fault) {
		json_t *page = json_object_get(fault, "page");

		json_array_append_new(faults, json_pack("{s:o, s:O, s:O}",
		    "id", json_sprintf("UNA-%04d", (int)json_integer_value(
		    json_object_get(fault, "number"))), "page",
		    json_integer_value(page) ? page : json_null(), "text",
		    json_object_get(fault, "text")));
	}
	json_object_set_new(record, "faults", faults);
	json_object_del(record, "contents");	/* for verify */
	json_object_set_new(record, "file", name ? name : json_null());
	return record;
}

static void
tell(const struct inspection *inspection, const char *file, json_t *records,
    struct diag *diag)
{
	if (!records)
		print_facts(file, inspection->facts);
	inspection_tell(inspection, file, MSG_PDF_DAMAGED,
	    MSG_SOURCE_DIGEST, diag);
	if (records) {
		json_array_append_new(records, record_of(file,
		    inspection->facts));
		/* the record has them */
		diag_forget(diag);
	}
}

static void
inspect_one(const char *file, json_t *records, struct diag *diag)
{
	struct inspection inspection;
	struct buf pdf = BUF_INIT;

	if (source_read(&pdf, file, PDF_LARGEST, diag) == 0 &&
	    inspect(&inspection, file, &pdf, INSPECT_ALL, diag) == 0) {
		tell(&inspection, file, records, diag);
		inspection_dispose(&inspection);
	}
	buf_dispose(&pdf);
	diag_print(diag, stderr);
}

static int
read_format(json_t **records, struct diag *diag)
{
	*records = NULL;
	if (strcmp(given.format, "json") == 0)
		*records = json_array();
	else if (strcmp(given.format, "text"))
		return diag_global(diag, MSG_OPTION_VALUE, "option '--format' "
		    "cannot be '%s': it must be text or json", given.format);
	return 0;
}

static void
run_inspect(const struct site *site, char **files, int count,
    struct diag *diag)
{
	json_t *records;

	(void)site;
	if (command_check_files(files, count, diag) < 0 ||
	    read_format(&records, diag) < 0)
		return;
	for (int i = 0; i < count; i++)
		inspect_one(files[i], records, diag);
	if (records) {
		json_dumpf(records, stdout, JSON_INDENT(2));
		putchar('\n');
		json_decref(records);
	}
}

const struct command command_inspect = {
	"inspect",
	"tell what a PDF is, and what is wrong with it",
	"[--format=text|json] FILE.pdf...",
	"Tells the title, symbol, language, pages, tags, fonts and files\n"
	"inside of each PDF, and every fault that can be found: what a\n"
	"screen reader or an archive cannot read, metadata that disagree\n"
	"with the page, a source that is not the document's.  Exit status 1\n"
	"if there is any.\n",
	options,
	run_inspect
};
