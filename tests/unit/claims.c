#include "unit.h"

#include "pipeline/claims.h"

static void
test_claims(void **state)
{
	struct claims *c = claims_new();

	(void)state;
	assert_null(claims_owner(c, "a.pdf"));
	assert_null(claims_take(c, "a.pdf", "a.xml"));
	assert_null(claims_take(c, "b.pdf", "b.xml"));
	assert_null(claims_take(c, "a.pdf", "a.xml"));
	assert_string_equal(claims_take(c, "a.pdf", "c.xml"), "a.xml");
	assert_string_equal(claims_owner(c, "b.pdf"), "b.xml");
	assert_null(claims_take(c, "d.pdf", "a.xml"));
	claims_drop(c, "a.xml");
	assert_null(claims_owner(c, "a.pdf"));
	assert_null(claims_owner(c, "d.pdf"));
	assert_string_equal(claims_owner(c, "b.pdf"), "b.xml");
	assert_null(claims_take(c, "a.pdf", "c.xml"));
	claims_free(c);
	claims_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims)
	};

	return RUN(tests);
}
