#include "pipeline/script.h"

#include "unit.h"
#include "util/buf.h"

static void
check(void make(struct buf *, const char *), const char *text,
    const char *expected)
{
	struct buf b = BUF_INIT;

	make(&b, text);
	assert_string_equal(buf_string(&b), expected);
	buf_dispose(&b);
}

static void
joins_chinese(void **state)
{
	(void)state;
	check(script_join, "", "");
	check(script_join, "缔约方会议\n\t决定", "缔约方会议决定");
	check(script_join, "决定， 并", "决定，并");
	check(script_join, "“提案” 的", "“提案”的");
	check(script_join, "第 2/6 号", "第 2/6 号");
	check(script_join, "on the left", "on the left");
	check(script_join, " 会 ", " 会 ");
	check(script_join, "𠀀 𠀁", "𠀀𠀁");
}

/* 2066 to 2069 around letters, 202A to 202C around figures. */
static void
marks_runs(void **state)
{
	(void)state;
	check(script_mark_runs, "", "");
	check(script_mark_runs, "الدورة", "الدورة");
	check(script_mark_runs, "في عام 2008.",
	    "في عام \u202A2008\u202C.");
	check(script_mark_runs, "CTOC/COP/WG.2/2007/1",
	    "\u2066CTOC/COP/WG.2/2007/1\u2069");
	check(script_mark_runs, "2/6", "\u202A2/6\u202C");
	check(script_mark_runs, "الوثيقة A/72/100.",
	    "الوثيقة \u2066A/72/100\u2069.");
}

/* From right to left the first of two figures stands at the right, even where
   no Arabic letter is near. */
static void
marks_spans(void **state)
{
	(void)state;
	check(script_mark_runs, "00/10-00/13",
	    "\u202A00/10\u202C-\u202A00/13\u202C");
	check(script_mark_runs, "3-5 تشرين",
	    "\u202A3\u202C-\u202A5\u202C تشرين");
}

static void
marks_brackets(void **state)
{
	(void)state;
	check(script_mark_runs, "(أ)", "\u2067(\u2069أ\u2067)\u2069");
	check(script_mark_runs, "A (b) c", "\u2066A (b) c\u2069");
}

/* Marks of the text's own would end up as TeX's braces. */
static void
leaves_marks_out(void **state)
{
	(void)state;
	check(script_mark_runs, "\u2069أ\u202C\u2066", "أ");
	check(script_mark_runs, "\u202Eabc", "\u2066abc\u2069");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_chinese),
		cmocka_unit_test(marks_runs),
		cmocka_unit_test(marks_spans),
		cmocka_unit_test(marks_brackets),
		cmocka_unit_test(leaves_marks_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
