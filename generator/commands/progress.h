#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

#include <stddef.h>

/*
 * How far a batch is, on the last line of a terminal:
 *
 *	[#########---------------]  225/600  41 a second, 9 s left
 */
struct progress {
	int shown;		/* stderr is a terminal that can show it */
	size_t done, all;
	double start, drawn;	/* by the clock: when it began, was drawn */
};

void progress_begin(struct progress *, size_t all, int shown);

/* Something else is to be printed. */
void progress_clear(struct progress *);

/* One more is done. */
void progress_step(struct progress *);

void progress_end(struct progress *);

#endif
