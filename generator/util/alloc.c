#include "util/alloc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void
alloc_failed(void)
{
	static const char text[] = "unagenda: out of memory [UNA-0015]\n";

	/* stdio might allocate */
	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(3);
	_exit(3);
}

void *
xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		alloc_failed();
	return p;
}

void *
xrealloc(void *old, size_t count, size_t size)
{
	void *p;

	if (size && count > SIZE_MAX / size)
		alloc_failed();
	p = realloc(old, count * size);
	if (!p)
		alloc_failed();
	return p;
}

char *
xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *
xstrndup(const char *s, size_t len)
{
	char *copy = xcalloc(len + 1, 1);

	memcpy(copy, s, len);
	return copy;
}

char *
xvasprintf(const char *format, va_list args)
{
	char *text;

	if (vasprintf(&text, format, args) < 0)
		alloc_failed();
	return text;
}

size_t
grown(size_t capacity, size_t needed)
{
	if (needed <= capacity)
		return capacity;
	if (capacity > SIZE_MAX / 2)
		alloc_failed();
	capacity = capacity ? capacity * 2 : 16;
	return capacity < needed ? needed : capacity;
}
