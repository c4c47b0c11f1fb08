#include "unit.h"

#include "util/table.h"

static void
test_table(void **state)
{
	struct table t = { NULL, 0, 0 };

	(void)state;
	assert_null(table_find(&t, 7));
	/* keys that lie far apart, side by side, and on one place */
	for (uint64_t i = 0; i < 10000; i++)
		*table_add(&t, i % 3 ? i * 0x9e3779b97f4a7c15 : i << 20) = i;
	assert_int_equal(t.count, 10000);
	for (uint64_t i = 0; i < 10000; i++)
		assert_int_equal(*table_find(&t, i % 3 ?
		    i * 0x9e3779b97f4a7c15 : i << 20), i);
	assert_null(table_find(&t, 1));
	*table_add(&t, 0) += 5;
	assert_int_equal(*table_find(&t, 0), 5);
	assert_int_equal(t.count, 10000);
	table_dispose(&t);
	assert_null(table_find(&t, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table)
	};

	return RUN(tests);
}
