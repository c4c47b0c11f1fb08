#include <libxml/parser.h>
#include <libxml/valid.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/checker.h"
#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/suggest.h"

/* More attributes than these help nobody who has misspelt one. */
enum { MOST_LISTED = 6 };

/* A name as a drafter types it: "xml:lang". */
struct typed {
	char name[128];
};

static struct typed
typed(const xmlChar *prefix, const xmlChar *name)
{
	struct typed t;

	snprintf(t.name, sizeof(t.name), "%s%s%s",
	    prefix ? (const char *)prefix : "", prefix ? ":" : "",
	    (const char *)name);
	return t;
}

static struct typed
typed_attr(const xmlAttr *attr)
{
	return typed(attr->ns ? attr->ns->prefix : NULL, attr->name);
}

static struct typed
typed_declared(const xmlAttribute *declared)
{
	return typed(declared->prefix, declared->name);
}

static void
report(struct checker *c, enum message_id id, const xmlAttr *attr,
    const char *text)
{
	c->failed = 1;
	diag_at(c->diag, id, document_place_attr(c->doc, attr->parent,
	    typed_attr(attr).name), "%s", text);
}

static const char *
value_of(const xmlAttr *attr)
{
	return attr->children ? (const char *)attr->children->content : "";
}

static const xmlAttribute *
declaration_of(const xmlElement *element, const xmlAttr *attr)
{
	const xmlAttribute *a = element->attributes;

	while (a && (!xmlStrEqual(a->name, attr->name) ||
	    !xmlStrEqual(a->prefix, attr->ns ? attr->ns->prefix : NULL)))
		a = a->nexth;
	return a;
}

static const xmlAttr *
find(const xmlNode *node, const xmlAttribute *declared)
{
	const xmlAttr *a = node->properties;

	while (a && (!xmlStrEqual(a->name, declared->name) ||
	    !xmlStrEqual(a->ns ? a->ns->prefix : NULL, declared->prefix)))
		a = a->next;
	return a;
}

/* What an undeclared attribute was probably meant to be; NULL if unclear. */
static const xmlAttribute *
meant(const xmlElement *element, const xmlAttr *attr)
{
	struct suggest s = suggest_new((const char *)attr->name);
	const xmlAttribute *a;

	for (a = element->attributes; a; a = a->nexth)
		suggest_try(&s, (const char *)a->name);
	for (a = element->attributes; a && s.best; a = a->nexth)
		if ((const char *)a->name == s.best)
			return a;
	return NULL;
}

/* Which ones there are, where these are few. */
static void
add_known(struct buf *text, const xmlElement *element)
{
	const xmlAttribute *a = element->attributes;
	const char *before = "; it can have ";
	int count = 0;

	for (; a; a = a->nexth)
		count++;
	if (!count)
		buf_puts(text, "; it has none");
	for (a = element->attributes; a && count <= MOST_LISTED; a = a->nexth) {
		buf_printf(text, "%s'%s'", before, typed_declared(a).name);
		before = a->nexth && !a->nexth->nexth ? " or " : ", ";
	}
}

static void
report_unknown(struct checker *c, const xmlElement *element,
    const xmlAttr *attr)
{
	const xmlAttribute *other = meant(element, attr);
	struct buf text = BUF_INIT;

	/* the element that declares its namespace is reported */
	if (attr->ns && !xmlStrEqual(attr->ns->prefix, BAD_CAST "xml"))
		return;
	buf_printf(&text, "<%s> has no attribute '%s'",
	    (const char *)element->name, typed_attr(attr).name);
	if (other)
		buf_printf(&text, "; did you mean '%s'?",
		    typed_declared(other).name);
	else
		add_known(&text, element);
	report(c, MSG_ATTRIBUTE, attr, buf_string(&text));
	buf_dispose(&text);
}

void
checker_add_choices(struct buf *text, const xmlEnumeration *choice)
{
	for (; choice; choice = choice->next)
		buf_printf(text, "'%s'%s", (const char *)choice->name,
		    !choice->next ? "" : choice->next->next ? ", " : " or ");
}

static void
check_choice(struct checker *c, const xmlAttribute *declared,
    const xmlAttr *attr)
{
	const xmlEnumeration *choice = declared->tree;
	struct buf text = BUF_INIT;

	while (choice && strcmp((const char *)choice->name, value_of(attr)))
		choice = choice->next;
	if (choice)
		return;
	buf_printf(&text, "'%s' is none of the values of '%s': it must be ",
	    value_of(attr), typed_attr(attr).name);
	checker_add_choices(&text, declared->tree);
	report(c, MSG_CHOICE, attr, buf_string(&text));
	buf_dispose(&text);
}

static void
check_id(struct checker *c, xmlAttr *attr)
{
	const xmlChar *value = (const xmlChar *)value_of(attr);
	struct buf text = BUF_INIT;
	struct place first;

	if (xmlValidateNCName(value, 0) != 0) {
		buf_printf(&text, "'%s' cannot be an id: it must start with "
		    "a letter and hold letters, digits, '.', '-' and '_' only",
		    value_of(attr));
		report(c, MSG_VALUE, attr, buf_string(&text));
	} else if (!xmlAddID(NULL, document_tree(c->doc), value, attr)) {
		first = document_place(c->doc, xmlGetID(document_tree(c->doc),
		    value)->parent);
		buf_printf(&text, "the id '%s' is already that of the "
		    "element at %u:%u", value_of(attr), first.line,
		    first.column);
		report(c, MSG_SAME_ID, attr, buf_string(&text));
	}
	buf_dispose(&text);
}

static void
remember_reference(struct checker *c, xmlAttr *attr)
{
	size_t size = grown(c->reference_size, c->reference_count + 1);

	if (size != c->reference_size)
		c->references = xrealloc(c->references, size,
		    sizeof(*c->references));
	c->reference_size = size;
	c->references[c->reference_count++] = attr;
}

static void
check_tokens(struct checker *c, const xmlAttr *attr, int one)
{
	const xmlChar *value = (const xmlChar *)value_of(attr);
	struct buf text = BUF_INIT;

	if ((one ? xmlValidateNMToken(value, 1) :
	    !xmlValidateNmtokensValue(value)) == 0)
		return;
	buf_printf(&text, "'%s' cannot be the value of '%s': it must be "
	    "letters, digits, '.', '-' and '_' only", value_of(attr),
	    (const char *)attr->name);
	report(c, MSG_VALUE, attr, buf_string(&text));
	buf_dispose(&text);
}

static void
check_value(struct checker *c, const xmlAttribute *declared, xmlAttr *attr)
{
	switch (declared->atype) {
	case XML_ATTRIBUTE_ENUMERATION:
		check_choice(c, declared, attr);
		break;
	case XML_ATTRIBUTE_ID:
		check_id(c, attr);
		break;
	case XML_ATTRIBUTE_IDREF:
	case XML_ATTRIBUTE_IDREFS:
		remember_reference(c, attr);
		break;
	case XML_ATTRIBUTE_NMTOKEN:
		check_tokens(c, attr, 1);
		break;
	case XML_ATTRIBUTE_NMTOKENS:
		check_tokens(c, attr, 0);
		break;
	default:
		break;
	}
}

/* A misspelt attribute is reported as such, and not as missing too. */
static int
is_misspelt(const xmlNode *node, const xmlElement *element,
    const xmlAttribute *declared)
{
	const xmlAttr *a = node->properties;

	while (a && (declaration_of(element, a) ||
	    meant(element, a) != declared))
		a = a->next;
	return a != NULL;
}

static void
report_missing(struct checker *c, const xmlNode *node,
    const xmlAttribute *declared)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "<%s> must have the attribute '%s'",
	    tree_name(node), typed_declared(declared).name);
	if (declared->atype == XML_ATTRIBUTE_ENUMERATION) {
		buf_puts(&text, ": ");
		checker_add_choices(&text, declared->tree);
	}
	c->failed = 1;
	diag_at(c->diag, MSG_NO_ATTRIBUTE, document_place(c->doc, node),
	    "%s", buf_string(&text));
	buf_dispose(&text);
}

static void
add_default(xmlNode *node, const xmlAttribute *declared)
{
	xmlNs *ns = declared->prefix ?
	    xmlSearchNs(node->doc, node, declared->prefix) : NULL;

	xmlNewNsProp(node, ns, declared->name, declared->defaultValue);
}

void
attributes_check(struct checker *c, xmlNode *node, xmlElement *element)
{
	const xmlAttribute *declared;

	for (xmlAttr *a = node->properties; a; a = a->next) {
		declared = declaration_of(element, a);
		if (declared)
			check_value(c, declared, a);
		else
			report_unknown(c, element, a);
	}
	for (declared = element->attributes; declared;
	    declared = declared->nexth) {
		if (find(node, declared))
			continue;
		if (declared->def == XML_ATTRIBUTE_REQUIRED) {
			if (!is_misspelt(node, element, declared))
				report_missing(c, node, declared);
		} else if (declared->defaultValue) {
			add_default(node, declared);
		}
	}
}

void
attributes_keep_id(xmlNode *node)
{
	xmlAttr *id = xmlHasProp(node, BAD_CAST "id");

	if (id)
		xmlAddID(NULL, node->doc, BAD_CAST value_of(id), id);
}

/* Every id of the document is a candidate. */
static void
suggest_id(void *id, void *suggest, const xmlChar *name)
{
	(void)name;
	suggest_try(suggest, (const char *)((const xmlID *)id)->value);
}

static void
check_id_exists(struct checker *c, const xmlAttr *attr, const char *id)
{
	xmlDoc *tree = document_tree(c->doc);
	struct suggest s = suggest_new(id);
	struct buf text = BUF_INIT;

	if (xmlGetID(tree, (const xmlChar *)id))
		return;
	if (tree->ids)
		xmlHashScan(tree->ids, suggest_id, &s);
	if (*id)
		buf_printf(&text, "nothing here has the id '%s'", id);
	else
		buf_printf(&text, "'%s' is empty: it must be an id",
		    (const char *)attr->name);
	if (s.best)
		buf_printf(&text, "; did you mean '%s'?", s.best);
	report(c, MSG_NO_ID, attr, buf_string(&text));
	buf_dispose(&text);
}

/* A value that may name several is split at its spaces. */
static void
check_reference(struct checker *c, const xmlAttr *attr)
{
	const xmlAttribute *declared = xmlGetDtdAttrDesc(c->schema->dtd,
	    attr->parent->name, attr->name);
	char *ids, *id, *rest;

	if (!declared || declared->atype == XML_ATTRIBUTE_IDREF) {
		check_id_exists(c, attr, value_of(attr));
		return;
	}
	ids = xstrdup(value_of(attr));
	if (tree_is_blank(ids))
		check_id_exists(c, attr, "");
	for (id = strtok_r(ids, " \t\r\n", &rest); id;
	    id = strtok_r(NULL, " \t\r\n", &rest))
		check_id_exists(c, attr, id);
	free(ids);
}

void
attributes_check_references(struct checker *c)
{
	for (size_t i = 0; i < c->reference_count; i++)
		check_reference(c, c->references[i]);
}
