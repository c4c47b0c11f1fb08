#ifndef PDF_ATTACHMENTS_H
#define PDF_ATTACHMENTS_H

#include "pdf/pdf.h"
#include "util/buf.h"

struct json_t;
struct metadata;

/* A file inside. */
struct attachment {
	const char *name;		/* as it is called in the PDF; "" */
	const char *relationship;	/* "Source", "Supplement"; "" */
	const char *type;		/* "application/xml"; "" */
	struct buf bytes;
};

struct attachments {
	struct attachment *list;
	size_t count, size;
};

/*
 * Reads all files inside, and tells of those whose entries are not right.
 * What PDF/A-3 calls associated (AF) is there, in the names of embedded files
 * (EmbeddedFiles) too.
 */
void attachments_read(struct attachments *, struct pdf *);
void attachments_dispose(struct attachments *);

/* The drafter's file and the manifest; NULL when not inside, or several. */
const struct attachment *attachments_source(const struct attachments *);
const struct attachment *attachments_manifest(const struct attachments *);

/* Whether the source and the manifest belong to the document. */
void source_belongs(struct pdf *, const struct attachments *,
	const struct metadata *);

#endif
