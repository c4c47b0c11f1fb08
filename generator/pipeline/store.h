#ifndef PIPELINE_STORE_H
#define PIPELINE_STORE_H

struct diag;
struct journal;
struct shard;

/*
 * The folder that a batch makes its files in, and what it keeps there:
 *
 *	.unagenda/state		what was made of what (util/journal.h)
 *	.unagenda/lock		held while a batch is at work; by each share
 *				lock.3-of-10, too
 *	.unagenda/partial	files that are being written; of a shard,
 *				partial.3-of-10
 *	.unagenda/old		files of earlier drafts, of which there is no
 *				newer one yet
 */
struct store {
	char *folder, *partial, *old;
	char *work;		/* for TeX; NULL: it cannot be ours */
	struct journal *journal;
	int whole;		/* no other batch is at work there */
	int lock, own_lock;
};

/*
 * Below `tmp`, the folder for TeX has a name that the next batch finds again,
 * and it is removed with the store.
 *
 * Makes what is missing and removes what an earlier batch has left half done; a
 * whole one, what shares have left, too.
 * A batch has the folder to itself; of shards there may be several, each once.
 * -1 after a message; then there is nothing to close.
 */
int store_open(struct store *, const char *folder, const struct shard *,
	const char *tmp, struct diag *);
void store_close(struct store *);

/* Moves a file of the folder to the old ones.  -1 with errno set. */
int store_set_aside(const struct store *, const char *name);

/* The path of an old file, for the caller to free; NULL: there is none. */
char *store_find_old(const struct store *, const char *name);

/* There is a newer one. */
void store_drop_old(const struct store *, const char *name);

#endif
