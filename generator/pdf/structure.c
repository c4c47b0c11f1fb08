#include "pdf/structure.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/pages.h"
#include "util/alloc.h"
#include "util/buf.h"

/* While the tree is read. */
struct reader {
	struct structure *tree;
	struct pdf *pdf;
	const struct pages *pages;
	qpdf_oh roles;			/* the RoleMap */
	unsigned char *seen;		/* of each object: it was met */
	int told_loop, told_depth;
};

/* In the order of strcmp. */
static const char *const standard[] = {
	"Annot", "Art", "BibEntry", "BlockQuote", "Caption", "Code", "Div",
	"Document", "Figure", "Form", "Formula", "H", "H1", "H2", "H3", "H4",
	"H5", "H6", "Index", "L", "LBody", "LI", "Lbl", "Link", "NonStruct",
	"Note", "P", "Part", "Private", "Quote", "RB", "RP", "RT", "Reference",
	"Ruby", "Sect", "Span", "TBody", "TD", "TFoot", "TH", "THead", "TOC",
	"TOCI", "TR", "Table", "WP", "WT", "Warichu",
};

static int
compare(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;

	return strcmp(*a, *b);
}

int
structure_is_standard(const char *type)
{
	return bsearch(&type, standard, sizeof(standard) / sizeof(*standard),
	    sizeof(*standard), compare) != NULL;
}

/* What a type of the standard is, nobody else says (ISO 14289-1, 7.1). */
static void
check_roles(const struct reader *r)
{
	for (size_t i = 0; i < sizeof(standard) / sizeof(*standard); i++) {
		struct buf key = BUF_INIT;

		buf_printf(&key, "/%s", standard[i]);
		if (pdf_has(r->pdf, r->roles, key.data))
			pdf_fault(r->pdf, MSG_ELEMENT_TYPE, 0, "the PDF has a "
			    "meaning of its own for <%s> (RoleMap)",
			    standard[i]);
		buf_dispose(&key);
	}
}

/* Through the RoleMap, which may need several steps. */
static const char *
role_of(struct reader *r, const char *type, int page)
{
	const char *role = type;

	for (int i = 0; i < 10 && !structure_is_standard(role); i++) {
		struct buf key = BUF_INIT;
		const char *next;

		buf_printf(&key, "/%s", role);
		next = pdf_name(r->pdf, pdf_get(r->pdf, r->roles, key.data));
		buf_dispose(&key);
		if (!next)
			break;
		role = next;
	}
	if (!structure_is_standard(role))
		pdf_fault(r->pdf, MSG_ELEMENT_TYPE, page,
		    "nobody knows what a <%s> is", type);
	return role;
}

static struct kid *
add_kid(struct structure *t, size_t parent, enum kid_kind kind)
{
	struct element *e = &t->elements[parent];
	size_t size = grown(t->kid_size, t->kid_count + 1);

	if (size != t->kid_size)
		t->kids = xrealloc(t->kids, size, sizeof(*t->kids));
	t->kid_size = size;
	t->kids[t->kid_count++] = (struct kid){ .kind = kind };
	if (e->last)
		t->kids[e->last - 1].next = t->kid_count;
	else
		e->first = t->kid_count;
	e->last = t->kid_count;
	return &t->kids[t->kid_count - 1];
}

/* Whether an object comes a second time, and so may never end. */
static int
is_again(struct reader *r, int object)
{
	if (object <= 0)
		return 0;
	if (object < r->pdf->objects && !r->seen[object]) {
		r->seen[object] = 1;
		return 0;
	}
	if (!r->told_loop)
		pdf_fault(r->pdf, MSG_PDF_LOOP, 0, "element %d is in the tree "
		    "of tags twice", object);
	r->told_loop = 1;
	return 1;
}

static struct kid *
add_mark(struct reader *r, size_t parent, qpdf_oh mcid)
{
	struct kid *kid = add_kid(r->tree, parent, KID_MARK);

	kid->page = r->tree->elements[parent].page;
	kid->mcid = pdf_integer(r->pdf, mcid, -1);
	return kid;
}

/* A mark in a dictionary (MCR), which may name another page. */
static void
read_mark(struct reader *r, size_t parent, qpdf_oh oh)
{
	struct kid *kid = add_mark(r, parent, pdf_get(r->pdf, oh, "/MCID"));
	qpdf_oh page_oh = pdf_get(r->pdf, oh, "/Pg");
	const struct page *page;

	if (pdf_is_null(r->pdf, page_oh))
		return;
	page = pages_find(r->pages, pdf_id(r->pdf, page_oh));
	kid->page = page ? page->number : 0;
}

static void read_element(struct reader *, size_t, qpdf_oh, int);

static void
read_kid(struct reader *r, size_t parent, qpdf_oh oh, int depth)
{
	const struct pdf *pdf = r->pdf;
	qpdf_oh type;

	/* as most are */
	if (qpdf_oh_is_integer(pdf->q, oh)) {
		add_mark(r, parent, oh);
		return;
	}
	type = pdf_get(pdf, oh, "/Type");
	if (pdf_is_name(pdf, type, "MCR"))
		read_mark(r, parent, oh);
	else if (pdf_is_name(pdf, type, "OBJR"))
		add_kid(r->tree, parent, KID_OBJECT)->object =
		    pdf_id(pdf, pdf_get(pdf, oh, "/Obj"));
	else
		read_element(r, parent, oh, depth + 1);
}

static size_t
add_element(struct reader *r, size_t parent, qpdf_oh oh)
{
	struct structure *t = r->tree;
	size_t size = grown(t->size, t->count + 1);
	const struct page *page = pages_find(r->pages, pdf_id(r->pdf,
	    pdf_get(r->pdf, oh, "/Pg")));
	struct element *e;

	if (size != t->size)
		t->elements = xrealloc(t->elements, size,
		    sizeof(*t->elements));
	t->size = size;
	e = &t->elements[t->count++];
	*e = (struct element){ .oh = oh, .parent = parent };
	e->object = pdf_id(r->pdf, oh);
	e->page = page ? page->number : 0;
	e->type = pdf_name(r->pdf, pdf_get(r->pdf, oh, "/S"));
	if (!e->type)
		e->type = "";
	e->role = role_of(r, e->type, e->page);
	return t->count - 1;
}

static void
read_element(struct reader *r, size_t parent, qpdf_oh oh, int depth)
{
	qpdf_oh kids = pdf_get(r->pdf, oh, "/K");
	size_t index;
	int count;

	if (is_again(r, pdf_id(r->pdf, oh)))
		return;
	if (depth > PDF_DEPTH) {
		if (!r->told_depth)
			pdf_fault(r->pdf, MSG_PDF_LIMIT, 0, "elements lie "
			    "more than %d deep in each other", PDF_DEPTH);
		r->told_depth = 1;
		return;
	}
	index = add_element(r, parent, oh);
	if (index != parent)
		add_kid(r->tree, parent, KID_ELEMENT)->element = index;
	count = pdf_several(r->pdf, kids);
	for (int i = 0; i < count; i++)
		read_kid(r, index, pdf_one_of(r->pdf, kids, i), depth);
}

void
structure_read(struct structure *t, struct pdf *pdf,
    const struct pages *pages)
{
	struct reader r = { .tree = t, .pdf = pdf, .pages = pages };
	qpdf_oh kids;

	*t = (struct structure){ .count = 0 };
	t->root = pdf_get(pdf, qpdf_get_root(pdf->q), "/StructTreeRoot");
	kids = pdf_get(pdf, t->root, "/K");
	if (pdf_several(pdf, kids) != 1) {
		pdf_fault(pdf, MSG_NO_TAGS, 0, "the PDF is not tagged: its "
		    "tags must be one tree");
		return;
	}
	r.roles = pdf_get(pdf, t->root, "/RoleMap");
	check_roles(&r);
	r.seen = xcalloc((size_t)pdf->objects, 1);
	read_element(&r, 0, pdf_one_of(pdf, kids, 0), 0);
	free(r.seen);
}

void
structure_dispose(struct structure *t)
{
	free(t->elements);
	free(t->kids);
}

const struct kid *
structure_kid(const struct structure *t, size_t i)
{
	return i ? &t->kids[i - 1] : NULL;
}

qpdf_oh
element_attribute(const struct pdf *pdf, const struct element *e,
    const char *key)
{
	qpdf_oh all = pdf_get(pdf, e->oh, "/A");

	for (int i = 0; i < pdf_several(pdf, all); i++) {
		qpdf_oh value = pdf_get(pdf, pdf_one_of(pdf, all, i), key);

		if (!pdf_is_null(pdf, value))
			return value;
	}
	return pdf_get(pdf, all, key);
}

int
heading_level(const struct element *e)
{
	return e->role[0] == 'H' && e->role[1] >= '1' && e->role[1] <= '6' ?
	    e->role[1] - '0' : 0;
}

int
structure_has_heading(const struct structure *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (heading_level(&t->elements[i]))
			return 1;
	return 0;
}

/* Of the marks and the page that an element has itself. */
static int
own_page(const struct structure *t, const struct element *e)
{
	for (const struct kid *kid = structure_kid(t, e->first); kid;
	    kid = structure_kid(t, kid->next))
		if (kid->kind == KID_MARK && kid->page)
			return kid->page;
	return e->page;
}

int
element_page(const struct structure *t, const struct element *e)
{
	size_t start = (size_t)(e - t->elements);
	int page = 0;

	/* what is in it stands behind it, in reading order */
	for (size_t i = start; i < t->count && !page &&
	    (i == start || t->elements[i].parent >= start); i++)
		page = own_page(t, &t->elements[i]);
	if (!page && e->parent != start)
		page = element_page(t, &t->elements[e->parent]);
	return page;
}
