#include "pipeline/claims.h"

#include <search.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"

struct claims {
	void *tree;		/* of tsearch() */
};

struct claim {
	char *path;
	const char *from;
};

static int
compare(const void *left, const void *right)
{
	const struct claim *a = left, *b = right;

	return strcmp(a->path, b->path);
}

static void
free_claim(void *payload)
{
	struct claim *claim = payload;

	free(claim->path);
	free(claim);
}

struct claims *
claims_new(void)
{
	return xcalloc(1, sizeof(struct claims));
}

void
claims_free(struct claims *c)
{
	if (!c)
		return;
	tdestroy(c->tree, free_claim);
	free(c);
}

const char *
claims_take(struct claims *c, const char *path, const char *from)
{
	struct claim *claim = xcalloc(1, sizeof(*claim)), **found;

	claim->path = xstrdup(path);
	claim->from = from;
	found = tsearch(claim, &c->tree, compare);
	if (!found)
		alloc_failed();
	if (*found == claim)
		return NULL;
	free_claim(claim);
	return strcmp((*found)->from, from) ? (*found)->from : NULL;
}

const char *
claims_owner(const struct claims *c, const char *path)
{
	struct claim wanted = { (char *)(void *)(uintptr_t)path, NULL };
	struct claim *const *found = tfind(&wanted, &c->tree, compare);

	return found ? (*found)->from : NULL;
}

/* What a walk through the tree looks for, and has found. */
struct search {
	const char *from;
	struct claim *found;
};

static void
look(const void *node, VISIT visit, void *payload)
{
	struct claim *const *claim = node;
	struct search *s = payload;

	if ((visit == postorder || visit == leaf) &&
	    strcmp((*claim)->from, s->from) == 0)
		s->found = *claim;
}

void
claims_drop(struct claims *c, const char *from)
{
	struct search s = { from, NULL };

	for (twalk_r(c->tree, look, &s); s.found;
	    twalk_r(c->tree, look, &s)) {
		tdelete(s.found, &c->tree, compare);
		free_claim(s.found);
		s.found = NULL;
	}
}
