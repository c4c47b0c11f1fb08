#ifndef UNIT_ISOLATED_H
#define UNIT_ISOLATED_H

/* What the tests of isolated children have in common: limits, and children that
 * end badly. */

#include <signal.h>

#include "engine/isolate.h"

static const struct isolate_limits limits = {
	.seconds = 2, .memory = 512UL * 1024 * 1024, .output = 100000
};

static inline void
work_crashes(struct buf *out, const void *payload)
{
	(void)out, (void)payload;
	/* what watches over memory catches it */
	signal(SIGSEGV, SIG_DFL);
	raise(SIGSEGV);
}

static inline void
work_never_ends(struct buf *out, const void *payload)
{
	(void)out, (void)payload;
	for (volatile unsigned i = 0;; i++)
		;
}

#endif
