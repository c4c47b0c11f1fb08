#include <string.h>

#include "pipeline/verify.h"
#include "util/buf.h"
#include "util/diag.h"

/* Some bytes of a manifest, which may be anything. */
struct bytes {
	const char *data;
	size_t len;
};

static struct bytes
bytes_of(const struct buf *manifest)
{
	return (struct bytes){ buf_string(manifest), manifest->len };
}

static int
equal(struct bytes a, struct bytes b)
{
	return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

/* How many of them come before a character; all if it is not there. */
static size_t
len_before(struct bytes b, char c)
{
	const char *end = memchr(b.data, c, b.len);

	return end ? (size_t)(end - b.data) : b.len;
}

/* Takes the next line from what is left; 0 when nothing is. */
static int
next_line(struct bytes *line, struct bytes *left)
{
	size_t step;

	if (!left->len)
		return 0;
	*line = (struct bytes){ left->data, len_before(*left, '\n') };
	step = line->len + (line->len < left->len);
	left->data += step;
	left->len -= step;
	return 1;
}

static int
is_comment(struct bytes line)
{
	return line.len > 2 && line.data[0] == '#';
}

/* What a line is of: the name behind a digest, the program behind a #; or all
 * of what is no such line. */
static struct bytes
name_in(struct bytes line)
{
	size_t skip = is_comment(line) ? 2 : len_before(line, ' ') + 2;
	struct bytes name = line;

	if (skip < line.len)
		name = (struct bytes){ line.data + skip, line.len - skip };
	if (is_comment(line))
		name.len = len_before(name, ' ');
	return name;
}

/* Finds the line of the same file or program; 0 if there is none. */
static int
find_line(struct bytes *line, struct bytes manifest, struct bytes name)
{
	while (next_line(line, &manifest))
		if (equal(name_in(*line), name))
			return 1;
	return 0;
}

static int
tell_line(const struct place place, struct bytes line, struct bytes made,
    struct diag *diag)
{
	struct bytes found, name = name_in(line);
	int is_there = find_line(&found, made, name);

	if (is_there && equal(found, line))
		return 0;
	if (is_comment(line) && !(is_there && is_comment(found)))
		found = (struct bytes){ "# what is here", 14 };
	if (is_comment(line))
		return diag_at(diag, MSG_OTHER_PROGRAM, place,
		    "the PDF was made with %.*s, and not with %.*s",
		    (int)line.len - 2, line.data + 2,
		    (int)found.len - 2, found.data + 2);
	return diag_at(diag, MSG_OTHER_FILE, place, is_there ?
	    "the PDF was made with another %.*s than the one here" :
	    "the PDF was made with %.*s, which is not used here",
	    (int)name.len, name.data);
}

int
verify_manifests(const char *file, const struct buf *given,
    const struct buf *made, struct diag *diag)
{
	const struct place place = { .file = file };
	struct bytes left = bytes_of(given), line, found;
	int ret = 0;

	while (next_line(&line, &left))
		ret |= tell_line(place, line, bytes_of(made), diag);
	left = bytes_of(made);
	while (next_line(&line, &left)) {
		struct bytes name = name_in(line);

		if (!find_line(&found, bytes_of(given), name))
			ret |= diag_at(diag, MSG_OTHER_FILE, place, "the PDF "
			    "was made without %.*s, which is used here",
			    (int)name.len, name.data);
	}
	return ret;
}
