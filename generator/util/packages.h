#ifndef UTIL_PACKAGES_H
#define UTIL_PACKAGES_H

#include <stddef.h>

/* One row of packages.tsv; the strings belong to the list. */
struct package {
	const char *name;	/* as Debian calls it */
	const char *phase;	/* "run", "build" or "test" */
	const char *probe;	/* "command:lualatex": shows that it is there */
	const char *reason;
};

struct packages {
	char *text;
	struct package *list;
	size_t count;
};

/* Reads the list.  Returns -1 if it cannot be read or a row is wrong. */
int packages_read(struct packages *, const char *path);
void packages_dispose(struct packages *);

/*
 * Whether the probe finds its thing: programs in the PATH given, TeX's files
 * through kpsewhich there.
 */
int packages_probe(const struct package *, const char *path,
	const char *const *environment);

#endif
