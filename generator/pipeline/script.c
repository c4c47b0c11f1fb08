#include "pipeline/script.h"

#include <fribidi.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlstring.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/cursor.h"

static const char latin_start[] = "\u2066", latin_end[] = "\u2069";
static const char mirrored_start[] = "\u2067", mirrored_end[] = "\u2069";
static const char number_start[] = "\u202A", number_end[] = "\u202C";

/* A character of which none, before or after it, is parted by a space. */
static int
is_wide(unsigned c)
{
	static const struct { unsigned first, last; } ranges[] = {
		{ 0x2014, 0x2014 },	/* a dash */
		{ 0x2018, 0x201D },	/* quotation marks */
		{ 0x2026, 0x2026 },	/* three dots */
		{ 0x2E80, 0x9FFF },	/* ideographs and their punctuation */
		{ 0xF900, 0xFAFF },
		{ 0xFE30, 0xFE4F },
		{ 0xFF00, 0xFFEF },	/* full-width forms */
		{ 0x20000, 0x3FFFF },
	};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return 1;
	return 0;
}

void
script_join(struct buf *out, const char *text)
{
	int wide_before = 0;
	size_t length;

	while (*text) {
		size_t spaces = strspn(text, " \t\r\n");
		unsigned c;

		if (!text[spaces]) {
			buf_add(out, text, spaces);
			return;
		}
		c = utf8_next(&length, text + spaces);
		if (!(wide_before && is_wide(c)))
			buf_add(out, text, spaces);
		buf_add(out, text + spaces, length);
		wide_before = is_wide(c);
		text += spaces + length;
	}
}

/* Stands before a text, so that its figures are those of an Arabic one. */
static const char arabic_mark[] = "\u061C";

/* A paragraph as FriBidi has it, the mark before it. */
struct paragraph {
	FriBidiChar *chars;
	FriBidiCharType *types;
	FriBidiLevel *levels;
	FriBidiStrIndex length;
};

/* Whether it is one of the marks that tell of direction, ours among them. */
static int
is_mark(FriBidiChar c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Takes such marks out. */
static FriBidiStrIndex
unmark(FriBidiChar *chars, FriBidiStrIndex length)
{
	FriBidiStrIndex kept = 0;

	for (FriBidiStrIndex i = 0; i < length; i++)
		if (!is_mark(chars[i]))
			chars[kept++] = chars[i];
	return kept;
}

static char *
with_mark(const char *text)
{
	struct buf b = BUF_INIT;

	buf_puts(&b, arabic_mark);
	buf_puts(&b, text);
	return buf_detach(&b);
}

static void
paragraph_init(struct paragraph *p, const char *text)
{
	char *marked = with_mark(text);
	size_t bytes = strlen(marked);
	FriBidiParType direction = FRIBIDI_PAR_RTL;
	FriBidiBracketType *brackets;

	p->chars = xrealloc(NULL, bytes + 1, sizeof(*p->chars));
	p->length = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, marked,
	    (FriBidiStrIndex)bytes, p->chars);
	p->length = unmark(p->chars, p->length);
	free(marked);
	p->types = xrealloc(NULL, bytes + 1, sizeof(*p->types));
	p->levels = xrealloc(NULL, bytes + 1, sizeof(*p->levels));
	brackets = xrealloc(NULL, bytes + 1, sizeof(*brackets));
	fribidi_get_bidi_types(p->chars, p->length, p->types);
	fribidi_get_bracket_types(p->chars, p->length, p->types, brackets);
	if (!fribidi_get_par_embedding_levels_ex(p->types, brackets,
	    p->length, &direction, p->levels))
		memset(p->levels, 1, bytes + 1);
	free(brackets);
}

static void
paragraph_dispose(struct paragraph *p)
{
	free(p->chars);
	free(p->types);
	free(p->levels);
}

static void
add_char(struct buf *out, FriBidiChar c)
{
	unsigned char bytes[8];
	int length = xmlCopyChar(0, bytes, (int)c);

	buf_add(out, (const char *)bytes, (size_t)length);
}

static void
add_chars(struct buf *out, const struct paragraph *p, FriBidiStrIndex first,
    FriBidiStrIndex end)
{
	for (FriBidiStrIndex i = first; i < end; i++)
		add_char(out, p->chars[i]);
}

/* The same from right to left. */
static void
add_right(struct buf *out, const struct paragraph *p, FriBidiStrIndex first,
    FriBidiStrIndex end)
{
	for (FriBidiStrIndex i = first; i < end; i++) {
		FriBidiChar other;
		int mirrored = fribidi_get_mirror_char(p->chars[i], &other);

		if (mirrored)
			buf_puts(out, mirrored_start);
		add_chars(out, p, i, i + 1);
		if (mirrored)
			buf_puts(out, mirrored_end);
	}
}

static int
has_letters(const struct paragraph *p, FriBidiStrIndex first,
    FriBidiStrIndex end)
{
	for (FriBidiStrIndex i = first; i < end; i++)
		if (p->types[i] == FRIBIDI_TYPE_LTR)
			return 1;
	return 0;
}

static void
add_run(struct buf *out, const struct paragraph *p, FriBidiStrIndex first,
    FriBidiStrIndex end)
{
	int letters = has_letters(p, first, end);

	buf_puts(out, letters ? latin_start : number_start);
	add_chars(out, p, first, end);
	buf_puts(out, letters ? latin_end : number_end);
}

void
script_mark_runs(struct buf *out, const char *text)
{
	struct paragraph p;
	FriBidiStrIndex first, end;

	if (!*text)
		return;
	paragraph_init(&p, text);
	for (first = 1; first < p.length; first = end) {
		int right = FRIBIDI_LEVEL_IS_RTL(p.levels[first]);

		end = first + 1;
		while (end < p.length &&
		    FRIBIDI_LEVEL_IS_RTL(p.levels[end]) == right)
			end++;
		if (right)
			add_right(out, &p, first, end);
		else
			add_run(out, &p, first, end);
	}
	paragraph_dispose(&p);
}
