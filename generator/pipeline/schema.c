#include "pipeline/schema.h"

#include <libxml/parser.h>
#include <libxml/valid.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pipeline/checker.h"
#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/suggest.h"

static void
schema_error(void *data, xmlError *error)
{
	struct diag *diag = data;

	if (error->level >= XML_ERR_ERROR && !diag->count)
		diag_global(diag, MSG_DATA, "%s:%d: %s",
		    error->file ? error->file : "agenda.dtd", error->line,
		    error->message);
}

/* Compiles each content model once, for all documents. */
static int
build_models(xmlDtd *dtd)
{
	xmlValidCtxt *ctxt = xmlNewValidCtxt();
	int ret = ctxt ? 0 : -1;

	for (xmlNode *n = dtd->children; n && ret == 0; n = n->next) {
		xmlElement *element = (xmlElement *)n;

		if (n->type == XML_ELEMENT_DECL &&
		    element->etype == XML_ELEMENT_TYPE_ELEMENT &&
		    !xmlValidBuildContentModel(ctxt, element))
			ret = -1;
	}
	xmlFreeValidCtxt(ctxt);
	return ret;
}

int
schema_load(struct schema **out, const char *data, struct diag *diag)
{
	char *path = fs_join(data, "xml/agenda.dtd");
	struct diag found = DIAG_INIT;
	xmlDtd *dtd;
	int ret = -1;

	xmlSetStructuredErrorFunc(&found, schema_error);
	dtd = xmlParseDTD(NULL, (const xmlChar *)path);
	if (dtd && !found.count && build_models(dtd) == 0) {
		*out = xcalloc(1, sizeof(**out));
		(*out)->dtd = dtd;
		ret = 0;
	} else {
		diag_global(diag, MSG_DATA, "cannot use '%s': %s", path,
		    found.count ? found.messages[0].text : "it is damaged");
		xmlFreeDtd(dtd);
	}
	xmlSetStructuredErrorFunc(NULL, NULL);
	diag_dispose(&found);
	free(path);
	return ret;
}

void
schema_free(struct schema *schema)
{
	if (!schema)
		return;
	xmlFreeDtd(schema->dtd);
	free(schema);
}

static xmlElement *
find_declaration(const struct checker *c, const char *name)
{
	xmlElement *e = xmlGetDtdElementDesc(c->schema->dtd,
	    (const xmlChar *)name);

	return e && e->etype != XML_ELEMENT_TYPE_UNDEFINED ? e : NULL;
}

/* Nothing else of ours or of libxml2 uses this field while we check. */
void
checker_pass_over(xmlNode *node)
{
	node->psvi = node;
}

int
checker_allows(const xmlElementContent *content, const char *name)
{
	if (!content)
		return 0;
	if (content->type == XML_ELEMENT_CONTENT_ELEMENT)
		return strcmp((const char *)content->name, name) == 0;
	return checker_allows(content->c1, name) ||
	    checker_allows(content->c2, name);
}

/* What was probably meant: one of those that the parent may hold. */
static const char *
meant(const struct checker *c, const xmlNode *node)
{
	const xmlElement *parent = node->parent->type == XML_ELEMENT_NODE ?
	    find_declaration(c, tree_name(node->parent)) : NULL;
	struct suggest s = suggest_new(tree_name(node));

	for (const xmlNode *n = c->schema->dtd->children; n; n = n->next)
		if (n->type == XML_ELEMENT_DECL && (!parent ||
		    checker_allows(parent->content, tree_name(n))))
			suggest_try(&s, tree_name(n));
	return s.best;
}

xmlElement *
checker_declaration(const struct checker *c, int *known, const xmlNode *node)
{
	xmlElement *e = find_declaration(c, tree_name(node));
	const char *other;

	*known = e != NULL;
	if (e)
		return e;
	other = meant(c, node);
	return other ? find_declaration(c, other) : NULL;
}

/* What stands for an element that drafters know from the web. */
static const char *
advice_on(const char *name)
{
	static const struct {
		const char *names[8], *advice;
	} known[] = {
		{ { "b", "strong", "bold", "i", "em", "italic", "u", "font" },
		    "leave the tags out, as looks are made, and the house "
		    "emphasizes nothing by type" },
		{ { "br" }, "start another <p>" },
		{ { "para", "paragraph" }, "write <p>" },
		{ { "ul", "ol" }, "write <list>, with an <li> for each entry" },
		{ { "tr" }, "write <row>" },
		{ { "td", "th" }, "write <cell>" },
		{ { "a" }, "write <url> for an address, <ref> for a part of "
		    "this document" },
		{ { "footnote", "fn" }, "write <note>" },
		{ { "h1", "h2", "h3", "h4" }, "write <section> with its "
		    "<title>" },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		for (int n = 0; n < 8 && known[i].names[n]; n++)
			if (strcasecmp(name, known[i].names[n]) == 0)
				return known[i].advice;
	return NULL;
}

static void
report_unknown(struct checker *c, const xmlNode *node, const xmlElement *meant)
{
	const char *advice = advice_on(tree_name(node));
	struct buf text = BUF_INIT;

	buf_printf(&text, "there is no element <%s>", tree_name(node));
	if (advice)
		buf_printf(&text, ": %s", advice);
	else if (meant)
		buf_printf(&text, "; did you mean <%s>?",
		    (const char *)meant->name);
	c->failed = 1;
	diag_at(c->diag, MSG_ELEMENT, document_place(c->doc, node), "%s",
	    buf_string(&text));
	buf_dispose(&text);
}

static void
check_element(struct checker *c, xmlNode *node)
{
	int known;
	xmlElement *declaration = checker_declaration(c, &known, node);

	/* those below it, and attributes, only follow */
	if (node->nsDef) {
		c->failed = 1;
		diag_at(c->diag, MSG_NAMESPACE, document_place(c->doc, node),
		    "<%s> is in a namespace: leave out its xmlns and prefix",
		    tree_name(node));
	}
	if (!known)
		report_unknown(c, node, declaration);
	if (node->psvi)
		attributes_keep_id(node);
	if (!declaration || node->psvi)
		return;
	attributes_check(c, node, declaration);
	content_check(c, node, declaration);
}

int
schema_check(const struct schema *schema, struct document *doc,
    struct diag *diag)
{
	struct checker c = { .schema = schema, .doc = doc, .diag = diag };
	xmlNode *root = document_root(doc);

	for (xmlNode *n = root; n; n = tree_walk(n, root))
		if (n->type == XML_ELEMENT_NODE)
			check_element(&c, n);
	attributes_check_references(&c);
	free(c.references);
	free(c.accepted);
	return c.failed ? -1 : 0;
}

/* A prefix, as in "xml:lang", does not count. */
static const xmlEnumeration *
choices_of(const xmlElement *element, const char *attribute)
{
	const xmlAttribute *a = element ? element->attributes : NULL;

	while (a && strcmp((const char *)a->name, attribute))
		a = a->nexth;
	return a ? a->tree : NULL;
}

int
schema_check_choice(struct buf *why, const struct schema *schema,
    const char *element, const char *attribute, const char *value)
{
	const xmlEnumeration *choices = choices_of(
	    xmlGetDtdElementDesc(schema->dtd, (const xmlChar *)element),
	    attribute);
	struct suggest s = suggest_new(value);

	for (const xmlEnumeration *c = choices; c; c = c->next) {
		if (strcmp((const char *)c->name, value) == 0)
			return 0;
		suggest_try(&s, (const char *)c->name);
	}
	buf_puts(why, "it must be ");
	checker_add_choices(why, choices);
	if (s.best)
		buf_printf(why, "; did you mean '%s'?", s.best);
	return -1;
}
