#include <stdlib.h>
#include <string.h>

#include "pdf/actions.h"
#include "pdf/destinations.h"
#include "pdf/elements.h"
#include "pdf/pages.h"
#include "pdf/structure.h"
#include "pdf/trees.h"
#include "util/alloc.h"

/* Flags of an annotation (ISO 32000-1, table 165). */
enum {
	FLAG_INVISIBLE = 1, FLAG_HIDDEN = 2, FLAG_PRINT = 4, FLAG_NO_VIEW = 32
};

struct check {
	struct pdf *pdf;
	const struct structure *tree;
	const struct tree_rows *parents, *destinations;
	unsigned char *met;	/* of each object: it is on a page */
	int page;
};

/* The element whose object it is; NULL if none. */
static const struct element *
element_of(const struct structure *t, int object)
{
	for (size_t i = 0; object && i < t->count; i++)
		if (t->elements[i].object == object)
			return &t->elements[i];
	return NULL;
}

static int
has_object(const struct structure *t, const struct element *e, int object)
{
	for (const struct kid *kid = structure_kid(t, e->first); kid;
	    kid = structure_kid(t, kid->next))
		if (kid->kind == KID_OBJECT && kid->object == object)
			return 1;
	return 0;
}

/* Its StructParent leads to its element, which leads back to it. */
static void
check_element(struct check *c, qpdf_oh annotation)
{
	const struct tree_row *row = tree_number(c->parents,
	    pdf_integer(c->pdf, pdf_get(c->pdf, annotation, "/StructParent"),
	    -1));
	const struct element *e = row ?
	    element_of(c->tree, pdf_id(c->pdf, row->value)) : NULL;

	if (!e)
		pdf_fault(c->pdf, MSG_ANNOTATION_ELEMENT, c->page,
		    "an annotation is in no element (StructParent)");
	else if (strcmp(e->role, "Link"))
		pdf_fault(c->pdf, MSG_ANNOTATION_ELEMENT, c->page,
		    "a link is in a %s", e->role);
	else if (!has_object(c->tree, e, pdf_id(c->pdf, annotation)))
		pdf_fault(c->pdf, MSG_ANNOTATION_ELEMENT, c->page, "a %s does "
		    "not hold the annotation that leads to it (OBJR)",
		    e->role);
}

static void
check_flags(struct check *c, qpdf_oh annotation)
{
	long flags = pdf_integer(c->pdf, pdf_get(c->pdf, annotation, "/F"), 0);
	const long hidden = FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW;

	if (!(flags & FLAG_PRINT) || flags & hidden)
		pdf_fault(c->pdf, MSG_ANNOTATION, c->page,
		    "an annotation is hidden or is not printed (F)");
}

/* Those of other kinds are notes of readers, forms, films and the like. */
static void
check_one(struct check *c, qpdf_oh annotation)
{
	qpdf_oh subtype = pdf_get(c->pdf, annotation, "/Subtype");
	const char *name = pdf_name(c->pdf, subtype);
	const char *contents = pdf_text(c->pdf,
	    pdf_get(c->pdf, annotation, "/Contents"));

	if (!pdf_is_name(c->pdf, subtype, "Link"))
		pdf_fault(c->pdf, MSG_ANNOTATION, c->page, "an annotation is "
		    "no link (%s)", name ? name : "it does not say what");
	else if (!contents || !*contents)
		pdf_fault(c->pdf, MSG_ANNOTATION, c->page, "an annotation "
		    "does not say in words what it is (Contents)");
	check_flags(c, annotation);
	if (c->tree->count)
		check_element(c, annotation);
	if (action_check(c->pdf, annotation, c->page) == 0 &&
	    !leads_somewhere(c->pdf, annotation, c->destinations))
		pdf_fault(c->pdf, MSG_DESTINATION, c->page,
		    "a link leads nowhere");
}

/* What an element holds of annotations is on a page, and a Link holds one. */
static void
check_holder(struct check *c, const struct element *e)
{
	const struct structure *t = c->tree;
	int held = 0;

	for (const struct kid *kid = structure_kid(t, e->first); kid;
	    kid = structure_kid(t, kid->next)) {
		if (kid->kind != KID_OBJECT)
			continue;
		held = 1;
		if (!kid->object || kid->object >= c->pdf->objects ||
		    !c->met[kid->object])
			pdf_fault(c->pdf, MSG_ANNOTATION_ELEMENT,
			    element_page(t, e), "a %s holds an annotation "
			    "that is on no page (OBJR)", e->role);
	}
	if (!held && strcmp(e->role, "Link") == 0)
		pdf_fault(c->pdf, MSG_ANNOTATION_ELEMENT, element_page(t, e),
		    "a Link holds no annotation (OBJR)");
}

void
annotations_check(struct pdf *pdf, const struct structure *tree,
    const struct pages *pages, const struct tree_rows *parents,
    const struct tree_rows *destinations)
{
	struct check c = { pdf, tree, parents, destinations,
	    xcalloc((size_t)pdf->objects, 1), 0 };

	for (int i = 0; i < pages->count; i++) {
		qpdf_oh list = pdf_get(pdf, pages->list[i].oh, "/Annots");

		c.page = i + 1;
		for (int j = 0; j < pdf_count(pdf, list); j++) {
			int object = pdf_id(pdf, pdf_item(pdf, list, j));

			if (object > 0 && object < pdf->objects)
				c.met[object] = 1;
			check_one(&c, pdf_item(pdf, list, j));
		}
	}
	for (size_t i = 0; i < tree->count; i++)
		check_holder(&c, &tree->elements[i]);
	free(c.met);
}
