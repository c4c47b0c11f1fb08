#include "pipeline/concord_words.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/concord_numerals.h"
#include "pipeline/letters.h"
#include "util/alloc.h"
#include "util/cursor.h"

/* Longer than any word that is looked for. */
enum { WORD = 64 };

/* A number in the making, of words that follow each other. */
struct reader {
	struct values *out;
	const char *language;
	unsigned pending;	/* 0: none */
};

void
values_add(struct values *v, unsigned value)
{
	size_t size = grown(v->size, v->count + 1);

	if (size != v->size)
		v->list = xrealloc(v->list, size, sizeof(*v->list));
	v->size = size;
	v->list[v->count++] = value;
}

void
values_dispose(struct values *v)
{
	free(v->list);
	*v = (struct values){ NULL, 0, 0 };
}

static int
is(const char *language, const char *name)
{
	return strcmp(language, name) == 0;
}

/* What two numbers in a row say together; 0: they are two numbers. */
static unsigned
together(const struct reader *r, unsigned first, unsigned next)
{
	if (next == 100 || next == 1000)
		return first < next ? first * next : 0;
	if (is(r->language, "ar") && first < 10 && next < 100 &&
	    next % 10 == 0)
		return first + next;
	/* quatre-vingt, soixante et onze */
	if (is(r->language, "fr") && first == 4 && next == 20)
		return 80;
	if (is(r->language, "fr") && (first == 60 || first == 80) && next < 20)
		return first + next;
	if (first % 1000 == 0)
		return next < 1000 ? first + next : 0;
	if (first % 100 == 0)
		return next < 100 ? first + next : 0;
	return first % 10 == 0 && next < 10 ? first + next : 0;
}

static void
flush(struct reader *r)
{
	if (r->pending)
		values_add(r->out, r->pending);
	r->pending = 0;
}

static void
take(struct reader *r, unsigned value)
{
	unsigned sum = r->pending ? together(r, r->pending, value) : 0;

	if (!sum)
		flush(r);
	r->pending = sum ? sum : value;
}

/* "and" within a number: it alone ends none. */
static int
is_and(const char *word)
{
	static const char *const words[] = { "and", "et", "y" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(word, words[i]) == 0)
			return 1;
	return 0;
}

/* White space and hyphens join words to a number, all else parts them. */
static size_t
skip_joint(int *parted, const char *text)
{
	size_t len, space = letters_space(text);
	unsigned c = utf8_next(&len, text);

	*parted = !space && c != '-' && c != 0x2010 && c != 0x2011;
	return space ? space : len;
}

static void
read_words(struct reader *r, const char *text)
{
	char word[WORD];
	size_t len;
	unsigned value;
	int parted;

	while (*text) {
		len = letters_word(word, sizeof(word), text);
		if (!len) {
			text += skip_joint(&parted, text);
			if (parted)
				flush(r);
			continue;
		}
		text += len;
		value = numerals_find(word, r->language);
		if (value)
			take(r, value);
		else if (!is_and(word))
			flush(r);
	}
	flush(r);
}

/* The numerals of Chinese stand in the text without any gap. */
static void
read_chinese(struct values *out, const char *text)
{
	size_t len;
	unsigned value;

	for (; *text; text += len) {
		value = numerals_read_chinese(&len, text);
		if (value)
			values_add(out, value);
		if (!len)
			utf8_next(&len, text);
	}
}

void
words_read(struct values *out, const char *text, const char *language)
{
	struct reader r = { out, language, 0 };

	if (is(language, "zh"))
		read_chinese(out, text);
	else
		read_words(&r, text);
}

int
words_scale(size_t *len, const char *text, const char *language)
{
	size_t space = letters_space(text), first, second, gap;
	char word[2 * WORD];
	int power;

	if (is(language, "zh")) {
		power = numerals_scale_chinese(len, text + space);
		*len += space;
		return power;
	}
	first = letters_word(word, WORD, text + space);
	/* mil millones */
	gap = letters_space(text + space + first);
	second = letters_word(word + strlen(word) + 1, WORD,
	    text + space + first + gap);
	if (first && second) {
		word[strlen(word)] = '_';
		power = numerals_scale(word, language);
		*len = space + first + gap + second;
		if (power)
			return power;
		*strchr(word, '_') = '\0';
	}
	*len = space + first;
	return first ? numerals_scale(word, language) : 0;
}

/* The start of the word that ends there. */
static size_t
word_before(const char *text, size_t end)
{
	char word[WORD];
	size_t start = end, from;

	for (from = end; from > 0 && end - from < WORD; from--) {
		if (((unsigned char)text[from - 1] & 0xc0) == 0x80)
			continue;
		if (letters_word(word, sizeof(word), text + from - 1) <
		    end - from + 1)
			break;
		start = from - 1;
	}
	return start;
}

int
words_is_page(const char *text, size_t end, const char *language)
{
	char word[WORD];
	size_t start;

	while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n' ||
	    text[end - 1] == '.' || text[end - 1] == '\t'))
		end--;
	/* a no-break space */
	if (end > 1 && strncmp(text + end - 2, "\xc2\xa0", 2) == 0)
		end -= 2;
	while (end > 0 && text[end - 1] == '.')
		end--;
	start = word_before(text, end);
	return start < end && letters_word(word, sizeof(word), text + start) ==
	    end - start && numerals_is_page(word, language);
}

size_t
words_joint(const char *text)
{
	static const char *const joints[] = {
		"-", "–", "—", "~", ",", "、", "،", "至", "到", "和", "及",
		"第", "and", "to", "et", "à", "y", "a", "al", "и", "по",
		"و", "إلى",
	};
	size_t sum = letters_space(text), len;

	for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
		len = strlen(joints[i]);
		if (strncmp(text + sum, joints[i], len) == 0) {
			sum += len;
			return sum + letters_space(text + sum);
		}
	}
	return sum;
}
