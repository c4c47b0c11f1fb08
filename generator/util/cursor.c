#include "util/cursor.h"

#include <string.h>

struct cursor
cursor_start(const char *text, size_t len)
{
	int mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;

	size_t start = mark ? 3 : 0;

	return (struct cursor){ start, 1, 1, start };
}

static int
is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

void
cursor_advance(struct cursor *c, const char *text, size_t offset)
{
	for (; c->offset < offset; c->offset++) {
		if (text[c->offset] == '\n') {
			c->line++;
			c->column = 1;
			c->line_start = c->offset + 1;
		} else if (!is_continuation(text[c->offset])) {
			c->column++;
		}
	}
}

/* What may start a sequence, and the range of its second byte (RFC 3629). */
static const struct lead {
	unsigned char first, last;	/* of the lead byte */
	unsigned char low, high;	/* of the second byte */
	size_t len;
} leads[] = {
	{ 0x00, 0x7f, 0x00, 0x00, 1 },
	{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
	{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
	{ 0xe1, 0xec, 0x80, 0xbf, 3 },
	{ 0xed, 0xed, 0x80, 0x9f, 3 },	/* no surrogates */
	{ 0xee, 0xef, 0x80, 0xbf, 3 },
	{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
	{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
	{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
};

/* The length of the character that starts here; 0 if none does. */
static size_t
character_len(const char *text, size_t left)
{
	const unsigned char *s = (const unsigned char *)text;
	const struct lead *lead = leads;

	while (lead < leads + sizeof(leads) / sizeof(*leads) &&
	    (s[0] < lead->first || s[0] > lead->last))
		lead++;
	if (lead == leads + sizeof(leads) / sizeof(*leads) ||
	    lead->len > left)
		return 0;
	if (lead->len > 1 && (s[1] < lead->low || s[1] > lead->high))
		return 0;
	for (size_t i = 2; i < lead->len; i++)
		if (!is_continuation(text[i]))
			return 0;
	return lead->len;
}

size_t
utf8_check(const char *text, size_t len)
{
	size_t offset = 0, step = 1;

	while (offset < len && step) {
		/* most bytes are ASCII */
		if ((unsigned char)text[offset] < 0x80) {
			offset++;
			continue;
		}
		step = character_len(text + offset, len - offset);
		offset += step;
	}
	return offset;
}

unsigned
utf8_next(size_t *len, const char *text)
{
	static const unsigned char bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	size_t left;
	unsigned c = (unsigned char)*text;

	/* nearly all of most texts */
	if (c && c < 0x80) {
		*len = 1;
		return c;
	}
	left = strnlen(text, 4);
	*len = left ? character_len(text, left) : 0;
	if (!*len) {
		*len = left > 0;
		return left ? ' ' : 0;
	}
	c = (unsigned char)text[0] & bits[*len];
	for (size_t i = 1; i < *len; i++)
		c = c << 6 | ((unsigned char)text[i] & 0x3f);
	return c;
}
