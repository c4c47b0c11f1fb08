#ifndef PIPELINE_CALENDAR_H
#define PIPELINE_CALENDAR_H

#include <stddef.h>

#include "pipeline/letters.h"

struct registers;

/* The months and weekdays of a language, as its locale has them. */
struct calendar {
	const char *language;
	const char *months[12];
	const char *weekdays[2][7];	/* from Sunday; in texts, if other */
	struct starts starts;		/* of the weekdays */
};

/* A date as it is typed; year 0: none is given. */
struct typed_date {
	int year, month, day;
};

/* What it points to belongs to the registers. */
struct calendar calendar_of(const struct registers *, const char *language);

/* Which day of the week it is, from Sunday as 0. */
int calendar_day_of_week(long days);

/* The weekday that the text starts with, and its length; -1 for none. */
int calendar_weekday(size_t *len, const struct calendar *, const char *text);

/* The date that the text starts with; its length, 0 for none. */
size_t calendar_date(struct typed_date *, const struct calendar *,
	const char *text);

#endif
