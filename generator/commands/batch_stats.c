#include "commands/batch_stats.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/batch_report.h"
#include "util/alloc.h"
#include "util/fs.h"
#include "util/record.h"

/* Of a code beyond the last there is room for, the last one. */
static struct stats_language *
language_of(struct stats *s, const char *code)
{
	size_t i = 0;

	while (i < s->language_count && strcmp(s->languages[i].code, code))
		i++;
	if (i == STATS_LANGUAGES)
		return &s->languages[i - 1];
	if (i == s->language_count) {
		snprintf(s->languages[i].code, sizeof(s->languages[i].code),
		    "%s", code);
		s->language_count++;
	}
	return &s->languages[i];
}

static void
add_seconds(struct stats *s, struct stats_language *l, const json_t *record)
{
	const json_t *seconds = json_object_get(record, "seconds");

	for (int i = 0; i < STAGES; i++) {
		double value = json_number_value(json_object_get(seconds,
		    stage_word((enum stage)i)));

		l->seconds.seconds[i] += value;
		s->seconds += value;
	}
	l->timed += json_object_size(seconds) > 0;
}

static void
add_document(struct stats *s, const json_t *record)
{
	const char *output = record_string(record, "output");
	json_int_t pages = json_integer_value(json_object_get(record,
	    "pages"));
	struct stats_language *l;

	if (!*record_string(record, "language") || !*output)
		return;
	l = language_of(s, record_string(record, "language"));
	l->documents++;
	l->pages += (size_t)pages;
	s->pages += (size_t)pages;
	add_seconds(s, l, record);
	if (fs_has_ending(output, ".pdf") &&
	    l->picture_count < STATS_PICTURES)
		l->pictures[l->picture_count++] = xstrdup(output);
}

static struct stats_message *
message_of(struct stats *s, const json_t *message)
{
	const char *id = record_string(message, "id");
	size_t i = 0, size = grown(s->message_size, s->message_count + 1);

	while (i < s->message_count && strcmp(s->messages[i].id, id))
		i++;
	if (i < s->message_count)
		return &s->messages[i];
	if (size != s->message_size)
		s->messages = xrealloc(s->messages, size,
		    sizeof(*s->messages));
	s->message_size = size;
	s->messages[i] = (struct stats_message){
		.level = record_level(message),
		.samples = json_array()
	};
	snprintf(s->messages[i].id, sizeof(s->messages[i].id), "%s", id);
	s->message_count++;
	return &s->messages[i];
}

/* What a draft or an office silences is no news. */
static void
add_messages(struct stats *s, const json_t *messages)
{
	json_t *message;
	size_t i;

	json_array_foreach(messages, i, message) {
		struct stats_message *m;

		if (record_is_silenced(message))
			continue;
		m = message_of(s, message);
		m->count++;
		if (json_array_size(m->samples) < STATS_PLACES)
			json_array_append(m->samples, message);
	}
}

/* Grave ones first, and of these the frequent ones. */
static int
compare(const void *left, const void *right)
{
	const struct stats_message *a = left, *b = right;

	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->id, b->id);
}

static int
by_code(const void *left, const void *right)
{
	const struct stats_language *a = left, *b = right;

	return strcmp(a->code, b->code);
}

void
stats_collect(struct stats *s, const struct batch_report *r)
{
	*s = (struct stats){ .language_count = 0 };
	for (size_t i = 0; i < r->count; i++) {
		json_t *record = r->record(r->payload, i);

		add_document(s, record);
		add_messages(s, json_object_get(record, "messages"));
		json_decref(record);
	}
	if (s->message_count)
		qsort(s->messages, s->message_count, sizeof(*s->messages),
		    compare);
	qsort(s->languages, s->language_count, sizeof(*s->languages),
	    by_code);
}

void
stats_dispose(struct stats *s)
{
	for (size_t i = 0; i < s->language_count; i++)
		for (size_t j = 0; j < s->languages[i].picture_count; j++)
			free(s->languages[i].pictures[j]);
	for (size_t i = 0; i < s->message_count; i++)
		json_decref(s->messages[i].samples);
	free(s->messages);
}
