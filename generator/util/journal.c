#include "util/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/table.h"

/* What stands before the JSON: sum, blank, key, blank. */
enum { SUM = 8, KEY = 16, HEAD = SUM + 1 + KEY + 1 };

struct journal {
	char *path;
	int fd;
	int torn;		/* its last line has no end */
	struct table places;	/* where the line of a key starts */
	size_t lines;		/* useful or not */
};

static uint32_t
sum_of(const char *text, size_t len)
{
	return (uint32_t)crc32(0, (const Bytef *)text, (uInt)len);
}

/* Whether a line, without its end, is as it was written. */
static int
read_head(uint64_t *key, const char *line, size_t len)
{
	uint32_t sum;

	return len > HEAD && line[SUM] == ' ' && line[HEAD - 1] == ' ' &&
	    sscanf(line, "%8" SCNx32 " %16" SCNx64, &sum, key) == 2 &&
	    sum == sum_of(line + SUM + 1, len - SUM - 1);
}

static void
load(struct journal *j, FILE *file)
{
	char *line = NULL;
	size_t size = 0;
	uint64_t place = 0, key;
	ssize_t len;

	while ((len = getline(&line, &size, file)) > 0) {
		j->lines++;
		j->torn = line[len - 1] != '\n';
		if (!j->torn && read_head(&key, line, (size_t)len - 1))
			*table_add(&j->places, key) = place;
		place += (uint64_t)len;
	}
	free(line);
}

int
journal_open(struct journal **out, const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	FILE *file = fd < 0 ? NULL : fopen(path, "re");
	struct journal *j;

	if (!file) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	j = xcalloc(1, sizeof(*j));
	j->path = xstrdup(path);
	j->fd = fd;
	load(j, file);
	fclose(file);
	*out = j;
	return 0;
}

void
journal_close(struct journal *j)
{
	if (!j)
		return;
	close(j->fd);
	table_dispose(&j->places);
	free(j->path);
	free(j);
}

/* Adds the line that starts at the place, without its end. */
static int
read_line(struct buf *line, const struct journal *j, uint64_t place)
{
	char chunk[1024];
	const char *end = NULL;
	ssize_t n;

	while (!end && (n = pread(j->fd, chunk, sizeof(chunk),
	    (off_t)(place + line->len))) > 0) {
		end = memchr(chunk, '\n', (size_t)n);
		buf_add(line, chunk, end ? (size_t)(end - chunk) : (size_t)n);
	}
	return end ? 0 : -1;
}

json_t *
journal_get(const struct journal *j, uint64_t key)
{
	const uint64_t *place = table_find(&j->places, key);
	struct buf line = BUF_INIT;
	json_t *record = NULL;
	uint64_t found;

	if (place && read_line(&line, j, *place) == 0 &&
	    read_head(&found, line.data, line.len) && found == key)
		record = json_loadb(line.data + HEAD, line.len - HEAD, 0,
		    NULL);
	buf_dispose(&line);
	return record;
}

int
journal_has(const struct journal *j, uint64_t key)
{
	return table_find(&j->places, key) != NULL;
}

void
journal_each(const struct journal *j, void (*each)(void *payload, uint64_t key),
    void *payload)
{
	for (size_t i = 0; i < j->places.size; i++)
		if (j->places.rows[i].used)
			each(payload, j->places.rows[i].key);
}

static void
add_line(struct buf *line, uint64_t key, const char *json)
{
	struct buf body = BUF_INIT;

	buf_printf(&body, "%016" PRIx64 " %s", key, json);
	buf_printf(line, "%08" PRIx32 " %s\n", sum_of(body.data, body.len),
	    body.data);
	buf_dispose(&body);
}

/* A part of it that was written, on a full disk, is a torn line. */
static int
append(struct journal *j, const struct buf *line)
{
	ssize_t n = write(j->fd, line->data, line->len);

	if (n == (ssize_t)line->len)
		return 0;
	j->torn = 1;
	if (n >= 0)
		errno = ENOSPC;
	return -1;
}

int
journal_put(struct journal *j, uint64_t key, const json_t *record)
{
	char *json = json_dumps(record, JSON_COMPACT | JSON_SORT_KEYS);
	struct buf line = BUF_INIT;
	int ret;

	if (!json)
		alloc_failed();
	if (j->torn)
		buf_putc(&line, '\n');
	j->torn = 0;
	add_line(&line, key, json);
	ret = append(j, &line);
	if (ret == 0) {
		size_t body = line.len - (line.data[0] == '\n');

		*table_add(&j->places, key) =
		    (uint64_t)lseek(j->fd, 0, SEEK_CUR) - body;
		j->lines++;
	}
	buf_dispose(&line);
	free(json);
	return ret;
}

static int
copy_lines(FILE *out, const struct journal *j)
{
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < j->places.size; i++) {
		const struct table_row *row = &j->places.rows[i];

		if (!row->used || read_line(&line, j, row->value) < 0)
			continue;
		buf_putc(&line, '\n');
		fwrite(line.data, 1, line.len, out);
		buf_clear(&line);
	}
	buf_dispose(&line);
	return fflush(out) == 0 && !ferror(out) ? 0 : -1;
}

int
journal_compact(struct journal *j)
{
	struct buf name = BUF_INIT;
	FILE *out;
	int ret = -1;

	if (j->lines <= j->places.count * 2)
		return 0;
	buf_printf(&name, "%s.new", j->path);
	out = fopen(name.data, "we");
	if (out) {
		ret = copy_lines(out, j);
		if (ret == 0)
			ret = fsync(fileno(out));
		ret |= fclose(out);
	}
	if (ret == 0)
		ret = fs_rename(name.data, j->path);
	if (ret < 0)
		unlink(name.data);
	buf_dispose(&name);
	return ret;
}
