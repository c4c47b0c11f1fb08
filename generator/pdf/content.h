#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

struct fonts;
struct page;
struct pdf;

/*
 * Reads what a page shows into its marks, operator by operator, and tells of
 * content that no tag and no artefact holds, of marks that do not match, of
 * text that cannot be read, of colours that are not those of a screen and of
 * what looks different elsewhere.
 */
void content_read(struct page *, struct pdf *, struct fonts *);

#endif
