#include "util/place.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "util/buf.h"
#include "util/cursor.h"
#include "util/printable.h"

/* What a terminal shows of a line that is longer. */
enum { WIDEST = 100, BEFORE = 40 };

struct place
place_in(struct place top, unsigned line, unsigned column)
{
	const char *s = top.text;

	for (unsigned i = 1; s && i < line; i++) {
		s = strchr(s, '\n');
		s = s ? s + 1 : NULL;
	}
	top.line = line;
	top.column = column;
	top.length = 0;
	top.text = s;
	return top;
}

/* Moves on by so many characters, but not over the end of the line. */
static const char *
skip(const char *s, unsigned count)
{
	size_t len;

	for (; count > 0 && *s && *s != '\n'; count--) {
		utf8_next(&len, s);
		s += len;
	}
	return s;
}

unsigned
place_length(struct place place)
{
	static const char ends[] = " \t\r\n/>";
	const char *s;
	unsigned count = 0;
	size_t len;

	if (place.length || !place.text)
		return place.length;
	s = skip(place.text, place.column - 1);
	if (*s != '<')
		return *s && *s != '\n';
	for (s += s[1] == '/' ? 2 : 1, count = s[-1] == '/' ? 2 : 1;
	    *s && !strchr(ends, *s); count++) {
		utf8_next(&len, s);
		s += len;
	}
	return count;
}

/* How many columns a character takes; 1 for one that cannot be shown. */
static unsigned
columns(unsigned code)
{
	int width = wcwidth((wchar_t)code);

	return width < 0 ? 1 : (unsigned)width;
}

static unsigned
add_character(struct buf *line, const char *s, size_t len, unsigned code)
{
	/* control characters must not reach a terminal */
	if (printable(code))
		buf_add(line, s, len);
	else
		buf_putc(line, ' ');
	return columns(code < ' ' ? ' ' : code);
}

static void
add_line(struct excerpt *e, struct buf *line, const char *s, unsigned column,
    unsigned length)
{
	unsigned shown = 0, at = 1;
	size_t len;

	for (; *s && *s != '\n' && *s != '\r' && shown < WIDEST; at++) {
		unsigned code = utf8_next(&len, s);
		unsigned width = add_character(line, s, len, code);

		if (at < column)
			e->before += width;
		else if (at < column + length)
			e->width += width;
		shown += width;
		s += len;
	}
	if (*s && *s != '\n' && *s != '\r')
		buf_puts(line, "...");
}

/* Columns are counted as a UTF-8 terminal does, whatever the user's locale. */
static void
with_utf8(struct excerpt *e, struct buf *line, const char *s, unsigned column,
    unsigned length)
{
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;

	add_line(e, line, s, column, length);
	if (utf8) {
		uselocale(before);
		freelocale(utf8);
	}
}

struct excerpt
excerpt_of(struct place place)
{
	struct excerpt e = { NULL, 0, 0 };
	struct buf line = BUF_INIT;
	unsigned column = place.column, length = place_length(place);
	const char *s = place.text;

	if (!s || column < 1)
		return e;
	if (column > WIDEST - BEFORE) {
		s = skip(s, column - BEFORE);
		column = BEFORE;
		buf_puts(&line, "...");
		e.before = 3;
	}
	with_utf8(&e, &line, s, column, length ? length : 1);
	if (!e.width)
		e.width = 1;
	buf_puts(&line, "");
	e.line = buf_detach(&line);
	return e;
}

void
excerpt_dispose(struct excerpt *e)
{
	free(e->line);
	*e = (struct excerpt){ NULL, 0, 0 };
}
