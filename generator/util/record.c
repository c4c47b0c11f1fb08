#include "util/record.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/cursor.h"
#include "util/diag.h"

json_t *
record_text(const char *text)
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

/* All null of what stands in no file. */
static void
set_place(json_t *object, struct place place)
{
	int known = place.line != 0;

	json_object_set_new(object, "file", place.file ?
	    record_text(place.file) : json_null());
	json_object_set_new(object, "line", known ?
	    json_integer(place.line) : json_null());
	json_object_set_new(object, "column", known ?
	    json_integer(place.column) : json_null());
	json_object_set_new(object, "length", known && place.length ?
	    json_integer(place.length) : json_null());
}

json_t *
record_of(const struct message *m)
{
	json_t *record = json_object(), *other = json_null();
	char id[16];

	snprintf(id, sizeof(id), "UNA-%04u", m->number);
	set_place(record, m->place);
	json_object_set_new(record, "id", json_string(id));
	json_object_set_new(record, "level",
	    json_string(level_word(m->level)));
	json_object_set_new(record, "text", record_text(m->text));
	json_object_set_new(record, "excerpt", m->excerpt.line ?
	    record_text(m->excerpt.line) : json_null());
	if (m->other.file) {
		other = json_object();
		set_place(other, m->other);
	}
	json_object_set_new(record, "other", other);
	if (m->silenced)
		json_object_set_new(record, "silenced",
		    record_text(m->silenced));
	return record;
}

const char *
record_string(const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));

	return s ? s : "";
}

enum level
record_level(const json_t *message)
{
	const char *word = record_string(message, "level");
	enum level l = LEVEL_ADVICE;

	while (l < LEVEL_ERROR && strcmp(word, level_word(l)))
		l++;
	return l;
}

int
record_is_silenced(const json_t *message)
{
	return json_object_get(message, "silenced") != NULL;
}
