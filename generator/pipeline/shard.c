#include "pipeline/shard.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "util/diag.h"
#include "util/site.h"

enum { MOST = 1000000 };

/* How a scheduler tells a task its place; NULL: it does not. */
static const struct scheduler {
	const char *index, *first, *last, *count, *step;
	long from;		/* the first index, unless that is told */
	long least;		/* with a lower index there is no array */
} schedulers[] = {
	{ "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", NULL,
	    "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_STEP", 0, 0 },
	{ "SGE_TASK_ID", "SGE_TASK_FIRST", "SGE_TASK_LAST", NULL,
	    "SGE_TASK_STEPSIZE", 1, 0 },
	{ "PBS_ARRAY_INDEX", NULL, NULL, NULL, NULL, 1, 0 },
	{ "PBS_ARRAYID", NULL, NULL, NULL, NULL, 1, 0 },
	/* its last index is told, and of how many it is the last, is not */
	{ "LSB_JOBINDEX", NULL, NULL, NULL, "LSB_JOBINDEX_STEP", 1, 1 },
	{ "AWS_BATCH_JOB_ARRAY_INDEX", NULL, NULL,
	    "AWS_BATCH_JOB_ARRAY_SIZE", NULL, 0, 0 },
};

/* -1: no number stands there. */
static long
number_in(const char *text)
{
	char *end;
	long value;

	if (!text || *text < '0' || *text > '9')
		return -1;
	value = strtol(text, &end, 10);
	return *end || value > MOST ? -1 : value;
}

static long
variable(const struct site *site, const char *name, long otherwise)
{
	long value = name ? number_in(site_variable(site, name)) : -1;

	return value < 0 ? otherwise : value;
}

/* The task's number from 1, and how many there are; 0: it does not say. */
static void
read_task(long *number, long *count, const struct scheduler *s,
    const struct site *site)
{
	long first = variable(site, s->first, s->from);
	long step = variable(site, s->step, 1);
	long last = variable(site, s->last, -1);
	long index = variable(site, s->index, 0);

	step = step ? step : 1;
	*number = index < first ? 0 : (index - first) / step + 1;
	*count = variable(site, s->count,
	    last < first ? 0 : (last - first) / step + 1);
}

/* Grid Engine says "undefined", LSF 0, where there is no array. */
static const struct scheduler *
find_scheduler(const struct site *site)
{
	for (size_t i = 0; i < sizeof(schedulers) / sizeof(*schedulers); i++) {
		const struct scheduler *s = &schedulers[i];

		if (number_in(site_variable(site, s->index)) >= s->least)
			return s;
	}
	return NULL;
}

static int
wrong_word(const char *word, struct diag *diag)
{
	return diag_global(diag, MSG_OPTION_VALUE, "option '--shard' cannot "
	    "be '%s': it must be like 3/10, or like /10 in a task of a job "
	    "array", word);
}

static int
from_task(struct shard *shard, long count, const struct site *site,
    struct diag *diag)
{
	const struct scheduler *s = find_scheduler(site);
	long number, told;

	if (!s)
		return count ? -1 : 0;
	read_task(&number, &told, s, site);
	shard->from = s->index;
	count = count ? count : told;
	if (number < 1)
		return diag_global(diag, MSG_OPTION_VALUE, "%s says "
		    "'%s', where tasks are counted from 1: let the array "
		    "begin there, or say which share this task has with "
		    "--shard=3/10, or the like", s->index,
		    site_variable(site, s->index));
	if (count < 1)
		return diag_global(diag, MSG_OPTION_VALUE, "%s does not tell "
		    "of how many tasks this is one: say --shard=/10, or the "
		    "like, or --shard=1/1 for all documents", s->index);
	if (number > count)
		return diag_global(diag, MSG_OPTION_VALUE, "%s makes this "
		    "task %ld of %ld: say which share it has with "
		    "--shard=3/10, or the like", s->index, number, count);
	shard->number = (unsigned)number;
	shard->count = (unsigned)count;
	return 0;
}

int
shard_read(struct shard *shard, const char *word, const struct site *site,
    struct diag *diag)
{
	const char *slash = word ? strchr(word, '/') : NULL;
	size_t messages = diag->count;
	char *end;
	long number, count = 0;

	*shard = (struct shard){ 1, 1, NULL };
	if (word) {
		count = slash ? number_in(slash + 1) : -1;
		if (count < 1)
			return wrong_word(word, diag);
	}
	if (!word || slash == word) {
		if (from_task(shard, count, site, diag) == 0)
			return 0;
		return diag->count > messages ? -1 : wrong_word(word, diag);
	}
	number = strtol(word, &end, 10);
	if (*word < '0' || *word > '9' || end != slash || number < 1 ||
	    number > count)
		return wrong_word(word, diag);
	shard->number = (unsigned)number;
	shard->count = (unsigned)count;
	return 0;
}

int
shard_has(const struct shard *shard, const char *path)
{
	uint32_t sum = (uint32_t)crc32(0, (const Bytef *)path,
	    (uInt)strlen(path));

	return sum % shard->count == shard->number - 1;
}
