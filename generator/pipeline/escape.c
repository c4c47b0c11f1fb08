#include "pipeline/escape.h"

#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/letters.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"

struct escape {
	const char *from, *to;
	size_t len;		/* of `from` */
};

/* What the table says, and with what its pieces start. */
struct escapes {
	struct escape *list;
	size_t count;
	struct starts starts;
};

/* The text in a child, which belongs to the tree. */
static const char *
text_in(const xmlNode *node, const char *name)
{
	const xmlNode *child = tree_child(node, name);
	const xmlNode *text = child ? child->children : NULL;

	return text && text->type == XML_TEXT_NODE ?
	    (const char *)text->content : "";
}

static void
add(struct escapes *e, const xmlNode *node)
{
	struct escape one;

	if (node->type != XML_ELEMENT_NODE)
		return;
	one.from = text_in(node, "from");
	one.to = text_in(node, "to");
	one.len = strlen(one.from);
	if (!one.len)
		return;
	starts_add(&e->starts, one.from);
	e->list[e->count++] = one;
}

/* The longest that the text starts with; NULL if there is none. */
static const struct escape *
find(const struct escapes *e, const char *text)
{
	const struct escape *found = NULL;

	for (size_t i = 0; i < e->count; i++) {
		const struct escape *one = &e->list[i];

		if (*one->from == *text && (!found || one->len > found->len) &&
		    strncmp(text, one->from, one->len) == 0)
			found = one;
	}
	return found;
}

/* How much of the text starts none. */
static size_t
plain_len(const struct escapes *e, const char *text)
{
	size_t len = 0;

	while (text[len] && !starts_may(&e->starts, text + len))
		len++;
	return len;
}

static void
add_text(struct buf *out, const struct escapes *e, const char *text)
{
	const struct escape *one;

	for (;;) {
		size_t len = plain_len(e, text);

		buf_add(out, text, len);
		text += len;
		if (!*text)
			return;
		one = find(e, text);
		if (one)
			buf_puts(out, one->to);
		else
			buf_putc(out, *text);
		text += one ? one->len : 1;
	}
}

void
escape_text(struct buf *out, const char *text, const xmlNodeSet *table)
{
	struct escapes e = { .count = 0 };
	int count = table ? table->nodeNr : 0;

	e.list = xcalloc((size_t)count + 1, sizeof(*e.list));
	for (int i = 0; i < count; i++)
		add(&e, table->nodeTab[i]);
	add_text(out, &e, text);
	free(e.list);
}
