#ifndef PIPELINE_VERIFY_H
#define PIPELINE_VERIFY_H

struct buf;
struct diag;
struct inspection;
struct pipeline;
struct typeset_options;
struct verifier;

/*
 * Bytes that may be inside, of the source and of the manifest.  The source of a
 * hundred pages holds a third of a MiB, a manifest some 10 KiB.
 */
enum { VERIFY_SOURCE = 4 * 1024 * 1024, VERIFY_MANIFEST = 64 * 1024 };

/* Makes PDFs again; of copies of one document, only once.  All is borrowed. */
struct verifier *verifier_new(struct pipeline *,
	const struct typeset_options *);
void verifier_free(struct verifier *);

/*
 * Makes a PDF again from the source inside, and holds the two against each
 * other.  0 if all bytes are the same; else -1, after messages which say what
 * differs and why.
 */
int verify(struct verifier *, const char *file, const struct buf *pdf,
	struct diag *);

/*
 * Where the bytes of a PDF first differ from those that were made: adds "at
 * byte 1234, on page 2" and returns -1, or 0 if they are the same.
 */
int verify_compare(struct buf *, const struct buf *pdf,
	const struct buf *made, const struct inspection *of_made);

/*
 * Says which lines of two manifests differ, one message for each program and
 * file.  -1 if any does.
 */
int verify_manifests(const char *file, const struct buf *given,
	const struct buf *made, struct diag *);

#endif
