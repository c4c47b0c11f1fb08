#include "unit.h"

#include "pipeline/symbol.h"
#include "util/buf.h"

static void
test_good(void **state)
{
	static const char *const symbols[] = {
		"CTOC/COP/WG.2/2007/1", "A/71/101/Rev.1/Add.1", "S/2015/1",
		"E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1", "A/76/100*", "A/1/1**",
		"ST/CS/SER.A/44/Rev.1*", "A/80/6 (Sect. 24)/Corr.1",
		"FCCC/CP/2005/4/Add.1", "A/CONF.183/9", "CAC/COSP/IRG/2025/L.1",
		"E/2007/INF/2", "ST/AI/2004/3", "A/C.3/62/L.3", "TD/B/COM.1/89",
		"A/RES/2205(XXI)", "S/RES/1540 (2004)", "A/BUR/62/1",
		"CRC/C/OPSC/Misc.1", "UNEP/GC.23/INF/1", "A/S-10/2",
		"A/76/100 (Part I)/Add.1", "A/80/6 (Introduction)",
		"A/75/6 (Income sect. 1)",
	};
	struct buf why = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(symbols) / sizeof(*symbols); i++) {
		if (symbol_check(&why, symbols[i]) < 0)
			fail_msg("%s: %s", symbols[i], buf_string(&why));
	}
	buf_dispose(&why);
}

static void
test_wrong(void **state)
{
	static const struct {
		const char *symbol, *why;
	} cases[] = {
		{ "foo", "it starts with 'foo', and not with one to five "
		    "capital letters" },
		{ "", "it starts with '', and not with one to five capital "
		    "letters" },
		{ "CTOC", "it has no slash" },
		{ "A//1", "nothing stands between or behind two slashes" },
		{ "A/62/", "nothing stands between or behind two slashes" },
		{ "A/62/1/Rev1", "write 'Rev.1' for 'Rev1'" },
		{ "CTOC/COP/WG2/1", "write 'WG.2' for 'WG2'" },
		{ "A/62/1/rev.1", "'rev.1' must be as in Rev.1, Add.1 or "
		    "Corr.1" },
		{ "A/62/1/REV.1", "'REV.1' must be as in Rev.1, Add.1 or "
		    "Corr.1" },
		{ "A/62/1/Add.", "'Add.' must be as in Rev.1, Add.1 or "
		    "Corr.1" },
		{ "A/62/1/Rev", "'Rev' must be as in Rev.1, Add.1 or "
		    "Corr.1" },
		{ "A/62/1x", "'1x' is no part of a symbol" },
		{ "A/62/-", "'-' is no part of a symbol" },
		{ "A/62/1***", "'1*' is no part of a symbol" },
		{ "A/62 (what)/1", "'62 (what)' is no part of a symbol" },
		{ "a/62/1", "it starts with 'a', and not with one to five "
		    "capital letters" },
	};
	struct buf why = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(symbol_check(&why, cases[i].symbol), -1);
		assert_string_equal(buf_string(&why), cases[i].why);
		buf_clear(&why);
	}
	buf_dispose(&why);
}

static void
test_series(void **state)
{
	(void)state;
	assert_true(symbol_has_series("CTOC/COP/2005/8", "CTOC/COP"));
	assert_false(symbol_has_series("CTOC/COPY/2005/8", "CTOC/COP"));
	assert_false(symbol_has_series("CTOC/COP", "CTOC/COP"));
	assert_false(symbol_has_series("A/1", "CTOC/COP"));
}

static void
test_modifier(void **state)
{
	(void)state;
	assert_int_equal(symbol_modifier("A/1/Add.2", "Add"), 2);
	assert_int_equal(symbol_modifier("A/80/6 (Sect. 24)/Corr.1*", "Corr"),
	    1);
	assert_int_equal(symbol_modifier("A/1/Rev.1/Add.2", "Rev"), 0);
	assert_int_equal(symbol_modifier("A/1/Add", "Add"), 0);
	assert_int_equal(symbol_modifier("A/1/Addx.1", "Add"), 0);
	assert_int_equal(symbol_modifier("A", "Add"), 0);
	assert_int_equal(symbol_modifier("A/Add.99999999999999999999", "Add"),
	    999999);
}

static void
test_next(void **state)
{
	static const struct {
		const char *symbol, *word, *next;
	} cases[] = {
		{ "A/1", "Add", "A/1/Add.1" },
		{ "A/1/Add.9", "Add", "A/1/Add.10" },
		{ "A/1/Add.2", "Corr", "A/1/Add.2/Corr.1" },
		{ "A/1/Rev.1**", "Rev", "A/1/Rev.2" },
		{ "A/80/6 (Sect. 24)", "Corr", "A/80/6 (Sect. 24)/Corr.1" },
	};
	struct buf next = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		symbol_next(&next, cases[i].symbol, cases[i].word);
		assert_string_equal(buf_string(&next), cases[i].next);
		buf_clear(&next);
	}
	buf_dispose(&next);
}

int
main(void)
{
	const struct CMUnitTest symbol[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_series),
		cmocka_unit_test(test_modifier),
		cmocka_unit_test(test_next),
	};

	return RUN(symbol);
}
