#include "pdf/elements.h"

#include <string.h>

#include "pdf/structure.h"
#include "pdf/trees.h"

/* Which types lie in which only (ISO 32000-1, 14.8.4); `in` ends with NULL. */
static const struct place_rule {
	const char *type;
	const char *in[6];
} places[] = {
	{ "LI", { "L", NULL } },
	{ "LBody", { "LI", NULL } },
	{ "Lbl", { "LI", "Note", "TOCI", "BibEntry", NULL } },
	{ "Caption", { "Table", "L", "TOC", "Figure", NULL } },
	{ "TOCI", { "TOC", NULL } },
	{ "THead", { "Table", NULL } },
	{ "TBody", { "Table", NULL } },
	{ "TFoot", { "Table", NULL } },
	{ "TR", { "Table", "THead", "TBody", "TFoot", NULL } },
	{ "TH", { "TR", NULL } },
	{ "TD", { "TR", NULL } },
};

/* And what these hold only. */
static const struct place_rule contents[] = {
	{ "L", { "LI", "L", "Caption", NULL } },
	{ "LI", { "Lbl", "LBody", NULL } },
	{ "TOC", { "TOCI", "TOC", "Caption", NULL } },
	{ "Table", { "TR", "THead", "TBody", "TFoot", "Caption", NULL } },
	{ "THead", { "TR", NULL } },
	{ "TBody", { "TR", NULL } },
	{ "TFoot", { "TR", NULL } },
	{ "TR", { "TH", "TD", NULL } },
};

struct check {
	struct pdf *pdf;
	const struct structure *tree;
	struct tree_rows ids;		/* the IDTree */
	int level;			/* of the last heading */
};

static int
page_of(const struct check *c, const struct element *e)
{
	return element_page(c->tree, e);
}

static int
is_in(const char *const *list, const char *word)
{
	for (; *list; list++)
		if (strcmp(*list, word) == 0)
			return 1;
	return 0;
}

static const struct place_rule *
rule_of(const struct place_rule *rules, size_t count, const char *type)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rules[i].type, type) == 0)
			return &rules[i];
	return NULL;
}

static void
check_place(struct check *c, const struct element *e)
{
	const struct element *parent = &c->tree->elements[e->parent];
	const struct place_rule *own = rule_of(places,
	    sizeof(places) / sizeof(*places), e->role);
	const struct place_rule *above = rule_of(contents,
	    sizeof(contents) / sizeof(*contents), parent->role);

	if (e == parent) {
		if (strcmp(e->role, "Document"))
			pdf_fault(c->pdf, MSG_CONTAINMENT, 0, "the tree of "
			    "tags starts with a %s, and not with a Document",
			    e->role);
		return;
	}
	if ((own && !is_in(own->in, parent->role)) ||
	    (above && !is_in(above->in, e->role)))
		pdf_fault(c->pdf, MSG_CONTAINMENT, page_of(c, e),
		    "a %s lies in a %s", e->role, parent->role);
	if (pdf_id(c->pdf, pdf_get(c->pdf, e->oh, "/P")) != parent->object)
		pdf_fault(c->pdf, MSG_CONTAINMENT, page_of(c, e), "a %s does "
		    "not lead back to what it lies in (P)", e->role);
}

static void
check_kids(struct check *c, const struct element *e)
{
	/* cells may be empty, and so may the heads of columns */
	if (!e->first && strcmp(e->role, "TD") && strcmp(e->role, "TH"))
		pdf_fault(c->pdf, MSG_ELEMENT_EMPTY, page_of(c, e),
		    "a %s is empty", e->role);
}

static void
check_heading(struct check *c, const struct element *e)
{
	int level = heading_level(e);

	/* a document has either, and ours have levels (ISO 14289-1, 7.4) */
	if (strcmp(e->role, "H") == 0)
		pdf_fault(c->pdf, MSG_HEADING_GAP, page_of(c, e),
		    "a heading has no level (H)");
	if (!level)
		return;
	if (level > c->level + 1)
		pdf_fault(c->pdf, MSG_HEADING_GAP, page_of(c, e),
		    c->level ? "a heading of level %d follows one of level %d"
		    : "the first heading is of level %d", level, c->level);
	c->level = level;
}

static void
check_figure(struct check *c, const struct element *e)
{
	const char *alt;

	if (strcmp(e->role, "Figure") && strcmp(e->role, "Formula"))
		return;
	alt = pdf_text(c->pdf, pdf_get(c->pdf, e->oh, "/Alt"));
	if (!alt || !*alt)
		alt = pdf_text(c->pdf, pdf_get(c->pdf, e->oh, "/ActualText"));
	if (!alt || !*alt)
		pdf_fault(c->pdf, MSG_FIGURE_ALT, page_of(c, e),
		    "a %s has no text for those who do not see it (Alt)",
		    e->role);
	if (strcmp(e->role, "Figure") == 0 && pdf_count(c->pdf,
	    element_attribute(c->pdf, e, "/BBox")) != 4)
		pdf_fault(c->pdf, MSG_FIGURE_BOX, page_of(c, e),
		    "a Figure does not say where it is (BBox)");
}

/* Notes must have one, others may; each leads to its element. */
static void
check_id(struct check *c, const struct element *e)
{
	const char *id = pdf_text(c->pdf, pdf_get(c->pdf, e->oh, "/ID"));
	const struct tree_row *row;

	if (!id) {
		if (strcmp(e->role, "Note") == 0)
			pdf_fault(c->pdf, MSG_NOTE_ID, page_of(c, e),
			    "a Note has no identifier (ID)");
		return;
	}
	row = tree_name_row(&c->ids, id);
	if (!row)
		pdf_fault(c->pdf, MSG_NOTE_ID, page_of(c, e), "the identifier "
		    "'%s' is not in the tree of these (IDTree)", id);
	else if (pdf_id(c->pdf, row->value) != e->object)
		pdf_fault(c->pdf, MSG_NOTE_ID, page_of(c, e),
		    "two elements have the identifier '%s'", id);
}

static void
check_scope(struct check *c, const struct element *e)
{
	qpdf_oh scope;

	if (strcmp(e->role, "TH"))
		return;
	scope = element_attribute(c->pdf, e, "/Scope");
	if (!pdf_is_name(c->pdf, scope, "Row") &&
	    !pdf_is_name(c->pdf, scope, "Column") &&
	    !pdf_is_name(c->pdf, scope, "Both"))
		pdf_fault(c->pdf, MSG_TH_SCOPE, page_of(c, e), "a header cell "
		    "does not say what it is the head of (Scope)");
}

static void
check_language(struct check *c, const struct element *e)
{
	const char *language = pdf_text(c->pdf,
	    pdf_get(c->pdf, e->oh, "/Lang"));

	language_check(c->pdf, language, language ? page_of(c, e) : 0);
}

void
elements_check(struct pdf *pdf, const struct structure *tree)
{
	struct check c = { .pdf = pdf, .tree = tree };

	tree_names(&c.ids, pdf, pdf_get(pdf, tree->root, "/IDTree"),
	    "identifiers");
	for (size_t i = 0; i < tree->count; i++) {
		const struct element *e = &tree->elements[i];

		check_place(&c, e);
		check_kids(&c, e);
		check_heading(&c, e);
		check_figure(&c, e);
		check_id(&c, e);
		check_scope(&c, e);
		check_language(&c, e);
	}
	tree_rows_dispose(&c.ids);
}
