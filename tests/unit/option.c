#include "unit.h"

#include "util/option.h"

static const char *folder, *to;
static int quiet;

static const struct option table[] = {
	{ 'o', "output", "DIR", "where", &folder, NULL },
	{ 0, "to", "WHAT", "what", &to, NULL },
	{ 'q', "quiet", NULL, "say little", NULL, &quiet },
	{ 'x', NULL, NULL, "only a letter", NULL, NULL },
	OPTION_END
};

struct parsed {
	struct diag diag;
	char *argv[8];
	int count, ret;
};

static struct parsed
parse(const char *a, const char *b, const char *c, const char *d)
{
	const char *const args[] = { a, b, c, d };
	struct parsed p = { .diag = DIAG_INIT };
	int argc = 0;

	folder = to = NULL;
	quiet = 0;
	for (int i = 0; i < 4 && args[i]; i++)
		p.argv[argc++] = (char *)(uintptr_t)args[i];
	p.ret = option_parse(&p.count, p.argv, argc, table, &p.diag);
	return p;
}

static void
test_forms(void **state)
{
	struct parsed p = parse("-o", "a", "--to=b", "file");

	(void)state;
	assert_int_equal(p.ret, 0);
	assert_string_equal(folder, "a");
	assert_string_equal(to, "b");
	assert_int_equal(p.count, 1);
	assert_string_equal(p.argv[0], "file");
	parse("-oa", "--to", "b", NULL);
	assert_string_equal(folder, "a");
	assert_string_equal(to, "b");
	parse("-qoa", "--to=", NULL, NULL);
	assert_int_equal(quiet, 1);
	assert_string_equal(folder, "a");
	assert_string_equal(to, "");
}

static void
test_files(void **state)
{
	struct parsed p = parse("-", "--", "--to", "-q");

	(void)state;
	assert_int_equal(p.count, 3);
	assert_string_equal(p.argv[0], "-");
	assert_string_equal(p.argv[1], "--to");
	assert_string_equal(p.argv[2], "-q");
	assert_int_equal(quiet, 0);
}

static void
refused(struct parsed p, const char *message)
{
	char *text = printed(&p.diag);

	assert_int_equal(p.ret, -1);
	assert_string_equal(text, message);
	free(text);
	diag_dispose(&p.diag);
}

static void
test_refusals(void **state)
{
	(void)state;
	refused(parse("--outptu=x", NULL, NULL, NULL), "unagenda: there is "
	    "no option '--outptu'; did you mean '--output'? [UNA-0003]\n");
	refused(parse("--zzzzz", NULL, NULL, NULL), "unagenda: there is no "
	    "option '--zzzzz' here [UNA-0003]\n");
	refused(parse("-z", NULL, NULL, NULL),
	    "unagenda: there is no option '-z' here [UNA-0003]\n");
	refused(parse("--quiet=1", NULL, NULL, NULL), "unagenda: option "
	    "'--quiet' takes no value [UNA-0004]\n");
	refused(parse("--to", NULL, NULL, NULL), "unagenda: option '--to' "
	    "needs a value: WHAT [UNA-0004]\n");
	refused(parse("-o", NULL, NULL, NULL), "unagenda: option '-o' needs "
	    "a value: DIR [UNA-0004]\n");
}

static void
test_help(void **state)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	option_help(table, out);
	fclose(out);
	assert_string_equal(text,
	    "  -o, --output=DIR       where\n"
	    "  --to=WHAT              what\n"
	    "  -q, --quiet            say little\n"
	    "  -x                     only a letter\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest option[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_help),
	};

	return RUN(option);
}
