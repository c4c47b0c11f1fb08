#include "pipeline/registers.h"

#include <dirent.h>
#include <libxml/hash.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/datafile.h"
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
	{ "xsl/stations.xml", "station" },
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

/* Bodies lie no deeper than this below one another. */
enum { DEEPEST = 16 };

/* The words of a language. */
struct locale {
	char *language;
	xmlDoc *file;		/* NULL: there is none */
	xmlHashTable *words;	/* by their keys; what they are is the file's */
};

/* As many as the Organization has. */
enum { LANGUAGES = 6 };

/* Read when the first word of a language is asked for, and kept. */
struct locales {
	char *data;
	struct locale known[LANGUAGES];
};

struct registers {
	xmlDoc *lists[KINDS];
	struct locales *locales;
};

static int
add_entry(xmlDoc *list, const char *element, const char *key)
{
	xmlNode *entry = xmlNewChild(xmlDocGetRootElement(list), NULL,
	    (const xmlChar *)element, NULL);

	return entry && xmlNewProp(entry, (const xmlChar *)"key",
	    (const xmlChar *)key) ? 0 : -1;
}

/* Where the key starts in "unagenda-station-KEY.def"; NULL in another name. */
static const char *
station_key(const char *name, size_t *len)
{
	static const char start[] = "unagenda-station-", end[] = ".def";
	size_t before = sizeof(start) - 1, after = sizeof(end) - 1;
	size_t all = strlen(name);

	if (all <= before + after || strncmp(name, start, before) ||
	    strcmp(name + all - after, end))
		return NULL;
	*len = all - before - after;
	return name + before;
}

static int
is_station(const struct dirent *entry)
{
	size_t len;

	return station_key(entry->d_name, &len) != NULL;
}

/* Stations that have a file, and no habits of their own that are listed. */
static int
add_stations(struct registers *r, const char *data, struct diag *diag)
{
	char *folder = fs_join(data, "latex");
	struct dirent **names = NULL;
	int count = scandir(folder, &names, is_station, alphasort);
	int ret = count > 0 ? 0 : diag_global(diag, MSG_DATA,
	    "there is no station in '%s'", folder);

	for (int i = 0; i < count; i++) {
		size_t len;
		const char *at = station_key(names[i]->d_name, &len);
		char *key = xstrndup(at, len);

		if (ret == 0 && !registers_has(r, REGISTERS_STATION, key) &&
		    add_entry(r->lists[REGISTERS_STATION], "station", key) < 0)
			ret = diag_global(diag, MSG_MEMORY, "no memory left");
		free(key);
		free(names[i]);
	}
	free(names);
	free(folder);
	return ret;
}

int
registers_load(struct registers **out, const char *data, struct diag *diag)
{
	struct registers *r = xcalloc(1, sizeof(*r));

	r->locales = xcalloc(1, sizeof(*r->locales));
	r->locales->data = xstrdup(data);
	for (int i = 0; i < KINDS; i++) {
		r->lists[i] = datafile_read(data, kinds[i].file, diag);
		if (!r->lists[i]) {
			registers_free(r);
			return -1;
		}
	}
	if (add_stations(r, data, diag) < 0) {
		registers_free(r);
		return -1;
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
	for (int i = 0; i < LANGUAGES; i++) {
		xmlHashFree(r->locales->known[i].words, NULL);
		xmlFreeDoc(r->locales->known[i].file);
		free(r->locales->known[i].language);
	}
	free(r->locales->data);
	free(r->locales);
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

void
registers_keys(struct buf *out, const struct registers *r,
    enum registers_kind kind)
{
	const xmlNode *entry = first(r, kind);
	const char *between = "";

	for (; entry; entry = tree_next(entry, kinds[kind].element)) {
		buf_printf(out, "%s%s", between, key_of(entry));
		between = ", ";
	}
}

const char *
registers_series(const struct registers *r, const char *key)
{
	const xmlNode *body = find(r, REGISTERS_BODY, key);

	return body ? tree_attr(body, "symbol") : NULL;
}

const char *
registers_job_prefix(const struct registers *r, const char *key)
{
	const xmlNode *station = find(r, REGISTERS_STATION, key);

	return station ? tree_attr(station, "job-prefix") : NULL;
}

const char *
registers_job_station(const struct registers *r, const char *job)
{
	size_t len = strcspn(job, "0123456789");
	const xmlNode *station = first(r, REGISTERS_STATION);

	for (; station; station = tree_next(station,
	    kinds[REGISTERS_STATION].element)) {
		const char *prefix = tree_attr(station, "job-prefix");

		if (prefix && strlen(prefix) == len &&
		    strncmp(job, prefix, len) == 0)
			return key_of(station);
	}
	return NULL;
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

/* NULL for a seventh language. */
static struct locale *
find_locale(struct locales *l, const char *language)
{
	for (int i = 0; i < LANGUAGES; i++)
		if (!l->known[i].language ||
		    strcmp(l->known[i].language, language) == 0)
			return &l->known[i];
	return NULL;
}

/* What is wrong with a locale, the stylesheet says. */
static void
read_locale(struct locale *l, const char *data, const char *language)
{
	struct buf file = BUF_INIT;
	const xmlNode *word;

	buf_printf(&file, "xsl/locale/%s.xml", language);
	l->language = xstrdup(language);
	l->file = datafile_read(data, buf_string(&file), NULL);
	l->words = xmlHashCreate(0);
	buf_dispose(&file);
	word = l->file ? tree_child(xmlDocGetRootElement(l->file), "word") :
	    NULL;
	/* of two with one key, the first */
	for (; word; word = tree_next(word, "word"))
		if (word->children)
			xmlHashAddEntry(l->words,
			    (const xmlChar *)key_of(word),
			    word->children->content);
}

const char *
registers_word(const struct registers *r, const char *language,
    const char *key)
{
	struct locale *l = find_locale(r->locales, language);

	if (l && !l->language)
		read_locale(l, r->locales->data, language);
	return l && l->words ?
	    xmlHashLookup(l->words, (const xmlChar *)key) : NULL;
}

const char **
registers_body_names(size_t *count, const struct registers *r,
    const char *language)
{
	const xmlNode *body, *name;
	const char **names;
	size_t all = 0;

	for (body = first(r, REGISTERS_BODY); body;
	    body = tree_next(body, kinds[REGISTERS_BODY].element))
		all++;
	names = xcalloc(all + 1, sizeof(*names));
	*count = 0;
	for (body = first(r, REGISTERS_BODY); body;
	    body = tree_next(body, kinds[REGISTERS_BODY].element)) {
		name = tree_child(body, "name");
		while (name && !tree_attr_is(name, "lang", language))
			name = tree_next(name, "name");
		if (name && name->children)
			names[(*count)++] =
			    (const char *)name->children->content;
	}
	return names;
}
