#include "pipeline/templates.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/datafile.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/template.h"

/* No template is near this. */
enum { LARGEST = 1024 * 1024 };

/* The slots given, and after them those of words. */
struct all {
	struct slot *slots;
	size_t given, count;
};

static const xmlNode *
text_in(const xmlNode *word, const char *language)
{
	const xmlNode *text = tree_child(word, "text");

	while (text && !tree_attr_is(text, "lang", language))
		text = tree_next(text, "text");
	return text;
}

/* What stands in an element, as it is written. */
static void
add_content(struct buf *out, const xmlNode *node)
{
	xmlBuffer *written = xmlBufferCreate();

	for (xmlNode *n = node->children; n && written; n = n->next)
		xmlNodeDump(written, node->doc, n, 0, 0);
	if (written)
		buf_puts(out, (const char *)xmlBufferContent(written));
	xmlBufferFree(written);
}

/* A text whose own slots are not given cannot stand in this template. */
static void
add_word(struct all *all, const xmlNode *word, const xmlNode *text)
{
	struct buf content = BUF_INIT, filled = BUF_INIT;
	const char *unknown;

	add_content(&content, text);
	if (template_fill(&filled, buf_string(&content), all->slots,
	    all->given, &unknown) == 0 && filled.len) {
		all->slots = xrealloc(all->slots, all->count + 1,
		    sizeof(*all->slots));
		all->slots[all->count++] = (struct slot){
			tree_attr(word, "key"), buf_detach(&filled), 1
		};
	}
	buf_dispose(&filled);
	buf_dispose(&content);
}

static void
add_words(struct all *all, const xmlDoc *words, const char *language)
{
	const xmlNode *word, *text;

	word = tree_child(xmlDocGetRootElement(words), "word");
	for (; word; word = tree_next(word, "word"))
		if (tree_attr(word, "key") && (text = text_in(word, language)))
			add_word(all, word, text);
}

static int
fill(struct buf *out, const struct template *t, const struct all *all,
    struct diag *diag)
{
	struct buf file = BUF_INIT, text = BUF_INIT;
	const char *unknown = NULL;
	char *path;
	int ret = -1;

	buf_printf(&file, "xml/templates/%s.xml", t->name);
	path = fs_join(t->data, file.data);
	if (fs_read(&text, path, LARGEST) != FS_READ_OK || !text.len)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': it is missing or damaged", path);
	else if (template_fill(out, text.data, all->slots, all->count,
	    &unknown) < 0)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': nothing is known of '{%.*s}' in it",
		    path, (int)strcspn(unknown, "}"), unknown);
	else
		ret = 0;
	free(path);
	buf_dispose(&text);
	buf_dispose(&file);
	return ret;
}

int
templates_fill(struct buf *out, const struct template *t,
    const struct slot *slots, size_t count, struct diag *diag)
{
	struct all all = { .given = count, .count = count };
	xmlDoc *words = datafile_read(t->data, "xml/templates/words.xml",
	    diag);
	int ret = -1;

	all.slots = xrealloc(NULL, count, sizeof(*all.slots));
	memcpy(all.slots, slots, count * sizeof(*slots));
	if (words) {
		add_words(&all, words, t->language);
		ret = fill(out, t, &all, diag);
	}
	for (size_t i = all.given; i < all.count; i++)
		free((char *)all.slots[i].value);
	free(all.slots);
	xmlFreeDoc(words);
	return ret;
}
