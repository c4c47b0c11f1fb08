#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "pdf/pdf.h"

struct pages;
struct structure;

/* The namespace of what only documents of the house say of themselves. */
#define METADATA_NAMESPACE "urn:x-unagenda:document#"

/* What the XMP says; NULL: nothing.  All belongs to the arena. */
struct metadata {
	const char *title, *identifier, *language, *keywords, *producer;
	const char *creator, *created, *modified;
	const char *ua_part, *a_part, *a_conformance;	/* what is claimed */
	/* in our namespace */
	const char *symbol, *original, *date, *distribution, *job, *status;
};

/* Tells of what is missing in it, and of what the rest of the PDF denies. */
void metadata_read(struct metadata *, struct pdf *);

/* The catalogue's own entries, version and identifier of the file. */
void catalogue_check(struct pdf *);

/* Whether two texts are the same but for spaces and what is not seen. */
int shown_equal(const char *, const char *);

/* Whether the pages show the symbol, and the first heading the title. */
void shown_check(struct pdf *, const struct metadata *, const struct pages *,
	const struct structure *);

#endif
