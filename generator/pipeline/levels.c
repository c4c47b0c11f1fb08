#include "pipeline/levels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/allowance.h"
#include "pipeline/document.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"

/* More than there are messages is a mistake. */
enum { LARGEST_FILE = 65536 };


struct setting {
	unsigned number;
	enum level level;
};

struct levels {
	char *folder, *path;
	struct setting *settings;
	size_t count, size;
};

static void
add(struct levels *l, unsigned number, enum level level)
{
	size_t size = grown(l->size, l->count + 1);

	if (size != l->size)
		l->settings = xrealloc(l->settings, size,
		    sizeof(*l->settings));
	l->size = size;
	l->settings[l->count++] = (struct setting){ number, level };
}

static int
read_level(enum level *level, const char *word)
{
	for (enum level l = LEVEL_OFF; l <= LEVEL_ERROR; l++)
		if (strcmp(word, level_word(l)) == 0) {
			*level = l;
			return 0;
		}
	return -1;
}

static int
read_setting(struct levels *l, const char *line, struct place at,
    struct diag *diag)
{
	char id[16], word[16], rest[2];
	int words = sscanf(line, "%15s %15s %1s", id, word, rest);
	enum level level;
	unsigned number;

	if (words <= 0)
		return 0;
	number = catalogue_number(id);
	if (words != 2 || read_level(&level, word) < 0)
		return diag_at(diag, MSG_SETTING, at, "a line here must be as "
		    "in 'UNA-0714 off', or advice, warning, error");
	if (!number)
		return diag_at(diag, MSG_SETTING, at,
		    "there is no message '%s'", id);
	if (catalogue_level(number) >= LEVEL_ERROR)
		return diag_at(diag, MSG_SETTING, at, "'%s' is an error, with "
		    "which no page can be made: it stays one", id);
	add(l, number, level);
	return 0;
}

/* Every line, also those after a wrong one. */
static int
read_settings(struct levels *l, char *text, struct diag *diag)
{
	struct place at = { .file = l->path, .line = 1, .column = 1 };
	char *next;
	int ret = 0;

	for (; text && *text; text = next, at.line++) {
		next = text + strcspn(text, "\n");
		if (*next)
			*next++ = '\0';
		text[strcspn(text, "#\r")] = '\0';
		ret |= read_setting(l, text, at, diag);
	}
	return ret;
}

int
levels_load(struct levels **out, const char *folder, struct diag *diag)
{
	struct levels *l = xcalloc(1, sizeof(*l));
	struct buf text = BUF_INIT;
	int ret = 0;

	l->folder = xstrdup(folder);
	l->path = fs_join(folder, LEVELS_FILE);
	if (fs_exists(l->path)) {
		if (fs_read(&text, l->path, LARGEST_FILE) == FS_READ_OK)
			ret = read_settings(l, text.data, diag);
		else
			ret = diag_global(diag, MSG_CANNOT_READ,
			    "cannot read '%s'", l->path);
	}
	buf_dispose(&text);
	/* messages name its path: it lives until levels_free */
	*out = l;
	return ret;
}

void
levels_free(struct levels *l)
{
	if (!l)
		return;
	free(l->folder);
	free(l->path);
	free(l->settings);
	free(l);
}

int
levels_are_of(const struct levels *l, const char *folder)
{
	return strcmp(l->folder, folder) == 0;
}

/* The last line that sets it holds. */
static const struct setting *
find_setting(const struct levels *l, unsigned number)
{
	for (size_t i = l ? l->count : 0; i-- > 0;)
		if (l->settings[i].number == number)
			return &l->settings[i];
	return NULL;
}

int
levels_give(const struct levels *l, unsigned number)
{
	const struct setting *s = find_setting(l, number);

	return (s ? s->level : catalogue_level(number)) > LEVEL_OFF;
}

static void
apply_setting(const struct levels *l, struct diag *diag, size_t i)
{
	const struct setting *s = find_setting(l, diag->messages[i].number);

	if (!s)
		return;
	if (s->level == LEVEL_OFF)
		diag_silence(diag, i, SILENCED_BY_OFFICE);
	else
		diag_set_level(diag, i, s->level);
}

int
levels_apply(const struct levels *l, const struct document *doc,
    struct diag *diag, size_t from)
{
	int ret = 0;

	for (size_t i = from; i < diag->count; i++) {
		char *reason;

		if (diag->messages[i].level >= LEVEL_ERROR)
			continue;
		reason = allowance_reason(doc, &diag->messages[i]);
		if (reason)
			diag_silence(diag, i, reason);
		else
			apply_setting(l, diag, i);
		free(reason);
		if (diag->messages[i].level >= LEVEL_ERROR)
			ret = -1;
	}
	return ret;
}
