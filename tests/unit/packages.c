#include "unit.h"

#include "util/packages.h"

static int
read_text(struct packages *p, const char *text)
{
	char path[] = "/tmp/unagenda-packages-XXXXXX";
	int ret;

	write_temporary(path, text, strlen(text));
	ret = packages_read(p, path);
	unlink(path);
	return ret;
}

static void
test_rows(void **state)
{
	struct packages p;

	(void)state;
	assert_int_equal(read_text(&p, "# a comment\n\nbash\trun\t"
	    "command:sh\truns\tmore\ngcc\tbuild\tfile:/x\tbuilds"), 0);
	assert_int_equal(p.count, 2);
	assert_string_equal(p.list[0].name, "bash");
	assert_string_equal(p.list[0].phase, "run");
	assert_string_equal(p.list[0].probe, "command:sh");
	assert_string_equal(p.list[0].reason, "runs");
	assert_string_equal(p.list[1].reason, "builds");
	packages_dispose(&p);
}

static void
test_wrong(void **state)
{
	struct packages p;

	(void)state;
	assert_int_equal(read_text(&p, "bash\trun\n"), -1);
	assert_int_equal(packages_read(&p, "/nonexistent"), -1);
}

static void
test_own_list(void **state)
{
	struct packages p;

	(void)state;
	assert_int_equal(packages_read(&p, "generator/packages.tsv"), 0);
	assert_true(p.count > 10);
	packages_dispose(&p);
}

static int
probe(const char *text)
{
	const struct package p = { "x", "run", text, "" };
	const char *const environment[] = { NULL };

	return packages_probe(&p, "/usr/bin:/bin", environment);
}

static void
test_probes(void **state)
{
	(void)state;
	assert_true(probe("command:sh"));
	assert_false(probe("command:no-such-command"));
	assert_true(probe("file:/bin/sh"));
	assert_false(probe("file:/bin/no-such-file"));
	assert_true(probe("pkg-config:libxml-2.0"));
	assert_false(probe("pkg-config:no-such-module"));
	assert_true(probe("tex:article.cls"));
	assert_false(probe("tex:no-such-file.cls"));
	assert_false(probe("nonsense"));
}

int
main(void)
{
	const struct CMUnitTest packages[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_own_list),
		cmocka_unit_test(test_probes),
	};

	return RUN(packages);
}
