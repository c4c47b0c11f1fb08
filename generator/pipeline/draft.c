#include "pipeline/draft.h"

#include <assert.h>

#include "pipeline/registers.h"
#include "pipeline/schema.h"
#include "pipeline/symbol.h"
#include "pipeline/templates.h"
#include "util/buf.h"
#include "util/date.h"
#include "util/diag.h"
#include "util/template.h"

/* Documents are submitted ten weeks before their meeting. */
enum { DAYS_BEFORE = 70 };

/* Bodies below one another, each with a line of its own. */
enum { MOST_BODIES = 8 };

enum { MOST_SLOTS = 16 };

/* What fills the slots of a template. */
struct filling {
	struct slot slots[MOST_SLOTS];
	size_t count;
};

static int
refuse(struct diag *diag, const char *option, const char *value,
    const char *why)
{
	return diag_global(diag, MSG_OPTION_VALUE,
	    "option '--%s' cannot be '%s': %s", option, value, why);
}

/* One of the values that an attribute of every document can have. */
static int
check_choice(const struct schema *schema, const char *option,
    const char *attribute, const char *value, struct diag *diag)
{
	struct buf why = BUF_INIT;
	int ret = schema_check_choice(&why, schema, "agenda", attribute,
	    value);

	if (ret < 0)
		refuse(diag, option, value, buf_string(&why));
	buf_dispose(&why);
	return ret;
}

static int
check_key(const struct registers *registers, const char *option,
    enum registers_kind kind, const char *key, struct diag *diag)
{
	struct buf why = BUF_INIT;
	const char *meant;

	if (registers_has(registers, kind, key))
		return 0;
	meant = registers_suggest(registers, kind, key);
	buf_printf(&why, "no %s is listed as that", option);
	if (meant)
		buf_printf(&why, "; did you mean '%s'?", meant);
	refuse(diag, option, key, why.data);
	buf_dispose(&why);
	return -1;
}

static int
check_date(long *days, const char *option, const char *value,
    struct diag *diag)
{
	switch (date_parse(days, value)) {
	case DATE_OK:
		return 0;
	case DATE_FORM:
		return refuse(diag, option, value,
		    "it must be year-month-day, as in 2007-10-03");
	default:
		return refuse(diag, option, value,
		    "there is no such day in the calendar");
	}
}

static int
check_dates(const struct draft *draft, struct diag *diag)
{
	long start, end;

	if (check_date(&start, "start", draft->start, diag) |
	    check_date(&end, "end", draft->end, diag))
		return -1;
	return end < start ? refuse(diag, "end", draft->end,
	    "the meeting ends before it begins") : 0;
}

/* Companions have symbols of their own, and start from their document. */
static int
is_companion(const char *symbol)
{
	return symbol_modifier(symbol, "Add") ||
	    symbol_modifier(symbol, "Corr") || symbol_modifier(symbol, "Rev");
}

static int
check_symbol(const struct draft *draft, const struct registers *registers,
    struct diag *diag)
{
	const char *series = registers_series(registers, draft->body);
	struct buf why = BUF_INIT;
	int ret;

	if (symbol_check(&why, draft->symbol) == 0) {
		if (is_companion(draft->symbol))
			buf_puts(&why, "start it with --from and the document "
			    "that it goes with");
		else if (series && !symbol_has_series(draft->symbol, series))
			buf_printf(&why, "those of '%s' begin with '%s/'",
			    draft->body, series);
	}
	ret = why.len ? refuse(diag, "symbol", draft->symbol, why.data) : 0;
	buf_dispose(&why);
	return ret;
}

static int
check(const struct draft *draft, const struct schema *schema,
    const struct registers *registers, struct diag *diag)
{
	int ret = check_dates(draft, diag) |
	    check_key(registers, "station", REGISTERS_STATION,
	    draft->station, diag) |
	    check_choice(schema, "language", "lang", draft->language, diag);

	if (draft->place)
		ret |= check_key(registers, "place", REGISTERS_PLACE,
		    draft->place, diag);
	if (check_key(registers, "body", REGISTERS_BODY, draft->body, diag))
		return -1;
	return ret | check_symbol(draft, registers, diag);
}

static void
add(struct filling *f, const char *name, const char *value)
{
	assert(f->count < MOST_SLOTS);
	f->slots[f->count++] = (struct slot){ name, value, 0 };
}

/* The organ at the top, and those under it down to the body that meets. */
static void
add_bodies(struct filling *f, const struct registers *registers,
    const char *body)
{
	const char *chain[MOST_BODIES];
	size_t count = 0;

	for (; body && count < MOST_BODIES; count++) {
		chain[count] = body;
		body = registers_parent(registers, body);
	}
	add(f, "body", chain[--count]);
	if (!count)
		add(f, "subsidiary", NULL);
	while (count > 0)
		add(f, "subsidiary", chain[--count]);
}

/* A day well before the meeting. */
static void
add_submission(struct buf *date, const char *start)
{
	long days, earlier;

	date_parse(&days, start);
	date_parse(&earlier, "0001-01-01");
	if (days - DAYS_BEFORE > earlier)
		earlier = days - DAYS_BEFORE;
	date_format(date, earlier);
}

int
draft_make(struct buf *out, const struct draft *draft,
    const struct schema *schema, const struct registers *registers,
    const char *data, struct diag *diag)
{
	const struct template template = {
		data, draft->kind, draft->language
	};
	struct filling f = { .count = 0 };
	struct buf date = BUF_INIT;
	int ret;

	if (check(draft, schema, registers, diag) < 0)
		return -1;
	add_submission(&date, draft->start);
	add_bodies(&f, registers, draft->body);
	add(&f, "language", draft->language);
	add(&f, "station", draft->station);
	add(&f, "symbol", draft->symbol);
	add(&f, "date", date.data);
	add(&f, "start", draft->start);
	add(&f, "end", draft->end);
	add(&f, "place", draft->place ? draft->place : draft->station);
	ret = templates_fill(out, &template, f.slots, f.count, diag);
	buf_dispose(&date);
	return ret;
}
