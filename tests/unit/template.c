#include "unit.h"

#include "util/buf.h"
#include "util/template.h"

static const struct slot slots[] = {
	{ "one", "1", 0 },
	{ "none", NULL, 0 },
	{ "many", "a", 0 },
	{ "many", NULL, 0 },
	{ "many", "b", 0 },
	{ "text", "<&\">", 0 },
	{ "xml", "<p a=\"\"/>", 1 },
};

/* What is made of a template; NULL, and *unknown, if it is damaged. */
static char *
filled(const char *template, const char **unknown)
{
	struct buf b = BUF_INIT;

	if (template_fill(&b, template, slots,
	    sizeof(slots) / sizeof(*slots), unknown) == 0) {
		buf_puts(&b, "");
		return b.data ? buf_detach(&b) : strdup("");
	}
	buf_dispose(&b);
	return NULL;
}

static void
test_filled(void **state)
{
	static const struct {
		const char *template, *wanted;
	} cases[] = {
		{ "", "" },
		{ "no slot\nat all", "no slot\nat all" },
		{ "{one}{one}\n", "11\n" },
		{ "a\n{none}\nb\n", "a\nb\n" },
		{ "{one} {none}\nb", "b" },
		{ "-{many}{one}\n", "-a1\n-b1\n" },
		{ "\"{text}\"", "\"&lt;&amp;&quot;&gt;\"" },
		{ "{xml}", "<p a=\"\"/>" },
		{ "{ {} {one {One} {1} }", "{ {} {one {One} {1} }" },
		{ "{{one}}", "{1}" },
	};
	const char *unknown;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *text = filled(cases[i].template, &unknown);

		assert_string_equal(text, cases[i].wanted);
		free(text);
	}
}

static void
test_unknown(void **state)
{
	const char *unknown = NULL;

	(void)state;
	assert_null(filled("x\n{one} {other}\n", &unknown));
	assert_string_equal(unknown, "other}\n");
}

int
main(void)
{
	const struct CMUnitTest template[] = {
		cmocka_unit_test(test_filled),
		cmocka_unit_test(test_unknown),
	};

	return RUN(template);
}
