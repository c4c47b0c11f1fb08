#include "commands/merge_check.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/record.h"

enum { MOST_SHARES = 1000000 };

static json_int_t
number_in(const json_t *share, const char *key)
{
	return json_integer_value(json_object_get(share, key));
}

/* Notes a share as given, among all of that count; -1 after a message. */
static int
give(char **given, json_int_t *all, const json_t *share, struct diag *diag)
{
	json_int_t number = number_in(share, "number");
	json_int_t count = number_in(share, "count");

	if (count > MOST_SHARES || number < 1 || number > count)
		return diag_global(diag, MSG_REPORT, "a report is of no share "
		    "that there can be: %lld of %lld", (long long)number,
		    (long long)count);
	/* of whole batches several can be joined */
	if (count == 1)
		return 0;
	if (*given && count != *all)
		return diag_global(diag, MSG_REPORT, "a share of %lld and one "
		    "of %lld are not of the same batch", (long long)*all,
		    (long long)count);
	if (!*given)
		*given = xcalloc((size_t)count, 1);
	*all = count;
	if ((*given)[number - 1]++)
		return diag_global(diag, MSG_REPORT, "share %lld of %lld is "
		    "given twice", (long long)number, (long long)count);
	return 0;
}

static void
tell_missing(json_t *head, const char *given, json_int_t all,
    struct diag *diag)
{
	json_t *missing = json_array();
	struct buf list = BUF_INIT;

	for (json_int_t i = 0; i < all; i++) {
		if (given[i])
			continue;
		buf_printf(&list, "%s%lld", list.len ? ", " : "",
		    (long long)i + 1);
		json_array_append_new(missing, json_integer(i + 1));
	}
	if (list.len)
		diag_global(diag, MSG_SHARES, "of %lld shares these are "
		    "missing: %s", (long long)all, list.data);
	buf_dispose(&list);
	json_object_set_new(head, "missing", missing);
}

int
merge_check_shares(json_t *head, struct diag *diag)
{
	json_t *shares = json_object_get(head, "shards"), *share;
	json_int_t all = 0;
	char *given = NULL;
	int ret = 0;
	size_t i;

	json_array_foreach(shares, i, share)
		ret |= give(&given, &all, share, diag);
	if (ret == 0)
		tell_missing(head, given, all, diag);
	free(given);
	return ret;
}

static int
by_file(const void *left, const void *right)
{
	const json_t *const *a = left, *const *b = right;

	return strcmp(record_string(*a, "file"), record_string(*b, "file"));
}

static int
by_output(const void *left, const void *right)
{
	const json_t *const *a = left, *const *b = right;
	int order = strcmp(record_string(*a, "output"),
	    record_string(*b, "output"));

	return order ? order : by_file(left, right);
}

static void
tell_same_output(json_t *const *documents, size_t count, struct diag *diag)
{
	for (size_t i = 1; i < count; i++) {
		const json_t *a = documents[i - 1], *b = documents[i];
		const char *output = record_string(b, "output");

		if (*output && strcmp(record_string(a, "output"), output) == 0)
			diag_global(diag, MSG_SAME_OUTPUT, "'%s' and '%s' have "
			    "both become '%s', in different shares",
			    record_string(a, "file"), record_string(b, "file"),
			    output);
	}
}

int
merge_check_documents(json_t **documents, size_t count, struct diag *diag)
{
	int ret = 0;

	if (count == 0)
		return 0;
	qsort(documents, count, sizeof(*documents), by_file);
	for (size_t i = 1; i < count; i++)
		if (by_file(&documents[i - 1], &documents[i]) == 0)
			ret = diag_global(diag, MSG_SAME_FILE, "'%s' is in two "
			    "reports", record_string(documents[i], "file"));
	if (ret < 0)
		return ret;
	qsort(documents, count, sizeof(*documents), by_output);
	tell_same_output(documents, count, diag);
	qsort(documents, count, sizeof(*documents), by_file);
	return 0;
}
