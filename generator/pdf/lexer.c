#include "pdf/lexer.h"

#include <string.h>

#include "util/buf.h"

/* Of each byte: white space, a delimiter, or else regular (ISO 32000-1, 7.2.2);
 * and one more than its value as a digit of hexadecimal. */
enum { SPACE = 0x20, DELIMITER = 0x40, DIGIT = 0x1f };

static const unsigned char bytes[256] = {
	['\0'] = SPACE, ['\t'] = SPACE, ['\n'] = SPACE, ['\f'] = SPACE,
	['\r'] = SPACE, [' '] = SPACE,
	['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER,
	['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
	['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER,
	['%'] = DELIMITER,
	['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6,
	['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10,
	['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
	['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

/* These take what peek() gives: -1 is none of all. */
static int
is_space(int c)
{
	return c >= 0 && bytes[c] == SPACE;
}

static int
is_regular(int c)
{
	return c >= 0 && !(bytes[c] & (SPACE | DELIMITER));
}

static int
hex_value(int c)
{
	return c >= 0 ? (bytes[c] & DIGIT) - 1 : -1;
}

/* The byte there; -1 behind the end. */
static int
peek(const struct lexer *l, size_t ahead)
{
	return l->at + ahead < l->len ?
	    (unsigned char)l->data[l->at + ahead] : -1;
}

static void
pass_space(struct lexer *l)
{
	for (;;) {
		while (l->at < l->len && is_space(peek(l, 0)))
			l->at++;
		if (peek(l, 0) != '%')
			return;
		while (l->at < l->len && peek(l, 0) != '\n' &&
		    peek(l, 0) != '\r')
			l->at++;
	}
}

/* Up to three octal digits behind a backslash. */
static char
octal(struct lexer *l)
{
	int value = 0;

	for (int i = 0; i < 3 && peek(l, 0) >= '0' && peek(l, 0) <= '7'; i++)
		value = value * 8 + l->data[l->at++] - '0';
	return (char)value;
}

/* What stands behind a backslash. */
static void
add_escaped(struct lexer *l)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	int c = peek(l, 0);
	const char *known;

	if (c >= '0' && c <= '7') {
		buf_putc(l->texts, octal(l));
		return;
	}
	if (c < 0)
		return;
	l->at++;
	known = c ? strchr(from, c) : NULL;
	if (c == '\r' && peek(l, 0) == '\n')
		l->at++;
	else if (known)
		buf_putc(l->texts, to[known - from]);
	else if (c != '\n' && c != '\r')
		buf_putc(l->texts, (char)c);
}

static enum token_type
read_string(struct lexer *l)
{
	int open = 1;

	for (l->at++; l->at < l->len; ) {
		char c = l->data[l->at++];

		if (c == '\\') {
			add_escaped(l);
			continue;
		}
		open += (c == '(') - (c == ')');
		if (open == 0)
			return TOKEN_STRING;
		buf_putc(l->texts, c);
	}
	return TOKEN_BAD;
}

static enum token_type
read_hex(struct lexer *l)
{
	int high = -1;

	for (l->at++; l->at < l->len; ) {
		int c = (unsigned char)l->data[l->at++];
		int value = hex_value(c);

		if (c == '>') {
			if (high >= 0)
				buf_putc(l->texts, (char)(high << 4));
			return TOKEN_STRING;
		}
		if (value < 0 && !is_space(c))
			return TOKEN_BAD;
		if (value < 0)
			continue;
		if (high >= 0)
			buf_putc(l->texts, (char)(high << 4 | value));
		high = high >= 0 ? -1 : value;
	}
	return TOKEN_BAD;
}

static enum token_type
read_name(struct lexer *l)
{
	size_t start = ++l->at;

	for (; l->at < l->len && is_regular(peek(l, 0)); l->at++) {
		if (peek(l, 0) != '#' || hex_value(peek(l, 1)) < 0 ||
		    hex_value(peek(l, 2)) < 0)
			continue;
		buf_add(l->texts, l->data + start, l->at - start);
		buf_putc(l->texts, (char)(hex_value(peek(l, 1)) << 4 |
		    hex_value(peek(l, 2))));
		l->at += 2;
		start = l->at + 1;
	}
	buf_add(l->texts, l->data + start, l->at - start);
	return TOKEN_NAME;
}

/* "-12.5"; there are no exponents.  -1 if it is no number. */
static int
read_number(double *number, const char *text, size_t len)
{
	double value = 0, unit = 1;
	size_t i = len && (text[0] == '-' || text[0] == '+');
	int digits = 0, point = 0;

	for (; i < len; i++) {
		if (text[i] == '.' && !point) {
			point = 1;
			continue;
		}
		if (text[i] < '0' || text[i] > '9')
			return -1;
		digits = 1;
		value = value * 10 + (text[i] - '0');
		unit *= point ? 10 : 1;
	}
	*number = (len && text[0] == '-' ? -value : value) / unit;
	return digits ? 0 : -1;
}

/* A number, or else an operator. */
static enum token_type
read_regular(struct lexer *l, double *number)
{
	const char *text = l->data + l->at;
	size_t start = l->at;

	while (l->at < l->len && is_regular(peek(l, 0)))
		l->at++;
	if (l->at == start) {
		l->at++;
		return TOKEN_BAD;
	}
	if (read_number(number, text, l->at - start) == 0)
		return TOKEN_NUMBER;
	buf_add(l->texts, text, l->at - start);
	return TOKEN_WORD;
}

static enum token_type
read_token(struct lexer *l, double *number)
{
	int c = peek(l, 0), next = peek(l, 1);

	if (c == '(')
		return read_string(l);
	if (c == '/')
		return read_name(l);
	if (c == '<' && next != '<')
		return read_hex(l);
	if (c == '[' || c == ']') {
		l->at++;
		return c == '[' ? TOKEN_OPEN : TOKEN_CLOSE;
	}
	if (c == next && (c == '<' || c == '>')) {
		l->at += 2;
		return c == '<' ? TOKEN_OPEN_DICT : TOKEN_CLOSE_DICT;
	}
	return read_regular(l, number);
}

struct token
lexer_next(struct lexer *l)
{
	struct token t = { .type = TOKEN_END, .text = l->texts->len };

	pass_space(l);
	if (l->at >= l->len)
		return t;
	t.type = read_token(l, &t.number);
	t.len = l->texts->len - t.text;
	buf_putc(l->texts, '\0');
	return t;
}

const char *
lexer_text(const struct lexer *l, const struct token *t)
{
	return l->texts->data + t->text;
}

int
lexer_pass_image(struct lexer *l)
{
	for (l->at++; l->at + 2 < l->len; l->at++)
		if (is_space(peek(l, 0)) && peek(l, 1) == 'E' &&
		    peek(l, 2) == 'I' &&
		    (l->at + 3 == l->len || is_space(peek(l, 3)))) {
			l->at += 3;
			return 0;
		}
	l->at = l->len;
	return -1;
}
