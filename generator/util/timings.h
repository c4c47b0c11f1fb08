#ifndef UTIL_TIMINGS_H
#define UTIL_TIMINGS_H

#include <stdio.h>

/* What time is spent on, in the order in which a document goes through. */
enum stage {
	STAGE_LOAD,		/* what all documents share: DTD, stylesheets */
	STAGE_READ,
	STAGE_CHECK,
	STAGE_TRANSFORM,
	STAGE_TYPESET,		/* by engines: of several, at the same time */
	STAGE_INSPECT,
	STAGE_PUBLISH,
	STAGES
};

/* Seconds, by stage; zeroed to begin with. */
struct timings {
	double seconds[STAGES];
};

/* "read", as reports and people call it; a string constant. */
const char *stage_word(enum stage);

/*
 * Adds the time since *start, of clock_seconds(), to a stage, and starts anew.
 */
void timings_lap(struct timings *, enum stage, double *start);

void timings_add(struct timings *, const struct timings *);

/* A small table of the stages that took any time, and of the time in all. */
void timings_print(const struct timings *, double all, FILE *);

#endif
