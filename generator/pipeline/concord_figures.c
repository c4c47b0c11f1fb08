#include "pipeline/concord_numbers.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/concord_words.h"
#include "util/alloc.h"

/* More numbers than this without a like: nobody looks at them closely. */
enum { MOST_ALONE = 1000 };

/* Figures of more digits than this stand in no words. */
enum { WORD_DIGITS = 6 };

/* The values of all numbers of a text, in figures and in words, sorted. */
struct tally {
	struct values values;
	size_t words_one;	/* how often "one" stands there as a word */
};

static int
by_value(const void *left, const void *right)
{
	const struct number *const *a = left, *const *b = right;
	int order = strcmp((*a)->value, (*b)->value);

	return order ? order : (*a > *b) - (*a < *b);
}

static int
by_place(const void *left, const void *right)
{
	const struct number *const *a = left, *const *b = right;

	return (*a > *b) - (*a < *b);
}

static void
open_side(struct numbers_side *side)
{
	side->count = side->numbers->count;
	side->alone = xcalloc(side->count + 1, sizeof(*side->alone));
	for (size_t i = 0; i < side->count; i++)
		side->alone[i] = &side->numbers->list[i];
	qsort(side->alone, side->count, sizeof(*side->alone), by_value);
}

/* Forgets those that were set to NULL. */
static void
close_gaps(struct numbers_side *side)
{
	size_t kept = 0;

	for (size_t i = 0; i < side->count; i++)
		if (side->alone[i])
			side->alone[kept++] = side->alone[i];
	side->count = kept;
}

static void
drop_equals(struct numbers_side *a, struct numbers_side *b)
{
	size_t i = 0, j = 0;
	int order;

	while (i < a->count && j < b->count) {
		order = strcmp(a->alone[i]->value, b->alone[j]->value);
		if (order == 0)
			a->alone[i] = b->alone[j] = NULL;
		i += order <= 0;
		j += order >= 0;
	}
	close_gaps(a);
	close_gaps(b);
}

static int
has_parts(const struct numbers_side *side)
{
	for (size_t i = 0; i < side->count; i++)
		if (strchr(side->alone[i]->value, '.'))
			return 1;
	return 0;
}

/* The first that has the value and is not `taken`; the count if none. */
static size_t
find_alone(const struct numbers_side *side, const char *value, size_t len,
    const char *taken)
{
	size_t i = 0;

	while (i < side->count && (taken[i] ||
	    strncmp(side->alone[i]->value, value, len) ||
	    side->alone[i]->value[len]))
		i++;
	return i;
}

/* Whether each part of the number, but for noughts, is one of the others. */
static int
find_parts(char *taken, const struct numbers_side *others, const char *value)
{
	size_t len, i;
	int found = 0;

	for (; *value; value += len + (value[len] == '.')) {
		value += strspn(value, "0");
		len = strcspn(value, ".");
		if (!len)
			continue;
		i = find_alone(others, value, len, taken);
		if (i == others->count)
			return 0;
		taken[i] = 1;
		found = 1;
	}
	return found;
}

/* "10.30" is "10 h 30" elsewhere, and "15.00" only 15. */
static void
drop_parts(struct numbers_side *whole, struct numbers_side *others)
{
	char taken[MOST_ALONE];

	if (!has_parts(whole) || has_parts(others) ||
	    whole->count > MOST_ALONE || others->count > MOST_ALONE)
		return;
	for (size_t i = 0; i < whole->count; i++) {
		memset(taken, 0, others->count);
		if (!strchr(whole->alone[i]->value, '.') ||
		    !find_parts(taken, others, whole->alone[i]->value))
			continue;
		whole->alone[i] = NULL;
		for (size_t j = 0; j < others->count; j++)
			if (taken[j])
				others->alone[j] = NULL;
		close_gaps(others);
	}
	close_gaps(whole);
}

/* The value of a figure that may stand in words elsewhere; 0 if none may. */
static unsigned
word_value(const struct number *n)
{
	if (strchr(n->value, '.') || strlen(n->value) > WORD_DIGITS)
		return 0;
	return (unsigned)atoi(n->value);
}

static int
compare_values(const void *left, const void *right)
{
	const unsigned *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* How many of the sorted values are below this one. */
static size_t
below(const struct values *v, unsigned value)
{
	size_t low = 0, high = v->count, mid;

	while (low < high) {
		mid = (low + high) / 2;
		if (v->list[mid] < value)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static size_t
count_of(const struct values *v, unsigned value)
{
	return below(v, value + 1) - below(v, value);
}

static struct tally
tally(const struct numbers_side *side)
{
	struct tally t = { { NULL, 0, 0 }, 0 };

	words_read(&t.values, side->text, side->language);
	for (size_t i = 0; i < t.values.count; i++)
		t.words_one += t.values.list[i] == 1;
	for (size_t i = 0; i < side->numbers->count; i++)
		values_add(&t.values, word_value(&side->numbers->list[i]));
	if (t.values.count)
		qsort(t.values.list, t.values.count, sizeof(*t.values.list),
		    compare_values);
	return t;
}

/*
 * Whether the other text has the number in words.  It must have it as often as
 * this one, in figures and words together: the "third" of both may not excuse
 * a 3 that was changed.  "One" is an article too, and cannot be counted.
 */
static int
is_excused(unsigned value, const struct tally *own, const struct tally *other)
{
	if (value == 1)
		return other->words_one > 0;
	return value && count_of(&other->values, value) >=
	    count_of(&own->values, value);
}

static void
drop_excused(struct numbers_side *side, const struct tally *own,
    const struct tally *other)
{
	for (size_t i = 0; i < side->count; i++)
		if (is_excused(word_value(side->alone[i]), own, other))
			side->alone[i] = NULL;
	close_gaps(side);
	qsort(side->alone, side->count, sizeof(*side->alone), by_place);
}

size_t
numbers_compare(struct numbers_side *a, struct numbers_side *b)
{
	struct tally a_tally, b_tally;

	open_side(a);
	open_side(b);
	drop_equals(a, b);
	drop_parts(a, b);
	drop_parts(b, a);
	if (!a->count && !b->count)
		return 0;
	a_tally = tally(a);
	b_tally = tally(b);
	drop_excused(a, &a_tally, &b_tally);
	drop_excused(b, &b_tally, &a_tally);
	values_dispose(&a_tally.values);
	values_dispose(&b_tally.values);
	return a->count + b->count;
}
