#include "pdf/metadata.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stddef.h>
#include <string.h>

#include "pdf/xmp.h"
#include "util/buf.h"

/* Where each property goes. */
static const struct property {
	const char *space, *name;
	size_t member;
	int needed;
} properties[] = {
	{ XMP_DC, "title", offsetof(struct metadata, title), 1 },
	{ XMP_DC, "identifier", offsetof(struct metadata, identifier), 1 },
	{ XMP_DC, "language", offsetof(struct metadata, language), 1 },
	{ XMP_PDF, "Keywords", offsetof(struct metadata, keywords), 1 },
	{ XMP_PDF, "Producer", offsetof(struct metadata, producer), 1 },
	{ XMP_BASIC, "CreatorTool", offsetof(struct metadata, creator), 1 },
	{ XMP_BASIC, "CreateDate", offsetof(struct metadata, created), 1 },
	{ XMP_BASIC, "ModifyDate", offsetof(struct metadata, modified), 1 },
	{ XMP_PDFUA, "part", offsetof(struct metadata, ua_part), 0 },
	{ XMP_PDFA, "part", offsetof(struct metadata, a_part), 0 },
	{ XMP_PDFA, "conformance",
	    offsetof(struct metadata, a_conformance), 0 },
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

		if (!xmp_is(node, p->space, p->name))
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
	if (!xmp_is(node, XMP_RDF, "RDF"))
		node = first_in(node);
	for (node = first_in(node); node;
	    node = xmlNextElementSibling((xmlNode *)node))
		if (xmp_is(node, XMP_RDF, "Description")) {
			take_description(m, pdf, node);
			xmp_check(pdf, node);
		}
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

/* A date in its plain form; NULL, after a fault, if it is none. */
static const char *
plain(struct pdf *pdf, const char *date)
{
	const char *text = date ? xmp_date(pdf, date) : NULL;

	if (date && !text)
		pdf_fault(pdf, MSG_XMP, 0, "'%s' is no date with its time",
		    date);
	return text;
}

static void
compare_dates(struct pdf *pdf, const char *what, const char *said,
    qpdf_oh info)
{
	const char *written = pdf_text(pdf, info);
	const char *left = plain(pdf, said), *right = plain(pdf, written);

	if (left && (right || !written))
		compare(pdf, what, left, right);
}

static void
check_dates(struct pdf *pdf, const struct metadata *m, qpdf_oh info)
{
	if (!m->created)
		return;
	compare_dates(pdf, "date", m->created,
	    pdf_get(pdf, info, "/CreationDate"));
	compare_dates(pdf, "date of change", m->modified,
	    pdf_get(pdf, info, "/ModDate"));
	/* 2007-05-30T12:00:00Z is of 2007-05-30 */
	if (m->date && (strlen(m->date) != strlen("2007-05-30") ||
	    strncmp(m->created, m->date, strlen(m->date))))
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
