#ifndef PDF_FACTS_H
#define PDF_FACTS_H

struct attachments;
struct fonts;
struct json_t;
struct metadata;
struct pages;
struct pdf;
struct structure;

/* All that was read of a PDF; parts that could not be read are empty. */
struct read {
	const struct metadata *metadata;
	const struct pages *pages;
	const struct fonts *fonts;
	const struct structure *structure;
	const struct attachments *attachments;
	int outline;		/* rows of it */
};

/* The object that inspect.h describes; the caller drops it. */
struct json_t *facts_of(struct pdf *, const struct read *);

#endif
