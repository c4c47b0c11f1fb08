#include "pipeline/concord_numbers.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/concord_words.h"
#include "pipeline/letters.h"
#include "util/alloc.h"
#include "util/cursor.h"
#include "util/buf.h"

/* A text that is being read. */
struct reader {
	struct numbers *out;
	const char *text, *language;
	const void *source;
	size_t at;
};

/* What stands between the digits of one number. */
enum separator {
	SEPARATOR_NONE,
	SEPARATOR_SPACE,	/* thousands */
	SEPARATOR_COMMA,	/* thousands or a fraction, as it turns out */
	SEPARATOR_STOP,		/* the same */
	SEPARATOR_COLON,	/* hours and minutes */
	SEPARATOR_POINT,	/* the Arabic one, of a fraction */
	SEPARATOR_THOUSANDS	/* the Arabic one */
};

static enum separator
separator_at(size_t *len, const char *text)
{
	static const struct {
		unsigned character;
		enum separator kind;
	} marks[] = {
		{ ',', SEPARATOR_COMMA }, { '.', SEPARATOR_STOP },
		{ ':', SEPARATOR_COLON }, { 0x66b, SEPARATOR_POINT },
		{ 0x66c, SEPARATOR_THOUSANDS },
	};
	unsigned c;

	*len = letters_space(text);
	if (*len)
		return SEPARATOR_SPACE;
	c = utf8_next(len, text);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (marks[i].character == c)
			return marks[i].kind;
	return SEPARATOR_NONE;
}

/* Moves over digits and adds them, in ASCII, to the buf; how many. */
static size_t
take_digits(struct buf *out, const char **text)
{
	size_t len, count = 0;
	int digit;

	while ((digit = letters_digit(&len, *text)) >= 0) {
		buf_putc(out, (char)('0' + digit));
		*text += len;
		count++;
	}
	return count;
}

/*
 * Reads on behind the first digits: groups of three behind the same mark, and
 * then what is behind another mark, as far as it goes.
 */
static void
take_rest(struct buf *value, const char **text)
{
	int grouped = value->len <= 3 && value->data[0] != '0';
	enum separator kind, thousands = SEPARATOR_NONE;
	struct buf digits = BUF_INIT;
	const char *next;
	size_t len;

	for (;; *text = next) {
		kind = separator_at(&len, *text);
		next = *text + len;
		buf_clear(&digits);
		if (!kind || !take_digits(&digits, &next))
			break;
		grouped = grouped && digits.len == 3 &&
		    kind != SEPARATOR_COLON && kind != SEPARATOR_POINT &&
		    (!thousands || kind == thousands);
		if (grouped)
			thousands = kind;
		else if (kind == SEPARATOR_SPACE || kind == SEPARATOR_THOUSANDS)
			break;
		else
			buf_putc(value, '.');
		buf_add(value, digits.data, digits.len);
	}
	buf_dispose(&digits);
}

/* "2.5" and 6 is "2500000". */
static void
shift(struct buf *value, int power)
{
	char *digits = buf_detach(value), *point = strchr(digits, '.');
	size_t whole = strcspn(digits, "."), len;

	if (point)
		memmove(point, point + 1, strlen(point));
	len = strlen(digits);
	whole += (size_t)power;
	for (size_t i = 0; i < len || i < whole; i++) {
		if (i == whole)
			buf_putc(value, '.');
		buf_putc(value, i < len ? digits[i] : '0');
	}
	free(digits);
}

/*
 * In Arabic the word for a thousand is a letter too: "paragraph 3 A".  Behind
 * 3 to 10 the number would be written otherwise.
 */
static int
is_letter(const struct reader *r, const struct buf *value, const char *next)
{
	char word[16];

	next += letters_space(next);
	return strcmp(r->language, "ar") == 0 && atoi(value->data) <= 10 &&
	    letters_word(word, sizeof(word), next) && strcmp(word, "الف") == 0;
}

/* How many noughts a word behind the number adds to it. */
static int
take_scale(const struct reader *r, const struct buf *value, const char **next)
{
	const char *point = strchr(value->data, '.');
	size_t len;
	int power;

	if ((point && strchr(point + 1, '.')) || is_letter(r, value, *next))
		return 0;
	power = words_scale(&len, *next, r->language);
	if (power)
		*next += len;
	return power;
}

static void
strip_zeros(struct buf *value)
{
	char *text = buf_detach(value);
	size_t zeros = strspn(text, "0");

	if (zeros && (text[zeros] == '\0' || text[zeros] == '.'))
		zeros--;
	buf_puts(value, text + zeros);
	free(text);
}

static void
read_number(struct reader *r)
{
	struct buf value = BUF_INIT;
	const char *next = r->text + r->at;
	struct numbers *v = r->out;
	size_t size = grown(v->size, v->count + 1);
	size_t end;
	int power;

	take_digits(&value, &next);
	take_rest(&value, &next);
	end = (size_t)(next - r->text);
	power = take_scale(r, &value, &next);
	if (power)
		shift(&value, power);
	strip_zeros(&value);
	if (size != v->size)
		v->list = xrealloc(v->list, size, sizeof(*v->list));
	v->size = size;
	v->list[v->count++] = (struct number){ buf_detach(&value), r->source,
	    r->at, end };
	r->at = (size_t)(next - r->text);
}

/* Whether only what joins numbers stands between the two. */
static int
is_joined(const struct reader *r, const struct number *left,
    const struct number *right)
{
	size_t at = left->end, len = 1;

	while (at < right->start && len) {
		len = words_joint(r->text + at);
		at += len;
	}
	return at == right->start;
}

/* A month, or the number of a page or line, said by what is behind it. */
static int
is_named_behind(const struct reader *r, const struct number *n)
{
	static const char *const names[] = { "月", "页", "行" };
	const char *text = r->text + n->end;

	if (strcmp(r->language, "zh"))
		return 0;
	text += letters_space(text);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strncmp(text, names[i], strlen(names[i])) == 0)
			return 1;
	return 0;
}

/* Takes away what is not compared: by the last of a range, or by the first. */
static void
leave_out(const struct reader *r, size_t first)
{
	struct numbers *v = r->out;
	size_t kept = first, count = v->count - first;
	char *out = xcalloc(count + 1, 1);
	const struct number *list = v->list + first;

	for (size_t i = count; i-- > 0;)
		out[i] = is_named_behind(r, &list[i]) || (out[i + 1] &&
		    strcmp(r->language, "zh") == 0 &&
		    is_joined(r, &list[i], &list[i + 1]));
	for (size_t i = 0; i < count; i++)
		out[i] |= words_is_page(r->text, list[i].start,
		    r->language) ||
		    (i > 0 && out[i - 1] && strcmp(r->language, "zh") &&
		    is_joined(r, &list[i - 1], &list[i]));
	for (size_t i = 0; i < count; i++) {
		if (out[i])
			free(v->list[first + i].value);
		else
			v->list[kept++] = v->list[first + i];
	}
	v->count = kept;
	free(out);
}

void
numbers_read(struct numbers *out, const char *text, const char *language,
    const void *source)
{
	struct reader r = { out, text, language, source, 0 };
	size_t first = out->count, len;

	while (text[r.at]) {
		if (letters_digit(&len, text + r.at) >= 0) {
			read_number(&r);
		} else {
			utf8_next(&len, text + r.at);
			r.at += len;
		}
	}
	if (out->count > first)
		leave_out(&r, first);
}

void
numbers_dispose(struct numbers *v)
{
	for (size_t i = 0; i < v->count; i++)
		free(v->list[i].value);
	free(v->list);
	*v = (struct numbers){ NULL, 0, 0 };
}
