#include "pipeline/concord_parts.h"

#include <stdlib.h>

#include "pipeline/tree.h"
#include "util/alloc.h"

/* FNV-1a, of 64 bits. */
uint64_t
print_start(void)
{
	return 14695981039346656037u;
}

static uint64_t
add_byte(uint64_t print, unsigned char byte)
{
	return (print ^ byte) * 1099511628211u;
}

uint64_t
print_add(uint64_t print, const char *text)
{
	do
		print = add_byte(print, (unsigned char)*text);
	while (*text++);
	return print;
}

static uint64_t
add_print(uint64_t print, uint64_t other)
{
	for (int i = 0; i < 8; i++, other >>= 8)
		print = add_byte(print, (unsigned char)other);
	return print;
}

uint64_t
concord_print(const struct version *v, const xmlNode *node)
{
	return v->prints[tree_order(node)];
}

/* The notes of a text may stand in any order, as its words do. */
static uint64_t
members_print(struct version *v, const xmlNode *node)
{
	struct members members = { NULL, NULL, NULL, 0, 0 };
	uint64_t print = print_start(), notes = 0;

	members_read(&members, node);
	for (size_t i = 0; i < members.count; i++) {
		if (tree_is(members.nodes[i], "note"))
			notes += concord_print(v, members.nodes[i]);
		else
			print = add_print(print,
			    concord_print(v, members.nodes[i]));
	}
	members_dispose(&members);
	return add_print(print, notes);
}

static void
print_element(struct version *v, const xmlNode *node)
{
	struct facts facts = { .count = 0 };
	uint64_t print = print_add(print_start(), tree_name(node));

	facts_read(&facts, node, v->language);
	print = add_print(print, concord_attributes_print(node));
	print = add_print(print, facts_print(&facts));
	print = add_print(print, members_print(v, node));
	v->prints[tree_order(node)] = print;
	facts_dispose(&facts);
}

void
concord_prints(struct version *v)
{
	const xmlNode **nodes, *n;
	size_t count = 0, i = 0;

	for (n = v->root; n; n = tree_walk(n, v->root))
		count += n->type == XML_ELEMENT_NODE;
	/* tree_order is from 1 */
	v->prints = xcalloc(count + 1, sizeof(*v->prints));
	nodes = xcalloc(count + 1, sizeof(*nodes));
	for (n = v->root; n; n = tree_walk(n, v->root))
		if (n->type == XML_ELEMENT_NODE)
			nodes[i++] = n;
	/* what stands in an element comes behind it, and is needed first */
	while (i-- > 0)
		if (!facts_is_inline(nodes[i]))
			print_element(v, nodes[i]);
	free(nodes);
}
