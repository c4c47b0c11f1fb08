#include "pdf/elements.h"
#include "pdf/pages.h"
#include "pdf/structure.h"
#include "pdf/trees.h"

struct check {
	struct pdf *pdf;
	const struct structure *tree;
	const struct pages *pages;
	const struct tree_rows *parents;
	qpdf_oh owners;		/* what the ParentTree has for a page */
	int owner_count;
};

/* An element takes its piece of content. */
static void
take(struct check *c, size_t element, const struct kid *kid)
{
	const struct element *e = &c->tree->elements[element];
	struct mark *mark = NULL;

	if (kid->page)
		mark = page_mark(&c->pages->list[kid->page - 1], kid->mcid);
	if (!mark)
		pdf_fault(c->pdf, MSG_MARK_OWNER, kid->page, "a %s names the "
		    "piece of content %ld, which is not there", e->role,
		    kid->mcid);
	else if (mark->owner)
		pdf_fault(c->pdf, MSG_MARK_OWNER, kid->page, "the piece of "
		    "content %ld is in two elements, a %s and a %s", kid->mcid,
		    c->tree->elements[mark->owner - 1].role, e->role);
	else
		mark->owner = element + 1;
}

static void
take_all(struct check *c)
{
	const struct structure *t = c->tree;

	for (size_t i = 0; i < t->count; i++)
		for (const struct kid *kid = structure_kid(t,
		    t->elements[i].first); kid;
		    kid = structure_kid(t, kid->next))
			if (kid->kind == KID_MARK)
				take(c, i, kid);
}

/* The elements that the ParentTree gives for the content of a page. */
static void
read_owners(struct check *c, const struct page *page)
{
	const struct tree_row *row = tree_number(c->parents, page->parents);

	c->owners = row ? row->value : 0;
	c->owner_count = row ? pdf_count(c->pdf, row->value) : 0;
}

static int
owner_of(const struct check *c, long mcid)
{
	return mcid < c->owner_count ? pdf_id(c->pdf,
	    pdf_item(c->pdf, c->owners, (int)mcid)) : 0;
}

static void
check_mark(struct check *c, const struct page *page, const struct mark *m)
{
	if (!m->owner)
		pdf_fault(c->pdf, MSG_MARK_OWNER, page->number,
		    "the piece of content %ld is in no element", m->mcid);
	else if (page->parents >= 0 && owner_of(c, m->mcid) !=
	    c->tree->elements[m->owner - 1].object)
		pdf_fault(c->pdf, MSG_PARENT_TREE, page->number, "the piece "
		    "of content %ld leads to another element than the one "
		    "that has it (ParentTree)", m->mcid);
}

void
marks_check(struct pdf *pdf, const struct structure *tree,
    const struct pages *pages, const struct tree_rows *parents)
{
	struct check c = { .pdf = pdf, .tree = tree, .pages = pages,
	    .parents = parents };

	take_all(&c);
	for (int i = 0; i < pages->count; i++) {
		const struct page *page = &pages->list[i];

		read_owners(&c, page);
		for (size_t j = 0; j < page->count; j++) {
			const struct mark *m = &page->marks[j];

			/* of two with one number, one was told of */
			if (m->mcid >= 0 && page_mark(page, m->mcid) == m)
				check_mark(&c, page, m);
		}
	}
}
