#include "util/date.h"

#include <ctype.h>
#include <stdlib.h>

#include "util/buf.h"

/* Whether `s` is like "0000-00-00": digits at 0, the rest as it is. */
static int
has_form(const char *s, const char *form)
{
	for (; *form; s++, form++)
		if (*form == '0' ? !isdigit((unsigned char)*s) : *s != *form)
			return 0;
	return *s == '\0';
}

static int
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_len(int year, int month)
{
	static const int len[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return len[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 1970 to the first of January; years from 1 to 9999. */
static long
days_before_year(int year)
{
	long past = year - 1;

	return past * 365 + past / 4 - past / 100 + past / 400 - 719162;
}

enum date_state
date_parse(long *days, const char *s)
{
	int year, month, day;

	if (!has_form(s, "0000-00-00"))
		return DATE_FORM;
	year = atoi(s);
	month = atoi(s + 5);
	day = atoi(s + 8);
	if (year < 1 || month < 1 || month > 12 || day < 1 ||
	    day > month_len(year, month))
		return DATE_NONE;
	*days = days_before_year(year) + day - 1;
	while (--month > 0)
		*days += month_len(year, month);
	return DATE_OK;
}

enum date_state
time_parse(int *minutes, const char *s)
{
	int hour, minute;

	if (!has_form(s, "00:00"))
		return DATE_FORM;
	hour = atoi(s);
	minute = atoi(s + 3);
	if (hour > 23 || minute > 59)
		return DATE_NONE;
	*minutes = hour * 60 + minute;
	return DATE_OK;
}

int
date_year(long days)
{
	int year = (int)(days / 366) + 1970;

	while (days_before_year(year) > days)
		year--;
	while (days_before_year(year + 1) <= days)
		year++;
	return year;
}

void
date_format(struct buf *b, long days)
{
	int year = date_year(days), month = 1;

	days -= days_before_year(year);
	while (days >= month_len(year, month))
		days -= month_len(year, month++);
	buf_printf(b, "%04d-%02d-%02d", year, month, (int)days + 1);
}
