#include "pdf/metadata.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stddef.h>
#include <string.h>

#include "util/buf.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC "http://purl.org/dc/elements/1.1/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define PDFA "http://www.aiim.org/pdfa/ns/id/"
#define PDFUA "http://www.aiim.org/pdfua/ns/id/"

/* Where each property goes. */
static const struct property {
	const char *space, *name;
	size_t member;
	int needed;
} properties[] = {
	{ DC, "title", offsetof(struct metadata, title), 1 },
	{ DC, "identifier", offsetof(struct metadata, identifier), 1 },
	{ DC, "language", offsetof(struct metadata, language), 1 },
	{ PDF, "Keywords", offsetof(struct metadata, keywords), 1 },
	{ PDF, "Producer", offsetof(struct metadata, producer), 1 },
	{ XMP, "CreatorTool", offsetof(struct metadata, creator), 1 },
	{ XMP, "CreateDate", offsetof(struct metadata, created), 1 },
	{ XMP, "ModifyDate", offsetof(struct metadata, modified), 1 },
	{ PDFUA, "part", offsetof(struct metadata, ua_part), 0 },
	{ PDFA, "part", offsetof(struct metadata, a_part), 0 },
	{ PDFA, "conformance", offsetof(struct metadata, a_conformance), 0 },
	{ METADATA_NAMESPACE, "symbol",
	    offsetof(struct metadata, symbol), 1 },
	{ METADATA_NAMESPACE, "originalLanguage",
	    offsetof(struct metadata, original), 1 },
	{ METADATA_NAMESPACE, "date", offsetof(struct metadata, date), 1 },
	{ METADATA_NAMESPACE, "distribution",
	    offsetof(struct metadata, distribution), 1 },
	{ METADATA_NAMESPACE, "jobNumber",
	    offsetof(struct metadata, job), 0 },
	{ METADATA_NAMESPACE, "status",
	    offsetof(struct metadata, status), 1 },
};

enum { PROPERTIES = sizeof(properties) / sizeof(*properties) };

static const char **
member(struct metadata *m, const struct property *p)
{
	return (const char **)((char *)m + p->member);
}

static int
is_called(const xmlNode *node, const char *space, const char *name)
{
	return node->ns && strcmp((const char *)node->ns->href, space) == 0 &&
	    strcmp((const char *)node->name, name) == 0;
}

/* The first element in an element; NULL if there is none. */
static const xmlNode *
first_in(const xmlNode *node)
{
	return node ? xmlFirstElementChild((xmlNode *)node) : NULL;
}

/* Of an array (rdf:Alt, rdf:Bag, rdf:Seq) the first item. */
static void
take(struct metadata *m, struct pdf *pdf, const xmlNode *node)
{
	const xmlNode *item = first_in(first_in(node));

	for (int i = 0; i < PROPERTIES; i++) {
		const struct property *p = &properties[i];
		xmlChar *text;

		if (!is_called(node, p->space, p->name))
			continue;
		text = xmlNodeGetContent(item ? item : node);
		if (text)
			*member(m, p) = arena_copy(&pdf->arena, text,
			    strlen((const char *)text));
		xmlFree(text);
	}
}

/* Properties are elements in the description, or its attributes. */
static void
take_description(struct metadata *m, struct pdf *pdf, const xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		take(m, pdf, (const xmlNode *)a);
	for (node = first_in(node); node;
	    node = xmlNextElementSibling((xmlNode *)node))
		take(m, pdf, node);
}

/* -1, after a fault, if it is no packet. */
static int
read_packet(struct metadata *m, struct pdf *pdf, const struct buf *packet)
{
	xmlDoc *doc = xmlReadMemory(buf_string(packet), (int)packet->len, NULL,
	    NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *node = doc ? xmlDocGetRootElement(doc) : NULL;

	/* what declares entities is no packet, and may be a bomb */
	if (!node || doc->intSubset) {
		pdf_fault(pdf, MSG_XMP, 0, "the metadata (XMP) are not XML");
		xmlFreeDoc(doc);
		return -1;
	}
	if (!is_called(node, RDF, "RDF"))
		node = first_in(node);
	for (node = first_in(node); node;
	    node = xmlNextElementSibling((xmlNode *)node))
		if (is_called(node, RDF, "Description"))
			take_description(m, pdf, node);
	xmlFreeDoc(doc);
	for (int i = 0; i < PROPERTIES; i++)
		if (properties[i].needed && !*member(m, &properties[i]))
			pdf_fault(pdf, MSG_XMP, 0, "the metadata (XMP) lack "
			    "the %s of the document", properties[i].name);
	return 0;
}

static void
check_claim(struct pdf *pdf, const struct metadata *m)
{
	if (!m->ua_part || strcmp(m->ua_part, "1"))
		pdf_fault(pdf, MSG_CLAIM, 0,
		    "the PDF does not claim to be PDF/UA-1");
	if (!m->a_part || strcmp(m->a_part, "3") || !m->a_conformance ||
	    strcmp(m->a_conformance, "A"))
		pdf_fault(pdf, MSG_CLAIM, 0,
		    "the PDF does not claim to be PDF/A-3a");
	if (m->status && strcmp(m->status, "final") &&
	    strcmp(m->status, "draft"))
		pdf_fault(pdf, MSG_XMP, 0, "the status of the document cannot "
		    "be '%s'", m->status);
}

static void
compare(struct pdf *pdf, const char *what, const char *left,
    const char *right)
{
	if (!left || (right && strcmp(left, right) == 0))
		return;
	if (right)
		pdf_fault(pdf, MSG_METADATA_DIFFER, 0, "the %s is '%s' in one "
		    "place of the metadata, and '%s' in another", what, left,
		    right);
	else
		pdf_fault(pdf, MSG_METADATA_DIFFER, 0, "the %s is '%s' in one "
		    "place of the metadata, and not in another", what, left);
}

/* 2007-05-30T12:00:00Z and D:20070530120000Z by their figures. */
static const char *
figures(struct pdf *pdf, const char *date)
{
	struct buf digits = BUF_INIT;
	const char *copy;

	for (; date && *date; date++)
		if (isdigit((unsigned char)*date))
			buf_putc(&digits, *date);
	copy = arena_copy(&pdf->arena, digits.data, digits.len);
	buf_dispose(&digits);
	return copy;
}

static void
check_dates(struct pdf *pdf, const struct metadata *m, qpdf_oh info)
{
	const char *created = figures(pdf, m->created);

	if (!m->created)
		return;
	compare(pdf, "date", created, figures(pdf, pdf_text(pdf,
	    pdf_get(pdf, info, "/CreationDate"))));
	compare(pdf, "date of change", figures(pdf, m->modified),
	    figures(pdf, pdf_text(pdf, pdf_get(pdf, info, "/ModDate"))));
	if (m->date && strncmp(created, figures(pdf, m->date), 8))
		compare(pdf, "date", m->created, m->date);
}

static void
check_agreement(struct pdf *pdf, const struct metadata *m)
{
	qpdf_oh info = pdf_get(pdf, qpdf_get_trailer(pdf->q), "/Info");
	qpdf_oh root = qpdf_get_root(pdf->q);

	compare(pdf, "title", m->title,
	    pdf_text(pdf, pdf_get(pdf, info, "/Title")));
	compare(pdf, "list of keywords", m->keywords,
	    pdf_text(pdf, pdf_get(pdf, info, "/Keywords")));
	compare(pdf, "producer", m->producer,
	    pdf_text(pdf, pdf_get(pdf, info, "/Producer")));
	compare(pdf, "program", m->creator,
	    pdf_text(pdf, pdf_get(pdf, info, "/Creator")));
	compare(pdf, "language", m->language,
	    pdf_text(pdf, pdf_get(pdf, root, "/Lang")));
	compare(pdf, "symbol", m->symbol, m->identifier);
	check_dates(pdf, m, info);
}

void
metadata_read(struct metadata *m, struct pdf *pdf)
{
	qpdf_oh stream = pdf_get(pdf, qpdf_get_root(pdf->q), "/Metadata");
	struct buf packet = BUF_INIT;

	*m = (struct metadata){ .title = NULL };
	if (pdf_stream(&packet, pdf, stream) < 0) {
		pdf_fault(pdf, MSG_XMP, 0, "there are no metadata (XMP)");
	} else if (read_packet(m, pdf, &packet) == 0) {
		check_claim(pdf, m);
		check_agreement(pdf, m);
	}
	buf_dispose(&packet);
}
