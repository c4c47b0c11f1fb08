#include "unit.h"

/* It is part of what is loaded into LuaTeX, and not of the program. */
#include "engine/preload/huge.c"

enum { COUNT = 3 };

static void
fills_whole_huge_pages(void **state)
{
	char *p = huge_map(COUNT * HUGE_PAGE);

	(void)state;
	assert_non_null(p);
	assert_int_equal((uintptr_t)p % HUGE_PAGE, 0);
	for (size_t i = 0; i < COUNT * HUGE_PAGE; i += PAGE)
		assert_int_equal(p[i], 0);
	memset(p, 'x', COUNT * HUGE_PAGE);
	munmap(p, COUNT * HUGE_PAGE);
	assert_null(huge_map((size_t)1 << 60));
}

static void
replaces_what_is_there(void **state)
{
	char *p = huge_map(COUNT * HUGE_PAGE), *room = huge_map(HUGE_PAGE);

	(void)state;
	for (size_t i = 0; i < COUNT * HUGE_PAGE; i++)
		p[i] = (char)(i % 251);
	huge_replace(p + HUGE_PAGE, room);
	for (size_t i = 0; i < COUNT * HUGE_PAGE; i++)
		if (p[i] != (char)(i % 251))
			fail_msg("byte %zu is another", i);
	p[HUGE_PAGE] = p[2 * HUGE_PAGE - 1] = 'y';
	/* the room is free for others */
	assert_int_equal(mincore(room, PAGE, (unsigned char[1]){ 0 }), -1);
	munmap(p, COUNT * HUGE_PAGE);
}

/* The room is not whole: nothing may be lost. */
static void
leaves_what_it_cannot_replace(void **state)
{
	char *p = huge_map(HUGE_PAGE), *room = huge_map(HUGE_PAGE);

	(void)state;
	memset(p, 'p', HUGE_PAGE);
	/* two mappings cannot be moved as one */
	assert_int_equal(mprotect(room, PAGE, PROT_READ | PROT_WRITE |
	    PROT_EXEC), 0);
	huge_replace(p, room);
	for (size_t i = 0; i < HUGE_PAGE; i++)
		if (p[i] != 'p')
			fail_msg("byte %zu is another", i);
	munmap(p, HUGE_PAGE);
}

/* What the first child had the engine and others may not have. */
static void
leaves_what_is_not_there(void **state)
{
	char *p = huge_map(HUGE_PAGE), *room = huge_map(HUGE_PAGE);

	(void)state;
	room[0] = 'r';
	munmap(p + PAGE, HUGE_PAGE - PAGE);
	huge_replace(p, room);
	assert_int_equal(room[0], 'r');
	munmap(p, PAGE);
	munmap(room, HUGE_PAGE);
}

static void
knows_what_they_are_worth(void **state)
{
	(void)state;
	assert_in_range(huge_worth(), 1, 100 * HUGE_PAGE / PAGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fills_whole_huge_pages),
		cmocka_unit_test(replaces_what_is_there),
		cmocka_unit_test(leaves_what_it_cannot_replace),
		cmocka_unit_test(leaves_what_is_not_there),
		cmocka_unit_test(knows_what_they_are_worth),
	};

	return RUN(tests);
}
