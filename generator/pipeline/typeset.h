#ifndef PIPELINE_TYPESET_H
#define PIPELINE_TYPESET_H

struct buf;
struct diag;
struct document;
struct site;

struct typeset_options {
	const char *keep;	/* keep work folders in here; or NULL */
	unsigned time_limit;	/* seconds for one run of TeX */
};

/*
 * Adds the PDF that TeX makes of a document's TeX, and puts the document's
 * source and its manifest into it.  What TeX complains of becomes messages at
 * the drafter's places; with an error among them there is no PDF, and -1.
 */
int typeset_run(struct buf *pdf, const struct site *, const struct document *,
	const char *name, const struct buf *tex, const struct buf *manifest,
	const struct typeset_options *, struct diag *);

#endif
