#include "util/table.h"

#include <stdlib.h>

#include "util/alloc.h"

/* A power of two, so that a row's place is the end of its key. */
enum { LEAST = 64 };

/* The row of the key, or the free one where it would be. */
static struct table_row *
row_of(const struct table *t, uint64_t key)
{
	size_t i = key & (t->size - 1);

	while (t->rows[i].used && t->rows[i].key != key)
		i = (i + 1) & (t->size - 1);
	return &t->rows[i];
}

static void
grow(struct table *t)
{
	struct table bigger = { NULL, t->count, t->size ? t->size * 2 : LEAST };

	bigger.rows = xcalloc(bigger.size, sizeof(*bigger.rows));
	for (size_t i = 0; i < t->size; i++)
		if (t->rows[i].used)
			*row_of(&bigger, t->rows[i].key) = t->rows[i];
	free(t->rows);
	*t = bigger;
}

uint64_t *
table_find(const struct table *t, uint64_t key)
{
	struct table_row *row = t->size ? row_of(t, key) : NULL;

	return row && row->used ? &row->value : NULL;
}

uint64_t *
table_add(struct table *t, uint64_t key)
{
	struct table_row *row;

	/* a third is free, so that a search is short and has an end */
	if (t->count * 3 >= t->size * 2)
		grow(t);
	row = row_of(t, key);
	if (!row->used) {
		*row = (struct table_row){ key, 0, 1 };
		t->count++;
	}
	return &row->value;
}

void
table_dispose(struct table *t)
{
	free(t->rows);
	*t = (struct table){ NULL, 0, 0 };
}
