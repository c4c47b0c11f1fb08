#include "pipeline/concord_parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "pipeline/document.h"
#include "pipeline/tree.h"

static const char white[] = " \t\r\n";

enum treatment {
	PLAIN,		/* the same words */
	SKIPPED,	/* of the language, or of how much room it needs */
	ANY_ORDER,	/* the same words, in any order */
	IDS,		/* the same elements, if they are in both */
	ADDRESS,	/* the same, but for the language of the page */
	ROOM,		/* the same numbers and letters, as in "Salle VII" */
	LABEL		/* French sets dashes where others set bullets */
};

/* All others are PLAIN.  Without an element: of any. */
static const struct {
	const char *element, *attribute;
	enum treatment treatment;
} table[] = {
	{ NULL,       "lang",        SKIPPED },
	{ "masthead", "job",         SKIPPED },	/* see concord.c */
	{ "masthead", "processed",   SKIPPED },
	{ "masthead", "only",        ANY_ORDER },
	{ "annex",    "orientation", SKIPPED },
	{ "table",    "size",        SKIPPED },
	{ "table",    "width",       SKIPPED },
	{ "table",    "set",         SKIPPED },
	{ "column",   "width",       SKIPPED },
	{ "column",   "align",       SKIPPED },
	{ "cell",     "align",       SKIPPED },
	{ "take",     "item",        IDS },
	{ "take",     "through",     IDS },
	{ "sitting",  "track",       IDS },
	{ "sitting",  "room",        ROOM },
	{ "document", "also",        IDS },
	{ "document", "url",         ADDRESS },
	{ "list",     "label",       LABEL },
};

static enum treatment
treatment_of(const xmlAttr *attr)
{
	const char *name = (const char *)attr->name;

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i].attribute, name) == 0 &&
		    (!table[i].element ||
		    tree_is(attr->parent, table[i].element)))
			return table[i].treatment;
	return PLAIN;
}

static const char *
text_of(const xmlAttr *attr)
{
	return attr->children && attr->children->content ?
	    (const char *)attr->children->content : "";
}

/* The next word of `text`, as far as `text` is moved on; NULL at the end. */
static char *
next_word(const char **text, const char *ends)
{
	struct buf word = BUF_INIT;
	size_t len;

	*text += strspn(*text, ends);
	len = strcspn(*text, ends);
	if (!len)
		return NULL;
	buf_add(&word, *text, len);
	*text += len;
	return buf_detach(&word);
}

static void
add_words(struct buf *out, const char *text, const xmlNode *others)
{
	char *word;

	while ((word = next_word(&text, white)) != NULL) {
		if (!others || tree_by_id(others, word)) {
			if (out->len)
				buf_putc(out, ' ');
			buf_puts(out, word);
		}
		free(word);
	}
}

/* Six languages at most: each is looked for in the order of the alphabet. */
static void
add_sorted(struct buf *out, const char *text)
{
	static const char *const words[] = {
		"ar", "en", "es", "fr", "ru", "zh"
	};
	const char *rest;
	char *word;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		rest = text;
		while ((word = next_word(&rest, white)) != NULL) {
			if (strcmp(word, words[i]) == 0)
				buf_printf(out, " %s", word);
			free(word);
		}
	}
}

static int
is_language(const char *text, size_t len)
{
	static const char *const words[] = {
		"ar", "en", "es", "fr", "ru", "zh", "arabic", "english",
		"spanish", "french", "russian", "chinese"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i]) == len &&
		    strncasecmp(words[i], text, len) == 0)
			return 1;
	return 0;
}

void
concord_address(struct buf *out, const char *text)
{
	size_t len;

	for (text += strspn(text, white); *text; text += len) {
		for (len = 0; isalnum((unsigned char)text[len]);)
			len++;
		if (len && is_language(text, len)) {
			buf_putc(out, '*');
			continue;
		}
		len += !len;
		if (len > 1 || !strchr(white, *text))
			buf_add(out, text, len);
	}
}

/* "VII", "D", "CR1": not words, which are translated. */
static int
is_code(const char *word)
{
	size_t len = strlen(word);

	return strpbrk(word, "0123456789") ||
	    strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == len;
}

static void
add_room(struct buf *out, const char *text)
{
	char *word;

	while ((word = next_word(&text, " \t\r\n,.()")) != NULL) {
		if (is_code(word))
			buf_printf(out, " %s", word);
		free(word);
	}
	/* of a room without any, nothing but that there is one */
	if (!out->len)
		buf_putc(out, '*');
}

void
concord_value(struct buf *out, const xmlAttr *attr, const xmlNode *other)
{
	const char *text = text_of(attr);

	switch (treatment_of(attr)) {
	case SKIPPED:
		break;
	case ANY_ORDER:
		add_sorted(out, text);
		break;
	case ADDRESS:
		concord_address(out, text);
		break;
	case ROOM:
		add_room(out, text);
		break;
	case LABEL:
		buf_puts(out, strcmp(text, "dash") ? text : "bullet");
		break;
	case IDS:
		add_words(out, text, other);
		break;
	case PLAIN:
		add_words(out, text, NULL);
		break;
	}
}

uint64_t
concord_attributes_print(const xmlNode *node)
{
	struct buf value = BUF_INIT;
	uint64_t sum = 0;

	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (treatment_of(a) == SKIPPED)
			continue;
		buf_clear(&value);
		concord_value(&value, a, NULL);
		/* a sum, as attributes have no order */
		sum += print_add(print_add(print_start(),
		    (const char *)a->name), buf_string(&value));
	}
	buf_dispose(&value);
	return sum;
}

static const xmlAttr *
find(const xmlNode *node, const xmlChar *name)
{
	const xmlAttr *a = node->properties;

	while (a && xmlStrcmp(a->name, name))
		a = a->next;
	return a;
}

/* Of an attribute that is not there, what is true of its element. */
static struct side
side_of(const struct version *v, const xmlNode *node, const char *name,
    const xmlAttr *attr, struct buf *value)
{
	struct side side = { .subject = node };

	side.at = document_place_attr(v->doc, node, name);
	side.full = attr ? concord_words("%s '%s'", name, text_of(attr)) :
	    concord_words("no %s", name);
	side.brief = attr ? concord_words("'%s'", text_of(attr)) :
	    concord_words("none");
	side.meaning = buf_detach(value);
	return side;
}

static void
compare(struct comparison *c, const xmlNode *own, const xmlNode *model,
    const xmlChar *name)
{
	const xmlAttr *mine = find(own, name), *theirs = find(model, name);
	const char *word = (const char *)name;
	struct buf a = BUF_INIT, b = BUF_INIT;

	if (mine)
		concord_value(&a, mine, c->model->root);
	if (theirs)
		concord_value(&b, theirs, c->own->root);
	if (strcmp(buf_string(&a), buf_string(&b)))
		concord_add(c, MSG_VERSION_VALUE, word,
		    side_of(c->own, own, word, mine, &a),
		    side_of(c->model, model, word, theirs, &b));
	buf_dispose(&a);
	buf_dispose(&b);
}

void
concord_attributes(struct comparison *c, const xmlNode *own,
    const xmlNode *model)
{
	for (const xmlAttr *a = model->properties; a; a = a->next)
		compare(c, own, model, a->name);
	for (const xmlAttr *a = own->properties; a; a = a->next)
		if (!find(model, a->name))
			compare(c, own, model, a->name);
}
