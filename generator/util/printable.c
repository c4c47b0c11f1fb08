#include "util/printable.h"

#include "util/buf.h"
#include "util/cursor.h"

int
printable(unsigned character)
{
	return character >= ' ' && (character < 0x7f || character >= 0xa0);
}

void
printable_add(struct buf *out, const char *text)
{
	size_t len;

	for (; *text; text += len) {
		unsigned c = utf8_next(&len, text);

		/* a byte that is no character is as some terminals read it */
		if (len == 1)
			c = (unsigned char)*text;
		if (printable(c))
			buf_add(out, text, len);
		else
			buf_putc(out, ' ');
	}
}
