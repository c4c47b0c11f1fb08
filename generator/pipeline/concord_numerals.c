#include "pipeline/concord_numerals.h"

#include <string.h>

#include "pipeline/letters.h"

/*
 * Words in small letters, as letters_word makes them; a star stands for any
 * ending.  Of several that fit, the longest is meant.
 */
struct numeral {
	unsigned value;
	const char *words;
};

static const struct numeral arabic[] = {
	{ 1, "واحد* احد احدي اول اولي حادي حاديه" },
	{ 2, "اثنا اثنان اثني اثنين اثنتا اثنتي اثنتان اثنتين ثان ثاني "
	    "ثانيه ثانيا" },
	{ 3, "ثلاث ثلاثه ثالث*" },
	{ 4, "اربع اربعه رابع*" },
	{ 5, "خمس خمسه خامس*" },
	{ 6, "ست سته سادس*" },
	{ 7, "سبع سبعه سابع*" },
	{ 8, "ثمان ثماني ثمانيه ثامن*" },
	{ 9, "تسع تسعه تاسع*" },
	{ 10, "عشر عشره عاشر*" },
	{ 20, "عشرون عشرين" },
	{ 30, "ثلاثون ثلاثين" },
	{ 40, "اربعون اربعين" },
	{ 50, "خمسون خمسين" },
	{ 60, "ستون ستين" },
	{ 70, "سبعون سبعين" },
	{ 80, "ثمانون ثمانين" },
	{ 90, "تسعون تسعين" },
	{ 100, "مائه مئه" },
	{ 1000, "الف الاف" },
	{ 0, NULL }
};

static const struct numeral english[] = {
	{ 1, "one first once a an" },
	{ 2, "two second twice both" },
	{ 3, "three third thrice" },
	{ 4, "four fourth" },
	{ 5, "five fifth" },
	{ 6, "six sixth" },
	{ 7, "seven seventh" },
	{ 8, "eight eighth" },
	{ 9, "nine ninth" },
	{ 10, "ten tenth" },
	{ 11, "eleven eleventh" },
	{ 12, "twelve twelfth dozen" },
	{ 13, "thirteen*" },
	{ 14, "fourteen*" },
	{ 15, "fifteen*" },
	{ 16, "sixteen*" },
	{ 17, "seventeen*" },
	{ 18, "eighteen*" },
	{ 19, "nineteen*" },
	{ 20, "twenty twentieth" },
	{ 30, "thirty thirtieth" },
	{ 40, "forty fortieth" },
	{ 50, "fifty fiftieth" },
	{ 60, "sixty sixtieth" },
	{ 70, "seventy seventieth" },
	{ 80, "eighty eightieth" },
	{ 90, "ninety ninetieth" },
	{ 100, "hundred*" },
	{ 1000, "thousand*" },
	{ 0, NULL }
};

static const struct numeral spanish[] = {
	{ 1, "un uno una primer*" },
	{ 2, "dos segund* ambos ambas" },
	{ 3, "tres tercer*" },
	{ 4, "cuatro cuart*" },
	{ 5, "cinco quint*" },
	{ 6, "seis sext*" },
	{ 7, "siete séptim*" },
	{ 8, "ocho octav*" },
	{ 9, "nueve noveno novena" },
	{ 10, "diez décim*" },
	{ 11, "once undécim*" },
	{ 12, "doce duodécim*" },
	{ 13, "trece" },
	{ 14, "catorce" },
	{ 15, "quince" },
	{ 16, "dieciséis" },
	{ 17, "diecisiete" },
	{ 18, "dieciocho" },
	{ 19, "diecinueve" },
	{ 20, "veinte vigésim*" },
	{ 21, "veintiún veintiun*" },
	{ 22, "veintidós" },
	{ 23, "veintitrés" },
	{ 24, "veinticuatro" },
	{ 25, "veinticinco" },
	{ 26, "veintiséis" },
	{ 27, "veintisiete" },
	{ 28, "veintiocho" },
	{ 29, "veintinueve" },
	{ 30, "treinta trigésim*" },
	{ 40, "cuarenta cuadragésim*" },
	{ 50, "cincuenta quincuagésim*" },
	{ 60, "sesenta sexagésim*" },
	{ 70, "setenta septuagésim*" },
	{ 80, "ochenta octogésim*" },
	{ 90, "noventa nonagésim*" },
	{ 100, "cien ciento centésim*" },
	{ 1000, "mil" },
	{ 0, NULL }
};

static const struct numeral french[] = {
	{ 1, "un une premier* première* unième" },
	{ 2, "deux deuxième* second seconde" },
	{ 3, "trois troisième*" },
	{ 4, "quatre quatrième*" },
	{ 5, "cinq cinquième*" },
	{ 6, "six sixième*" },
	{ 7, "sept septième*" },
	{ 8, "huit huitième*" },
	{ 9, "neuf neuvième*" },
	{ 10, "dix dixième*" },
	{ 11, "onze onzième*" },
	{ 12, "douze douzième* douzaine*" },
	{ 13, "treize treizième*" },
	{ 14, "quatorze quatorzième*" },
	{ 15, "quinze quinzième* quinzaine*" },
	{ 16, "seize seizième*" },
	{ 20, "vingt vingts vingtième*" },
	{ 30, "trente trentième*" },
	{ 40, "quarante quarantième*" },
	{ 50, "cinquante cinquantième*" },
	{ 60, "soixante soixantième*" },
	{ 100, "cent cents centième*" },
	{ 1000, "mille millième*" },
	{ 0, NULL }
};

static const struct numeral russian[] = {
	{ 1, "один* одна одно одной одного одному одном одну одним перв*" },
	{ 2, "два две двух двум двумя втор* оба обе обоих обеих" },
	{ 3, "три трех трем тремя трет*" },
	{ 4, "четыр* четверт*" },
	{ 5, "пят*" },
	{ 6, "шест*" },
	{ 7, "семь семи седьм*" },
	{ 8, "восем* восьм*" },
	{ 9, "девят*" },
	{ 10, "десят*" },
	{ 11, "одиннадцат*" },
	{ 12, "двенадцат*" },
	{ 13, "тринадцат*" },
	{ 14, "четырнадцат*" },
	{ 15, "пятнадцат*" },
	{ 16, "шестнадцат*" },
	{ 17, "семнадцат*" },
	{ 18, "восемнадцат*" },
	{ 19, "девятнадцат*" },
	{ 20, "двадцат*" },
	{ 30, "тридцат*" },
	{ 40, "сорок*" },
	{ 50, "пятьдесят* пятидесят*" },
	{ 60, "шестьдесят* шестидесят*" },
	{ 70, "семьдесят* семидесят*" },
	{ 80, "восемьдесят* восьмидесят*" },
	{ 90, "девяност*" },
	{ 100, "сто ста сотый сотой сотого" },
	{ 1000, "тысяч*" },
	{ 0, NULL }
};

/* A figure before these has so many noughts more. */
static const struct numeral arabic_scales[] = {
	{ 3, "الاف الف الفا" },
	{ 6, "مليون* ملايين" },
	{ 9, "بليون* بلايين مليار*" },
	{ 12, "تريليون* تريليونات" },
	{ 0, NULL }
};

static const struct numeral english_scales[] = {
	{ 3, "thousand" },
	{ 6, "million*" },
	{ 9, "billion*" },
	{ 12, "trillion*" },
	{ 0, NULL }
};

static const struct numeral spanish_scales[] = {
	{ 9, "mil_millones" },
	{ 3, "mil" },
	{ 6, "millón millon*" },
	{ 12, "billón billon*" },
	{ 0, NULL }
};

static const struct numeral french_scales[] = {
	{ 6, "million*" },
	{ 9, "milliard*" },
	{ 12, "billion*" },
	{ 0, NULL }
};

static const struct numeral russian_scales[] = {
	{ 3, "тыс тысяча тысячи тысяч" },
	{ 6, "млн миллион*" },
	{ 9, "млрд миллиард*" },
	{ 12, "трлн триллион*" },
	{ 0, NULL }
};

static const struct language {
	const char *name;
	const struct numeral *numerals, *scales;
	const char *pages;
} languages[] = {
	{ "ar", arabic, arabic_scales, "صفحه صفحات سطر سطور اسطر" },
	{ "en", english, english_scales, "page pages line lines p pp" },
	{ "es", spanish, spanish_scales,
	    "página páginas línea líneas renglón pág págs" },
	{ "fr", french, french_scales, "page pages ligne lignes p pp" },
	{ "ru", russian, russian_scales,
	    "страница страницы странице страницу страниц страницах "
	    "строка строки строке строку стр" },
};

/* NULL for Chinese, which has no gaps between words to find them by. */
static const struct language *
find_language(const char *name)
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++)
		if (strcmp(languages[i].name, name) == 0)
			return &languages[i];
	return NULL;
}

/* How much of the word one of the words takes up; 0 if none fits. */
static size_t
fit(const char *word, const char *words)
{
	size_t len, best = 0;
	int any;

	for (; *words; words += len) {
		words += strspn(words, " ");
		len = strcspn(words, " ");
		any = len && words[len - 1] == '*';
		if (len - (size_t)any > best && strncmp(word, words,
		    len - (size_t)any) == 0 && (any || !word[len]))
			best = len - (size_t)any;
	}
	return best;
}

static unsigned
find(const struct numeral *rows, const char *word)
{
	size_t len, best = 0;
	unsigned value = 0;

	for (; rows->words; rows++) {
		len = fit(word, rows->words);
		if (len > best) {
			best = len;
			value = rows->value;
		}
	}
	return value;
}

/* Arabic writes "and", "in", "for", "as" and "the" in one with the word. */
static size_t
prefix_len(const char *word)
{
	static const char *const prefixes[] = { "ال", "و", "ف", "ب", "ك", "ل" };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (strncmp(word, prefixes[i], strlen(prefixes[i])) == 0)
			return strlen(prefixes[i]);
	return 0;
}

static const char *
without_prefixes(const struct language *l, const char *word,
    const struct numeral *rows)
{
	size_t len;

	if (strcmp(l->name, "ar"))
		return word;
	/* as few as will do: some numbers begin with such a letter */
	while (!find(rows, word) && (len = prefix_len(word)) > 0)
		word += len;
	return word;
}

unsigned
numerals_find(const char *word, const char *language)
{
	const struct language *l = find_language(language);

	return l ? find(l->numerals, without_prefixes(l, word, l->numerals)) :
	    0;
}

int
numerals_scale(const char *word, const char *language)
{
	const struct language *l = find_language(language);

	return l ? (int)find(l->scales, word) : 0;
}

int
numerals_is_page(const char *word, const char *language)
{
	const struct language *l = find_language(language);

	if (l && strcmp(l->name, "ar") == 0 &&
	    strncmp(word, "ال", strlen("ال")) == 0)
		word += strlen("ال");
	return l && fit(word, l->pages) > 0;
}
