#include "pipeline/letters.h"

#include <ctype.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "util/cursor.h"

void
starts_add(struct starts *s, const char *word)
{
	unsigned char c = (unsigned char)*word;

	s->has[tolower(c)] = 1;
	s->has[toupper(c)] = 1;
}

int
starts_may(const struct starts *s, const char *text)
{
	return s->has[(unsigned char)*text];
}

int
letters_digit(size_t *len, const char *text)
{
	static const unsigned zeros[] = { '0', 0x660, 0x6f0, 0xff10 };
	unsigned c = utf8_next(len, text);

	for (size_t i = 0; i < sizeof(zeros) / sizeof(*zeros); i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (int)(c - zeros[i]);
	return -1;
}

size_t
letters_space(const char *text)
{
	size_t len, sum = 0;
	unsigned c;

	/* most characters are none */
	if (*text > ' ' && *text < 0x7f)
		return 0;
	while ((c = utf8_next(&len, text + sum)) != 0 && (c == ' ' ||
	    (c >= '\t' && c <= '\r') || c == 0xa0 ||
	    (c >= 0x2000 && c <= 0x200f) || c == 0x202f || c == 0x3000))
		sum += len;
	return sum;
}

static int
is_letter(unsigned c)
{
	if (c < 0xc0)
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return c != 0xd7 && c != 0xf7 && !(c >= 0x600 && c <= 0x61f) &&
	    !(c >= 0x660 && c <= 0x66d) && !(c >= 0x6f0 && c <= 0x6f9) &&
	    !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f) &&
	    !(c >= 0xff00 && c <= 0xffef);
}

/* A small letter; 0 for what is left out. */
static unsigned
plain(unsigned c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) ||
	    (c >= 0x410 && c <= 0x42f))
		return c + 0x20;
	if (c == 0x451 || c == 0x401)		/* yo is written as ye */
		return 0x435;
	if (c == 0x622 || c == 0x623 || c == 0x625)	/* alif and hamza */
		return 0x627;
	if (c == 0x629)				/* ta marbuta */
		return 0x647;
	if (c == 0x649)				/* alif maqsura */
		return 0x64a;
	/* Arabic vowels, tatweel; the accent on Russian vowels */
	if ((c >= 0x64b && c <= 0x652) || c == 0x640 || c == 0x301)
		return 0;
	return c;
}

static size_t
put(char *out, unsigned c)
{
	unsigned char bytes[4];
	int len = xmlCopyCharMultiByte(bytes, (int)c);

	memcpy(out, bytes, (size_t)len);
	return (size_t)len;
}

size_t
letters_word(char *word, size_t size, const char *text)
{
	size_t len, sum = 0, used = 0;
	unsigned c;

	for (;;) {
		/* nearly all letters of most texts */
		while (isalpha((unsigned char)text[sum])) {
			if (used + 5 < size)
				word[used++] = (char)tolower(
				    (unsigned char)text[sum]);
			sum++;
		}
		c = utf8_next(&len, text + sum);
		if (!c || !is_letter(c))
			break;
		sum += len;
		c = plain(c);
		if (c && used + 5 < size)
			used += put(word + used, c);
	}
	word[used] = '\0';
	return sum;
}
