#ifndef UTIL_DIAG_H
#define UTIL_DIAG_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include "util/catalogue.h"
#include "util/fix.h"
#include "util/place.h"

struct message {
	struct place place;	/* file is NULL: about no file */
	enum level level;
	unsigned number;
	size_t order;		/* of two at one place, which came first */
	char *text;
	char *silenced;		/* why it is not printed; NULL: it is */
	struct excerpt excerpt;
	struct place other;	/* that the text names; file is NULL: none */
};

/* How messages are printed; each holds what the one before it does. */
enum diag_style {
	DIAG_SHORT,		/* a line for each */
	DIAG_EXCERPT,		/* and the drafter's line, with a mark */
	DIAG_COLOUR
};

/* The messages of one run.  Zeroed by DIAG_INIT. */
struct diag {
	struct message *messages;
	size_t count, size;
	size_t dropped;		/* messages beyond DIAG_MOST */
	struct fixes fixes;	/* what messages propose */
	enum diag_style style;
	enum level worst;	/* of all messages ever, printed ones too */
};

/* More messages than this about one file help nobody, nor longer ones. */
enum { DIAG_MOST = 500, DIAG_LONGEST = 2000 };

#define DIAG_INIT { \
	NULL, 0, 0, 0, { NULL, 0, 0 }, DIAG_SHORT, LEVEL_ADVICE \
}

/*
 * Each records one message and returns -1 if it is an error, 0 if it is a
 * warning or advice.  diag_global is for what is about no place in a file.
 */
__attribute__((format(printf, 4, 5)))
int diag_at(struct diag *, enum message_id, struct place,
	const char *format, ...);
__attribute__((format(printf, 3, 4)))
int diag_global(struct diag *, enum message_id, const char *format, ...);

/* That a file cannot be written, for the reason that errno has: -1. */
int diag_cannot_write(struct diag *, const char *path);

/* As diag_at, of two places that do not agree; the text must name the other. */
__attribute__((format(printf, 5, 6)))
int diag_pair(struct diag *, enum message_id, struct place,
	struct place other, const char *format, ...);

/* As diag_at, for those who wrap it. */
__attribute__((format(printf, 4, 0)))
int diag_vat(struct diag *, enum message_id, struct place,
	const char *format, va_list);

/* For messages whose number and level come from a stylesheet or from TeX. */
int diag_raw(struct diag *, unsigned number, enum level, struct place,
	const char *text);

/* The last message proposes these bytes for those of its file. */
void diag_fix(struct diag *, size_t start, size_t end, const char *with);

/* Forgets what silenced messages propose. */
void diag_drop_fixes(struct diag *);

/* Why a message is silenced that no draft allows. */
#define SILENCED_BY_OFFICE "set so in unagenda.conf"

/* Of the message with that index, while it is no error: it is not printed. */
void diag_silence(struct diag *, size_t index, const char *why);

/* The same, of another level. */
void diag_set_level(struct diag *, size_t index, enum level);

/* Puts the messages into the order of their places. */
void diag_sort(struct diag *);

/* Forgets the messages, but not how grave they were. */
void diag_forget(struct diag *);

/* Prints the messages in the order of their places, and forgets them. */
void diag_print(struct diag *, FILE *);

/* What the program returns to the shell: 0, 1, 2 or 3. */
int diag_status(const struct diag *);

void diag_dispose(struct diag *);

#endif
