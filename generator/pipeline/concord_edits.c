#include "pipeline/concord_edits.h"

#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"

/* More members left out than this: the lists have nothing to do together. */
enum { MOST = 1000 };

/*
 * E. W. Myers, "An O(ND) difference algorithm and its variations" (1986).
 * `reach[k]` is how far into the first list one comes, on the diagonal k, with
 * so many left out; the state of each round is kept to walk back.
 */
struct search {
	edits_equal *equal;
	const void *data;
	size_t from;		/* where both lists begin, behind equals */
	long a, b;		/* how many they have from there */
	long most;
	long *reach;		/* of diagonals -most - 1 to most + 1 */
	long **rounds;		/* of each, what reach was before it */
};

/* Moves down the diagonal as long as members are equal. */
static long
slide(const struct search *s, long x, long k)
{
	while (x < s->a && x - k < s->b && s->equal(s->data,
	    s->from + (size_t)x, s->from + (size_t)(x - k)))
		x++;
	return x;
}

/* Whether the diagonal k is come to by leaving out one of the second list. */
static int
is_down(const long *reach, long k, long d)
{
	return k == -d || (k != d && reach[k - 1] < reach[k + 1]);
}

/* One more left out; 1 when the end of both is come to. */
static int
advance(struct search *s, long *reach, long d)
{
	long x;

	for (long k = -d; k <= d; k += 2) {
		x = is_down(reach, k, d) ? reach[k + 1] : reach[k - 1] + 1;
		x = slide(s, x, k);
		reach[k] = x;
		if (x >= s->a && x - k >= s->b)
			return 1;
	}
	return 0;
}

/* From the end of both lists to their start; equals are mates. */
static void
walk_back(size_t *mates, const struct search *s, long d)
{
	long x = s->a, y = s->b, k, x_before = 0, y_before = 0;
	const long *reach;

	for (; d >= 0; d--) {
		reach = s->rounds[d] + d + 1;
		k = x - y;
		if (d > 0) {
			k += is_down(reach, k, d) ? 1 : -1;
			x_before = reach[k];
			y_before = x_before - k;
		} else {
			x_before = y_before = 0;
		}
		for (; x > x_before && y > y_before; x--, y--)
			mates[s->from + (size_t)x - 1] =
			    s->from + (size_t)y - 1;
		x = x_before;
		y = y_before;
	}
}

static void
search(size_t *mates, struct search *s)
{
	long *reach, d, found = -1;

	s->most = s->a + s->b < MOST ? s->a + s->b : MOST;
	s->reach = xcalloc((size_t)(2 * s->most + 3), sizeof(*s->reach));
	s->rounds = xcalloc((size_t)s->most + 1, sizeof(*s->rounds));
	reach = s->reach + s->most + 1;
	for (d = 0; d <= s->most && found < 0; d++) {
		size_t size = (size_t)(2 * d + 3);

		s->rounds[d] = xcalloc(size, sizeof(*reach));
		memcpy(s->rounds[d], reach - d - 1, size * sizeof(*reach));
		if (advance(s, reach, d))
			found = d;
	}
	if (found >= 0)
		walk_back(mates, s, found);
	for (d = 0; d <= s->most; d++)
		free(s->rounds[d]);
	free(s->rounds);
	free(s->reach);
}

void
edits_find(size_t *mates, size_t a, size_t b, edits_equal *equal,
    const void *data)
{
	struct search s = { equal, data, 0, 0, 0, 0, NULL, NULL };

	for (size_t i = 0; i < a; i++)
		mates[i] = (size_t)-1;
	for (; s.from < a && s.from < b && equal(data, s.from, s.from);
	    s.from++)
		mates[s.from] = s.from;
	for (; a > s.from && b > s.from && equal(data, a - 1, b - 1); a--, b--)
		mates[a - 1] = b - 1;
	s.a = (long)(a - s.from);
	s.b = (long)(b - s.from);
	if (s.a && s.b)
		search(mates, &s);
}
