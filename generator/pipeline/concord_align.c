#include "pipeline/concord_align.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/concord_edits.h"
#include "util/alloc.h"

/* Members, in an order of their own: as in the list, or sorted. */
struct row {
	struct align_entry **list;
	size_t count;
};

typedef int comparison(const void *, const void *);

static struct row
unmated(struct align_entry *entries, size_t count)
{
	struct row row = { xcalloc(count + 1, sizeof(*row.list)), 0 };

	for (size_t i = 0; i < count; i++)
		if (entries[i].mate == ALIGN_NONE)
			row.list[row.count++] = &entries[i];
	return row;
}

/* The two lists, and what of them has no mate yet. */
struct sides {
	struct align_entry *a, *b;
	size_t a_count, b_count;
	struct row left, right;
};

static void
open_sides(struct sides *s)
{
	s->left = unmated(s->a, s->a_count);
	s->right = unmated(s->b, s->b_count);
}

static void
close_sides(struct sides *s)
{
	free(s->left.list);
	free(s->right.list);
}

static void
join(struct sides *s, struct align_entry *a, struct align_entry *b)
{
	a->mate = (size_t)(b - s->b);
	b->mate = (size_t)(a - s->a);
}

/* Those without a key come last: they have none to be equal in. */
static int
by_key(const void *left, const void *right)
{
	const struct align_entry *const *a = left, *const *b = right;
	int order = strcmp((*a)->name, (*b)->name);

	if (!order)
		order = !(*a)->key - !(*b)->key;
	return order || !(*a)->key ? order : strcmp((*a)->key, (*b)->key);
}

static int
by_name(const void *left, const void *right)
{
	const struct align_entry *const *a = left, *const *b = right;

	return strcmp((*a)->name, (*b)->name);
}

static int
by_print(const void *left, const void *right)
{
	const struct align_entry *const *a = left, *const *b = right;
	int order = by_name(left, right);

	if (order)
		return order;
	return (*a)->print < (*b)->print ? -1 : (*a)->print > (*b)->print;
}

static int
by_number(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Equals stay in the order of the list, which is that of their addresses. */
static int
in_order(const void *left, const void *right, void *compare)
{
	const struct align_entry *const *a = left, *const *b = right;
	int order = (*(comparison **)compare)(left, right);

	return order ? order : (*a > *b) - (*a < *b);
}

static void
sort(struct row *row, comparison *compare)
{
	qsort_r(row->list, row->count, sizeof(*row->list), in_order, &compare);
}

/* How many in a row equal the first. */
static size_t
run(const struct row *row, size_t from, comparison *compare)
{
	size_t end = from;

	while (end < row->count &&
	    compare(&row->list[from], &row->list[end]) == 0)
		end++;
	return end - from;
}

/* Whether equals, so many on each side, can be told to be the same. */
static int
is_sure(const struct align_entry *entry, size_t a, size_t b,
    comparison *compare)
{
	if (compare == by_key)
		return entry->key != NULL;
	return compare == by_print ? a == 1 && b == 1 : a == b;
}

/* Equals of both sides, the first with the first. */
static void
join_equals(struct sides *s, comparison *compare)
{
	size_t i = 0, j = 0, a, b;
	int which;

	open_sides(s);
	sort(&s->left, compare);
	sort(&s->right, compare);
	while (i < s->left.count && j < s->right.count) {
		which = compare(&s->left.list[i], &s->right.list[j]);
		a = which <= 0 ? run(&s->left, i, compare) : 0;
		b = which >= 0 ? run(&s->right, j, compare) : 0;
		if (which == 0 && is_sure(s->left.list[i], a, b, compare))
			for (size_t k = 0; k < a && k < b; k++)
				join(s, s->left.list[i + k],
				    s->right.list[j + k]);
		i += a;
		j += b;
	}
	close_sides(s);
}

static int
is_equal(const void *data, size_t i, size_t j)
{
	const struct sides *s = data;

	return by_print(&s->left.list[i], &s->right.list[j]) == 0;
}

/* Whether so many of both sides are of the same names, one by one. */
static int
is_like(const struct sides *s, size_t i, size_t j, size_t count)
{
	for (size_t k = 0; k < count; k++)
		if (by_name(&s->left.list[i + k], &s->right.list[j + k]))
			return 0;
	return 1;
}

static void
join_gap(struct sides *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	if (i_end - i != j_end - j || !is_like(s, i, j, i_end - i))
		return;
	for (; i < i_end; i++, j++)
		join(s, s->left.list[i], s->right.list[j]);
}

/* The prints of those that differ from the one at their place, sorted. */
static size_t
odd_prints(uint64_t *out, const struct row *row, const struct row *other)
{
	size_t count = 0;

	for (size_t i = 0; i < row->count; i++)
		if (row->list[i]->print != other->list[i]->print)
			out[count++] = row->list[i]->print;
	qsort(out, count, sizeof(*out), by_number);
	return count;
}

/*
 * Whether both sides have one after the other the same names, and what differs
 * is not only the order.  Then each is the one at its place: others that equal
 * it do so because there is little in them.
 */
static int
is_in_place(const struct sides *s)
{
	size_t count = s->left.count, odd;
	uint64_t *a, *b;
	int ret;

	if (count != s->right.count || !is_like(s, 0, 0, count))
		return 0;
	a = xcalloc(count + 1, sizeof(*a));
	b = xcalloc(count + 1, sizeof(*b));
	odd = odd_prints(a, &s->left, &s->right);
	odd_prints(b, &s->right, &s->left);
	ret = memcmp(a, b, odd * sizeof(*a)) != 0;
	free(a);
	free(b);
	return ret;
}

/* Equals that are in order, and what stands between them. */
static void
join_in_order(struct sides *s)
{
	size_t *mates, i = 0, j = 0;

	open_sides(s);
	if (is_in_place(s)) {
		join_gap(s, 0, s->left.count, 0, s->right.count);
		close_sides(s);
		return;
	}
	mates = xcalloc(s->left.count + 1, sizeof(*mates));
	edits_find(mates, s->left.count, s->right.count, is_equal, s);
	for (size_t k = 0; k < s->left.count; k++) {
		if (mates[k] == ALIGN_NONE)
			continue;
		join_gap(s, i, k, j, mates[k]);
		join(s, s->left.list[k], s->right.list[mates[k]]);
		i = k + 1;
		j = mates[k] + 1;
	}
	join_gap(s, i, s->left.count, j, s->right.count);
	free(mates);
	close_sides(s);
}

void
align(struct align_entry *a, size_t a_count, struct align_entry *b,
    size_t b_count)
{
	struct sides s = { a, b, a_count, b_count, { NULL, 0 }, { NULL, 0 } };

	for (size_t i = 0; i < a_count; i++)
		a[i].mate = ALIGN_NONE;
	for (size_t i = 0; i < b_count; i++)
		b[i].mate = ALIGN_NONE;
	join_equals(&s, by_key);
	join_in_order(&s);
	join_equals(&s, by_print);
	join_equals(&s, by_name);
}

/*
 * The longest rising run of mates, by patience: `tops` holds, for each length,
 * the member that a run of this length ends at with the least mate.
 */
static size_t
find_rising(char *kept, const struct align_entry *entries,
    const size_t *asked, size_t count)
{
	size_t *tops = xcalloc(count + 1, sizeof(*tops));
	size_t *before = xcalloc(count + 1, sizeof(*before));
	size_t length = 0, low, high, mid;

	for (size_t i = 0; i < count; i++) {
		for (low = 0, high = length; low < high;) {
			mid = (low + high) / 2;
			if (entries[asked[tops[mid]]].mate <
			    entries[asked[i]].mate)
				low = mid + 1;
			else
				high = mid;
		}
		before[i] = low ? tops[low - 1] : 0;
		tops[low] = i;
		length += low == length;
	}
	for (size_t k = length, i = length ? tops[length - 1] : 0; k > 0; k--) {
		kept[i] = 1;
		i = before[i];
	}
	free(before);
	free(tops);
	return length;
}

size_t
align_moved(const struct align_entry *entries, size_t count, const char *loose)
{
	size_t *asked = xcalloc(count + 1, sizeof(*asked));
	char *kept = xcalloc(count + 1, 1);
	size_t number = 0, first = ALIGN_NONE;

	for (size_t i = 0; i < count; i++)
		if (entries[i].mate != ALIGN_NONE &&
		    strcmp(entries[i].name, loose))
			asked[number++] = i;
	if (find_rising(kept, entries, asked, number) < number)
		for (first = 0; kept[first];)
			first++;
	first = first == ALIGN_NONE ? first : asked[first];
	free(kept);
	free(asked);
	return first;
}
