#ifndef PIPELINE_DOCUMENT_H
#define PIPELINE_DOCUMENT_H

#include <stddef.h>

struct _xmlDoc;
struct _xmlNode;
struct buf;
struct cursor;
struct diag;
struct document;
struct place;

/* The elements that a document can be; ends with NULL. */
extern const char *const document_roots[];

/*
 * Reads and parses a file, gzipped or not.  Nothing but the file is read: no
 * DTD, no entity, no network.  On success it is well-formed, in UTF-8, and
 * its root is of a kind we know; else -1, after one message.
 *
 * The document keeps `path`, which must outlive it, as do its messages.
 */
int document_load(struct document **, const char *path, struct diag *);

/* The same of bytes that it takes over; messages call them by the path. */
int document_read(struct document **, const char *path, struct buf *,
	struct diag *);
/* Whether its root is one of document_roots.  -1, after a message, if not. */
int document_check_root(const struct document *, struct diag *);

void document_free(struct document *);

const char *document_path(const struct document *);

/* The tree, which belongs to the document. */
struct _xmlDoc *document_tree(const struct document *);
struct _xmlNode *document_root(const struct document *);

/* Whether it has instructions to programs, <?...?>. */
int document_has_instructions(const struct document *);

/* The file's text, unpacked, which belongs to the document. */
const char *document_text(const struct document *);

/* Bytes of the text: from the first to just behind the last. */
struct span {
	size_t start, end;
};

/* Where an element's tag starts, as a cursor that can move on. */
struct cursor document_cursor(const struct document *,
	const struct _xmlNode *);

/* Where an element's tag starts in the text. */
size_t document_offset(const struct document *, const struct _xmlNode *);

/*
 * Where the value of an attribute stands in the text, without its quotation
 * marks; -1 when it is not written there.  Named as it is typed: "xml:lang".
 */
int document_value(struct span *, const struct document *,
	const struct _xmlNode *, const char *name);

/*
 * Finds a tag with more attributes than can be meant: the parser compares each
 * with all others, as do we.  0 if there is none.
 */
int document_crowded_tag(size_t *offset, const char *text);

/* The first place of the file. */
struct place document_top(const struct document *);

/* Where the tag of the node's element starts. */
struct place document_place(const struct document *, const struct _xmlNode *);

/* Where an attribute stands, named as it is typed: "symbol", "xml:lang". */
struct place document_place_attr(const struct document *,
	const struct _xmlNode *, const char *name);

#endif
