#include "unit.h"

#include <jansson.h>

#include "pdf/inspect.h"
#include "pipeline/verify.h"
#include "util/buf.h"

/* The content of page 1 is in object 2, that of page 2 in object 3. */
static struct inspection
two_pages(void)
{
	return (struct inspection){
		.facts = json_pack("{s:[i, i]}", "contents", 2, 3)
	};
}

static char *
compared(const struct buf *pdf, const struct buf *made)
{
	struct inspection inspection = two_pages();
	struct buf where = BUF_INIT;
	int ret = verify_compare(&where, pdf, made, &inspection);

	assert_int_equal(ret, where.len ? -1 : 0);
	inspection_dispose(&inspection);
	return buf_detach(&where);
}

static void
says_where(void **state)
{
	static const struct {
		const char *pdf, *where;
	} cases[] = {
		{ "%PDF\n1 0 obj\na\n2 0 obj\nb\n3 0 obj\nc\n", "" },
		{ "%PDF\n1 0 obj\nx\n2 0 obj\nb\n3 0 obj\nc\n",
		    "at byte 13, in object 1" },
		{ "%PDF\n1 0 obj\na\n2 0 obj\nb\n3 0 obj\nx\n",
		    "at byte 33, on page 2" },
		{ "%PDF\n1 0 obj\na\n2 0 obj\nb\n3 0 obj\nc\n ",
		    "at byte 35, on page 2" },
		{ "%PDF\n1 0 obj\na\n2 0 obj\n", "at byte 23, on page 1" },
		{ "%pdf", "at byte 1" },
		{ "", "at byte 0" },
	};
	struct buf made = BUF_INIT;

	(void)state;
	buf_puts(&made, cases[0].pdf);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf pdf = BUF_INIT;
		char *where;

		buf_puts(&pdf, cases[i].pdf);
		where = compared(&pdf, &made);
		assert_string_equal(where, cases[i].where);
		free(where);
		buf_dispose(&pdf);
	}
	buf_dispose(&made);
}

/* Wherever one bit is another one, it shows. */
static void
misses_nothing(void **state)
{
	struct buf made = BUF_INIT, pdf = BUF_INIT;

	(void)state;
	for (int i = 0; i < 40; i++)
		buf_printf(&made, "%d 0 obj\nsome bytes\nendobj\n", i);
	buf_add(&pdf, made.data, made.len);
	for (size_t i = 0; i < made.len; i++) {
		char *where;

		pdf.data[i] ^= (char)(1 << i % 8);
		where = compared(&pdf, &made);
		assert_int_equal(strtoul(where + strlen("at byte "), NULL, 10),
		    i);
		free(where);
		pdf.data[i] = made.data[i];
	}
	buf_dispose(&made);
	buf_dispose(&pdf);
}

static char *
manifests(const char *given, const char *made)
{
	struct diag diag = DIAG_INIT;
	struct buf left = BUF_INIT, right = BUF_INIT;
	char *text;
	int ret;

	buf_puts(&left, given);
	buf_puts(&right, made);
	ret = verify_manifests("a.pdf", &left, &right, &diag);
	text = printed(&diag);
	assert_int_equal(ret, *text ? -1 : 0);
	buf_dispose(&left);
	buf_dispose(&right);
	diag_dispose(&diag);
	return text;
}

static void
names_what_differs(void **state)
{
	static const struct {
		const char *given, *made, *said;
	} cases[] = {
		{ "# unagenda 1\n1234  a\n", "# unagenda 1\n1234  a\n", "" },
		{ "# unagenda 1\n", "# unagenda 2\n", "a.pdf: error: the PDF "
		    "was made with unagenda 1, and not with unagenda 2 "
		    "[UNA-1172]\n" },
		{ "1234  a\n5  b\n", "1234  a\n6  b\n", "a.pdf: error: the "
		    "PDF was made with another b than the one here "
		    "[UNA-1173]\n" },
		{ "1234  a\n", "", "a.pdf: error: the PDF was made with a, "
		    "which is not used here [UNA-1173]\n" },
		{ "", "1234  a\n", "a.pdf: error: the PDF was made without a, "
		    "which is used here [UNA-1173]\n" },
		/* what nobody wrote so is compared none the less */
		{ "#", "#", "" },
		{ "#\n\n \nx", "#\n\n \nx", "" },
		{ "1234  a\nx", "1234  a\n", "a.pdf: error: the PDF was made "
		    "with x, which is not used here [UNA-1173]\n" },
		{ "# a\n", "1234  a\n", "a.pdf: error: the PDF was made with "
		    "a, and not with what is here [UNA-1172]\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *said = manifests(cases[i].given, cases[i].made);

		assert_string_equal(said, cases[i].said);
		free(said);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_where),
		cmocka_unit_test(misses_nothing),
		cmocka_unit_test(names_what_differs),
	};

	return RUN(tests);
}
