#include "commands/progress.h"

#include <stdio.h>
#include <string.h>

#include "util/clock.h"

enum { BAR = 30 };
/* Seconds from one drawing to the next. */
static const double interval = 0.1;

static void
draw(struct progress *p, double now)
{
	double passed = now - p->start;
	double rate = passed > 0 ? (double)p->done / passed : 0;
	size_t full = p->all ? p->done * BAR / p->all : BAR;
	char bar[BAR + 1];

	memset(bar, '-', BAR);
	memset(bar, '#', full);
	bar[BAR] = '\0';
	fprintf(stderr, "\r[%s] %zu/%zu", bar, p->done, p->all);
	if (rate > 0)
		fprintf(stderr, "  %.*f a second, %.0f s left",
		    rate < 10 ? 1 : 0, rate, (double)(p->all - p->done) / rate);
	fputs("\033[K", stderr);
	p->drawn = now;
}

void
progress_begin(struct progress *p, size_t all, int shown)
{
	*p = (struct progress){ .shown = shown, .all = all };
	p->start = clock_seconds();
	if (shown && all)
		draw(p, p->start);
}

void
progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->drawn = 0;
}

void
progress_step(struct progress *p)
{
	double now = clock_seconds();

	p->done++;
	if (p->shown && now - p->drawn >= interval)
		draw(p, now);
}

void
progress_end(struct progress *p)
{
	progress_clear(p);
}
