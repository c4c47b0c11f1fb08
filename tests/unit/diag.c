#include "unit.h"

static const struct place late = {
	.file = "x.xml", .line = 9, .column = 1
};
static const struct place early = {
	.file = "x.xml", .line = 2, .column = 7
};

static void
test_order(void **state)
{
	struct diag d = DIAG_INIT;
	char *text;

	(void)state;
	assert_int_equal(diag_global(&d, MSG_PROGRAM, "no %s", "TeX"), -1);
	assert_int_equal(diag_at(&d, MSG_DATE, late, "one"), -1);
	assert_int_equal(diag_at(&d, MSG_QUOTES, late, "two"), 0);
	assert_int_equal(diag_at(&d, MSG_ALONE, early, "three"), 0);
	text = printed(&d);
	assert_string_equal(text,
	    "x.xml:2:7: warning: three [UNA-0601]\n"
	    "x.xml:9:1: error: one [UNA-0501]\n"
	    "x.xml:9:1: advice: two [UNA-0707]\n"
	    "unagenda: no TeX [UNA-0001]\n");
	free(text);
	assert_int_equal(d.count, 0);
	diag_dispose(&d);
}

static void
test_status(void **state)
{
	struct diag d = DIAG_INIT;

	(void)state;
	assert_int_equal(diag_status(&d), 0);
	diag_at(&d, MSG_QUOTES, late, "advice");
	diag_at(&d, MSG_ALONE, late, "warning");
	assert_int_equal(diag_status(&d), 0);
	diag_at(&d, MSG_DATE, late, "document");
	assert_int_equal(diag_status(&d), 1);
	diag_global(&d, MSG_OPTION, "command line");
	assert_int_equal(diag_status(&d), 2);
	diag_global(&d, MSG_PROGRAM, "machine");
	assert_int_equal(diag_status(&d), 3);
	diag_at(&d, MSG_DATE, late, "document");
	free(printed(&d));
	/* what was printed still counts */
	assert_int_equal(diag_status(&d), 3);
	diag_dispose(&d);
}

static void
test_limit(void **state)
{
	struct diag d = DIAG_INIT;
	char *text;

	(void)state;
	for (int i = 0; i < DIAG_MOST + 3; i++)
		diag_at(&d, MSG_DATE, late, "again");
	text = printed(&d);
	assert_non_null(strstr(text, "and 3 more messages\n"));
	free(text);
	diag_dispose(&d);
}

/* Cut between characters. */
static void
test_long(void **state)
{
	struct diag d = DIAG_INIT;
	char text[DIAG_LONGEST + 10], *end;

	(void)state;
	memset(text, 'a', sizeof(text));
	memcpy(text + DIAG_LONGEST - 1, "\xc3\xa9", 2);
	text[sizeof(text) - 1] = '\0';
	diag_at(&d, MSG_DATE, late, "%s", text);
	end = d.messages[0].text + DIAG_LONGEST - 3;
	assert_string_equal(end, "aa ...");
	diag_dispose(&d);
}

static void
test_control_characters(void **state)
{
	struct diag d = DIAG_INIT;
	const struct place evil = {
	.file = "\033[2J.xml", .line = 1, .column = 1
};
	char *text;

	(void)state;
	diag_at(&d, MSG_DATE, evil, "a\033b\nc");
	text = printed(&d);
	assert_string_equal(text,
	    " [2J.xml:1:1: error: a b c [UNA-0501]\n");
	free(text);
	diag_at(&d, MSG_DATE, evil, "left over");
	diag_dispose(&d);
}

int
main(void)
{
	const struct CMUnitTest diag[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_control_characters),
	};

	return RUN(diag);
}
