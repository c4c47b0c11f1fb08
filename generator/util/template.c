#include "util/template.h"

#include <string.h>

#include "util/buf.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";

/* A template being filled. */
struct filler {
	struct buf *out;
	const struct slot *slots;
	size_t count;
};

void
template_escape(struct buf *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		case '"':
			buf_puts(out, "&quot;");
			break;
		default:
			buf_putc(out, *text);
		}
	}
}

/* The next {name} before `end`; *len is that of the name.  NULL: none. */
static const char *
find_slot(const char *s, const char *end, size_t *len)
{
	for (; s < end; s++) {
		*len = *s == '{' ? strspn(s + 1, letters) : 0;
		if (*len && s[1 + *len] == '}')
			return s + 1;
	}
	return NULL;
}

static int
has_name(const struct slot *slot, const char *name, size_t len)
{
	return strlen(slot->name) == len && strncmp(slot->name, name, len) == 0;
}

/* How many values a slot has; -1 if no row names it. */
static int
count_values(const struct filler *f, const char *name, size_t len)
{
	int values = -1;

	for (size_t i = 0; i < f->count; i++)
		if (has_name(&f->slots[i], name, len))
			values += (values < 0) + (f->slots[i].value != NULL);
	return values;
}

/* The nth of a slot's values, or, where there are fewer, the last. */
static const struct slot *
nth_value(const struct filler *f, const char *name, size_t len, int n)
{
	const struct slot *found = NULL;

	for (size_t i = 0; i < f->count && n >= 0; i++) {
		if (!has_name(&f->slots[i], name, len) || !f->slots[i].value)
			continue;
		found = &f->slots[i];
		n--;
	}
	return found;
}

static void
write_line(const struct filler *f, const char *line, const char *end, int n)
{
	const struct slot *slot;
	const char *name;
	size_t len;

	while ((name = find_slot(line, end, &len))) {
		buf_add(f->out, line, (size_t)(name - 1 - line));
		slot = nth_value(f, name, len, n);
		if (slot->is_xml)
			buf_puts(f->out, slot->value);
		else
			template_escape(f->out, slot->value);
		line = name + len + 1;
	}
	buf_add(f->out, line, (size_t)(end - line));
}

/* How often a line is written: -1 if a slot in it is unknown. */
static int
times(const struct filler *f, const char *line, const char *end,
    const char **unknown)
{
	const char *name;
	size_t len;
	int most = 1, values, left_out = 0;

	for (; (name = find_slot(line, end, &len)); line = name) {
		values = count_values(f, name, len);
		if (values < 0) {
			*unknown = name;
			return -1;
		}
		left_out |= values == 0;
		most = values > most ? values : most;
	}
	return left_out ? 0 : most;
}

int
template_fill(struct buf *out, const char *template, const struct slot *slots,
    size_t count, const char **unknown)
{
	const struct filler f = { out, slots, count };
	const char *line = template, *end;
	int most;

	for (; *line; line = end) {
		end = line + strcspn(line, "\n");
		end += *end == '\n';
		most = times(&f, line, end, unknown);
		if (most < 0)
			return -1;
		for (int n = 0; n < most; n++)
			write_line(&f, line, end, n);
	}
	return 0;
}
