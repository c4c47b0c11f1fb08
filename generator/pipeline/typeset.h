#ifndef PIPELINE_TYPESET_H
#define PIPELINE_TYPESET_H

struct buf;
struct diag;
struct document;
struct engine_pool;
struct engine_result;
struct site;

struct typeset_options {
	const char *keep;	/* keep work folders in here; or NULL */
	unsigned time_limit;	/* seconds for one run of TeX */
};

/* What TeX is to set, and what the class attaches to the PDF.  Borrowed. */
struct typeset_text {
	const char *name;	/* of the files, without an ending */
	const struct buf *tex, *manifest;
};

/* A document on its way through TeX, with its work folder. */
struct typeset;

/*
 * Hands a document's TeX to the engines, as a job with that payload: what
 * engine_wait then returns with it is for typeset_finish.  The document and the
 * options are borrowed until then.  NULL after a message.
 */
struct typeset *typeset_start(struct engine_pool *, const struct site *,
	const struct document *, const struct typeset_text *,
	const struct typeset_options *, void *payload, struct diag *);

/*
 * Adds the PDF that TeX has made, of so many pages (0: it does not tell), and
 * frees.  What TeX complains of becomes messages at the drafter's places; with
 * an error among them there is no PDF, and -1.
 */
int typeset_finish(struct buf *pdf, unsigned *pages, struct typeset *,
	const struct engine_result *, struct diag *);

/* Frees one whose job has ended with the others: after an interrupt. */
void typeset_drop(struct typeset *);

#endif
