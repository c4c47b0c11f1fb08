#include "commands/sarif.h"

#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/buf.h"
#include "util/catalogue.h"
#include "util/diag.h"
#include "util/record.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

/* A path as a URI reference (RFC 3986), relative if the path is. */
static json_t *
uri_of(const char *path)
{
	struct buf uri = BUF_INIT;
	json_t *string;

	if (*path == '/')
		buf_puts(&uri, "file://");
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;

		if (isalnum(c) || strchr("-._~/", c))
			buf_putc(&uri, *path);
		else
			buf_printf(&uri, "%%%02X", c);
	}
	string = json_string(buf_string(&uri));
	buf_dispose(&uri);
	return string;
}

/* Lines and columns from 1, as ours are; the end is behind the last. */
static json_t *
region_of(const json_t *place)
{
	json_int_t line = json_integer_value(json_object_get(place, "line"));
	json_int_t column = json_integer_value(json_object_get(place,
	    "column"));
	json_int_t length = json_integer_value(json_object_get(place,
	    "length"));

	return json_pack("{s:I, s:I, s:I}", "startLine", line, "startColumn",
	    column, "endColumn", column + length);
}

/* Of a file as a whole there is no region. */
static json_t *
location_of(const json_t *place)
{
	json_t *physical = json_pack("{s:{s:o}}", "artifactLocation", "uri",
	    uri_of(record_string(place, "file")));

	if (json_is_integer(json_object_get(place, "line")))
		json_object_set_new(physical, "region", region_of(place));
	return json_pack("{s:o}", "physicalLocation", physical);
}

static const char *
level_of(const json_t *record)
{
	const char *level = record_string(record, "level");

	return strcmp(level, level_word(LEVEL_ADVICE)) ? level : "note";
}

static int
has_place(const json_t *place)
{
	return json_is_string(json_object_get(place, "file"));
}

static json_t *
result_of(const json_t *record)
{
	const char *why = record_string(record, "silenced");
	json_t *other = json_object_get(record, "other");
	json_t *result = json_pack("{s:s, s:s, s:{s:s}, s:[]}", "ruleId",
	    record_string(record, "id"), "level", level_of(record), "message",
	    "text", record_string(record, "text"), "locations");

	if (has_place(record))
		json_array_append_new(json_object_get(result, "locations"),
		    location_of(record));
	if (*why)
		json_object_set_new(result, "suppressions", json_pack(
		    "[{s:s, s:s}]", "kind", strcmp(why, SILENCED_BY_OFFICE) ?
		    "inSource" : "external", "justification", why));
	if (has_place(other))
		json_object_set_new(result, "relatedLocations",
		    json_pack("[o]", location_of(other)));
	return result;
}

static int
is_listed(const json_t *rules, const char *id)
{
	const json_t *rule;
	size_t i;

	json_array_foreach(rules, i, rule)
		if (strcmp(record_string(rule, "id"), id) == 0)
			return 1;
	return 0;
}

/* Each rule that a record is of, once. */
static json_t *
rules_of(const json_t *records)
{
	json_t *rules = json_array();
	const json_t *record;
	size_t i;

	json_array_foreach(records, i, record) {
		const char *id = record_string(record, "id");
		unsigned number = (unsigned)atoi(id + strlen("UNA-"));

		if (!is_listed(rules, id))
			json_array_append_new(rules, json_pack(
			    "{s:s, s:{s:s}}", "id", id, "shortDescription",
			    "text", catalogue_title(number)));
	}
	return rules;
}

json_t *
sarif_log(const json_t *records)
{
	json_t *results = json_array();
	const json_t *record;
	size_t i;

	json_array_foreach(records, i, record)
		json_array_append_new(results, result_of(record));
	return json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:o}]}",
	    "$schema", SCHEMA, "version", "2.1.0", "runs", "tool", "driver",
	    "name", "unagenda", "version", VERSION, "rules",
	    rules_of(records), "columnKind", "unicodeCodePoints", "results",
	    results);
}
