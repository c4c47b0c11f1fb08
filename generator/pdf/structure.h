#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "pdf/pdf.h"

struct pages;

/* What an element holds, in reading order. */
struct kid {
	enum kid_kind { KID_ELEMENT, KID_MARK, KID_OBJECT } kind;
	size_t element;		/* the index of an element */
	int page;		/* of a mark: the page's number; 0: unknown */
	long mcid;		/* and its own */
	int object;		/* of an annotation */
	size_t next;		/* the next kid's index + 1; 0: none */
};

/* An element of the structure tree (ISO 32000-1, 14.7.2). */
struct element {
	int object;
	qpdf_oh oh;
	size_t parent;		/* its index; the root's is its own */
	const char *type;	/* as it is written; "" if it is not */
	const char *role;	/* the type of ISO 32000-1 that it stands for */
	int page;		/* the number of its page; 0: it names none */
	size_t first, last;	/* its kids, index + 1; 0: none */
};

struct structure {
	qpdf_oh root;		/* the StructTreeRoot */
	struct element *elements;	/* before what is in them */
	size_t count, size;
	struct kid *kids;
	size_t kid_count, kid_size;
};

/*
 * Reads the tree, and tells of types that are not known and of what leads back
 * to itself or is too deep.  Without a tree, after a fault, it is empty.
 */
void structure_read(struct structure *, struct pdf *, const struct pages *);
void structure_dispose(struct structure *);

/* The kid's index + 1, or 0, as in struct element. */
const struct kid *structure_kid(const struct structure *, size_t);

/* An entry of an element's attributes (/A); null if there is none. */
qpdf_oh element_attribute(const struct pdf *, const struct element *,
	const char *key);

/* Whether a type is one of ISO 32000-1, 14.8.4. */
int structure_is_standard(const char *type);

/* The level of H1 to H6; 0 of all others. */
int heading_level(const struct element *);

int structure_has_heading(const struct structure *);

/* The page where an element starts, by its marks or, where it has
 * none, what it lies in; 0 if nothing tells. */
int element_page(const struct structure *, const struct element *);

#endif
