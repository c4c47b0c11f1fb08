#ifndef ENGINE_LUALATEX_H
#define ENGINE_LUALATEX_H

#include "util/list.h"
#include "util/proc.h"

struct buf;
struct diag;
struct engine_job;
struct site;

/* How LuaLaTeX is run at a site: found once, for all runs. */
struct lualatex {
	const struct site *site;
	char *program;
	char *format;		/* unpacked; NULL: it finds its own */
	struct list readable;	/* paths that a run may read */
};

/* No document is near these; one that runs away is beyond them.  In bytes. */
#define LUALATEX_LARGEST_FILE (256UL << 20)
#define LUALATEX_MOST_MEMORY (2UL << 30)	/* beyond what a start takes */
#define LUALATEX_LARGEST_START (2UL << 30)	/* a font that is new to it */

/*
 * Finds the program and makes the folder of its fonts.  The site is borrowed.
 * -1 after a message; then there is nothing to dispose of.
 */
int lualatex_find(struct lualatex *, const struct site *, struct diag *);
void lualatex_dispose(struct lualatex *);

/*
 * Adds the lines that kpsewhich prints when it is asked for these: where TeX
 * finds its files at that site.  Arguments end with NULL.  -1 if it cannot be
 * asked.
 */
int lualatex_ask(struct buf *, const struct site *,
	const char *const *arguments);

/* Paths that a run in that folder may write; the caller disposes of them. */
void lualatex_writable(struct list *, const struct lualatex *,
	const char *folder);

/* Starts a cold run for a job, confined to its folder.  0, or errno. */
int lualatex_start(struct proc_child *, const struct lualatex *,
	const struct engine_job *);

/*
 * Starts an engine that reads unagenda-warm.tex for that language and station,
 * or unagenda-warm-single.tex if these are "", with the library preloaded and
 * the socket for it.  It is not confined: it reads nothing but our own, and its
 * children confine themselves.  0, or errno.
 */
int lualatex_start_warm(struct proc_child *, const struct lualatex *,
	const char *language, const char *station, const char *library,
	int socket);

/*
 * The same program in a run that does nothing, for the library to say that it
 * is there.  0, or errno.
 */
int lualatex_start_idle(struct proc_child *, const struct lualatex *,
	const char *library, int socket);

#endif
