#include "unit.h"

#include "pdf/lexer.h"
#include "util/buf.h"

/* All tokens of a stream, one behind the other: "n12.5 s(text) /name op". */
static char *
tokens(const char *stream, size_t len)
{
	struct buf texts = BUF_INIT, out = BUF_INIT;
	struct lexer l = { .data = stream, .len = len, .texts = &texts };
	struct token t;

	while ((t = lexer_next(&l)).type != TOKEN_END) {
		static const char *const marks[] = {
			[TOKEN_BAD] = "bad", [TOKEN_STRING] = "s",
			[TOKEN_NAME] = "/", [TOKEN_WORD] = "",
			[TOKEN_OPEN] = "[", [TOKEN_CLOSE] = "]",
			[TOKEN_OPEN_DICT] = "<<", [TOKEN_CLOSE_DICT] = ">>"
		};

		if (out.len)
			buf_putc(&out, ' ');
		if (t.type == TOKEN_NUMBER)
			buf_printf(&out, "n%g", t.number);
		else
			buf_printf(&out, "%s%s", marks[t.type],
			    lexer_text(&l, &t));
	}
	buf_dispose(&texts);
	return buf_detach(&out);
}

static void
assert_tokens(const char *stream, const char *expected)
{
	char *got = tokens(stream, strlen(stream));

	assert_string_equal(got, expected);
	free(got);
}

static void
reads_words(void **state)
{
	(void)state;
	assert_tokens("", "");
	assert_tokens("1 0 0 1 72.5 -.5 cm", "n1 n0 n0 n1 n72.5 n-0.5 cm");
	assert_tokens("[<41> -250 (a)]TJ", "[ sA n-250 sa ] TJ");
	assert_tokens("/P<</MCID 3>>BDC", "/P << /MCID n3 >> BDC");
	assert_tokens("% all of this\nT* % and this", "T*");
	assert_tokens("/A#20B /C", "/A B /C");
	assert_tokens("1.2.3 --4 + .", "1.2.3 --4 + .");
}

static void
reads_strings(void **state)
{
	(void)state;
	assert_tokens("(a(b)c)", "sa(b)c");
	assert_tokens("(\\101\\12\\)\\n\\\nb)", "sA\n)\nb");
	assert_tokens("<41 4\n2 5>", "sABP");
	assert_tokens("(never", "badnever");
	assert_tokens("<41", "badA");
	assert_tokens("<4x>", "bad bad");
	assert_tokens(") } {", "bad bad bad");
}

/* Whatever the bytes, there is an end. */
static void
ends(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 2000; seed++) {
		char bytes[64];
		unsigned value = seed;

		for (size_t i = 0; i < sizeof(bytes); i++) {
			value = value * 1103515245 + 12345;
			bytes[i] = (char)(value >> 16);
		}
		free(tokens(bytes, sizeof(bytes)));
	}
}

static void
passes_images(void **state)
{
	static const char stream[] = "BI /W 1 ID \001EI2\nEI Q";
	struct buf texts = BUF_INIT;
	struct lexer l = { .data = stream, .len = sizeof(stream) - 1,
	    .texts = &texts };
	struct token t;

	(void)state;
	do
		t = lexer_next(&l);
	while (t.type != TOKEN_WORD || strcmp(lexer_text(&l, &t), "ID"));
	assert_int_equal(lexer_pass_image(&l), 0);
	t = lexer_next(&l);
	assert_string_equal(lexer_text(&l, &t), "Q");
	assert_int_equal(lexer_pass_image(&l), -1);
	buf_dispose(&texts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_words),
		cmocka_unit_test(reads_strings),
		cmocka_unit_test(ends),
		cmocka_unit_test(passes_images),
	};

	return RUN(tests);
}
