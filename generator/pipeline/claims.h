#ifndef PIPELINE_CLAIMS_H
#define PIPELINE_CLAIMS_H

/* Which document of a run becomes which file. */
struct claims;

struct claims *claims_new(void);
void claims_free(struct claims *);

/*
 * Notes that `path` is made of `from`, which is borrowed.  Returns NULL, or
 * what it is made of already, if that is another document.
 */
const char *claims_take(struct claims *, const char *path, const char *from);

/* Forgets all that is made of `from`. */
void claims_drop(struct claims *, const char *from);

/* What a path is made of; NULL: nothing. */
const char *claims_owner(const struct claims *, const char *path);

#endif
