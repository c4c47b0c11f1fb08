#ifndef PDF_XMP_H
#define PDF_XMP_H

/* The namespaces of metadata (ISO 16684-1; ISO 19005-3, 6.6). */
#define XMP_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XMP_DC "http://purl.org/dc/elements/1.1/"
#define XMP_PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP_BASIC "http://ns.adobe.com/xap/1.0/"
#define XMP_PDFA "http://www.aiim.org/pdfa/ns/id/"
#define XMP_PDFUA "http://www.aiim.org/pdfua/ns/id/"

struct _xmlNode;
struct pdf;

/* Whether an element or attribute is the one of that namespace and name. */
int xmp_is(const struct _xmlNode *, const char *space, const char *name);

/*
 * Tells of what a description (rdf:Description) says in another form than it
 * must, and of what nobody knows: PDF/A has a list of what can be said, and of
 * all else the packet has to give its schema (pdfaExtension).
 */
void xmp_check(struct pdf *, const struct _xmlNode *description);

/*
 * A date of XMP, 2007-05-30T12:00:00Z, or of a PDF, D:20070530120000+01'00', as
 * 20070530120000 and +0100, from the arena.  NULL: it is written otherwise.
 */
const char *xmp_date(struct pdf *, const char *);

#endif
