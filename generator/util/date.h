#ifndef UTIL_DATE_H
#define UTIL_DATE_H

struct buf;

enum date_state {
	DATE_OK,
	DATE_FORM,	/* not written as it must be */
	DATE_NONE	/* written well, but there is no such day or time */
};

/* 2007-10-03, as days since 1 January 1970. */
enum date_state date_parse(long *days, const char *);

/* 15:30, as minutes since midnight. */
enum date_state time_parse(int *minutes, const char *);

/* Adds a day that date_parse gave, as it was written. */
void date_format(struct buf *, long days);

/* The year of a day that date_parse gave. */
int date_year(long days);

#endif
