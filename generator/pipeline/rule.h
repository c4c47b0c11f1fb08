#ifndef PIPELINE_RULE_H
#define PIPELINE_RULE_H

/* What the files of rules share: rules.c walks, rules_*.c judge. */

#include <stddef.h>

#include "pipeline/calendar.h"
#include "pipeline/document.h"
#include "pipeline/registers.h"
#include "util/catalogue.h"

struct _xmlNode;
struct diag;
struct levels;

/* Parts of a document that texts name by their numbers. */
enum rules_part { RULES_ANNEX, RULES_APPENDIX, RULES_TABLE, RULES_PARTS };

/* The names of bodies in the language of the document. */
struct names {
	const char **list;
	size_t count;
	unsigned char *told;	/* of each, how often in the text at hand */
	struct starts starts;
};

struct rules {
	const struct document *doc;
	const struct registers *registers;
	const struct levels *levels;
	struct diag *diag;
	struct _xmlNode *root, *masthead, *meeting;
	const char *language;
	struct calendar calendar;
	struct names names;
	int parts[RULES_PARTS];	/* how many, when they have been counted */
	int are_counted;
	int rows_looked_up;
	int failed;
};

/* Judges one element, knowing that the DTD is satisfied. */
typedef void rule(struct rules *, const struct _xmlNode *);

/* In rules_masthead.c */
rule rule_masthead, rule_series, rule_kind, rule_job;

/* In rules_meeting.c */
rule rule_meeting, rule_part, rule_subsidiary, rule_session, rule_under;

/* In rules_dates.c */
rule rule_date, rule_dates, rule_time, rule_schedule;

/* In rules_items.c */
rule rule_title, rule_filled, rule_subtitle, rule_items, rule_item,
	rule_list, rule_correction;

/* In rules_documents.c */
rule rule_decision, rule_symbol, rule_url, rule_document, rule_documentation;

/* In rules_structure.c */
rule rule_section, rule_section_depth, rule_length;

/* In rules_language.c */
rule rule_foreign;

/* In rules_typed.c and rules_plain.c, of a text node */
rule rule_typed_item, rule_typed_part, rule_typed_symbol, rule_typed_date;

/* In rules_citations.c */
rule rule_symbol_year, rule_distribution, rule_cited, rule_listed,
	rule_lists_itself;

/* In rules_agenda.c */
rule rule_adoption, rule_same_titles;

/* In rules_labels.c */
rule rule_paragraph, rule_typed_heading, rule_typed_row;

/* In rules_references.c */
rule rule_ref, rule_note, rule_noteref;

/* In rules_tables.c */
rule rule_table, rule_column;

/* In rules_timetable.c */
rule rule_day, rule_hours, rule_sitting;

/* In rules_hours.c */
rule rule_unusual_hours, rule_opening;

/* In rules_takes.c */
rule rule_coverage, rule_taken, rule_take;

/* In rules_quotes.c: of a text node, and of a block */
rule rule_quotes, rule_foreign_quotes, rule_pairs;

/*
 * In rules_language.c, rules_spaces.c, rules_spelling.c, rules_weekdays.c: of a
 * text node
 */
rule rule_words, rule_placeholder, rule_dash, rule_spaces, rule_double_spaces,
	rule_per_cent, rule_weekdays;

/* A word of a text, and the one before it, as letters_word has them. */
struct word {
	const struct _xmlNode *text;
	const char *at, *letters, *before;	/* "" before the first */
	size_t len;
	const char *last;	/* NULL: not just before it, but for spaces */
	size_t last_len;
};

/* What rule_words asks of each word: in English; and in French, Spanish. */
void rules_spelling(struct rules *, const struct word *);
void rules_names(struct rules *, const struct word *);

/* What rules_names needs of the registers. */
void rules_names_load(struct rules *);
void rules_names_dispose(struct rules *);

/* Whether the document is in that language. */
int rules_in(const struct rules *, const char *language);

/* Whether the words of a text are another's, and not to be changed. */
int rules_is_quoted(const struct _xmlNode *text);

/* One message at the element, or at an attribute of it. */
__attribute__((format(printf, 4, 5)))
void rules_report(struct rules *, enum message_id, const struct _xmlNode *,
	const char *format, ...);
__attribute__((format(printf, 5, 6)))
void rules_report_attr(struct rules *, enum message_id,
	const struct _xmlNode *, const char *attribute,
	const char *format, ...);

/* How much of the text is a label: "1.", "2)", "(a)", "(iv)", "IV.", "A." */
size_t rules_label(const char *text);

/* "annex", "appendix" or "table" in the language; NULL where none is known. */
const char *rules_part_word(const struct rules *, enum rules_part);

/* The bytes from `s`, which is within the text, so many of them. */
struct span rules_span(const char *text, const char *s, size_t len);

/* At some bytes of a text node. */
__attribute__((format(printf, 5, 6)))
void rules_report_text(struct rules *, enum message_id,
	const struct _xmlNode *text, struct span, const char *format, ...);

/* The value of an attribute that is a date or time, checked and reported. */
void rules_check_date(struct rules *, const struct _xmlNode *,
	const char *attribute);
void rules_check_time(struct rules *, const struct _xmlNode *,
	const char *attribute);

/* The same in silence: -1 if it is none, or if there is no node. */
int rules_date(long *days, const struct _xmlNode *, const char *attribute);
int rules_time(int *minutes, const struct _xmlNode *, const char *attribute);

/* An attribute that means nothing without another. */
void rules_check_pair(struct rules *, const struct _xmlNode *,
	const char *attribute, const char *needed);

/* A span of days, or of hours: both ends, their order, an end alone. */
void rules_check_span(struct rules *, const struct _xmlNode *,
	const char *start, const char *end);

void rules_check_hours(struct rules *, const struct _xmlNode *,
	const char *start, const char *end, const char *half);

/* Minutes before which no meeting begins: the afternoon on twelve hours. */
enum { RULES_EARLIEST = 7 * 60 };

/* Whether it begins before one above it has ended, which rule_hours says. */
int rules_overlaps(const struct _xmlNode *sitting);

/* A day must be one of the meeting's, or else is reported. */
void rules_check_inside(struct rules *, const struct _xmlNode *,
	const char *attribute);

/* A key of one of the registers, if it is given. */
void rules_check_key(struct rules *, const struct _xmlNode *,
	const char *attribute, enum registers_kind);

/*
 * The item at which a range of items ends, as `through` says: a later one
 * beside the first.  NULL when there is no range, or none that is right.
 */
const struct _xmlNode *rules_last(const struct _xmlNode *node,
	const struct _xmlNode *first);

/* A wrong range is reported.  `first` is NULL where none is named. */
void rules_check_range(struct rules *, const struct _xmlNode *node,
	const struct _xmlNode *first);

/* A document symbol, checked and reported; `attribute` NULL: at the element. */
void rules_check_symbol(struct rules *, const struct _xmlNode *,
	const char *attribute, const char *symbol);

#endif
