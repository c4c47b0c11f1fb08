#include "unit.h"

#include "util/catalogue.h"

static void
test_rows(void **state)
{
	(void)state;
	assert_string_equal(catalogue_title(MSG_DATE),
	    "a date or time is not of the right form");
	assert_int_equal(catalogue_level(MSG_DATE), LEVEL_ERROR);
	assert_int_equal(catalogue_level(MSG_QUOTES), LEVEL_ADVICE);
	assert_int_equal(catalogue_level(MSG_OPTION), LEVEL_USAGE);
}

static void
test_unknown(void **state)
{
	(void)state;
	assert_null(catalogue_title(0));
	assert_null(catalogue_title(9999));
	assert_int_equal(catalogue_level(9999), LEVEL_ERROR);
}

#define NUMBER(name, number, level, title) number,

/* A number stands once, and in its order. */
static void
test_order(void **state)
{
	static const unsigned numbers[] = { CATALOGUE(NUMBER) };

	(void)state;
	for (size_t i = 1; i < sizeof(numbers) / sizeof(*numbers); i++)
		assert_true(numbers[i - 1] < numbers[i]);
}

static void
test_topics(void **state)
{
	(void)state;
	assert_string_equal(catalogue_topic(MSG_DATE), "Dates and timetable");
	assert_null(catalogue_topic(9999));
}

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(level_word(LEVEL_OFF), "off");
	assert_string_equal(level_word(LEVEL_ADVICE), "advice");
	assert_string_equal(level_word(LEVEL_WARNING), "warning");
	assert_string_equal(level_word(LEVEL_MACHINE), "error");
}

int
main(void)
{
	const struct CMUnitTest catalogue[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_topics),
		cmocka_unit_test(test_words),
	};

	return RUN(catalogue);
}
