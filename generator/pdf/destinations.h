#ifndef PDF_DESTINATIONS_H
#define PDF_DESTINATIONS_H

#include "pdf/pdf.h"

struct tree_rows;

/*
 * Whether a link or a row of the outline leads to a page, by its place or a
 * name that there is, or to an address.
 */
int leads_somewhere(struct pdf *, qpdf_oh, const struct tree_rows *names);

/*
 * The outline: how many rows it has; each fault is told.  It must be there if
 * the document has headings.
 */
int outline_check(struct pdf *, const struct tree_rows *names, int headings);

#endif
