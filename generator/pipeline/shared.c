#include "pipeline/shared.h"

#include <libxslt/documents.h>
#include <libxslt/keys.h>
#include <libxslt/xsltInternals.h>
#include <stdlib.h>

#include "util/alloc.h"

/* One of them, with what libxslt knows of it between two transformations. */
struct lent {
	struct lent *next;
	xmlDoc *doc;
	void *keys;
	int keys_computed;
};

struct shared {
	struct lent *first;
};

struct shared *
shared_new(void)
{
	return xcalloc(1, sizeof(struct shared));
}

/* libxslt's own way to give keys back takes its own struct. */
static void
free_keys(struct lent *l)
{
	xsltDocument document = { .keys = l->keys };

	xsltFreeDocumentKeys(&document);
}

void
shared_free(struct shared *s)
{
	struct lent *l;

	if (!s)
		return;
	while ((l = s->first)) {
		s->first = l->next;
		free_keys(l);
		xmlFreeDoc(l->doc);
		free(l);
	}
	free(s);
}

void
shared_lend(const struct shared *s, xsltTransformContext *ctxt)
{
	for (const struct lent *l = s->first; l; l = l->next) {
		xsltDocument *d = xsltNewDocument(ctxt, l->doc);

		if (!d)
			continue;	/* it will be read again */
		d->main = 1;		/* as the draft is: not freed with it */
		d->keys = l->keys;
		d->nbKeysComputed = l->keys_computed;
	}
}

static struct lent *
find(const struct shared *s, const xmlDoc *doc)
{
	struct lent *l = s->first;

	while (l && l->doc != doc)
		l = l->next;
	return l;
}

static struct lent *
add(struct shared *s, xmlDoc *doc)
{
	struct lent *l = xcalloc(1, sizeof(*l));

	l->doc = doc;
	l->next = s->first;
	s->first = l;
	return l;
}

void
shared_take_back(struct shared *s, xsltTransformContext *ctxt)
{
	for (xsltDocument *d = ctxt->docList; d; d = d->next) {
		struct lent *l = find(s, d->doc);

		if (!l && !d->main)
			l = add(s, d->doc);
		if (!l)
			continue;	/* the draft itself */
		l->keys = d->keys;
		l->keys_computed = d->nbKeysComputed;
		d->keys = NULL;
		d->main = 1;
	}
}
