#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <qpdf/qpdf-c.h>
#include <stddef.h>

#include "util/catalogue.h"
#include "util/arena.h"

struct buf;
struct json_t;

/*
 * A PDF that is being read, by libqpdf, in a child of its own: whatever is in
 * it may be meant to do harm.  What is read of it belongs to the arena.
 */
struct pdf {
	qpdf_data q;
	struct arena arena;
	struct json_t *faults;	/* what is wrong, see pdf_fault */
	unsigned told[MSG_END];	/* how many of each message there are */
	size_t untold;		/* and of all that are not kept */
	size_t unpacked;	/* bytes of its streams so far */
	int objects;		/* all have numbers below this */
};

/* More of these than any document has. */
enum {
	PDF_OBJECTS = 1000000,
	PDF_PAGES = 5000,
	PDF_DEPTH = 100,	/* of elements in elements */
	PDF_FAULTS = 100,	/* of one message: that many are kept */
	PDF_UNPACKED = 512 * 1024 * 1024
};

/* The last fault: how many were not kept, if any. */
void pdf_count_faults(struct pdf *);

/*
 * Returns -1, after a fault, when it cannot be read as a PDF.  There is no way
 * to close it: it is read in a process that ends with it.
 */
int pdf_open(struct pdf *, const char *bytes, size_t);

/* What the library had to complain of becomes faults. */
void pdf_take_warnings(struct pdf *);

/*
 * Records what is wrong; page 0: of no page.  Of each message some are kept, so
 * that none hides another.
 */
__attribute__((format(printf, 4, 5)))
void pdf_fault(struct pdf *, enum message_id, int page, const char *format,
	...);

/* Of a dictionary or a stream's; null when there is no such entry. */
qpdf_oh pdf_get(const struct pdf *, qpdf_oh, const char *key);
int pdf_has(const struct pdf *, qpdf_oh, const char *key);

int pdf_is_null(const struct pdf *, qpdf_oh);

/* The number of an indirect object; 0 of others. */
int pdf_id(const struct pdf *, qpdf_oh);

/* A name without its slash; NULL for what is none. */
const char *pdf_name(struct pdf *, qpdf_oh);
int pdf_is_name(const struct pdf *, qpdf_oh, const char *name);

/* A string as UTF-8; NULL for what is none. */
const char *pdf_text(struct pdf *, qpdf_oh);

/* The text of a string whose bytes are at hand. */
const char *pdf_decode(struct pdf *, const char *bytes, size_t);

/* An integer, or else what is given for it. */
long pdf_integer(const struct pdf *, qpdf_oh, long otherwise);

/* Whether it is the boolean true. */
int pdf_is_true(const struct pdf *, qpdf_oh);

/* Of an array; 0 items in what is none. */
int pdf_count(const struct pdf *, qpdf_oh);
qpdf_oh pdf_item(const struct pdf *, qpdf_oh, int);

/*
 * What is in an array, or a thing that stands alone where an array may stand:
 * count and item of either.
 */
int pdf_several(const struct pdf *, qpdf_oh);
qpdf_oh pdf_one_of(const struct pdf *, qpdf_oh, int);

/* Adds what a stream unpacks to.  -1 when it cannot be unpacked. */
int pdf_stream(struct buf *, struct pdf *, qpdf_oh);

#endif
