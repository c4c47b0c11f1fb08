#ifndef ENGINE_ZYGOTE_H
#define ENGINE_ZYGOTE_H

#include "engine/isolate.h"

/*
 * A process that does nothing but fork, started while this one is small.  A
 * child of a large process copies its tables of pages, and from then on both
 * copy each page that either changes; that was more than half of what it took
 * to look at a PDF in a batch.  A child of the zygote is this process's own for
 * all that: it is waited for and ended like any other.
 *
 *	zygote = zygote_start();
 *	child = zygote_isolate(zygote, &limits, work, &question);
 *	isolate_finish(&answer, child);
 *	zygote_end(zygote);
 */
struct zygote;

/* NULL when there can be none, which the next takes as well as one.  It ends
 * with the thread that starts it, if not before. */
struct zygote *zygote_start(void);
void zygote_end(struct zygote *);

/*
 * Like isolate_start, but the payload is bytes, a `const struct buf` in the
 * child too, and the limits and all that the work relies on must have been
 * there when the zygote was started.  Without a zygote, or when it is gone, the
 * child is ours.
 */
struct isolate *zygote_isolate(struct zygote *, const struct isolate_limits *,
	isolate_work *, const struct buf *question);

#endif
