#include "pipeline/registers.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/symbol.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/suggest.h"

/* By enum registers_kind. */
static const struct {
	const char *file;
	const char *element;
} kinds[] = {
	{ "xml/bodies.xml", "body" },
	{ "xml/places.xml", "place" },
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

/* Bodies lie no deeper than this below one another. */
enum { DEEPEST = 16 };

struct registers {
	xmlDoc *lists[KINDS];
};

static xmlDoc *
load_list(const char *data, const char *file, struct diag *diag)
{
	char *path = fs_join(data, file);
	xmlDoc *list = xmlReadFile(path, NULL, XML_PARSE_NONET |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS);

	if (list && !xmlDocGetRootElement(list)) {
		xmlFreeDoc(list);
		list = NULL;
	}
	if (!list)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': it is missing or damaged", path);
	free(path);
	return list;
}

int
registers_load(struct registers **out, const char *data, struct diag *diag)
{
	struct registers *r = xcalloc(1, sizeof(*r));

	for (int i = 0; i < KINDS; i++) {
		r->lists[i] = load_list(data, kinds[i].file, diag);
		if (!r->lists[i]) {
			registers_free(r);
			return -1;
		}
	}
	*out = r;
	return 0;
}

void
registers_free(struct registers *r)
{
	if (!r)
		return;
	for (int i = 0; i < KINDS; i++)
		xmlFreeDoc(r->lists[i]);
	free(r);
}

static const xmlNode *
first(const struct registers *r, enum registers_kind kind)
{
	return tree_child(xmlDocGetRootElement(r->lists[kind]),
	    kinds[kind].element);
}

static const char *
key_of(const xmlNode *entry)
{
	const char *key = tree_attr(entry, "key");

	return key ? key : "";
}

static const xmlNode *
find(const struct registers *r, enum registers_kind kind, const char *key)
{
	const xmlNode *entry = first(r, kind);

	while (entry && strcmp(key_of(entry), key))
		entry = tree_next(entry, kinds[kind].element);
	return entry;
}

int
registers_has(const struct registers *r, enum registers_kind kind,
    const char *key)
{
	return find(r, kind, key) != NULL;
}

int
registers_has_name(const struct registers *r, enum registers_kind kind,
    const char *key, const char *language)
{
	const xmlNode *entry = find(r, kind, key);
	const xmlNode *name = entry ? tree_child(entry, "name") : NULL;

	while (name && strcmp(tree_attr(name, "lang"), language))
		name = tree_next(name, "name");
	return name != NULL;
}

const char *
registers_suggest(const struct registers *r, enum registers_kind kind,
    const char *key)
{
	struct suggest s = suggest_new(key);
	const xmlNode *entry = first(r, kind);

	for (; entry; entry = tree_next(entry, kinds[kind].element))
		suggest_try(&s, key_of(entry));
	return s.best;
}

const char *
registers_series(const struct registers *r, const char *key)
{
	const xmlNode *body = find(r, REGISTERS_BODY, key);

	return body ? tree_attr(body, "symbol") : NULL;
}

const char *
registers_parent(const struct registers *r, const char *key)
{
	const xmlNode *body = find(r, REGISTERS_BODY, key);

	return body ? tree_attr(body, "parent") : NULL;
}

static int
is_under(const struct registers *r, const xmlNode *body, const char *key)
{
	const char *parent = tree_attr(body, "parent");

	for (int i = 0; parent && i < DEEPEST; i++) {
		if (strcmp(parent, key) == 0)
			return 1;
		parent = registers_parent(r, parent);
	}
	return 0;
}

int
registers_has_under(const struct registers *r, const char *key,
    const char *symbol)
{
	const xmlNode *body = first(r, REGISTERS_BODY);

	for (; body; body = tree_next(body, kinds[REGISTERS_BODY].element)) {
		const char *series = tree_attr(body, "symbol");

		if (series && symbol_has_series(symbol, series) &&
		    is_under(r, body, key))
			return 1;
	}
	return 0;
}
