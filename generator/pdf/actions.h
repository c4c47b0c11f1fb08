#ifndef PDF_ACTIONS_H
#define PDF_ACTIONS_H

#include "pdf/pdf.h"

struct pages;

/*
 * Tells of what happens when the PDF or a page of it is opened, and of what
 * brings programs, forms and layers with it (ISO 19005-3, 6.4 to 6.9).
 */
void actions_check(struct pdf *, const struct pages *);

/*
 * Whether a link or a row of the outline does no more than to lead somewhere.
 * -1, after a fault, if it does.
 */
int action_check(struct pdf *, qpdf_oh from, int page);

#endif
