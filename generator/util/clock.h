#ifndef UTIL_CLOCK_H
#define UTIL_CLOCK_H

/* Seconds from some moment on; they never go back. */
double clock_seconds(void);

/* The time of day, as "2026-11-24T15:04:05Z" (ISO 8601), and a NUL. */
enum { CLOCK_TEXT = 24 };
void clock_print(char text[CLOCK_TEXT]);

#endif
