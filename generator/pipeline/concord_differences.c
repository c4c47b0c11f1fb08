#include "pipeline/concord_parts.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/concord.h"
#include "util/alloc.h"

char *
concord_words(const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	return text;
}

void
concord_add(struct comparison *c, enum message_id id, const char *topic,
    struct side own, struct side model)
{
	struct concord *all = c->concord;
	size_t size = grown(all->difference_size, all->difference_count + 1);

	if (size != all->difference_size)
		all->differences = xrealloc(all->differences, size,
		    sizeof(*all->differences));
	all->difference_size = size;
	all->differences[all->difference_count++] = (struct difference){
		.id = id, .version = (size_t)(c->own - all->versions),
		.own = own, .model = model,
		.topic = topic ? topic : model.full, .told = 1
	};
}

/* Whether two say the same of the reference. */
static int
compare_topics(const struct difference *a, const struct difference *b)
{
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->model.subject != b->model.subject)
		return a->model.subject < b->model.subject ? -1 : 1;
	return strcmp(a->topic, b->topic);
}

/* Whether two versions have the same in its place. */
static int
compare_meanings(const struct difference *a, const struct difference *b)
{
	return strcmp(a->own.meaning ? a->own.meaning : a->own.full,
	    b->own.meaning ? b->own.meaning : b->own.full);
}

/* And of the versions, in the order in which they were found. */
static int
compare(const void *left, const void *right)
{
	const struct difference *const *a = left, *const *b = right;
	int order = compare_topics(*a, *b);

	if (!order)
		order = compare_meanings(*a, *b);
	return order ? order : (*a > *b) - (*a < *b);
}

/* The number of versions among differences of one topic that have the same. */
static size_t
count_versions(struct difference **list, size_t count, size_t *same)
{
	size_t versions = 0, last = (size_t)-1, i;

	for (i = 0; i < count && compare_meanings(list[0], list[i]) == 0;
	    i++) {
		versions += list[i]->version != last;
		last = list[i]->version;
	}
	*same = i;
	return versions;
}

/* One difference is told of the reference, in the place of these. */
static void
reverse(struct difference **list, size_t count, size_t versions)
{
	for (size_t i = 1; i < count; i++)
		list[i]->told = list[i]->version == list[0]->version;
	for (size_t i = 0; i < count; i++)
		list[i]->reversed = 1;
	list[0]->others = versions - 1;
}

/* Differences of one topic, in which the versions may not agree. */
static void
judge_topic(const struct concord *c, struct difference **list, size_t count)
{
	size_t same, versions;

	for (size_t i = 0; i < count; i += same) {
		versions = count_versions(list + i, count - i, &same);
		if (2 * versions <= c->count)
			continue;
		reverse(list + i, same, versions);
		/* a number that is a word in one of the languages */
		for (size_t j = 0; j < count; j++)
			if ((j < i || j >= i + same) &&
			    list[j]->id == MSG_VERSION_NUMBER)
				list[j]->told = 0;
	}
}

void
concord_judge(struct concord *c)
{
	struct difference **list = xcalloc(c->difference_count + 1,
	    sizeof(*list));
	size_t end;

	for (size_t i = 0; i < c->difference_count; i++)
		list[i] = &c->differences[i];
	qsort(list, c->difference_count, sizeof(*list), compare);
	for (size_t i = 0; i < c->difference_count; i = end) {
		for (end = i + 1; end < c->difference_count &&
		    compare_topics(list[i], list[end]) == 0;)
			end++;
		if (list[i]->id != MSG_VERSION_JOB)
			judge_topic(c, list + i, end - i);
	}
	free(list);
}

/* "item 'resources' has 2 paragraphs, en.xml:91:7 has 3" */
static void
tell(const struct difference *d, struct diag *diag)
{
	const struct side *here = d->reversed ? &d->model : &d->own;
	const struct side *there = d->reversed ? &d->own : &d->model;
	struct buf text = BUF_INIT;

	concord_name(&text, here->subject);
	buf_printf(&text, " has %s, %s:%u:%u ", here->full, there->at.file,
	    there->at.line, there->at.column);
	if (d->others)
		buf_printf(&text, "and %zu more have %s", d->others,
		    there->brief);
	else
		buf_printf(&text, "has %s", there->brief);
	diag_pair(diag, d->id, here->at, there->at, "%s", text.data);
	buf_dispose(&text);
}

void
concord_tell(const struct concord *c, size_t version, struct diag *diag)
{
	for (size_t i = 0; i < c->difference_count; i++) {
		const struct difference *d = &c->differences[i];

		if (d->told &&
		    (d->reversed ? c->reference : d->version) == version)
			tell(d, diag);
	}
}
