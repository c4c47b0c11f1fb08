#ifndef PIPELINE_INGREDIENTS_H
#define PIPELINE_INGREDIENTS_H

struct diag;
struct ingredients;
struct journal;
struct site;

/*
 * What documents are made of beside their drafts, as digests by which a change
 * shows: the files of the installation (manifest.h), this program, LuaLaTeX and
 * its format, Debian's packages of TeX, by their lists of digests, what this
 * machine's and the user's own trees of TeX hold, and the fonts.
 *
 * Digests of the machine's files are noted in the journal, and taken from there
 * while a file looks as it did.  -1, after a message, if a file of the
 * installation cannot be read.
 */
int ingredients_load(struct ingredients **, const struct site *,
	struct journal *, struct diag *);
void ingredients_free(struct ingredients *);

/* The digest for documents of a language: of what all share, and its words. */
const char *ingredients_of(struct ingredients *, const char *language);

#endif
