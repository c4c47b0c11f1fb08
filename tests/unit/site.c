#include "unit.h"

#include "util/site.h"

static void
test_variable(void **state)
{
	char path[] = "PATH=/bin", pathology[] = "PATHOLOGY=x", none[] = "A=";
	char *environment[] = { pathology, none, path, NULL };
	const struct site site = { .environment = environment };

	(void)state;
	assert_string_equal(site_variable(&site, "PATH"), "/bin");
	assert_null(site_variable(&site, "A"));
	assert_null(site_variable(&site, "B"));
}

int
main(void)
{
	const struct CMUnitTest site[] = { cmocka_unit_test(test_variable) };

	return RUN(site);
}
