#include "unit.h"

#include "util/suggest.h"

static const char *
best(const char *word, const char *const *candidates)
{
	struct suggest s = suggest_new(word);

	for (; *candidates; candidates++)
		suggest_try(&s, *candidates);
	return s.best;
}

static void
test_distance(void **state)
{
	(void)state;
	assert_int_equal(suggest_distance("title", "title"), 0);
	assert_int_equal(suggest_distance("titel", "title"), 1);
	assert_int_equal(suggest_distance("Title", "title"), 0);
	assert_int_equal(suggest_distance("itm", "item"), 1);
	assert_int_equal(suggest_distance("itemm", "item"), 1);
	assert_int_equal(suggest_distance("", "item"), 4);
}

static void
test_long(void **state)
{
	char word[200];

	(void)state;
	memset(word, 'a', sizeof(word));
	word[199] = '\0';
	assert_int_equal(suggest_distance(word, "item"), 203);
}

static void
test_best(void **state)
{
	static const char *const names[] = {
		"list", "masthead", "title", "item", "id", NULL
	};

	(void)state;
	assert_string_equal(best("titel", names), "title");
	assert_string_equal(best("mast", names), "masthead");
	assert_string_equal(best("items", names), "item");
	assert_null(best("paragraph", names));
	assert_null(best("", names));
}

int
main(void)
{
	const struct CMUnitTest suggest[] = {
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_best),
	};

	return RUN(suggest);
}
