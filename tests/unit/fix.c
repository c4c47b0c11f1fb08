#include "util/fix.h"

#include "unit.h"
#include "util/buf.h"

static struct buf
text_of(const char *s)
{
	struct buf b = BUF_INIT;

	buf_puts(&b, s);
	return b;
}

static void
test_apply(void **state)
{
	struct buf text = text_of("0123456789"), out = BUF_INIT;
	struct fixes f = { NULL, 0, 0 };

	(void)state;
	fixes_add(&f, 1, 8, 9, "EIGHT");
	fixes_add(&f, 0, 0, 2, "");
	fixes_add(&f, 2, 4, 4, "-");
	assert_int_equal(fixes_apply(&out, &text, &f), 3);
	assert_string_equal(out.data, "23-4567EIGHT9");
	fixes_dispose(&f);
	buf_dispose(&text);
	buf_dispose(&out);
}

/* Of two that overlap, the first; none that reaches beyond the text. */
static void
test_overlap(void **state)
{
	struct buf text = text_of("abcdef"), out = BUF_INIT;
	struct fixes f = { NULL, 0, 0 };

	(void)state;
	fixes_add(&f, 0, 3, 9, "no");
	fixes_add(&f, 1, 1, 3, "X");
	fixes_add(&f, 2, 2, 4, "no");
	fixes_add(&f, 3, 1, 3, "no");
	assert_int_equal(fixes_apply(&out, &text, &f), 1);
	assert_string_equal(out.data, "aXdef");
	buf_clear(&out);
	fixes_forget(&f);
	assert_int_equal(fixes_apply(&out, &text, &f), 0);
	assert_string_equal(out.data, "abcdef");
	fixes_dispose(&f);
	buf_dispose(&text);
	buf_dispose(&out);
}

static void
test_diff(void **state)
{
	struct buf before = text_of("a\nb\nc"), after = text_of("a\nB\nC");
	char *printed = NULL;
	size_t len;
	FILE *file = open_memstream(&printed, &len);

	(void)state;
	fixes_print_diff(file, "x", &before, &after);
	fclose(file);
	assert_string_equal(printed, "--- x\n+++ x\n@@ -2 +2 @@\n-b\n+B\n"
	    "@@ -3 +3 @@\n-c\n\\ No newline at end of file\n"
	    "+C\n\\ No newline at end of file\n");
	free(printed);
	buf_dispose(&before);
	buf_dispose(&after);
}

int
main(void)
{
	const struct CMUnitTest fix[] = {
		cmocka_unit_test(test_apply),
		cmocka_unit_test(test_overlap),
		cmocka_unit_test(test_diff),
	};

	return RUN(fix);
}
