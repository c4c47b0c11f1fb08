#include "pdf/attachments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/trees.h"
#include "util/alloc.h"
#include "util/digest.h"

static const char *
name_or_nothing(struct pdf *pdf, qpdf_oh oh)
{
	const char *name = pdf_name(pdf, oh);

	return name ? name : "";
}

static void
wrong(struct pdf *pdf, const struct attachment *a, const char *what)
{
	pdf_fault(pdf, MSG_ATTACHMENT, 0, "the file inside '%s' %s", a->name,
	    what);
}

/* The sum of RFC 1321 over the bytes, in hexadecimal. */
static int
sum_is_right(struct pdf *pdf, const struct attachment *a, qpdf_oh sum)
{
	char digest[DIGEST_MD5], hex[DIGEST_MD5] = "";
	const char *bytes;
	size_t len;

	if (!qpdf_oh_is_string(pdf->q, sum))
		return 0;
	bytes = qpdf_oh_get_binary_string_value(pdf->q, sum, &len);
	for (size_t i = 0; len == 16 && i < len; i++)
		snprintf(hex + 2 * i, 3, "%02x", (unsigned char)bytes[i]);
	digest_md5(digest, buf_string(&a->bytes), a->bytes.len);
	return strcmp(hex, digest) == 0;
}

static void
check_stream(struct pdf *pdf, const struct attachment *a, qpdf_oh stream)
{
	qpdf_oh params = pdf_get(pdf, stream, "/Params");

	if (!*a->type)
		wrong(pdf, a, "does not say what it is (Subtype)");
	if (!pdf_text(pdf, pdf_get(pdf, params, "/ModDate")))
		wrong(pdf, a, "has no date (ModDate)");
	if (pdf_integer(pdf, pdf_get(pdf, params, "/Size"), -1) !=
	    (long)a->bytes.len)
		pdf_fault(pdf, MSG_CHECKSUM, 0, "the file inside '%s' is not "
		    "of the size that it says", a->name);
	else if (!sum_is_right(pdf, a, pdf_get(pdf, params, "/CheckSum")))
		pdf_fault(pdf, MSG_CHECKSUM, 0, "the file inside '%s' does "
		    "not have its check sum", a->name);
}

/* Whether readers get the same by either name (ISO 32000-1, 7.11.4). */
static int
is_one_file(struct pdf *pdf, qpdf_oh files)
{
	int object = pdf_id(pdf, pdf_get(pdf, files, "/F"));

	return object && pdf_id(pdf, pdf_get(pdf, files, "/UF")) == object;
}

static void
read_one(struct attachments *all, struct pdf *pdf, qpdf_oh spec)
{
	qpdf_oh files = pdf_get(pdf, spec, "/EF");
	qpdf_oh stream = pdf_get(pdf, files, "/F");
	const char *name = pdf_text(pdf, pdf_get(pdf, spec, "/F"));
	const char *unicode = pdf_text(pdf, pdf_get(pdf, spec, "/UF"));
	size_t size = grown(all->size, all->count + 1);
	struct attachment *a;

	if (size != all->size)
		all->list = xrealloc(all->list, size, sizeof(*all->list));
	all->size = size;
	a = &all->list[all->count++];
	*a = (struct attachment){ .name = name ? name : "" };
	a->relationship = name_or_nothing(pdf,
	    pdf_get(pdf, spec, "/AFRelationship"));
	a->type = name_or_nothing(pdf, pdf_get(pdf, stream, "/Subtype"));
	if (!name || !unicode || strcmp(name, unicode))
		wrong(pdf, a, "has no name, or two (F, UF)");
	if (!is_one_file(pdf, files))
		wrong(pdf, a, "is not the same by both of its names (EF)");
	if (!*a->relationship)
		wrong(pdf, a, "does not say what it is to the document "
		    "(AFRelationship)");
	if (pdf_stream(&a->bytes, pdf, stream) < 0)
		wrong(pdf, a, "cannot be unpacked");
	else
		check_stream(pdf, a, stream);
}

/* Whether the list of associated files has an object. */
static int
is_associated(const struct pdf *pdf, qpdf_oh list, int object)
{
	for (int i = 0; i < pdf_count(pdf, list); i++)
		if (object && pdf_id(pdf, pdf_item(pdf, list, i)) == object)
			return 1;
	return 0;
}

static int
is_named(const struct pdf *pdf, const struct tree_rows *names, int object)
{
	for (size_t i = 0; i < names->count; i++)
		if (object && pdf_id(pdf, names->list[i].value) == object)
			return 1;
	return 0;
}

void
attachments_read(struct attachments *all, struct pdf *pdf)
{
	qpdf_oh root = qpdf_get_root(pdf->q);
	qpdf_oh associated = pdf_get(pdf, root, "/AF");
	struct tree_rows names;

	*all = (struct attachments){ .count = 0 };
	tree_names(&names, pdf, pdf_get(pdf, pdf_get(pdf, root, "/Names"),
	    "/EmbeddedFiles"), "files");
	for (int i = 0; i < pdf_count(pdf, associated); i++) {
		qpdf_oh spec = pdf_item(pdf, associated, i);

		read_one(all, pdf, spec);
		if (!is_named(pdf, &names, pdf_id(pdf, spec)))
			wrong(pdf, &all->list[all->count - 1], "is not among "
			    "the names of files (EmbeddedFiles)");
	}
	for (size_t i = 0; i < names.count; i++) {
		qpdf_oh spec = names.list[i].value;

		if (is_associated(pdf, associated, pdf_id(pdf, spec)))
			continue;
		read_one(all, pdf, spec);
		wrong(pdf, &all->list[all->count - 1],
		    "does not belong to the document (AF)");
	}
	tree_rows_dispose(&names);
}

void
attachments_dispose(struct attachments *all)
{
	for (size_t i = 0; i < all->count; i++)
		buf_dispose(&all->list[i].bytes);
	free(all->list);
}

static const struct attachment *
find(const struct attachments *all, const char *relationship,
    const char *type)
{
	const struct attachment *found = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct attachment *a = &all->list[i];

		if (strcmp(a->relationship, relationship) ||
		    strcmp(a->type, type))
			continue;
		if (found)
			return NULL;
		found = a;
	}
	return found;
}

const struct attachment *
attachments_source(const struct attachments *all)
{
	return find(all, "Source", "application/xml");
}

const struct attachment *
attachments_manifest(const struct attachments *all)
{
	return find(all, "Supplement", "text/plain");
}
