#ifndef PDF_INSPECT_H
#define PDF_INSPECT_H

#include "util/buf.h"
#include "util/catalogue.h"

struct diag;
struct isolate;
struct json_t;
struct zygote;

/* No PDF of ours is near this. */
enum { PDF_LARGEST = 256 * 1024 * 1024 };

enum inspect_depth {
	INSPECT_FILES,		/* what is inside, and what it says of itself */
	INSPECT_ALL		/* pages and tags too */
};

/* What a PDF is. */
struct inspection {
	/*
	 * An object of these members, all of them there, null if not known:
	 * "title", "symbol", "language", "originalLanguage", "date",
	 * "distribution", "jobNumber", "status", "producer", "version",
	 * "pages", "tagged", "outline" (its rows), "conformance" (an array of
	 * claims), "elements" (numbers by type), "fonts" (of "name",
	 * "embedded", "unicode"), "attachments" (of "name", "type",
	 * "relationship", "size"), "contents" (the object that holds the
	 * content of each page), "faults" (of "number", "page", 0 for
	 * none, and "text").
	 */
	struct json_t *facts;
	char *source_name;	/* as the PDF calls it; may be "" */
	struct buf source;	/* the drafter's file; empty: none inside */
	struct buf manifest;
};

/*
 * Reads a PDF in a confined child (engine/isolate.h).  -1 if it cannot be
 * read, after a message which names the file.  What is wrong with a PDF that
 * can be read is told in its facts only.
 */
int inspect(struct inspection *, const char *file, const struct buf *pdf,
	enum inspect_depth, struct diag *);
void inspection_dispose(struct inspection *);

/*
 * The same in two halves: while the child reads, there is time for something
 * else, until its descriptor becomes readable.  The PDF may go after the first.
 * The child comes from the zygote (engine/zygote.h), which may be NULL.
 * NULL with errno set: it cannot be run, as inspect_finish then says.
 */
struct isolate *inspect_start(struct zygote *, const struct buf *pdf,
	enum inspect_depth);
int inspect_finish(struct inspection *, const char *file, struct isolate *,
	struct diag *);

/* The text of a fact; NULL if it is not known. */
const char *inspection_text(const struct inspection *, const char *key);

/*
 * Each fault whose message is one of these, both included, becomes a message
 * about the file.  -1 if there is one.
 */
int inspection_tell(const struct inspection *, const char *file,
	enum message_id first, enum message_id last, struct diag *);

/* The page whose content an object holds; 0 if it is none of those. */
int inspection_page(const struct inspection *, long object);

#endif
