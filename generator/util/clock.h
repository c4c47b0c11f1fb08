#ifndef UTIL_CLOCK_H
#define UTIL_CLOCK_H

/* Seconds from some moment on; they never go back. */
double clock_seconds(void);

#endif
