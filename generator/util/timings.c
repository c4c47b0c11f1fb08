#include "util/timings.h"

#include <assert.h>

#include "util/clock.h"

const char *
stage_word(enum stage stage)
{
	static const char *const words[] = {
		"load", "read", "check", "transform", "typeset", "inspect",
		"publish"
	};

	static_assert(sizeof(words) / sizeof(*words) == STAGES, "each stage");
	return words[stage];
}

void
timings_lap(struct timings *t, enum stage stage, double *start)
{
	double now = clock_seconds();

	t->seconds[stage] += now - *start;
	*start = now;
}

void
timings_add(struct timings *t, const struct timings *more)
{
	for (int i = 0; i < STAGES; i++)
		t->seconds[i] += more->seconds[i];
}

void
timings_print(const struct timings *t, double all, FILE *out)
{
	for (int i = 0; i < STAGES; i++)
		if (t->seconds[i] > 0)
			fprintf(out, "%-10s %9.4f s\n",
			    stage_word((enum stage)i), t->seconds[i]);
	fprintf(out, "%-10s %9.4f s\n", "all", all);
}
