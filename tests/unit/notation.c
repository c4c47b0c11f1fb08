#include "unit.h"

#include "pipeline/notation.h"

/* All of `good` are of the notation, none of `wrong` is; NULL ends each. */
static void
try(int (*is)(const char *), const char *const *good,
    const char *const *wrong)
{
	for (; *good; good++)
		if (!is(*good))
			fail_msg("'%s' is refused", *good);
	for (; *wrong; wrong++)
		if (is(*wrong))
			fail_msg("'%s' is accepted", *wrong);
}

static void
test_number(void **state)
{
	(void)state;
	assert_int_equal(notation_number("1", 1, 100), 1);
	assert_int_equal(notation_number("100", 1, 100), 100);
	assert_int_equal(notation_number("101", 1, 100), 0);
	assert_int_equal(notation_number("0", 0, 100), 0);
	assert_int_equal(notation_number("01", 1, 100), 0);
	assert_int_equal(notation_number("", 0, 100), 0);
	assert_int_equal(notation_number("4x", 1, 100), 0);
	assert_int_equal(notation_number("-4", 1, 100), 0);
	assert_int_equal(notation_number("99999999999999999999", 1, 100), 0);
}

static void
test_decision(void **state)
{
	static const char *const good[] = {
		"2/6", "57/301", "S-33/1", "ES-10/24", "PRST/35/1", "16-16",
		"1993/2 A", "3314 (XXIX)", "377 A (V)", "1540 (2004)", "V/15",
		"1/CP.16", "RC-8/1", NULL
	};
	static const char *const wrong[] = {
		"", "two", "6", "2/", "/6", "2//6", "2/6/7", "S", "S-", "V/X",
		"2/6 a", "2/6 AB", "2/6 (", "2/6 (x)", "2/6x", " 2/6", "2/6 ",
		"ABCDEF/1", "A./1", "1\xe2\x80\x93" "2", NULL
	};

	(void)state;
	try(notation_is_decision, good, wrong);
}

static void
test_item(void **state)
{
	static const char *const good[] = {
		"2", "137", "3.b", "8.a-c", "1.a.ii", "1.a.i-iii", NULL
	};
	static const char *const wrong[] = {
		"", "0", "a", "3.", "3.B", "3.ab", "3-4", "8.c-a", "8.a-a",
		"8.a-", "8.-c", "8.a-c.i", "1.a.b", "1.a.iiii", "1.a.ii.1",
		"3b", "3 b", NULL
	};

	(void)state;
	try(notation_is_item, good, wrong);
}

static void
test_addenda(void **state)
{
	static const char *const good[] = { "all", "2", "1-3", "9-12", NULL };
	static const char *const wrong[] = {
		"", "none", "0", "1-", "-3", "3-1", "1-1", "1-2-3", "1,3", NULL
	};

	(void)state;
	try(notation_is_addenda, good, wrong);
}

static void
test_address(void **state)
{
	static const char *const good[] = {
		"https://www.un.org/en/", "http://un.org", "HTTP://un.org",
		"https://un.org:8080/x?y=(1)#z", "https://un.org?x", NULL
	};
	static const char *const wrong[] = {
		"", "www.un.org", "ftp://un.org", "https://", "https://un",
		"https:// un.org", "https://un.org/a b", "https://.org",
		"https://org.", "https://un.org/<", "https://un.org@x.org",
		"https://un.org/\xc3\xa9", "javascript:alert(1)", NULL
	};

	(void)state;
	try(notation_is_address, good, wrong);
}

static void
test_language(void **state)
{
	static const char *const good[] = {
		"fr", "la", "swa", "pt-BR", "zh-Hans-CN", "sr-Latn", NULL
	};
	static const char *const wrong[] = {
		"", "f", "FR", "fra1", "latin", "pt_BR", "pt-", "pt-B",
		"pt-BR ", "-fr", "pt-Brazilian1", NULL
	};

	(void)state;
	try(notation_is_language, good, wrong);
}

int
main(void)
{
	const struct CMUnitTest notation[] = {
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_decision),
		cmocka_unit_test(test_item),
		cmocka_unit_test(test_addenda),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_language),
	};

	return RUN(notation);
}
