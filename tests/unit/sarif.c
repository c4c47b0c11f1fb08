#include "unit.h"

#include <jansson.h>

#include "commands/sarif.h"

static json_t *
location_in(const json_t *log)
{
	const json_t *run = json_array_get(json_object_get(log, "runs"), 0);
	const json_t *result = json_array_get(json_object_get(run, "results"),
	    0);
	const json_t *place = json_array_get(json_object_get(result,
	    "locations"), 0);

	return json_object_get(place, "physicalLocation");
}

static json_t *
log_of(const char *place)
{
	json_t *record = json_loads(place, 0, NULL), *log;

	json_object_set_new(record, "id", json_string("UNA-0722"));
	json_object_set_new(record, "level", json_string("advice"));
	record = json_pack("[o]", record);
	log = sarif_log(record);
	json_decref(record);
	return log;
}

/* SARIF counts lines and columns from 1 (3.30.5, 3.30.6). */
static void
regions(void **state)
{
	json_t *log = log_of("{\"file\": \"a.xml\", \"line\": 3, "
	    "\"column\": 2, \"length\": 4}");
	const json_t *region = json_object_get(location_in(log), "region");

	(void)state;
	assert_int_equal(json_integer_value(json_object_get(region,
	    "startLine")), 3);
	assert_int_equal(json_integer_value(json_object_get(region,
	    "endColumn")), 6);
	json_decref(log);
	log = log_of("{\"file\": \"a.xml\", \"line\": null, "
	    "\"column\": null, \"length\": null}");
	assert_non_null(json_object_get(location_in(log), "artifactLocation"));
	assert_null(json_object_get(location_in(log), "region"));
	json_decref(log);
}

int
main(void)
{
	const struct CMUnitTest sarif[] = {
		cmocka_unit_test(regions),
	};

	return RUN(sarif);
}
