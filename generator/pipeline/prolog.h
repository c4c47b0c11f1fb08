#ifndef PIPELINE_PROLOG_H
#define PIPELINE_PROLOG_H

/* What the first tag of a file says, without more of it being read. */
struct prolog {
	char root[32];		/* its name; "": cannot be told */
	char language[8];	/* xml:lang and station; "" */
	char station[32];
};

/* Reads the start of a file, gzipped or not.  -1 with errno set. */
int prolog_read(struct prolog *, const char *path);

/* Whether the file is plainly none of ours; one that is broken, or whose first
 * tag is misspelt, is not. */
int prolog_is_foreign(const struct prolog *);

#endif
