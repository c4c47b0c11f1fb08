#include "util/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/printable.h"

/* A copy, cut between two characters if it is too long. */
static char *
shortened(const char *text)
{
	static const char end[] = " ...";
	size_t len = strlen(text);
	char *copy;

	if (len <= DIAG_LONGEST)
		return xstrdup(text);
	for (len = DIAG_LONGEST; ((unsigned char)text[len] & 0xc0) == 0x80;)
		len--;
	copy = xcalloc(len + sizeof(end), 1);
	memcpy(copy, text, len);
	memcpy(copy + len, end, sizeof(end));
	return copy;
}

/* The document's text may be gone when the message is printed. */
static void
keep_place(struct message *m)
{
	m->excerpt = excerpt_of(m->place);
	m->place.length = place_length(m->place);
	m->place.text = NULL;
}

int
diag_raw(struct diag *d, unsigned number, enum level level,
    struct place place, const char *text)
{
	if (level > d->worst)
		d->worst = level;
	if (d->count >= DIAG_MOST) {
		d->dropped++;
	} else {
		size_t size = grown(d->size, d->count + 1);

		if (size != d->size)
			d->messages = xrealloc(d->messages, size,
			    sizeof(*d->messages));
		d->size = size;
		d->messages[d->count] = (struct message){
			.place = place, .level = level, .number = number,
			.order = d->count, .text = shortened(text)
		};
		keep_place(&d->messages[d->count]);
		d->count++;
	}
	return level >= LEVEL_ERROR ? -1 : 0;
}

int
diag_vat(struct diag *d, enum message_id id, struct place place,
    const char *format, va_list args)
{
	char *text;
	int ret;

	if (vasprintf(&text, format, args) < 0)
		text = xstrdup(catalogue_title(id));
	ret = diag_raw(d, id, catalogue_level(id), place, text);
	free(text);
	return ret;
}

int
diag_at(struct diag *d, enum message_id id, struct place place,
    const char *format, ...)
{
	va_list args;
	int ret;

	va_start(args, format);
	ret = diag_vat(d, id, place, format, args);
	va_end(args);
	return ret;
}

int
diag_global(struct diag *d, enum message_id id, const char *format, ...)
{
	const struct place nowhere = { .file = NULL };
	va_list args;
	int ret;

	va_start(args, format);
	ret = diag_vat(d, id, nowhere, format, args);
	va_end(args);
	return ret;
}

int
diag_cannot_write(struct diag *d, const char *path)
{
	return diag_global(d, MSG_CANNOT_WRITE, "cannot write '%s': %s", path,
	    strerror(errno));
}

int
diag_pair(struct diag *d, enum message_id id, struct place place,
    struct place other, const char *format, ...)
{
	size_t before = d->count;
	va_list args;
	int ret;

	va_start(args, format);
	ret = diag_vat(d, id, place, format, args);
	va_end(args);
	other.length = place_length(other);
	other.text = NULL;
	if (d->count > before)
		d->messages[before].other = other;
	return ret;
}

static int
ordered(unsigned long a, unsigned long b)
{
	return a < b ? -1 : a > b;
}

/* Messages about the machine come last, below what is about the document. */
static int
compare(const void *left, const void *right)
{
	const struct message *a = left, *b = right;
	int order = ordered(!a->place.file, !b->place.file);

	if (!order)
		order = ordered(a->place.line, b->place.line);
	if (!order)
		order = ordered(a->place.column, b->place.column);
	return order ? order : ordered(a->order, b->order);
}

/* What a terminal's colours stand for; all empty where there are none. */
struct colours {
	const char *place, *level[LEVEL_MACHINE + 1], *mark, *off;
};

static const struct colours plain = {
	"", { "", "", "", "", "", "" }, "", ""
};

static const struct colours coloured = {
	"\033[1m", { "", "\033[1;36m", "\033[1;35m", "\033[1;31m",
	    "\033[1;31m", "\033[1;31m" }, "\033[1;32m", "\033[0m"
};

static void
add_head(struct buf *out, const struct message *m, const struct colours *c)
{
	buf_puts(out, c->place);
	printable_add(out, m->place.file ? m->place.file : "unagenda");
	if (m->place.line)
		buf_printf(out, ":%u:%u", m->place.line, m->place.column);
	buf_printf(out, ":%s ", c->off);
	if (m->place.file)
		buf_printf(out, "%s%s:%s ", c->level[m->level],
		    level_word(m->level), c->off);
	printable_add(out, m->text);
	buf_printf(out, " [UNA-%04u]\n", m->number);
}

/*
 *    14 |   <heading>Opening</heading>
 *       |   ^^^^^^^^
 */
static void
add_excerpt(struct buf *out, const struct message *m, const struct colours *c)
{
	const struct excerpt *e = &m->excerpt;

	if (!e->line)
		return;
	buf_printf(out, "%6u | %s\n       | %*s%s", m->place.line, e->line,
	    (int)e->before, "", c->mark);
	for (unsigned i = 0; i < e->width; i++)
		buf_putc(out, '^');
	buf_printf(out, "%s\n", c->off);
}

static void
add_message(struct buf *out, const struct message *m, enum diag_style style)
{
	const struct colours *c = style == DIAG_COLOUR ? &coloured : &plain;

	add_head(out, m, c);
	if (style >= DIAG_EXCERPT)
		add_excerpt(out, m, c);
}

void
diag_fix(struct diag *d, size_t start, size_t end, const char *with)
{
	/* a message beyond the last that is kept proposes nothing */
	if (d->count && !d->dropped)
		fixes_add(&d->fixes, d->messages[d->count - 1].order, start,
		    end, with);
}

static int
is_silenced(const struct diag *d, size_t order)
{
	size_t i = 0;

	while (i < d->count && d->messages[i].order != order)
		i++;
	return i < d->count && d->messages[i].silenced;
}

void
diag_drop_fixes(struct diag *d)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->fixes.count; i++)
		if (is_silenced(d, d->fixes.items[i].message))
			free(d->fixes.items[i].with);
		else
			d->fixes.items[kept++] = d->fixes.items[i];
	d->fixes.count = kept;
}

void
diag_silence(struct diag *d, size_t index, const char *why)
{
	struct message *m = &d->messages[index];

	free(m->silenced);
	m->silenced = xstrdup(why);
}

void
diag_set_level(struct diag *d, size_t index, enum level level)
{
	d->messages[index].level = level;
	if (level > d->worst)
		d->worst = level;
}

void
diag_sort(struct diag *d)
{
	if (d->count > 1)
		qsort(d->messages, d->count, sizeof(*d->messages), compare);
}

void
diag_forget(struct diag *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->messages[i].text);
		free(d->messages[i].silenced);
		excerpt_dispose(&d->messages[i].excerpt);
	}
	fixes_forget(&d->fixes);
	d->count = 0;
	d->dropped = 0;
}

void
diag_print(struct diag *d, FILE *out)
{
	struct buf text = BUF_INIT;

	diag_sort(d);
	for (size_t i = 0; i < d->count; i++)
		if (!d->messages[i].silenced)
			add_message(&text, &d->messages[i], d->style);
	if (d->dropped)
		buf_printf(&text, "unagenda: and %zu more messages\n",
		    d->dropped);
	/* at once: stderr has no buffer of its own */
	fwrite(buf_string(&text), 1, text.len, out);
	buf_dispose(&text);
	diag_forget(d);
}

int
diag_status(const struct diag *d)
{
	switch (d->worst) {
	case LEVEL_MACHINE:
		return 3;
	case LEVEL_USAGE:
		return 2;
	case LEVEL_ERROR:
		return 1;
	default:
		return 0;
	}
}

void
diag_dispose(struct diag *d)
{
	diag_forget(d);
	free(d->messages);
	fixes_dispose(&d->fixes);
	*d = (struct diag)DIAG_INIT;
}
