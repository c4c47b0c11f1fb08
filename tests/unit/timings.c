#include "unit.h"

#include "util/clock.h"
#include "util/timings.h"

static void
test_timings(void **state)
{
	struct timings t = { { 0 } }, more = { { 0 } };
	double start = clock_seconds(), before = start;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	usleep(2000);
	timings_lap(&t, STAGE_READ, &start);
	assert_true(t.seconds[STAGE_READ] >= 0.002);
	assert_true(start >= before + 0.002);
	t.seconds[STAGE_READ] = 0.25;
	more.seconds[STAGE_READ] = 0.5;
	more.seconds[STAGE_PUBLISH] = 1;
	timings_add(&t, &more);
	timings_print(&t, 2, out);
	fclose(out);
	assert_string_equal(text, "read          0.7500 s\n"
	    "publish       1.0000 s\n"
	    "all           2.0000 s\n");
	free(text);
	for (int i = 0; i < STAGES; i++)
		assert_true(*stage_word((enum stage)i));
}

static void
test_time_of_day(void **state)
{
	char text[CLOCK_TEXT];
	int year;

	(void)state;
	clock_print(text);
	assert_int_equal(strlen(text), strlen("2026-11-24T15:04:05Z"));
	assert_int_equal(sscanf(text, "%d-", &year), 1);
	assert_true(year > 2020 && text[10] == 'T' && text[19] == 'Z');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_timings),
		cmocka_unit_test(test_time_of_day),
	};

	return RUN(tests);
}
