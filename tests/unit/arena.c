#include "unit.h"

#include "util/arena.h"

static void
holds_what_is_put_in(void **state)
{
	struct arena arena = ARENA_INIT;
	char *small[2000], *large;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		char text[16];

		snprintf(text, sizeof(text), "text %d", i);
		small[i] = arena_copy(&arena, text, strlen(text));
	}
	large = arena_alloc(&arena, 1000000);
	assert_int_equal(large[0] | large[999999], 0);
	memset(large, 'x', 1000000);
	assert_string_equal(small[0], "text 0");
	assert_string_equal(small[1999], "text 1999");
	assert_int_equal((uintptr_t)arena_alloc(&arena, 1) %
	    _Alignof(max_align_t), 0);
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	arena_dispose(&arena);
	assert_null(arena.blocks);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_what_is_put_in),
	};

	return RUN(tests);
}
