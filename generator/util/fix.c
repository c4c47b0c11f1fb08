#include "util/fix.h"

#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"

void
fixes_add(struct fixes *f, size_t message, size_t start, size_t end,
    const char *with)
{
	size_t size = grown(f->size, f->count + 1);

	if (size != f->size)
		f->items = xrealloc(f->items, size, sizeof(*f->items));
	f->size = size;
	f->items[f->count++] = (struct fix){
		message, start, end, xstrdup(with)
	};
}

static int
compare(const void *left, const void *right)
{
	const struct fix *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->message < b->message ? -1 : a->message > b->message;
}

size_t
fixes_apply(struct buf *out, const struct buf *text, struct fixes *f)
{
	size_t at = 0, made = 0;

	if (f->count > 1)
		qsort(f->items, f->count, sizeof(*f->items), compare);
	for (size_t i = 0; i < f->count; i++) {
		const struct fix *fix = &f->items[i];

		if (fix->start < at || fix->end > text->len)
			continue;
		buf_add(out, text->data + at, fix->start - at);
		buf_puts(out, fix->with);
		at = fix->end;
		made++;
	}
	buf_add(out, text->data + at, text->len - at);
	return made;
}

void
fixes_forget(struct fixes *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->items[i].with);
	f->count = 0;
}

void
fixes_dispose(struct fixes *f)
{
	fixes_forget(f);
	free(f->items);
	*f = (struct fixes){ NULL, 0, 0 };
}

/* A line with its end. */
static size_t
line_len(const char *s)
{
	const char *end = strchr(s, '\n');

	return end ? (size_t)(end - s) + 1 : strlen(s);
}

static void
print_line(FILE *out, char sign, const char *line, size_t len)
{
	fputc(sign, out);
	fwrite(line, 1, len, out);
	if (len == 0 || line[len - 1] != '\n')
		fputs("\n\\ No newline at end of file\n", out);
}

void
fixes_print_diff(FILE *out, const char *path, const struct buf *before,
    const struct buf *after)
{
	const char *old = buf_string(before), *new = buf_string(after);
	size_t old_len, new_len;

	fprintf(out, "--- %s\n+++ %s\n", path, path);
	for (unsigned line = 1; *old && *new; line++) {
		old_len = line_len(old);
		new_len = line_len(new);
		if (old_len != new_len || memcmp(old, new, old_len)) {
			fprintf(out, "@@ -%u +%u @@\n", line, line);
			print_line(out, '-', old, old_len);
			print_line(out, '+', new, new_len);
		}
		old += old_len;
		new += new_len;
	}
}
