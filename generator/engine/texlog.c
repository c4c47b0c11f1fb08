#include "engine/texlog.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"

/* The log of a book is far below this; beyond it TeX runs in circles. */
enum { LARGEST_LOG = 16 * 1024 * 1024 };

struct texlog {
	struct place top;	/* the start of the drafter's file */
	struct diag *diag;
	unsigned pages;
	int errors;
	int glyphs;		/* the class has named missing ones itself */
};

/* "error" is of the level that the number has: whose fault it is. */
static enum level
level_of(const char *word, unsigned number)
{
	enum level own = catalogue_level(number);

	for (enum level l = LEVEL_ADVICE; l < LEVEL_ERROR; l++)
		if (strcmp(word, level_word(l)) == 0)
			return l;
	return own > LEVEL_ERROR ? own : LEVEL_ERROR;
}

/* A line of the class.  Returns 1 if it was one. */
static int
take_message(struct texlog *log, const char *line)
{
	unsigned number, row, column;
	char word[16];
	int end = 0;

	if (sscanf(line, "unagenda-message:%u:%u:%15[a-z]:UNA-%4u:%n",
	    &row, &column, word, &number, &end) != 4 || !end)
		return 0;
	if (number == MSG_GLYPH)
		log->glyphs = 1;
	if (diag_raw(log->diag, number, level_of(word, number),
	    place_in(log->top, row, column), line + end) < 0)
		log->errors = 1;
	return 1;
}

/* "! Undefined control sequence." and "./x.tex:12: Undefined ..." */
static const char *
error_text(const char *line)
{
	const char *colon = strstr(line, ".tex:");

	if (strncmp(line, "! ", 2) == 0)
		return line + 2;
	if (!colon || !isdigit((unsigned char)colon[5]))
		return NULL;
	colon += 5 + strspn(colon + 5, "0123456789");
	return strncmp(colon, ": ", 2) == 0 ? line : NULL;
}

/* "Output written on x.pdf (5 pages, 70000 bytes)." */
static int
take_pages(struct texlog *log, const char *line)
{
	static const char start[] = "Output written on ";
	const char *count;

	if (strncmp(line, start, sizeof(start) - 1))
		return 0;
	count = strrchr(line, '(');
	if (count)
		log->pages = (unsigned)strtoul(count + 1, NULL, 10);
	return 1;
}

static void
take_line(struct texlog *log, const char *line)
{
	static const char missing[] = "Missing character: ";
	const char *error;

	if (take_message(log, line) || take_pages(log, line))
		return;
	if (strncmp(line, missing, sizeof(missing) - 1) == 0) {
		if (!log->glyphs)
			diag_at(log->diag, MSG_GLYPH, log->top,
			    "a character is in no font: %s",
			    line + sizeof(missing) - 1);
		log->errors = 1;
		return;
	}
	error = error_text(line);
	/* the first error is the cause, what follows it the consequence */
	if (error && !log->errors) {
		diag_global(log->diag, MSG_TEX, "TeX stopped: %s; "
		    "--keep=DIR keeps its log", error);
		log->errors = 1;
	}
}

int
texlog_read(unsigned *pages, const char *path, struct place top,
    struct diag *diag)
{
	struct texlog log = { .top = top, .diag = diag };
	struct buf text = BUF_INIT;
	enum fs_read read = fs_read(&text, path, LARGEST_LOG);
	char *line, *next;

	*pages = 0;
	if (read != FS_READ_OK) {
		buf_dispose(&text);
		return diag_global(diag, MSG_TEX, "cannot read TeX's log: %s",
		    read == FS_READ_FAILED ? strerror(errno) : "too large");
	}
	for (line = text.data; line && *line; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		take_line(&log, line);
	}
	buf_dispose(&text);
	*pages = log.pages;
	return log.errors ? -1 : 0;
}
