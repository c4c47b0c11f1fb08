#ifndef PIPELINE_SHARED_H
#define PIPELINE_SHARED_H

struct _xmlDoc;
struct _xsltTransformContext;

/*
 * What stylesheets read with document(): the words of a language, the names of
 * bodies.  It is the same for all documents, and so is read for the first one
 * and lent to each transformation, along with the tables of its keys.
 */
struct shared;

struct shared *shared_new(void);
void shared_free(struct shared *);

/* Before a transformation, and after it: what it has read is shared then. */
void shared_lend(const struct shared *, struct _xsltTransformContext *);
void shared_take_back(struct shared *, struct _xsltTransformContext *);

#endif
