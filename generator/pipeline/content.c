#include <libxml/parser.h>
#include <libxml/valid.h>
#include <libxml/xmlregexp.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/checker.h"
#include "pipeline/document.h"
#include "pipeline/textplace.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"

/* More alternatives than this make no readable message. */
enum { MOST_EXPECTED = 16 };

/* The content model of one element, and how far its children fit. */
struct matcher {
	struct checker *c;
	const xmlNode *parent;
	const xmlElementContent *content;
	xmlRegexp *model;
	xmlRegExecCtxt *exec;
	size_t accepted;	/* names in c->accepted */
	int unknown;		/* what may be any element, and is reported */
	const char *awaited;	/* an element that stands too late */
};

static void
restart(struct matcher *m)
{
	xmlRegFreeExecCtxt(m->exec);
	m->exec = xmlRegNewExecCtxt(m->model, NULL, NULL);
	for (size_t i = 0; i < m->accepted; i++)
		xmlRegExecPushString(m->exec,
		    (const xmlChar *)m->c->accepted[i], NULL);
}

/* Whether the name may come next; if not, nothing has changed. */
static int
accept(struct matcher *m, const char *name)
{
	struct checker *c = m->c;
	size_t size;

	if (xmlRegExecPushString(m->exec, (const xmlChar *)name, NULL) < 0) {
		restart(m);
		return 0;
	}
	size = grown(c->accepted_size, m->accepted + 1);
	if (size != c->accepted_size)
		c->accepted = xrealloc(c->accepted, size,
		    sizeof(*c->accepted));
	c->accepted_size = size;
	c->accepted[m->accepted++] = name;
	return 1;
}

static void
take_back(struct matcher *m)
{
	m->accepted--;
	restart(m);
}

/* What may come next, and whether the end may. */
static int
expected(struct matcher *m, xmlChar *names[MOST_EXPECTED], int *may_end)
{
	int count = MOST_EXPECTED, others = 0;

	if (xmlRegExecNextValues(m->exec, &count, &others, names, may_end) < 0)
		return 0;
	return count;
}

static void
add_names(struct buf *text, xmlChar *names[], int count)
{
	for (int i = 0; i < count; i++)
		buf_printf(text, "<%s>%s", (const char *)names[i],
		    i + 1 == count ? "" : i + 2 == count ? " or " : ", ");
}

/*
 * Whether the child fits once one of the expected elements is there: then
 * that one was left out.  It is accepted, and named.
 */
static const char *
left_out(struct matcher *m, const char *child)
{
	xmlChar *names[MOST_EXPECTED];
	int may_end, count = expected(m, names, &may_end);

	for (int i = 0; i < count; i++) {
		const char *name = (const char *)names[i];

		if (!accept(m, name))
			continue;
		if (accept(m, child))
			return name;
		take_back(m);
	}
	return NULL;
}

/* Whether the element that is missing comes only after the child. */
static int
comes_later(const xmlNode *child, const char *name)
{
	const xmlNode *n = child->next;

	while (n && !tree_is(n, name))
		n = n->next;
	return n != NULL;
}

static void
report_left_out(struct matcher *m, const xmlNode *child, const char *missing)
{
	struct place at = document_place(m->c->doc, child);

	if (m->unknown) {
		m->unknown--;	/* it was that one */
		return;
	}
	m->c->failed = 1;
	if (comes_later(child, missing)) {
		m->awaited = missing;
		diag_at(m->c->diag, MSG_MISPLACED, at,
		    "<%s> cannot stand here, before <%s>", tree_name(child),
		    missing);
	} else {
		diag_at(m->c->diag, MSG_LACKING, at,
		    "<%s> is missing here, before <%s>", missing,
		    tree_name(child));
	}
}

static void
report_misplaced(struct matcher *m, const xmlNode *child)
{
	xmlChar *names[MOST_EXPECTED];
	struct buf text = BUF_INIT;
	int may_end, count = expected(m, names, &may_end);

	buf_printf(&text, "<%s> cannot stand here in <%s>", tree_name(child),
	    tree_name(m->parent));
	if (count) {
		buf_puts(&text, ", but only ");
		add_names(&text, names, count);
	}
	diag_at(m->c->diag, MSG_MISPLACED, document_place(m->c->doc, child),
	    "%s", buf_string(&text));
	m->c->failed = 1;
	buf_dispose(&text);
}

/* What fits nowhere in the parent may be any element, under a wrong name. */
static void
match_misplaced(struct matcher *m, xmlNode *child)
{
	report_misplaced(m, child);
	if (checker_allows(m->content, tree_name(child)))
		return;
	m->unknown++;
	checker_pass_over(child);
}

static void
match_child(struct matcher *m, xmlNode *child)
{
	int known;
	const xmlElement *e = checker_declaration(m->c, &known, child);
	const char *name, *missing;

	if (!e) {
		m->unknown++;
		return;
	}
	name = (const char *)e->name;
	if (accept(m, name))
		return;
	missing = left_out(m, name);
	if (missing)
		report_left_out(m, child, missing);
	else if (m->awaited && strcmp(m->awaited, name) == 0)
		m->awaited = NULL;
	else if (known)
		match_misplaced(m, child);
}

/* Whether nothing more is needed once the name is there. */
static int
completes(struct matcher *m, const char *name)
{
	xmlChar *names[MOST_EXPECTED];
	int may_end = 0;

	if (!accept(m, name))
		return 0;
	expected(m, names, &may_end);
	take_back(m);
	return may_end;
}

/* Of what may come next, only what is needed, if that is known. */
static int
needed(struct matcher *m, xmlChar *names[], int count)
{
	int kept = 0;

	for (int i = 0; i < count; i++) {
		xmlChar *name = names[i];

		if (!completes(m, (const char *)name))
			continue;
		names[i] = names[kept];
		names[kept++] = name;
	}
	return kept ? kept : count;
}

static void
match_end(struct matcher *m)
{
	xmlChar *names[MOST_EXPECTED];
	struct buf text = BUF_INIT;
	int may_end = 0, count = expected(m, names, &may_end);

	if (may_end || m->unknown || !count)
		return;
	count = needed(m, names, count);
	buf_printf(&text, "<%s> lacks ", tree_name(m->parent));
	add_names(&text, names, count);
	m->c->failed = 1;
	diag_at(m->c->diag, MSG_LACKING, document_place(m->c->doc, m->parent),
	    "%s", buf_string(&text));
	buf_dispose(&text);
}

/* `unknown` children are known of already. */
static void
check_model(struct checker *c, xmlNode *node, const xmlElement *element,
    int unknown)
{
	struct matcher m = {
		.c = c, .parent = node, .content = element->content,
		.model = element->contModel, .unknown = unknown
	};

	restart(&m);
	for (xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			match_child(&m, n);
	match_end(&m);
	xmlRegFreeExecCtxt(m.exec);
}

/* For elements that hold text, and for those that hold nothing. */
static void
check_children(struct checker *c, xmlNode *node, const xmlElement *element)
{
	for (xmlNode *n = node->children; n; n = n->next) {
		const xmlElement *e;
		int known;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		e = checker_declaration(c, &known, n);
		if (!known || checker_allows(element->content,
		    (const char *)e->name))
			continue;
		c->failed = 1;
		diag_at(c->diag, MSG_MISPLACED, document_place(c->doc, n),
		    "<%s> cannot stand in <%s>", tree_name(n),
		    tree_name(node));
		checker_pass_over(n);
	}
}

/* The first words of a text, cut between characters. */
static int
excerpt_len(const char *text)
{
	size_t len = strcspn(text, "\r\n");

	if (len > 32)
		for (len = 32; ((unsigned char)text[len] & 0xc0) == 0x80;)
			len--;
	return (int)len;
}

/* The first text in it that is not blank; NULL if there is none. */
static const xmlNode *
find_text(const xmlNode *node)
{
	const xmlNode *n = node->children;

	while (n && (n->type != XML_TEXT_NODE ||
	    tree_is_blank((const char *)n->content)))
		n = n->next;
	return n;
}

static void
report_text(struct checker *c, const xmlNode *node, const xmlElement *element,
    const xmlNode *text)
{
	const char *words = (const char *)text->content;
	size_t blank = strspn(words, " \t\r\n");

	words += blank;
	c->failed = 1;
	diag_at(c->diag, MSG_TEXT, textplace(c->doc, text, blank),
	    "text cannot stand directly in <%s>%s: '%.*s'", tree_name(node),
	    checker_allows(element->content, "p") ? ", but in a <p> in it" : "",
	    excerpt_len(words), words);
}

void
content_check(struct checker *c, xmlNode *node, xmlElement *element)
{
	const xmlNode *text = element->etype == XML_ELEMENT_TYPE_MIXED ?
	    NULL : find_text(node);

	if (text)
		report_text(c, node, element, text);
	if (element->etype == XML_ELEMENT_TYPE_ELEMENT)
		check_model(c, node, element, text != NULL);
	else
		check_children(c, node, element);
}
