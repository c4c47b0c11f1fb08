#ifndef PIPELINE_EXPLAIN_H
#define PIPELINE_EXPLAIN_H

struct buf;
struct diag;
struct explain;

/*
 * What drafters are told of each message about a document: why it is given,
 * where the rule comes from, a wrong and a right sample.  Read from
 * xml/catalogue/messages.xml below the data root.
 */
int explain_load(struct explain **, const char *data, struct diag *);
void explain_free(struct explain *);

/* Adds what is known of one message, as text; all have a title at least. */
void explain_message(struct buf *, const struct explain *, unsigned number);

/* Adds all of it by topic, as a page in Markdown. */
void explain_page(struct buf *, const struct explain *);

#endif
