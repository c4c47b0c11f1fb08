#ifndef PDF_COLOURS_H
#define PDF_COLOURS_H

#include "pdf/pdf.h"

/*
 * Whether a colour space is one of inks (CMYK), or lies over one.  That needs
 * an output intent of inks, and that of documents is one of screens (ISO
 * 19005-3, 6.2.4.3).
 */
int colours_are_printing(const struct pdf *, qpdf_oh space);

/* The same of the name of a space that stands in a content stream. */
int colour_is_printing(const char *name);

#endif
