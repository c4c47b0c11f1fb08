#include "pipeline/concord_numerals.h"

#include <string.h>

#include "pipeline/letters.h"

/* A number above this is not read: nothing is excused by it. */
#define LARGEST 1000000000ULL

/* Digits have a value below 10, the others multiply what is before them. */
static const struct character {
	const char *text;
	unsigned value;
} characters[] = {
	{ "零", 0 }, { "〇", 0 }, { "一", 1 }, { "二", 2 }, { "两", 2 },
	{ "三", 3 }, { "四", 4 }, { "五", 5 }, { "六", 6 }, { "七", 7 },
	{ "八", 8 }, { "九", 9 }, { "十", 10 }, { "百", 100 },
	{ "千", 1000 }, { "万", 10000 }, { "亿", 100000000 },
};

static const struct character *
character_at(const char *text)
{
	for (size_t i = 0; i < sizeof(characters) / sizeof(*characters); i++)
		if (strncmp(text, characters[i].text,
		    strlen(characters[i].text)) == 0)
			return &characters[i];
	return NULL;
}

/* A number as far as it is read: 三百二|十 is 0, 300 and 2. */
struct sum {
	unsigned long long total, section, digits;
};

static void
take(struct sum *s, unsigned value)
{
	if (value < 10) {
		/* 二〇〇七: in the way of figures */
		s->digits = s->digits * 10 + value;
	} else if (value < 10000) {
		/* 十 alone is ten */
		s->section += (s->digits ? s->digits : 1) * value;
		s->digits = 0;
	} else {
		s->total += (s->section + s->digits) * value;
		s->section = s->digits = 0;
	}
}

unsigned
numerals_read_chinese(size_t *len, const char *text)
{
	const struct character *c;
	struct sum s = { 0, 0, 0 };
	unsigned long long sum = 0;

	for (*len = 0; (c = character_at(text + *len)) != NULL;
	    *len += strlen(c->text)) {
		if (sum > LARGEST)
			continue;
		take(&s, c->value);
		sum = s.total + s.section + s.digits;
	}
	return sum > LARGEST ? 0 : (unsigned)sum;
}

int
numerals_scale_chinese(size_t *len, const char *text)
{
	static const struct {
		const char *text;
		int power;
	} scales[] = {
		{ "万亿", 12 }, { "亿", 8 }, { "千万", 7 }, { "百万", 6 },
		{ "万", 4 }, { "千", 3 },
	};

	for (size_t i = 0; i < sizeof(scales) / sizeof(*scales); i++) {
		*len = strlen(scales[i].text);
		if (strncmp(text, scales[i].text, *len) == 0)
			return scales[i].power;
	}
	*len = 0;
	return 0;
}
