#include "util/place.h"

#include <string.h>

#include "unit.h"

static struct place
at(const char *line, unsigned column, unsigned length)
{
	return (struct place){
		.file = "x.xml", .line = 1, .column = column,
		.length = length, .text = line
	};
}

/* The excerpt as it is shown; static, until the next. */
static const char *
shown(struct place place)
{
	static char text[1024];
	struct excerpt e = excerpt_of(place);

	snprintf(text, sizeof(text), "%s|%u|%u", e.line ? e.line : "none",
	    e.before, e.width);
	excerpt_dispose(&e);
	return text;
}

static void
test_length(void **state)
{
	(void)state;
	assert_int_equal(place_length(at("<item id=\"a\">", 1, 0)), 5);
	assert_int_equal(place_length(at("a</item>", 2, 0)), 6);
	assert_int_equal(place_length(at("<b/>", 1, 0)), 2);
	assert_int_equal(place_length(at("a b", 2, 0)), 1);
	assert_int_equal(place_length(at("a\nb", 2, 0)), 0);
	assert_int_equal(place_length(at("a", 9, 0)), 0);
	assert_int_equal(place_length(at("a b", 1, 7)), 7);
	assert_int_equal(place_length(at(NULL, 1, 0)), 0);
}

static void
test_excerpt(void **state)
{
	(void)state;
	assert_string_equal(shown(at("a <b>c</b>\r\nd", 3, 0)),
	    "a <b>c</b>|2|2");
	assert_string_equal(shown(at("\ta\033b", 3, 1)), " a b|2|1");
	assert_string_equal(shown(at("联合<b>", 3, 0)), "联合<b>|4|2");
	assert_string_equal(shown(at("联合", 1, 2)), "联合|0|4");
	/* a mark over a letter takes no room */
	assert_string_equal(shown(at("e\u0301<b>", 3, 0)),
	    "e\u0301<b>|1|2");
	assert_string_equal(shown(at("", 1, 0)), "|0|1");
	assert_string_equal(shown(at(NULL, 1, 0)), "none|0|0");
}

static void
test_long_line(void **state)
{
	char line[600];
	struct excerpt e;

	(void)state;
	memset(line, 'x', sizeof(line));
	strcpy(line + 300, "<b>");
	memset(line + 303, 'y', 200);
	line[503] = '\0';
	e = excerpt_of(at(line, 301, 0));
	assert_int_equal(strncmp(e.line, "...xxx", 6), 0);
	assert_int_equal(strncmp(e.line + e.before, "<b>yy", 5), 0);
	assert_string_equal(e.line + strlen(e.line) - 4, "y...");
	assert_int_equal(e.width, 2);
	assert_in_range(strlen(e.line), 80, 120);
	excerpt_dispose(&e);
}

static void
test_in(void **state)
{
	struct place top = at("one\ntwo\nthree", 1, 0);

	(void)state;
	assert_string_equal(place_in(top, 3, 2).text, "three");
	assert_int_equal(place_in(top, 3, 2).column, 2);
	assert_null(place_in(top, 4, 1).text);
	assert_null(place_in(at(NULL, 1, 0), 2, 1).text);
}

int
main(void)
{
	const struct CMUnitTest place[] = {
		cmocka_unit_test(test_length),
		cmocka_unit_test(test_excerpt),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_in),
	};

	return RUN(place);
}
