#include "unit.h"

#include "engine/texlog.h"

static struct place
top_of(const char *file)
{
	return (struct place){ .file = file, .line = 1, .column = 1 };
}

static unsigned pages;

/* Reads a log; the messages as text, for the caller to free. */
static char *
read_log(int *ret, const char *log)
{
	char path[] = "/tmp/unagenda-log-XXXXXX", *text;
	struct diag diag = DIAG_INIT;

	write_temporary(path, log, strlen(log));
	*ret = texlog_read(&pages, path, top_of("en.xml"), &diag);
	unlink(path);
	text = printed(&diag);
	diag_dispose(&diag);
	return text;
}

static void
expect(const char *log, int ret, const char *messages)
{
	int got;
	char *text = read_log(&got, log);

	assert_string_equal(text, messages);
	assert_int_equal(got, ret);
	free(text);
}

static void
test_quiet(void **state)
{
	(void)state;
	expect("", 0, "");
	expect("This is LuaHBTeX\n(./x.tex\nno end of line", 0, "");
}

static void
test_class(void **state)
{
	(void)state;
	expect("unagenda-message:41:7:warning:UNA-0903:too wide by 3 pt\n", 0,
	    "en.xml:41:7: warning: too wide by 3 pt [UNA-0903]\n");
	expect("unagenda-message:41:7:error:UNA-0902:no glyph: x\n", -1,
	    "en.xml:41:7: error: no glyph: x [UNA-0902]\n");
	expect("unagenda-message:1:2:advice:UNA-0950:hm", 0,
	    "en.xml:1:2: advice: hm [UNA-0950]\n");
	/* a level nobody knows is the worst */
	expect("unagenda-message:1:2:fatal:UNA-0950:hm\n", -1,
	    "en.xml:1:2: error: hm [UNA-0950]\n");
	expect("unagenda-message:x:7:error:UNA-0902:not one\n", 0, "");
}

static void
test_glyphs(void **state)
{
	static const char missing[] =
	    "Missing character: There is no x (U+0915) in font f!\n";
	char both[256];

	(void)state;
	expect(missing, -1, "en.xml:1:1: error: a character is in no font: "
	    "There is no x (U+0915) in font f! [UNA-0902]\n");
	snprintf(both, sizeof(both), "unagenda-message:4:5:error:UNA-0902:no "
	    "x\n%s", missing);
	expect(both, -1, "en.xml:4:5: error: no x [UNA-0902]\n");
}

static void
test_errors(void **state)
{
	(void)state;
	expect("! Undefined control sequence.\n! Emergency stop.\n", -1,
	    "unagenda: TeX stopped: Undefined control sequence.; --keep=DIR "
	    "keeps its log [UNA-0901]\n");
	expect("./a.tex:12: Undefined control sequence.\n", -1,
	    "unagenda: TeX stopped: ./a.tex:12: Undefined control "
	    "sequence.; --keep=DIR keeps its log [UNA-0901]\n");
	expect("(./a.tex: hello\nx.tex:\ny.tex:12\n", 0, "");
}

static void
test_pages(void **state)
{
	(void)state;
	expect("(./a.tex [1] [2] )\n"
	    "Output written on a(1).pdf (12 pages, 70000 bytes).\n", 0, "");
	assert_int_equal(pages, 12);
	expect("no pages of output.\n", 0, "");
	assert_int_equal(pages, 0);
}

static void
test_unreadable(void **state)
{
	struct diag diag = DIAG_INIT;
	char *text;

	(void)state;
	assert_int_equal(texlog_read(&pages, "/nonexistent", top_of("x"),
	    &diag), -1);
	assert_int_equal(texlog_read(&pages, "/dev/zero", top_of("x"),
	    &diag), -1);
	text = printed(&diag);
	assert_string_equal(text, "unagenda: cannot read TeX's log: No such "
	    "file or directory [UNA-0901]\nunagenda: cannot read TeX's log: "
	    "too large [UNA-0901]\n");
	free(text);
	diag_dispose(&diag);
}

int
main(void)
{
	const struct CMUnitTest texlog[] = {
		cmocka_unit_test(test_quiet),
		cmocka_unit_test(test_class),
		cmocka_unit_test(test_glyphs),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_unreadable),
	};

	return RUN(texlog);
}
