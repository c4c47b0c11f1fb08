#include "pipeline/tree.h"

#include <libxml/valid.h>
#include <stdint.h>
#include <string.h>

#include "util/buf.h"

static const char white[] = " \t\r\n";

const char *
tree_name(const xmlNode *node)
{
	return (const char *)node->name;
}

int
tree_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE &&
	    strcmp(tree_name(node), name) == 0;
}

const char *
tree_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = node->properties;

	while (attr && strcmp((const char *)attr->name, name))
		attr = attr->next;
	if (!attr)
		return NULL;
	return attr->children ? (const char *)attr->children->content : "";
}

int
tree_attr_is(const xmlNode *node, const char *name, const char *value)
{
	const char *given = tree_attr(node, name);

	return given && strcmp(given, value) == 0;
}

xmlNode *
tree_by_id(const xmlNode *node, const char *id)
{
	const xmlAttr *attr = id ?
	    xmlGetID(node->doc, (const xmlChar *)id) : NULL;

	return attr ? attr->parent : NULL;
}

/* The number that document.c gave it. */
size_t
tree_order(const xmlNode *node)
{
	return (size_t)(uintptr_t)node->_private;
}

static xmlNode *
find_from(xmlNode *node, const char *name)
{
	while (node && !tree_is(node, name))
		node = node->next;
	return node;
}

xmlNode *
tree_child(const xmlNode *node, const char *name)
{
	return find_from(node->children, name);
}

xmlNode *
tree_next(const xmlNode *node, const char *name)
{
	return find_from(node->next, name);
}

xmlNode *
tree_walk(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

/* A gap is written once something follows it, and never at the start. */
static void
add_words(struct buf *b, const char *text, int *gap)
{
	size_t len;

	for (; *text; text += len) {
		len = strspn(text, white);
		*gap |= len > 0;
		text += len;
		len = strcspn(text, white);
		if (len && *gap && b->len)
			buf_putc(b, ' ');
		if (len)
			*gap = 0;
		buf_add(b, text, len);
	}
}

static void
add_text(struct buf *b, const xmlNode *node, const char *skip, int *gap)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			add_words(b, (const char *)n->content, gap);
		else if (!skip || !tree_is(n, skip))
			add_text(b, n, skip, gap);
	}
}

void
tree_text(struct buf *b, const xmlNode *node, const char *skip)
{
	int gap = 0;

	add_text(b, node, skip, &gap);
}

int
tree_is_blank(const char *text)
{
	return text[strspn(text, white)] == '\0';
}
