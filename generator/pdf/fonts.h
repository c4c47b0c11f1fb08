#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "pdf/cmap.h"
#include "pdf/pdf.h"

/* A font that some text is set in. */
struct font {
	struct font *next;
	int object;
	const char *name;
	int embedded;		/* its file is in the PDF */
	int unicode;		/* it has a table of characters */
	int wide;		/* its codes are of two bytes, and not of one */
	struct cmap texts;	/* of its codes */
	int missed_page;	/* the last whose faults were told */
};

/* All fonts met so far, which belong to the arena. */
struct fonts {
	struct font *first;
};

/* A font by its dictionary; what is wrong with it is told when first met. */
struct font *fonts_get(struct fonts *, struct pdf *, qpdf_oh, int page);

/*
 * Adds what a string of codes says.  A code without a character, and one that
 * stands for none (.notdef), are faults of the page.
 */
void font_decode(struct buf *, struct pdf *, struct font *, int page,
	const char *codes, size_t len);

#endif
