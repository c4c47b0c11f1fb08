#ifndef PDF_PAGES_H
#define PDF_PAGES_H

#include "pdf/pdf.h"
#include "util/buf.h"

struct fonts;

/* A piece of a page's content, from BDC or BMC to EMC. */
struct mark {
	long mcid;		/* -1: it has none */
	int artefact;		/* it is no content: a running head, a rule */
	struct buf text;	/* UTF-8, what it shows */
	size_t owner;		/* the element that has it, its index + 1 */
};

struct page {
	qpdf_oh oh;
	int number;		/* from 1 */
	int object;
	long parents;		/* its StructParents; -1: none */
	int shown;		/* there is something on it */
	int unmarked;		/* something on it is in no piece */
	struct mark *marks;	/* in the order of the content */
	size_t count, size;
};

struct pages {
	struct page *list;
	int count;
};

/*
 * Reads all pages and what they show, and tells what is wrong with each by
 * itself.  -1, after a fault, if the tree of pages cannot be read.
 */
int pages_read(struct pages *, struct pdf *, struct fonts *);

/* The page whose object it is, NULL if none. */
struct page *pages_find(const struct pages *, int object);

/* The piece of that number; NULL if there is none. */
struct mark *page_mark(const struct page *, long mcid);

/* Adds all text of a page, piece by piece, with a space between two. */
void page_text(struct buf *, const struct page *);

void pages_dispose(struct pages *);

#endif
