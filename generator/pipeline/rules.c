#include "pipeline/rules.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/rule.h"
#include "pipeline/textplace.h"
#include "pipeline/tree.h"
#include "util/diag.h"
#include "util/place.h"

/* In the order in which they are asked. */
static const struct {
	const char *element;
	rule *judge;
} table[] = {
	{ "agenda",            rule_coverage },
	{ "agenda",            rule_opening },
	{ "agenda",            rule_length },
	{ "paper",             rule_length },
	{ "masthead",          rule_masthead },
	{ "masthead",          rule_kind },
	{ "masthead",          rule_series },
	{ "masthead",          rule_job },
	{ "masthead",          rule_symbol_year },
	{ "masthead",          rule_distribution },
	{ "meeting",           rule_meeting },
	{ "part",              rule_part },
	{ "subsidiary",        rule_subsidiary },
	{ "session",           rule_session },
	{ "under",             rule_under },
	{ "title",             rule_title },
	{ "heading",           rule_title },
	{ "list-title",        rule_title },
	{ "annotations-title", rule_title },
	{ "subtitle",          rule_subtitle },
	{ "convening",         rule_filled },
	{ "items",             rule_items },
	{ "items",             rule_cited },
	{ "items",             rule_adoption },
	{ "items",             rule_same_titles },
	{ "item",              rule_item },
	{ "item",              rule_listed },
	{ "item",              rule_same_titles },
	{ "schedule",          rule_schedule },
	{ "section",           rule_section },
	{ "section",           rule_section_depth },
	{ "documentation",     rule_documentation },
	{ "document",          rule_document },
	{ "document",          rule_lists_itself },
	{ "p",                 rule_filled },
	{ "p",                 rule_paragraph },
	{ "p",                 rule_pairs },
	{ "title",             rule_pairs },
	{ "title",             rule_typed_heading },
	{ "heading",           rule_pairs },
	{ "cell",              rule_pairs },
	{ "cell",              rule_typed_row },
	{ "note",              rule_pairs },
	{ "document",          rule_pairs },
	{ "q",                 rule_filled },
	{ "note",              rule_filled },
	{ "work",              rule_filled },
	{ "lead",              rule_filled },
	{ "foreign",           rule_foreign },
	{ "name",              rule_filled },
	{ "office",            rule_filled },
	{ "place",             rule_filled },
	{ "instruction",       rule_filled },
	{ "correction",        rule_correction },
	{ "list",              rule_list },
	{ "table",             rule_table },
	{ "column",            rule_column },
	{ "ref",               rule_ref },
	{ "note",              rule_note },
	{ "noteref",           rule_noteref },
	{ "symbol",            rule_symbol },
	{ "decision",          rule_decision },
	{ "url",               rule_url },
	{ "date",              rule_date },
	{ "dates",             rule_dates },
	{ "time",              rule_time },
	{ "day",               rule_day },
	{ "day",               rule_hours },
	{ "sitting",           rule_sitting },
	{ "sitting",           rule_unusual_hours },
	{ "sitting",           rule_taken },
	{ "take",              rule_take },
	{ "take",              rule_typed_row },
	{ "by",                rule_filled },
};

static void
report(struct rules *r, enum message_id id, struct place at,
    const char *format, va_list args)
{
	if (diag_vat(r->diag, id, at, format, args) < 0)
		r->failed = 1;
}

void
rules_report(struct rules *r, enum message_id id, const xmlNode *node,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(r, id, document_place(r->doc, node), format, args);
	va_end(args);
}

void
rules_report_attr(struct rules *r, enum message_id id, const xmlNode *node,
    const char *attribute, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(r, id, document_place_attr(r->doc, node, attribute), format,
	    args);
	va_end(args);
}

struct span
rules_span(const char *text, const char *s, size_t len)
{
	size_t start = (size_t)(s - text);

	return (struct span){ start, start + len };
}

void
rules_report_text(struct rules *r, enum message_id id, const xmlNode *text,
    struct span span, const char *format, ...)
{
	struct place at = textplace(r->doc, text, span.start);
	const char *s = (const char *)text->content;
	va_list args;

	for (size_t i = span.start; i < span.end; i++)
		at.length += ((unsigned char)s[i] & 0xc0) != 0x80;
	va_start(args, format);
	report(r, id, at, format, args);
	va_end(args);
}

static void
judge_element(struct rules *r, const xmlNode *node)
{
	const char *name = tree_name(node);

	/* most names differ in their first letter */
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (*name == *table[i].element &&
		    strcmp(name, table[i].element) == 0)
			table[i].judge(r, node);
}

#define FIGURES "0123456789"

/* Of a text, each only where it has one of some bytes (NULL: always). */
static const struct {
	rule *judge;
	const char *bytes;
} of_text[] = {
	{ rule_quotes,         "'\"" },
	{ rule_words,          NULL },
	{ rule_placeholder,    NULL },
	{ rule_dash,           "-" },
	/* the first of marks that are no ASCII */
	{ rule_foreign_quotes, "\xc2\xe2" },
	{ rule_spaces,         NULL },
	{ rule_double_spaces,  NULL },
	{ rule_per_cent,       "%" },
	{ rule_weekdays,       NULL },
	{ rule_typed_item,     FIGURES },
	{ rule_typed_part,     FIGURES "IVX" },
	{ rule_typed_symbol,   "/" },
	{ rule_typed_date,     FIGURES },
};

static void
look(unsigned char seen[256], const char *text)
{
	memset(seen, 0, 256);
	for (; *text; text++)
		seen[(unsigned char)*text] = 1;
}

static int
has_any(const unsigned char seen[256], const char *bytes)
{
	while (*bytes && !seen[(unsigned char)*bytes])
		bytes++;
	return *bytes != '\0';
}

/* Symbols and addresses are no words, and are judged as what they are. */
static void
judge_text(struct rules *r, const xmlNode *text)
{
	const char *content = (const char *)text->content;
	const xmlNode *in = text->parent;
	unsigned char seen[256];

	if (tree_is_blank(content) || tree_is(in, "symbol") ||
	    tree_is(in, "decision") || tree_is(in, "url"))
		return;
	look(seen, content);
	for (size_t i = 0; i < sizeof(of_text) / sizeof(*of_text); i++)
		if (!of_text[i].bytes || has_any(seen, of_text[i].bytes))
			of_text[i].judge(r, text);
}

int
rules_in(const struct rules *r, const char *language)
{
	return strcmp(r->language, language) == 0;
}

int
rules_check(const struct document *doc, const struct registers *registers,
    const struct levels *levels, struct diag *diag)
{
	struct rules r = {
		.doc = doc, .registers = registers, .levels = levels,
		.diag = diag
	};

	r.root = document_root(doc);
	r.masthead = tree_child(r.root, "masthead");
	r.meeting = tree_child(r.root, "meeting");
	r.language = tree_attr(r.root, "lang");
	r.calendar = calendar_of(registers, r.language);
	rules_names_load(&r);
	for (const xmlNode *n = r.root; n; n = tree_walk(n, r.root)) {
		if (n->type == XML_ELEMENT_NODE)
			judge_element(&r, n);
		else if (n->type == XML_TEXT_NODE)
			judge_text(&r, n);
	}
	rules_names_dispose(&r);
	return r.failed ? -1 : 0;
}
