#ifndef PIPELINE_RULE_H
#define PIPELINE_RULE_H

/* What the files of rules share: rules.c walks, rules_*.c judge. */

#include <stddef.h>

#include "util/catalogue.h"

struct _xmlNode;
struct diag;
struct document;
struct registers;

struct rules {
	const struct document *doc;
	const struct registers *registers;
	struct diag *diag;
	struct _xmlNode *root, *masthead, *meeting;
	int failed;
};

/* Judges one element, knowing that the DTD is satisfied. */
typedef void rule(struct rules *, const struct _xmlNode *);

/* In rules_masthead.c */
rule rule_agenda, rule_masthead, rule_series, rule_job, rule_meeting,
	rule_subsidiary;

/* In rules_dates.c */
rule rule_date, rule_dates, rule_time;

/* In rules_items.c */
rule rule_title, rule_filled, rule_item, rule_decision, rule_symbol,
	rule_document, rule_documentation, rule_quotes, rule_list, rule_ref;

/* In rules_timetable.c */
rule rule_coverage, rule_day, rule_sitting, rule_take;

/* One message at the element, or at an attribute of it. */
__attribute__((format(printf, 4, 5)))
void rules_report(struct rules *, enum message_id, const struct _xmlNode *,
	const char *format, ...);
__attribute__((format(printf, 5, 6)))
void rules_report_attr(struct rules *, enum message_id,
	const struct _xmlNode *, const char *attribute,
	const char *format, ...);

/* The value of an attribute that is a date or time, checked and reported. */
void rules_check_date(struct rules *, const struct _xmlNode *,
	const char *attribute);
void rules_check_time(struct rules *, const struct _xmlNode *,
	const char *attribute);

/* The same in silence: -1 if it is none. */
int rules_date(long *days, const struct _xmlNode *, const char *attribute);

/* A document symbol, checked and reported; `attribute` NULL: at the element. */
void rules_check_symbol(struct rules *, const struct _xmlNode *,
	const char *attribute, const char *symbol);

#endif
