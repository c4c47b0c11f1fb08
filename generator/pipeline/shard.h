#ifndef PIPELINE_SHARD_H
#define PIPELINE_SHARD_H

struct diag;
struct site;

/*
 * One of so many shares of a list of documents.  Which share a document is in
 * depends on its name alone, so that it stays there when others come or go.
 */
struct shard {
	unsigned number, count;		/* number of count, from 1; of 1: all */
	const char *from;		/* the variable that says so; or NULL */
};

/*
 * Reads "3/10"; of "/10", and of NULL, the rest is taken from the variables
 * that schedulers set for a task of a job array:
 *
 *	SLURM			SLURM_ARRAY_TASK_ID, _MIN, _COUNT, _STEP
 *	Grid Engine		SGE_TASK_ID, _FIRST, _LAST, _STEPSIZE
 *	PBS, Torque		PBS_ARRAY_INDEX, PBS_ARRAYID, from 1: of how
 *				many, they do not say
 *	LSF			LSB_JOBINDEX, from 1, and LSB_JOBINDEX_STEP: of
 *				how many, it does not say, but the last index
 *	AWS Batch		AWS_BATCH_JOB_ARRAY_INDEX, from 0, and _SIZE
 *
 * Without any, all is in the one share.  -1, after a message, when it cannot be
 * told which share is meant.
 */
int shard_read(struct shard *, const char *, const struct site *,
	struct diag *);

/* Whether a document is in the share, by its path below the tree named. */
int shard_has(const struct shard *, const char *path);

#endif
