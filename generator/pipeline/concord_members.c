#include "pipeline/concord_parts.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/tree.h"
#include "util/alloc.h"

/* What elements without an id are known by: up to four attributes. */
static const struct {
	const char *element;
	const char *attributes[4];
} keys[] = {
	{ "day",        { "date" } },
	{ "document",   { "symbol", "url" } },
	{ "part",       { "start" } },
	{ "session",    { "number" } },
	{ "sitting",    { "start", "end", "half", "track" } },
	{ "subsidiary", { "body" } },
	{ "take",       { "item", "through" } },
};

/* An address is not known by itself: it may be another in each language. */
static void
add_key(struct buf *out, const xmlNode *node, const char *attribute)
{
	const char *value = tree_attr(node, attribute);

	if (!value)
		return;
	buf_putc(out, ' ');
	if (strcmp(attribute, "url") == 0)
		concord_address(out, value);
	else
		buf_puts(out, value);
}

int
members_key(struct buf *out, const xmlNode *node)
{
	size_t before = out->len;

	if (tree_attr(node, "id")) {
		buf_puts(out, tree_attr(node, "id"));
		return 1;
	}
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		for (size_t j = 0; j < 4 && keys[i].attributes[j] &&
		    tree_is(node, keys[i].element); j++)
			add_key(out, node, keys[i].attributes[j]);
	return out->len > before;
}

static void
add(struct members *m, const xmlNode *node)
{
	size_t size = grown(m->size, m->count + 1);
	struct buf key = BUF_INIT;
	int known = members_key(&key, node);

	if (size != m->size) {
		m->nodes = xrealloc(m->nodes, size, sizeof(*m->nodes));
		m->entries = xrealloc(m->entries, size, sizeof(*m->entries));
		m->keys = xrealloc(m->keys, size, sizeof(*m->keys));
	}
	m->size = size;
	m->nodes[m->count] = node;
	m->keys[m->count] = known ? buf_detach(&key) : NULL;
	m->entries[m->count] = (struct align_entry){ tree_name(node),
	    m->keys[m->count], 0, ALIGN_NONE };
	m->count++;
	buf_dispose(&key);
}

void
members_read(struct members *m, const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (facts_is_open(n))
			members_read(m, n);
		else if (!facts_is_inline(n))
			add(m, n);
	}
}

void
members_dispose(struct members *m)
{
	for (size_t i = 0; i < m->count; i++)
		free(m->keys[i]);
	free(m->keys);
	free(m->nodes);
	free(m->entries);
	*m = (struct members){ NULL, NULL, NULL, 0, 0 };
}

const xmlNode *
members_parent(const xmlNode *node)
{
	do
		node = node->parent;
	while (facts_is_open(node));
	return node;
}
