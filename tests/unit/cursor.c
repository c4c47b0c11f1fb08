#include "unit.h"

#include "util/cursor.h"

static void
test_counts_characters(void **state)
{
	static const char text[] = "a\xc3\xa9\xe4\xb8\xad\nxy";
	struct cursor c = cursor_start(text, sizeof(text) - 1);

	(void)state;
	assert_int_equal(c.line, 1);
	assert_int_equal(c.column, 1);
	cursor_advance(&c, text, 6);
	assert_int_equal(c.column, 4);
	cursor_advance(&c, text, 8);
	assert_int_equal(c.line, 2);
	assert_int_equal(c.column, 2);
}

static void
test_byte_order_mark(void **state)
{
	static const char text[] = "\xef\xbb\xbf<a/>";
	struct cursor c = cursor_start(text, sizeof(text) - 1);

	(void)state;
	cursor_advance(&c, text, 4);
	assert_int_equal(c.column, 2);
}

static void
test_utf8(void **state)
{
	static const struct {
		const char *text;
		size_t good;
	} cases[] = {
		{ "", 0 },
		{ "abc", 3 },
		{ "\xc3\xa9", 2 },
		{ "\xf4\x8f\xbf\xbf", 4 },
		{ "a\xe9t", 1 },		/* Latin-1 */
		{ "\xc0\xaf", 0 },		/* longer than need be */
		{ "\xe0\x80\xaf", 0 },
		{ "\xed\xa0\x80", 0 },		/* a surrogate */
		{ "\xf4\x90\x80\x80", 0 },	/* beyond the last */
		{ "\xf8\x88\x80\x80\x80", 0 },
		{ "ab\xe4\xb8", 2 },		/* cut short */
		{ "\xff\xfe<", 0 },		/* UTF-16 */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(utf8_check(cases[i].text,
		    strlen(cases[i].text)), cases[i].good);
}

static void
test_next(void **state)
{
	static const struct {
		const char *text;
		unsigned c;
		size_t len;
	} cases[] = {
		{ "", 0, 0 },
		{ "ab", 'a', 1 },
		{ "\xc3\xa9t", 0xe9, 2 },
		{ "\xe4\xbc\x9a", 0x4f1a, 3 },
		{ "\xf0\xa0\x80\x80x", 0x20000, 4 },
		{ "\xe9t", ' ', 1 },		/* Latin-1 */
		{ "\xe4\xb8", ' ', 1 },		/* cut short */
	};
	size_t len;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(utf8_next(&len, cases[i].text), cases[i].c);
		assert_int_equal(len, cases[i].len);
	}
}

int
main(void)
{
	const struct CMUnitTest cursor[] = {
		cmocka_unit_test(test_counts_characters),
		cmocka_unit_test(test_byte_order_mark),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_next),
	};

	return RUN(cursor);
}
