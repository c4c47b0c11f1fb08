#ifndef UTIL_TABLE_H
#define UTIL_TABLE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Numbers by number.  A key is part of a digest, so that it is spread well and
 * no two things have the same.  Zeroed to begin with.
 */
struct table {
	struct table_row {
		uint64_t key, value;
		int used;
	} *rows;
	size_t count, size;
};

/* The value, to be read or set, until the next table_add; NULL: no such key. */
uint64_t *table_find(const struct table *, uint64_t key);

/* The same of a key that is added, with 0, if it is not there. */
uint64_t *table_add(struct table *, uint64_t key);

void table_dispose(struct table *);

#endif
