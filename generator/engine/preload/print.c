/*
 * snprintf() of a number: LuaTeX asks for it three times for each glyph of a
 * page, and the C library takes longer to set itself up for it than to do it.
 * What is written is the same; all that is not one of these formats is left to
 * it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 24 };

/* Writes what of it there is room for, and says how long it is. */
static int
write_text(char *out, size_t size, const char *text, size_t len)
{
	size_t n = len < size ? len : size - 1;

	if (size > 0) {
		memcpy(out, text, n);
		out[n] = 0;
	}
	return (int)len;
}

static int
write_decimal(char *out, size_t size, long long value)
{
	char digits[MOST_DIGITS], *p = digits + sizeof(digits);
	unsigned long long rest = (unsigned long long)value;

	if (value < 0)
		rest = -rest;
	do
		*--p = (char)('0' + rest % 10);
	while (rest /= 10);
	if (value < 0)
		*--p = '-';
	return write_text(out, size, p, (size_t)(digits + sizeof(digits) - p));
}

/* With zeros before it, if it has fewer digits than that. */
static int
write_hexadecimal(char *out, size_t size, unsigned value, int width)
{
	char digits[MOST_DIGITS], *end = digits + sizeof(digits), *p = end;

	do
		*--p = "0123456789ABCDEF"[value % 16];
	while (value /= 16);
	while (end - p < width)
		*--p = '0';
	return write_text(out, size, p, (size_t)(end - p));
}

static int
is_decimal(const char *format)
{
	return (format[0] == 'd' || format[0] == 'i') && !format[1];
}

static int
print(char *out, size_t size, const char *format, va_list values)
{
	const char *f = format + 1;

	if (*format != '%')
		return vsnprintf(out, size, format, values);
	if (is_decimal(f))
		return write_decimal(out, size, va_arg(values, int));
	if (*f == 'l' && is_decimal(f + 1))
		return write_decimal(out, size, va_arg(values, long));
	if (*f == 'l' && f[1] == 'l' && is_decimal(f + 2))
		return write_decimal(out, size, va_arg(values, long long));
	if (*f == '0' && f[1] >= '1' && f[1] <= '9' && f[2] == 'X' && !f[3])
		return write_hexadecimal(out, size, va_arg(values, unsigned),
		    f[1] - '0');
	return vsnprintf(out, size, format, values);
}

int
snprintf(char *out, size_t size, const char *format, ...)
{
	va_list values;
	int len;

	va_start(values, format);
	len = print(out, size, format, values);
	va_end(values);
	return len;
}

/* Its name in programs that are built with checks; the flag is about %n, which
 * no format has that is done here. */
int __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
int
__snprintf_chk(char *out, size_t size, int flag, size_t room,
    const char *format, ...)
{
	va_list values;
	int len;

	(void)flag;
	if (size > room)
		abort();
	va_start(values, format);
	len = print(out, size, format, values);
	va_end(values);
	return len;
}
