#include "unit.h"

#include "pipeline/concord_numbers.h"
#include "pipeline/concord_words.h"
#include "util/buf.h"

/* The numbers of a text, with single spaces between; the caller frees. */
static char *
read_numbers(const char *language, const char *text)
{
	struct numbers numbers = { NULL, 0, 0 };
	struct buf out = BUF_INIT;

	numbers_read(&numbers, text, language, NULL);
	for (size_t i = 0; i < numbers.count; i++)
		buf_printf(&out, "%s%s", i ? " " : "", numbers.list[i].value);
	numbers_dispose(&numbers);
	return buf_detach(&out);
}

struct reading {
	const char *language, *text, *numbers;
};

static void
check(const struct reading *cases, size_t count,
    char *read(const char *, const char *))
{
	for (size_t i = 0; i < count; i++) {
		char *got = read(cases[i].language, cases[i].text);

		if (strcmp(got, cases[i].numbers))
			fail_msg("%s: '%s' for '%s'", cases[i].text, got,
			    cases[i].numbers);
		free(got);
	}
}

#define CHECK(cases, read) check(cases, sizeof(cases) / sizeof(*cases), read)

static void
test_figures(void **state)
{
	static const struct reading cases[] = {
		{ "en", "", "" },
		{ "en", "article 32, paragraph 3 (a)", "32 3" },
		{ "en", "1,000 and 1,234,567", "1000 1234567" },
		{ "fr", "1 000, 1\u00a0000, 1\u202f000 et 1\u2009000",
		    "1000 1000 1000 1000" },
		{ "fr", "12\n   500 personnes", "12500" },
		{ "es", "1.000 y 1.234.567,5", "1000 1234567.5" },
		{ "ar", "١٬٠٠٠ و٢٫٥ و۳", "1000 2.5 3" },
		{ "zh", "２０００人", "2000" },
		{ "en", "2.5 and 0.125", "2.5 0.125" },
		{ "fr", "2,5 et 0,125", "2.5 0.125" },
		{ "fr", "le 1er, la 13e", "1 13" },
		{ "es", "19º y 4ª", "19 4" },
		{ "ru", "5-й, 62-я", "5 62" },
		{ "en", "50% or 50 %", "50 50" },
		{ "en", "in 2007, 300 and 2008 100", "2007 300 2008 100" },
		{ "en", "2006-2007, 2005/06, 55/2", "2006 2007 2005 6 55 2" },
		{ "en", "section 3.2.1, at 10.30.", "3.2.1 10.30" },
		{ "en", "007, 0 and 000", "7 0 0" },
		{ "en", "0,125 1,00 1,0000", "0.125 1.00 1.0000" },
		{ "en", "1,000 000", "1000 0" },
		{ "en", "COVID-19 and H1N1", "19 1 1" },
	};

	(void)state;
	CHECK(cases, read_numbers);
}

static void
test_scales(void **state)
{
	static const struct reading cases[] = {
		{ "en", "2.5 million, 3 billion", "2500000 3000000000" },
		{ "fr", "2,5\u00a0millions, 3 milliards",
		    "2500000 3000000000" },
		{ "es", "2,5 millones, 3.000 millones, 3 mil millones",
		    "2500000 3000000000 3000000000" },
		{ "es", "5 mil, 5 militares", "5000 5" },
		{ "ru", "2,5 млн, 3 миллиарда, 5 тыс.",
		    "2500000 3000000000 5000" },
		{ "ar", "٢٫٥ مليون و5 آلاف و15 ألف",
		    "2500000 5000 15000" },
		/* a letter: paragraph 3 A */
		{ "ar", "الفقرة 3 ألف", "3" },
		{ "zh", "250万，30亿，5千", "2500000 3000000000 5000" },
		{ "en", "0.5 million and 1.2345 thousand", "500000 1234.5" },
		{ "en", "3.2.1 million", "3.2.1" },
		{ "en", "5 and 5", "5 5" },
	};

	(void)state;
	CHECK(cases, read_numbers);
}

static void
test_left_out(void **state)
{
	static const struct reading cases[] = {
		{ "zh", "2022年6月13日", "2022 13" },
		{ "zh", "1至3月和6个月", "6" },
		{ "zh", "第5页第3款，第7、8行", "3" },
		{ "en", "page 14, paragraph 3", "3" },
		{ "en", "pages 14-16 and 18, in 3 lines", "3" },
		{ "en", "P. 14 and pp. 15", "" },
		{ "en", "the pages; 14", "14" },
		{ "es", "página\u00a014, párrafo 3", "3" },
		{ "fr", "page 14, ligne 2", "" },
		{ "ru", "на странице 14, строка 3, пункт 4", "4" },
		{ "ar", "الصفحة ١٤ والفقرة ٣", "3" },
	};

	(void)state;
	CHECK(cases, read_numbers);
}

static char *
read_words(const char *language, const char *text)
{
	struct values values = { NULL, 0, 0 };
	struct buf out = BUF_INIT;

	words_read(&values, text, language);
	for (size_t i = 0; i < values.count; i++)
		buf_printf(&out, "%s%u", i ? " " : "", values.list[i]);
	values_dispose(&values);
	return buf_detach(&out);
}

static void
test_words(void **state)
{
	static const struct reading cases[] = {
		{ "en", "The twenty-fourth session, two hundred and five",
		    "24 205" },
		{ "en", "Often, in the third, fourth. Fifth", "3 4 5" },
		{ "fr", "soixante-dix-neuf, quatre-vingt-quinze, vingt et un",
		    "79 95 21" },
		{ "fr", "dix-septième, soixante et onzième", "17 71" },
		{ "es", "trigésimo primer, treinta y uno, dieciséis",
		    "31 31 16" },
		{ "ru", "шестьдесят вторая, двумя, трёх, Пять", "62 2 3 5" },
		{ "ar", "الدورة الثانية والستون، الحادية عشرة وخمسة",
		    "62 11 5" },
		{ "zh", "第二十四届会议，二〇〇七年，三百零五", "24 2007 305" },
		{ "zh", "十万、两次、百分之五十", "100000 2 100 50" },
		{ "zh", "亿亿亿亿亿亿", "" },
		{ "en", "", "" },
	};

	(void)state;
	CHECK(cases, read_words);
}

/* "own | model": what each text has that the other has not. */
static char *
compare(const char *own_language, const char *own, const char *language,
    const char *model)
{
	struct numbers mine = { NULL, 0, 0 }, theirs = { NULL, 0, 0 };
	struct numbers_side a = { &mine, own, own_language, NULL, 0 };
	struct numbers_side b = { &theirs, model, language, NULL, 0 };
	struct buf out = BUF_INIT;
	size_t count;

	numbers_read(&mine, own, own_language, NULL);
	numbers_read(&theirs, model, language, NULL);
	count = numbers_compare(&a, &b);
	assert_int_equal(count, a.count + b.count);
	for (size_t i = 0; i < a.count; i++)
		buf_printf(&out, "%s ", a.alone[i]->value);
	buf_puts(&out, "|");
	for (size_t i = 0; i < b.count; i++)
		buf_printf(&out, " %s", b.alone[i]->value);
	free(a.alone);
	free(b.alone);
	numbers_dispose(&mine);
	numbers_dispose(&theirs);
	return buf_detach(&out);
}

static void
test_compare(void **state)
{
	static const struct {
		const char *own_language, *own, *language, *model, *expected;
	} cases[] = {
		{ "fr", "2 et 3", "en", "3 and 2", "|" },
		{ "fr", "2 et 4", "en", "3 and 2", "4 | 3" },
		{ "fr", "2", "en", "2 and 2", "| 2" },
		/* in words */
		{ "zh", "每天2次会议", "en", "two meetings", "|" },
		{ "zh", "每天3次会议", "en", "two meetings", "3 |" },
		{ "es", "24º período", "en", "twenty-fourth session", "|" },
		{ "es", "25º período", "en", "twenty-fourth session", "25 |" },
		{ "zh", "第三十二条第三款", "en", "article 32, paragraph 3",
		    "|" },
		{ "zh", "第三十三条第三款", "en", "article 32, paragraph 3",
		    "| 32" },
		{ "en", "1 session", "fr", "une session", "|" },
		/* the words of both excuse no figure */
		{ "fr", "troisième session, paragraphe 4", "en",
		    "third session, paragraph 3", "4 | 3" },
		/* hours */
		{ "fr", "10 h 30", "en", "10.30", "|" },
		{ "fr", "15 heures", "en", "15.00", "|" },
		{ "fr", "5,2", "en", "2.5", "5.2 | 2.5" },
		{ "fr", "10 h 45", "en", "10.30", "10 45 | 10.30" },
		{ "fr", "1.234", "en", "1,234", "|" },
		{ "fr", "99999999999999999999", "en",
		    "99999999999999999998", "99999999999999999999 | "
		    "99999999999999999998" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *got = compare(cases[i].own_language, cases[i].own,
		    cases[i].language, cases[i].model);

		if (strcmp(got, cases[i].expected))
			fail_msg("%s: '%s' for '%s'", cases[i].own, got,
			    cases[i].expected);
		free(got);
	}
}

/* Where they stand, for the messages. */
static void
test_places(void **state)
{
	struct numbers numbers = { NULL, 0, 0 };
	const char *text = "\u00e9 1,000 and ٣ millions 4";

	(void)state;
	numbers_read(&numbers, text, "en", text);
	assert_int_equal(numbers.count, 3);
	assert_int_equal(numbers.list[0].start, 3);
	assert_int_equal(numbers.list[0].end, 8);
	assert_int_equal(numbers.list[1].start, 13);
	assert_int_equal(numbers.list[1].end, 15);
	assert_int_equal(numbers.list[2].start, 25);
	assert_ptr_equal(numbers.list[2].source, text);
	numbers_dispose(&numbers);
}

int
main(void)
{
	const struct CMUnitTest numbers[] = {
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_scales),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_places),
	};

	return RUN(numbers);
}
