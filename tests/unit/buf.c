#include "unit.h"

#include "util/buf.h"

static void
test_empty(void **state)
{
	struct buf b = BUF_INIT;
	char *s;

	(void)state;
	assert_string_equal(buf_string(&b), "");
	s = buf_detach(&b);
	assert_string_equal(s, "");
	free(s);
	buf_dispose(&b);
}

static void
test_grows(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 10000; i++)
		buf_putc(&b, (char)('a' + i % 26));
	assert_int_equal(b.len, 10000);
	assert_int_equal(b.data[9999], 'a' + 9999 % 26);
	assert_int_equal(b.data[10000], 0);
	buf_clear(&b);
	assert_string_equal(buf_string(&b), "");
	buf_dispose(&b);
	assert_null(b.data);
}

static void
test_mixed(void **state)
{
	struct buf b = BUF_INIT;
	char *s;

	(void)state;
	buf_puts(&b, "a");
	buf_printf(&b, "-%d-%s", 42, "b");
	buf_add(&b, "c\0d", 3);
	buf_add(&b, NULL, 0);
	assert_int_equal(b.len, 9);
	assert_memory_equal(b.data, "a-42-bc\0d", 10);
	s = buf_detach(&b);
	assert_int_equal(b.len, 0);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest buf[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_grows),
		cmocka_unit_test(test_mixed),
	};

	return RUN(buf);
}
