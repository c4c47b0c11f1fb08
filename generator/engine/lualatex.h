#ifndef ENGINE_LUALATEX_H
#define ENGINE_LUALATEX_H

struct diag;
struct site;

/* One cold run of LuaLaTeX on <folder>/<name>.tex.  All is borrowed. */
struct lualatex {
	const struct site *site;
	const char *folder;	/* absolute; it may write in here only */
	const char *name;
	long epoch;		/* the time that TeX believes it is */
	unsigned time_limit;	/* seconds */
};

/*
 * Returns 0 when it ran to its end, with its exit status in *status; what it
 * made and its log are in the folder.  Returns -1 after a message when it did
 * not; *interrupt is then the signal that made us stop it, or 0.
 */
int lualatex_run(const struct lualatex *, int *status, int *interrupt,
	struct diag *);

#endif
