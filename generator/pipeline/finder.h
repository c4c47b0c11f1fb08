#ifndef PIPELINE_FINDER_H
#define PIPELINE_FINDER_H

#include <stddef.h>

struct diag;

/* Files that are named as drafts, or lie in trees that are named. */
struct finder {
	struct found {
		char *path;
		const char *relative;	/* its end, below the tree named; of a
					 * file that is named: all of it */
	} *files;
	size_t count, size;
};

/*
 * Adds a file, or all of a tree that is called *.xml or *.xml.gz, in the order
 * of their names; what starts with a dot is passed over, and so is what is
 * no file there.  -1, after messages, when something cannot be read, or what is
 * named is no file; what can be read is there all the same.
 */
int finder_add(struct finder *, const char *path, struct diag *);

void finder_dispose(struct finder *);

#endif
