#include "unit.h"

#include <time.h>

#include "util/buf.h"
#include "util/date.h"

static void
test_form(void **state)
{
	static const char *const wrong[] = {
		"", "2007", "2007-1-03", "2007-10-3", "07-10-03",
		"2007/10/03", "2007-10-03 ", " 2007-10-03", "2007-10-0x",
		"3 October 2007"
	};
	long days;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(date_parse(&days, wrong[i]), DATE_FORM);
}

static void
test_no_such_day(void **state)
{
	static const char *const wrong[] = {
		"2007-02-29", "1900-02-29", "2007-13-01", "2007-00-01",
		"2007-01-00", "2007-04-31", "0000-01-01"
	};
	long days;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(date_parse(&days, wrong[i]), DATE_NONE);
	assert_int_equal(date_parse(&days, "2000-02-29"), DATE_OK);
	assert_int_equal(date_parse(&days, "2008-02-29"), DATE_OK);
}

/* Every day of two centuries, against the C library. */
static void
test_days(void **state)
{
	char text[16];

	(void)state;
	for (long day = -36525; day < 36525; day++) {
		time_t seconds = (time_t)day * 86400;
		struct tm tm;
		long days;

		gmtime_r(&seconds, &tm);
		strftime(text, sizeof(text), "%Y-%m-%d", &tm);
		assert_int_equal(date_parse(&days, text), DATE_OK);
		assert_int_equal(days, day);
		if (day >= 0)
			assert_int_equal(date_year(days), tm.tm_year + 1900);
	}
}

static void
test_time(void **state)
{
	int minutes;

	(void)state;
	assert_int_equal(time_parse(&minutes, "15:30"), DATE_OK);
	assert_int_equal(minutes, 930);
	assert_int_equal(time_parse(&minutes, "00:00"), DATE_OK);
	assert_int_equal(time_parse(&minutes, "24:00"), DATE_NONE);
	assert_int_equal(time_parse(&minutes, "10:60"), DATE_NONE);
	assert_int_equal(time_parse(&minutes, "3 p.m."), DATE_FORM);
	assert_int_equal(time_parse(&minutes, "9:00"), DATE_FORM);
}

static void
test_format(void **state)
{
	static const char *const dates[] = {
		"0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29",
		"2007-10-03", "2008-12-31", "9999-12-31",
	};
	struct buf b = BUF_INIT;
	long days;

	(void)state;
	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++) {
		assert_int_equal(date_parse(&days, dates[i]), DATE_OK);
		date_format(&b, days);
		assert_string_equal(buf_string(&b), dates[i]);
		buf_clear(&b);
	}
	buf_dispose(&b);
}

int
main(void)
{
	const struct CMUnitTest date[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_no_such_day),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_format),
	};

	return RUN(date);
}
