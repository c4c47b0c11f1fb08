#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "pipeline/calendar.h"
#include "pipeline/letters.h"
#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/cursor.h"
#include "util/date.h"

/* More of them in one text say nothing new. */
enum { MOST = 20 };

/* A weekday that is typed, and where. */
struct typed {
	const xmlNode *node;
	size_t at, len;
	int weekday;
};

/* The element beside the text, if nothing but comments is between. */
static const xmlNode *
beside(const xmlNode *text, int after)
{
	const xmlNode *n = after ? text->next : text->prev;

	while (n && n->type != XML_ELEMENT_NODE && n->type != XML_TEXT_NODE)
		n = after ? n->next : n->prev;
	return tree_is(n, "date") ? n : NULL;
}

/* A Latin or a Russian letter, which the first of a sentence is. */
static int
starts_capital(const char *text)
{
	size_t len;
	unsigned c = utf8_next(&len, text);

	return (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42f);
}

static void
judge(struct rules *r, const struct typed *t, long days)
{
	const struct calendar *c = &r->calendar;
	const char *text = (const char *)t->node->content;
	int is = calendar_day_of_week(days);
	const char *in_text = starts_capital(text + t->at) ? NULL :
	    c->weekdays[1][is];
	struct buf day = BUF_INIT;

	if (is == t->weekday)
		return;
	date_format(&day, days);
	rules_report_text(r, MSG_WEEKDAY, t->node,
	    (struct span){ t->at, t->at + t->len },
	    "'%.*s' is not the day of the week: %s is a '%s'", (int)t->len,
	    text + t->at, buf_string(&day),
	    in_text ? in_text : c->weekdays[0][is]);
	buf_dispose(&day);
}

/* Beside a <date>, which makes the weekday itself when it is told to. */
static void
judge_element(struct rules *r, const struct typed *t, const xmlNode *date)
{
	const char *text = (const char *)t->node->content;
	long days;

	if (rules_date(&days, date, "value") < 0)
		return;
	if (tree_attr_is(date, "weekday", "yes"))
		rules_report_text(r, MSG_WEEKDAY, t->node,
		    (struct span){ t->at, t->at + t->len },
		    "'%.*s' is typed, and the <date> beside it makes the "
		    "weekday too: leave it out", (int)t->len, text + t->at);
	else
		judge(r, t, days);
}

/* A day of this meeting that is named without its year. */
static void
add_year(const struct rules *r, struct typed_date *date)
{
	long start;

	if (!date->year && r->meeting &&
	    rules_date(&start, r->meeting, "start") == 0)
		date->year = -date_year(start);
}

/* Without its year, a date is only judged where it is one of the meeting. */
static int
is_meant(const struct rules *r, const struct typed_date *date, long days)
{
	long start, end;

	return date->year > 0 ||
	    (rules_date(&start, r->meeting, "start") == 0 &&
	    rules_date(&end, r->meeting, "end") == 0 && days >= start &&
	    days <= end);
}

static void
judge_typed(struct rules *r, const struct typed *t, struct typed_date date)
{
	char text[48];
	long days;
	int year;

	add_year(r, &date);
	year = date.year < 0 ? -date.year : date.year;
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, date.month,
	    date.day);
	if (date.year && date_parse(&days, text) == DATE_OK &&
	    is_meant(r, &date, days))
		judge(r, t, days);
}

/* Between a weekday and its date: ", ", "، ", " le ". */
static size_t
joint_len(const char *s)
{
	static const char *const words[] = { "the ", "le ", "el " };
	size_t len = 0;

	if (*s == ',')
		len = 1;
	else if (strncmp(s, "،", 2) == 0)
		len = 2;
	len += letters_space(s + len);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strncmp(s + len, words[i], strlen(words[i])) == 0)
			return len + strlen(words[i]);
	return len;
}

static void
judge_before(struct rules *r, const struct typed *t)
{
	const char *s = (const char *)t->node->content + t->at + t->len;
	const xmlNode *date = beside(t->node, 1);
	struct typed_date typed;

	s += joint_len(s);
	if (!*s && date)
		judge_element(r, t, date);
	else if (calendar_date(&typed, &r->calendar, s))
		judge_typed(r, t, typed);
}

/* "(Monday)" behind a <date>; in Chinese, also without the brackets. */
static int
judge_behind(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = text;
	const xmlNode *date = beside(node, 0);
	int chinese = rules_in(r, "zh");
	struct typed t = { .node = node };

	s += letters_space(s);
	if (!date || (*s != '(' && !chinese))
		return 0;
	s += *s == '(';
	t.weekday = calendar_weekday(&t.len, &r->calendar, s);
	t.at = (size_t)(s - text);
	if (t.weekday < 0 || (!chinese && s[t.len] != ')'))
		return 0;
	judge_element(r, &t, date);
	return 1;
}

/* In Chinese, the weekday follows: 2007年10月3日，星期三 */
static void
judge_chinese(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = text;
	struct typed_date date;
	struct typed t = { .node = node };
	size_t len;

	for (int found = 0; *s && found < MOST; s += len ? len : 1) {
		len = calendar_date(&date, &r->calendar, s);
		if (!len) {
			len = strspn(s, "0123456789");
			continue;
		}
		t.at = (size_t)(s - text) + len;
		if (strncmp(s + len, "，", 3) == 0 ||
		    strncmp(s + len, "（", 3) == 0)
			t.at += 3;
		t.weekday = calendar_weekday(&t.len, &r->calendar,
		    text + t.at);
		if (t.weekday >= 0) {
			judge_typed(r, &t, date);
			found++;
		}
	}
}

static int
starts_word(const char *text, const char *s)
{
	return s == text || ((unsigned char)s[-1] < 0x80 &&
	    !isalnum((unsigned char)s[-1]));
}

void
rule_weekdays(struct rules *r, const xmlNode *node)
{
	const char *text = (const char *)node->content, *s = text;
	struct typed t = { .node = node };
	int found = 0;

	if (rules_is_quoted(node) || judge_behind(r, node))
		return;
	if (rules_in(r, "zh")) {
		judge_chinese(r, node);
		return;
	}
	for (; *s && found < MOST; s++) {
		t.weekday = starts_may(&r->calendar.starts, s) &&
		    starts_word(text, s) ?
		    calendar_weekday(&t.len, &r->calendar, s) : -1;
		if (t.weekday < 0)
			continue;
		t.at = (size_t)(s - text);
		judge_before(r, &t);
		found++;
	}
}
