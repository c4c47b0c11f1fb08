#include "unit.h"

#include "pdf/cmap.h"
#include "util/arena.h"

static struct cmap map;
static struct arena arena;

static const char *
text(unsigned code)
{
	return cmap_text(&map, code);
}

static void
read_cmap(const char *table)
{
	map = (struct cmap){ { NULL } };
	cmap_read(&map, &arena, table, strlen(table));
}

static void
characters(void **state)
{
	(void)state;
	read_cmap("2 beginbfchar <0003> <0041> <0004> <00660069> endbfchar\n"
	    "1 beginbfchar\n<05> <D835DC00>\nendbfchar");
	assert_string_equal(text(3), "A");
	assert_string_equal(text(4), "fi");
	assert_string_equal(text(5), "\xf0\x9d\x90\x80");
	assert_null(text(6));
}

static void
ranges(void **state)
{
	(void)state;
	read_cmap("2 beginbfrange <0010> <0012> <00E0> "
	    "<0020> <0021> [<4E2D> <6587>] endbfrange");
	assert_string_equal(text(0x10), "\xc3\xa0");
	assert_string_equal(text(0x12), "\xc3\xa2");
	assert_string_equal(text(0x20), "\xe4\xb8\xad");
	assert_string_equal(text(0x21), "\xe6\x96\x87");
	assert_null(text(0x13));
	assert_null(text(0x22));
	assert_null(text(0xffff));
}

/* Of private use, none, and half of a pair: nobody can read these. */
static void
unreadable(void **state)
{
	(void)state;
	read_cmap("beginbfchar <01> <E000> <02> <0000> <03> <FEFF> "
	    "<04> <DB80DC00> <05> <D800> <06> <> <07> <0061E000>");
	for (unsigned i = 1; i < 8; i++)
		assert_null(text(i));
	read_cmap("beginbfrange <0000> <FFFF> <0041");
	read_cmap("beginbfrange <01> <02> [<0041");
	read_cmap("beginbfchar <01020304> <0041> beginbfrange");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters),
		cmocka_unit_test(ranges),
		cmocka_unit_test(unreadable),
	};
	int ret = RUN(tests);

	arena_dispose(&arena);
	return ret;
}
