#include "util/clock.h"

#include <time.h>

double
clock_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
clock_print(char text[CLOCK_TEXT])
{
	time_t now = time(NULL);
	struct tm utc;

	strftime(text, CLOCK_TEXT, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
}
