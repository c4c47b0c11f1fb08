#include "unit.h"

#include <limits.h>

/* It is part of what is loaded into LuaTeX, and not of the program: the C
 * library's own stay what they are here. */
int own_snprintf(char *, size_t, const char *, ...);
int own_checked(char *, size_t, int, size_t, const char *, ...);
#define snprintf own_snprintf
#define __snprintf_chk own_checked
#include "engine/preload/print.c"
#undef snprintf
#undef __snprintf_chk

/* Both write the same into as much room as that, and nothing behind it. */
#define SAME(size, format, value) \
	do { \
		char mine[64], theirs[64]; \
		memset(mine, '~', sizeof(mine)); \
		memset(theirs, '~', sizeof(theirs)); \
		assert_int_equal(own_snprintf(mine, size, format, value), \
		    snprintf(theirs, size, format, value)); \
		assert_memory_equal(mine, theirs, sizeof(mine)); \
		memset(mine, '~', sizeof(mine)); \
		own_checked(mine, size, 1, sizeof(mine), format, value); \
		assert_memory_equal(mine, theirs, sizeof(mine)); \
	} while (0)

/* As far from each other as a format may have them. */
static const long long values[] = {
	0, 1, -1, 9, 10, 15, 16, -10, 255, 256, 4095, 4096, 65535, 65536,
	99999, 100000, INT_MAX, INT_MIN, UINT_MAX, LLONG_MAX, LLONG_MIN
};

static void
same_in_any_room(long long value)
{
	for (size_t size = 0; size <= 24; size++) {
		SAME(size, "%d", (int)value);
		SAME(size, "%i", (int)value);
		SAME(size, "%ld", (long)value);
		SAME(size, "%li", (long)value);
		SAME(size, "%lld", value);
		SAME(size, "%02X", (unsigned)value);
		SAME(size, "%04X", (unsigned)value);
		SAME(size, "%9X", (unsigned)value);
		SAME(size, "%5d", (int)value);
		SAME(size, "%u", (unsigned)value);
		SAME(size, "%d%%", (int)value);
		SAME(size, "x %d", (int)value);
	}
}

static void
writes_numbers_as_the_library_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		same_in_any_room(values[i]);
}

static void
writes_many_numbers_so(void **state)
{
	unsigned x = 1;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		x = x * 1664525 + 1013904223;
		SAME(24, "%d", (int)x >> x % 31);
		SAME(24, "%04X", x >> x % 31);
	}
}

static void
writes_other_things_so(void **state)
{
	(void)state;
	SAME(64, "%s", "text");
	SAME(64, "%.3f", 1.23456);
	SAME(64, "%%%c", 'x');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_numbers_as_the_library_does),
		cmocka_unit_test(writes_many_numbers_so),
		cmocka_unit_test(writes_other_things_so),
	};

	return RUN(tests);
}
