#include "pdf/cmap.h"

#include <string.h>

#include "pdf/lexer.h"
#include "util/buf.h"
#include "util/arena.h"

/* The longest text of one code: a ligature. */
enum { LONGEST = 64 };

struct reading {
	struct cmap *map;
	struct arena *arena;
	struct lexer lexer;
	struct buf words;	/* the lexer's */
};

/* A character behind a code, with room for UTF-16. */
struct target {
	unsigned char bytes[LONGEST];
	size_t len;
};

static int
is_readable(unsigned c)
{
	return c != 0 && c != 0xfeff && !(c == 0xfffe || c == 0xffff) &&
	    !(c >= 0xd800 && c < 0xf900) && c < 0xf0000;
}

static void
add_utf8(struct buf *out, unsigned c)
{
	if (c < 0x80) {
		buf_putc(out, (char)c);
		return;
	}
	if (c >= 0x10000)
		buf_putc(out, (char)(0xf0 | c >> 18));
	if (c >= 0x800)
		buf_putc(out, (char)((c >= 0x10000 ? 0x80 : 0xe0) |
		    (c >> 12 & (c >= 0x10000 ? 0x3f : 0x0f))));
	buf_putc(out, (char)((c >= 0x800 ? 0x80 : 0xc0) |
	    (c >> 6 & (c >= 0x800 ? 0x3f : 0x1f))));
	buf_putc(out, (char)(0x80 | (c & 0x3f)));
}

/* -1 if one of the characters is not readable. */
static int
to_utf8(struct buf *out, const struct target *t)
{
	for (size_t i = 0; i + 1 < t->len; i += 2) {
		unsigned c = (unsigned)t->bytes[i] << 8 | t->bytes[i + 1];

		if (c >= 0xd800 && c < 0xdc00 && i + 3 < t->len) {
			unsigned low = (unsigned)t->bytes[i + 2] << 8 |
			    t->bytes[i + 3];

			c = 0x10000 + ((c - 0xd800) << 10) + (low & 0x3ff);
			i += 2;
		}
		if (!is_readable(c))
			return -1;
		add_utf8(out, c);
	}
	return out->len ? 0 : -1;
}

static const char **
place_of(struct reading *m, unsigned code)
{
	const char ***row = &m->map->rows[code / CMAP_ROW];

	if (!*row)
		*row = arena_alloc(m->arena, CMAP_ROW * sizeof(**row));
	return &(*row)[code % CMAP_ROW];
}

static void
set(struct reading *m, unsigned code, const struct target *t)
{
	struct buf text = BUF_INIT;

	if (code < CMAP_CODES && to_utf8(&text, t) == 0)
		*place_of(m, code) = arena_copy(m->arena, text.data, text.len);
	buf_dispose(&text);
}

static unsigned
code_of(const struct reading *m, const struct token *t)
{
	const unsigned char *bytes =
	    (const unsigned char *)lexer_text(&m->lexer, t);

	if (t->type != TOKEN_STRING || t->len < 1 || t->len > 2)
		return CMAP_CODES;
	return t->len == 1 ? bytes[0] : (unsigned)bytes[0] << 8 | bytes[1];
}

static struct target
target_of(const struct reading *m, const struct token *t)
{
	struct target target = { .len = 0 };

	if (t->type == TOKEN_STRING && t->len <= LONGEST) {
		memcpy(target.bytes, lexer_text(&m->lexer, t), t->len);
		target.len = t->len;
	}
	return target;
}

/* The next of a range: the last byte pair counts up. */
static void
count_up(struct target *t)
{
	if (t->len >= 2 && ++t->bytes[t->len - 1] == 0)
		t->bytes[t->len - 2]++;
}

static void
read_range(struct reading *m, unsigned low, unsigned high)
{
	struct token to = lexer_next(&m->lexer);
	struct target t = target_of(m, &to);

	if (to.type == TOKEN_OPEN) {
		for (;; low++) {
			to = lexer_next(&m->lexer);
			if (to.type != TOKEN_STRING)
				return;
			t = target_of(m, &to);
			set(m, low, &t);
		}
	}
	for (; low <= high && low < CMAP_CODES; low++, count_up(&t))
		set(m, low, &t);
}

/* The rows between begin... and end... */
static void
read_rows(struct reading *m, int ranges)
{
	for (;;) {
		struct token from, to;
		unsigned low;

		buf_clear(&m->words);
		from = lexer_next(&m->lexer);
		if (from.type != TOKEN_STRING)
			return;
		low = code_of(m, &from);
		to = lexer_next(&m->lexer);
		if (ranges) {
			read_range(m, low, code_of(m, &to));
		} else {
			struct target t = target_of(m, &to);

			set(m, low, &t);
		}
	}
}

void
cmap_read(struct cmap *map, struct arena *arena, const char *table, size_t len)
{
	struct reading m = { .map = map, .arena = arena };
	struct token t;

	m.lexer = (struct lexer){ .data = table, .len = len,
	    .texts = &m.words };
	while ((t = lexer_next(&m.lexer)).type != TOKEN_END) {
		const char *word = lexer_text(&m.lexer, &t);

		if (t.type == TOKEN_WORD && strcmp(word, "beginbfchar") == 0)
			read_rows(&m, 0);
		else if (t.type == TOKEN_WORD &&
		    strcmp(word, "beginbfrange") == 0)
			read_rows(&m, 1);
		buf_clear(&m.words);
	}
	buf_dispose(&m.words);
}

const char *
cmap_text(const struct cmap *map, unsigned code)
{
	const char *const *row = map->rows[code / CMAP_ROW];

	return row ? row[code % CMAP_ROW] : NULL;
}
