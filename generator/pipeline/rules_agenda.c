#include <stdlib.h>
#include <string.h>

#include "pipeline/rule.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

/*
 * How the titles of two items start, which nearly all agendas have.  They are
 * written with a small letter in Russian sub-items.
 */
static const struct {
	const char *language, *agenda, *not_agenda, *report;
} titles[] = {
	{ "ar", "إقرار جدول الأعمال", NULL, "اعتماد التقرير" },
	{ "en", "Adoption of the agenda", NULL, "Adoption of the report" },
	{ "es", "Aprobación del programa", "Aprobación del programa de",
	    "Aprobación del informe" },
	{ "fr", "Adoption de l’ordre du jour", NULL, "Adoption du rapport" },
	{ "ru", "Утверждение повестки дня", NULL, "Утверждение доклада" },
	{ "ru", "утверждение повестки дня", NULL, "Принятие доклада" },
	{ "zh", "通过议程", NULL, "通过报告" },
};

enum { TITLES = sizeof(titles) / sizeof(*titles) };

/* The agenda comes behind the opening and the election of officers. */
enum { FIRST_ITEMS = 3, LAST_ITEMS = 2 };

/* Shorter agendas are excerpts, or of meetings without a report. */
enum { LEAST_ITEMS = 5 };

static int
starts(const char *text, const char *with)
{
	return with && strncmp(text, with, strlen(with)) == 0;
}

enum adopts { NOTHING, AGENDA, REPORT };

static enum adopts
adopts(const struct rules *r, const xmlNode *item)
{
	struct buf title = BUF_INIT;
	enum adopts found = NOTHING;
	const char *text;

	tree_text(&title, tree_child(item, "title"), "note");
	text = buf_string(&title);
	for (size_t i = 0; i < TITLES; i++) {
		if (!rules_in(r, titles[i].language))
			continue;
		if (starts(text, titles[i].agenda) &&
		    !starts(text, titles[i].not_agenda))
			found = AGENDA;
		if (starts(text, titles[i].report))
			found = REPORT;
	}
	buf_dispose(&title);
	return found;
}

/* The items of the list, in its groups too; sub-items are not counted. */
struct list {
	const xmlNode **items;
	size_t count, size;
};

static void
collect(struct list *l, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		size_t size = grown(l->size, l->count + 1);

		if (tree_is(n, "group"))
			collect(l, n);
		if (!tree_is(n, "item"))
			continue;
		if (size != l->size)
			l->items = xrealloc(l->items, size,
			    sizeof(*l->items));
		l->size = size;
		l->items[l->count++] = n;
	}
}

/* One item, or the sub-items of it, at its place in the list. */
static void
check_place(struct rules *r, const struct list *l, size_t i,
    const xmlNode *item)
{
	enum adopts what = adopts(r, item);

	if (what == AGENDA && i >= FIRST_ITEMS)
		rules_report(r, MSG_ADOPTION, item, "the agenda is adopted "
		    "under item %zu: it should be one of the first", i + 1);
	/* sub-items adopt other reports, as that on credentials */
	if (what == REPORT && item == l->items[i] &&
	    i + LAST_ITEMS < l->count)
		rules_report(r, MSG_ADOPTION, item, "the report is adopted "
		    "under item %zu of %zu: it should be the last", i + 1,
		    l->count);
	for (item = tree_child(item, "item"); item;
	    item = tree_next(item, "item"))
		check_place(r, l, i, item);
}

/*
 * A session of the General Assembly adopts its agenda under item 7, and has no
 * report to adopt; addenda and numbered lists have only some of the items.
 */
static int
is_whole(const struct rules *r, const struct list *l)
{
	if (tree_attr_is(r->root, "kind", "addendum") ||
	    tree_attr_is(r->masthead, "body", "ga"))
		return 0;
	for (size_t i = 0; i < l->count; i++)
		if (tree_attr(l->items[i], "number"))
			return 0;
	return 1;
}

/*
 * Parts of words by which titles show that a meeting is opened, that something
 * is adopted, and what.  Wider than the titles above, as here it is said that
 * there is none: "Organizational matters" may stand for them.
 */
static const struct parts {
	const char *language, *opening[2], *adoption[3], *agenda[2], *report;
} parts[] = {
	{ "ar", { "افتتاح" }, { "إقرار", "اعتماد" }, { "جدول", "تنظيمية" },
	    "تقرير" },
	{ "en", { "pening of" }, { "doption", "pproval" },
	    { "agenda", "rganizational" }, "report" },
	{ "es", { "pertura de" }, { "probación", "dopción" },
	    { "programa", "organización" }, "informe" },
	{ "fr", { "uverture de", "uverture du" },
	    { "doption", "pprobation" }, { "ordre du jour", "organisation" },
	    "rapport" },
	{ "ru", { "ткрытие" }, { "тверждение", "ринятие" },
	    { "повестк", "рганизацион" }, "доклад" },
	{ "zh", { "开幕" }, { "通过" }, { "议程", "组织事项" }, "报告" },
};

static const struct parts *
parts_of(const struct rules *r)
{
	size_t i = 0;

	while (!rules_in(r, parts[i].language))
		i++;
	return &parts[i];
}

static int
has_any(const char *text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count && list[i]; i++)
		if (strstr(text, list[i]))
			return 1;
	return 0;
}

/* What the titles of an agenda show. */
struct shown {
	int opening, agenda, report;
};

static void
look_at(struct shown *s, const struct parts *p, const xmlNode *item)
{
	struct buf title = BUF_INIT;
	const char *text;

	tree_text(&title, tree_child(item, "title"), "note");
	text = buf_string(&title);
	s->opening |= has_any(text, p->opening, 2);
	s->agenda |= has_any(text, p->agenda, 2);
	s->report |= has_any(text, p->adoption, 3) && strstr(text, p->report);
	buf_dispose(&title);
	for (item = tree_child(item, "item"); item;
	    item = tree_next(item, "item"))
		look_at(s, p, item);
}

/* A meeting that is opened and has some items adopts its agenda and report. */
static void
check_presence(struct rules *r, const struct list *l, const xmlNode *items)
{
	struct shown s = { 0, 0, 0 };

	if (l->count < LEAST_ITEMS)
		return;
	for (size_t i = 0; i < l->count; i++)
		look_at(&s, parts_of(r), l->items[i]);
	if (s.opening && !(s.agenda && s.report))
		rules_report(r, MSG_NO_ADOPTION, items, "no item adopts %s: "
		    "is one missing?", s.report ? "the agenda" : s.agenda ?
		    "the report" : "the agenda, and none the report");
}

void
rule_adoption(struct rules *r, const xmlNode *items)
{
	struct list l = { NULL, 0, 0 };

	collect(&l, items);
	if (is_whole(r, &l)) {
		for (size_t i = 0; i < l.count; i++)
			check_place(r, &l, i, l.items[i]);
		check_presence(r, &l, items);
	}
	free(l.items);
}

/* An item with its title. */
struct titled {
	char *title;
	const xmlNode *item;
};

static int
compare(const void *left, const void *right)
{
	const struct titled *a = left, *b = right;
	int order = strcmp(a->title, b->title);

	if (order)
		return order;
	return tree_order(a->item) < tree_order(b->item) ? -1 : 1;
}

/* What a <ref> in it prints is no text, and so such titles are not judged. */
static char *
title_of(const xmlNode *item)
{
	const xmlNode *title = tree_child(item, "title");
	struct buf text = BUF_INIT;

	for (const xmlNode *n = title; n; n = tree_walk(n, title))
		if (n->type == XML_ELEMENT_NODE && n != title &&
		    !n->children)
			return xstrdup("");
	tree_text(&text, title, "note");
	return buf_detach(&text);
}

/* Of items beside one another; sub-items of different items may be alike. */
static void
check_titles(struct rules *r, const struct list *l)
{
	struct titled *all = xcalloc(l->count ? l->count : 1, sizeof(*all));

	for (size_t i = 0; i < l->count; i++)
		all[i] = (struct titled){ title_of(l->items[i]), l->items[i] };
	qsort(all, l->count, sizeof(*all), compare);
	for (size_t i = 1; i < l->count; i++)
		if (*all[i].title &&
		    strcmp(all[i].title, all[i - 1].title) == 0)
			rules_report(r, MSG_SAME_TITLE, all[i].item,
			    "the item '%s' has the same title",
			    tree_attr(all[i - 1].item, "id"));
	for (size_t i = 0; i < l->count; i++)
		free(all[i].title);
	free(all);
}

void
rule_same_titles(struct rules *r, const xmlNode *node)
{
	struct list l = { NULL, 0, 0 };

	collect(&l, node);
	check_titles(r, &l);
	free(l.items);
}
