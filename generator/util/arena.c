#include "util/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"

enum { BLOCK = 65536 };

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) char data[];
};

static struct arena_block *
add_block(struct arena *arena, size_t size)
{
	struct arena_block *b = xcalloc(1, sizeof(*b) + size);

	b->size = size;
	b->next = arena->blocks;
	arena->blocks = b;
	return b;
}

void *
arena_alloc(struct arena *arena, size_t len)
{
	const size_t step = alignof(max_align_t);
	struct arena_block *b = arena->blocks;
	size_t size;
	void *place;

	/* what is too large for memory shall fail there */
	size = len > SIZE_MAX / 2 ? len : (len + step - 1) / step * step;
	if (!b || b->size - b->used < size)
		b = add_block(arena, size > BLOCK ? size : BLOCK);
	place = b->data + b->used;
	b->used += size;
	return place;
}

char *
arena_copy(struct arena *arena, const void *data, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (len)
		memcpy(copy, data, len);
	return copy;
}

void
arena_dispose(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;

		free(arena->blocks);
		arena->blocks = next;
	}
}
