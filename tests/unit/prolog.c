#include "unit.h"

#include "pipeline/prolog.h"

static int
read_text(struct prolog *p, const char *text)
{
	char path[] = "/tmp/unagenda-prolog-XXXXXX";
	int ret;

	write_temporary(path, text, strlen(text));
	ret = prolog_read(p, path);
	unlink(path);
	return ret;
}

static void
expect(const char *text, const char *root, const char *language,
    const char *station, int foreign)
{
	struct prolog p;

	assert_int_equal(read_text(&p, text), 0);
	assert_string_equal(p.root, root);
	assert_string_equal(p.language, language);
	assert_string_equal(p.station, station);
	assert_int_equal(prolog_is_foreign(&p), foreign);
}

static void
test_ours(void **state)
{
	(void)state;
	expect("<agenda/>", "agenda", "", "", 0);
	expect("<?xml version=\"1.0\"?>\n<!-- <html> -->\n<!DOCTYPE agenda "
	    "SYSTEM \"a.dtd\">\n<agenda\n xml:lang=\"ru\"\n station = 'vienna'"
	    ">", "agenda", "ru", "vienna", 0);
	expect("<paper station=\"geneva\" xml:lang=\"zh\"/>", "paper", "zh",
	    "geneva", 0);
	expect("<corrigendum a-station=\"x\"><p xml:lang=\"fr\"/>",
	    "corrigendum", "", "", 0);
	expect("<agenda xml:lang=\"much-too-long\" station=\"x", "agenda", "",
	    "", 0);
}

static void
test_others(void **state)
{
	(void)state;
	expect("<!DOCTYPE html>\n<html lang=\"en\">", "html", "", "", 1);
	expect("<svg:svg>", "svg:svg", "", "", 1);
	/* a slip, and what cannot be told */
	expect("<agendda>", "agendda", "", "", 0);
	expect("", "", "", "", 0);
	expect("text", "", "", "", 0);
	expect("<!-- never closed", "", "", "", 0);
	expect("<>", "", "", "", 0);
	expect("<a-name-that-is-longer-than-any-that-there-is>", "", "", "",
	    0);
}

static void
test_unreadable(void **state)
{
	struct prolog p;

	(void)state;
	assert_int_equal(prolog_read(&p, "/nonexistent"), -1);
	assert_int_equal(prolog_read(&p, "/tmp"), -1);
	assert_int_equal(prolog_is_foreign(&p), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ours),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_unreadable),
	};

	return RUN(tests);
}
