#include "pipeline/allowance.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/diag.h"

/* One instruction: what it allows, and from where to where. */
struct allowance {
	unsigned number;
	const char *reason;
	struct place start, end;	/* end.file is NULL: the file's */
};

static int
is_ours(const xmlNode *node)
{
	return node->type == XML_PI_NODE &&
	    strcmp((const char *)node->name, "unagenda") == 0;
}

/* The next instruction in the order of the file; from NULL, the first. */
static const xmlNode *
next_instruction(const struct document *doc, const xmlNode *node)
{
	const xmlNode *tree = (const xmlNode *)document_tree(doc);

	if (!document_has_instructions(doc))
		return NULL;
	do
		node = node ? tree_walk(node, tree) : tree->children;
	while (node && node->type != XML_PI_NODE);
	return node;
}

/* The first element behind the node and all in it; NULL if there is none. */
static const xmlNode *
element_behind(const xmlNode *node)
{
	while (node && node->type == XML_ELEMENT_NODE) {
		const xmlNode *n = node->next;

		while (n && n->type != XML_ELEMENT_NODE)
			n = n->next;
		if (n)
			return n;
		node = node->parent;
	}
	return NULL;
}

/* "allow UNA-0601 reason"; -1 if it is not of that form. */
static int
read_allowance(struct allowance *a, const struct document *doc,
    const xmlNode *node)
{
	const char *text = node->content ? (const char *)node->content : "";
	const xmlNode *behind = element_behind(node->parent);
	char id[16];
	int end = 0;

	if (sscanf(text, "allow %15s %n", id, &end) != 1 || !end || !text[end])
		return -1;
	*a = (struct allowance){
		.number = catalogue_number(id), .reason = text + end
	};
	a->start = node->parent->type == XML_ELEMENT_NODE ?
	    document_place(doc, node->parent) : document_top(doc);
	if (behind)
		a->end = document_place(doc, behind);
	return a->number && catalogue_level(a->number) < LEVEL_ERROR ? 0 : -1;
}

static int
is_before(struct place a, struct place b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static int
allows(const struct allowance *a, const struct message *m)
{
	return m->number == a->number && !is_before(m->place, a->start) &&
	    (!a->end.file || is_before(m->place, a->end));
}

char *
allowance_reason(const struct document *doc, const struct message *m)
{
	const xmlNode *node = NULL;
	struct allowance a;

	while ((node = next_instruction(doc, node)))
		if (is_ours(node) && read_allowance(&a, doc, node) == 0 &&
		    allows(&a, m))
			return xstrdup(a.reason);
	return NULL;
}

static int
is_used(const struct allowance *a, const struct diag *diag, size_t from)
{
	for (size_t i = from; i < diag->count; i++)
		if (allows(a, &diag->messages[i]))
			return 1;
	return 0;
}

/*
 * What TeX says is not known before the page is made, nor what another office
 * asks for that this one does not.
 */
static int
is_of_tex(unsigned number)
{
	return number >= 900 && number < 1000;
}

static int
check(const struct document *doc, const xmlNode *node, struct diag *diag,
    size_t from)
{
	struct place at = document_place(doc, node);
	struct allowance a;

	if (!is_ours(node))
		return node->parent->type != XML_ELEMENT_NODE ? 0 :
		    diag_at(diag, MSG_INSTRUCTION, at, "<?%s ...?> is an "
		    "instruction to another program, and is not printed",
		    (const char *)node->name);
	if (read_allowance(&a, doc, node) < 0)
		return diag_at(diag, MSG_ALLOWANCE, at, "this must be as in "
		    "<?unagenda allow UNA-0601 The reason.?>, with the id of "
		    "a warning or of advice");
	if (is_of_tex(a.number) || catalogue_level(a.number) == LEVEL_OFF ||
	    is_used(&a, diag, from))
		return 0;
	return diag_at(diag, MSG_UNUSED, at, "nothing here is silenced by "
	    "this: there is no message UNA-%04u in its element", a.number);
}

int
allowance_check(const struct document *doc, struct diag *diag, size_t from)
{
	const xmlNode *node = NULL;
	int ret = 0;

	while ((node = next_instruction(doc, node)))
		ret |= check(doc, node, diag, from);
	return ret;
}
