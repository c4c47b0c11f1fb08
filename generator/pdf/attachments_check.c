#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "pdf/attachments.h"
#include "pdf/metadata.h"
#include "util/digest.h"

static void
compare(struct pdf *pdf, const char *what, const xmlNode *node,
    const char *attribute, const char *said)
{
	xmlChar *value = node ?
	    xmlGetProp((xmlNode *)node, BAD_CAST attribute) : NULL;

	if (said && (!value || strcmp((const char *)value, said)))
		pdf_fault(pdf, MSG_SOURCE_DIFFERS, 0, "the %s is '%s' in the "
		    "metadata, and '%s' in the source inside", what, said,
		    value ? (const char *)value : "");
	xmlFree(value);
}

/* The child of that name; NULL if there is none. */
static const xmlNode *
child(const xmlNode *root, const char *name)
{
	const xmlNode *node = root ?
	    xmlFirstElementChild((xmlNode *)root) : NULL;

	while (node && strcmp((const char *)node->name, name))
		node = xmlNextElementSibling((xmlNode *)node);
	return node;
}

/* Of a title with notes, dates or the like in it, only the words are there. */
static void
compare_title(struct pdf *pdf, const xmlNode *title, const char *said)
{
	xmlChar *words;

	if (!title || !said || xmlFirstElementChild((xmlNode *)title))
		return;
	words = xmlNodeGetContent(title);
	if (words && !shown_equal(said, (const char *)words))
		pdf_fault(pdf, MSG_SOURCE_DIFFERS, 0, "the title is '%s' in "
		    "the metadata, and '%s' in the source inside", said,
		    (const char *)words);
	xmlFree(words);
}

/* The drafter's file speaks of the document that the metadata are about. */
static void
check_document(struct pdf *pdf, const struct attachment *source,
    const struct metadata *m)
{
	xmlDoc *doc = xmlReadMemory(buf_string(&source->bytes),
	    (int)source->bytes.len, NULL, NULL, XML_PARSE_NONET |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	const xmlNode *node = child(root, "masthead");

	if (!root) {
		pdf_fault(pdf, MSG_SOURCE_DIFFERS, 0,
		    "the source inside is not XML");
	} else {
		compare(pdf, "symbol", node, "symbol", m->symbol);
		compare(pdf, "language", root, "lang", m->language);
		compare(pdf, "date", node, "date", m->date);
		compare(pdf, "original language", node, "original",
		    m->original);
		compare(pdf, "distribution", node, "distribution",
		    m->distribution);
		compare(pdf, "job number", node, "job", m->job);
		compare_title(pdf, child(root, "title"), m->title);
	}
	xmlFreeDoc(doc);
}

/* The line of the source in the manifest has its digest. */
static void
check_digest(struct pdf *pdf, const struct attachment *source,
    const struct attachment *manifest)
{
	char digest[DIGEST_SHA256];
	struct buf line = BUF_INIT;

	digest_sha256(digest, buf_string(&source->bytes), source->bytes.len);
	buf_printf(&line, "\n%s  source/%s\n", digest, source->name);
	if (!strstr(buf_string(&manifest->bytes), line.data))
		pdf_fault(pdf, MSG_SOURCE_DIGEST, 0, "the source inside is "
		    "not the one that the manifest has the digest of");
	buf_dispose(&line);
}

void
source_belongs(struct pdf *pdf, const struct attachments *all,
    const struct metadata *m)
{
	const struct attachment *source = attachments_source(all);
	const struct attachment *manifest = attachments_manifest(all);

	if (source)
		check_document(pdf, source, m);
	else
		pdf_fault(pdf, MSG_NO_SOURCE, 0,
		    "the source of the document is not inside, or twice");
	if (!manifest)
		pdf_fault(pdf, MSG_NO_SOURCE, 0, "the manifest of the "
		    "document is not inside, or twice");
	if (source && manifest)
		check_digest(pdf, source, manifest);
}
