#include "pdf/inspect.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/zygote.h"
#include "pdf/actions.h"
#include "pdf/attachments.h"
#include "pdf/destinations.h"
#include "pdf/elements.h"
#include "pdf/facts.h"
#include "pdf/fonts.h"
#include "pdf/metadata.h"
#include "pdf/pages.h"
#include "pdf/structure.h"
#include "pdf/trees.h"
#include "util/alloc.h"
#include "util/diag.h"

/* A document of 100 pages takes a tenth of a second and 100 MiB. */
static const struct isolate_limits limits = {
	.seconds = 20, .memory = 512UL * 1024 * 1024,
	.output = 256UL * 1024 * 1024
};

/* ---- in the child --------------------------------------------------- */

static void
check_structure(struct pdf *pdf, struct read *read, struct structure *tree)
{
	qpdf_oh root = qpdf_get_root(pdf->q);
	struct tree_rows parents, names;

	structure_read(tree, pdf, read->pages);
	tree_numbers(&parents, pdf, pdf_get(pdf, tree->root, "/ParentTree"),
	    "parents");
	tree_names(&names, pdf, pdf_get(pdf, pdf_get(pdf, root, "/Names"),
	    "/Dests"), "destinations");
	if (tree->count) {
		elements_check(pdf, tree);
		tables_check(pdf, tree);
		marks_check(pdf, tree, read->pages, &parents);
	}
	actions_check(pdf, read->pages);
	annotations_check(pdf, tree, read->pages, &parents, &names);
	read->outline = outline_check(pdf, &names,
	    structure_has_heading(tree));
	tree_rows_dispose(&parents);
	tree_rows_dispose(&names);
}

static void
add_bytes(struct buf *out, const struct attachment *a)
{
	if (a)
		buf_add(out, buf_string(&a->bytes), a->bytes.len);
}

/*
 * What comes back: a line with four lengths, then the facts, the name of the
 * source, the source and the manifest.
 */
static void
write_result(struct buf *out, struct pdf *pdf, const struct read *read)
{
	json_t *facts = facts_of(pdf, read);
	char *text = json_dumps(facts, JSON_COMPACT);
	const struct attachment *source =
	    attachments_source(read->attachments);
	const struct attachment *manifest =
	    attachments_manifest(read->attachments);
	const char *name = source ? source->name : "";

	buf_printf(out, "%zu %zu %zu %zu\n", text ? strlen(text) : 0,
	    strlen(name), source ? source->bytes.len : 0,
	    manifest ? manifest->bytes.len : 0);
	buf_puts(out, text ? text : "");
	buf_puts(out, name);
	add_bytes(out, source);
	add_bytes(out, manifest);
	free(text);
	json_decref(facts);
}

/* Parts that are not read are empty. */
static void
read_all(struct buf *out, struct pdf *pdf, const struct buf *bytes,
    enum inspect_depth depth)
{
	struct pages pages = { .count = 0 };
	struct fonts fonts = { NULL };
	struct structure tree = { .count = 0 };
	struct attachments attachments = { .count = 0 };
	struct metadata metadata = { .title = NULL };
	struct read read = { &metadata, &pages, &fonts, &tree, &attachments,
	    0 };

	if (pdf_open(pdf, bytes->data, bytes->len) == 0) {
		catalogue_check(pdf);
		metadata_read(&metadata, pdf);
		attachments_read(&attachments, pdf);
		source_belongs(pdf, &attachments, &metadata);
		if (depth == INSPECT_ALL &&
		    pages_read(&pages, pdf, &fonts) == 0) {
			check_structure(pdf, &read, &tree);
			shown_check(pdf, &metadata, &pages, &tree);
		}
		pdf_take_warnings(pdf);
	}
	pdf_count_faults(pdf);
	write_result(out, pdf, &read);
	attachments_dispose(&attachments);
	structure_dispose(&tree);
	pages_dispose(&pages);
}

static void
work(struct buf *out, const struct buf *bytes, enum inspect_depth depth)
{
	/* not closed, as the child ends with it: to give each object of a PDF
	 * back takes a twentieth of all that is done here */
	static struct pdf pdf;

	read_all(out, &pdf, bytes, depth);
	xmlCleanupParser();
}

static void
work_files(struct buf *out, const void *payload)
{
	work(out, payload, INSPECT_FILES);
}

static void
work_all(struct buf *out, const void *payload)
{
	work(out, payload, INSPECT_ALL);
}

/* ---- in the parent -------------------------------------------------- */

/* What the child wrote is no more to be trusted than what it read. */
static int
take_result(struct inspection *out, const struct buf *result)
{
	size_t lengths[4], at = 0, left;
	const char *text = buf_string(result);
	int head = 0;

	if (sscanf(text, "%zu %zu %zu %zu%n", &lengths[0], &lengths[1],
	    &lengths[2], &lengths[3], &head) != 4 || text[head] != '\n')
		return -1;
	at = (size_t)head + 1;
	left = result->len - at;
	for (int i = 0; i < 4; i++) {
		if (lengths[i] > left)
			return -1;
		left -= lengths[i];
	}
	out->facts = json_loadb(text + at, lengths[0], 0, NULL);
	at += lengths[0];
	out->source_name = xstrndup(text + at, lengths[1]);
	at += lengths[1];
	buf_add(&out->source, text + at, lengths[2]);
	buf_add(&out->manifest, text + at + lengths[2], lengths[3]);
	return json_is_object(out->facts) ? 0 : -1;
}

static int
explain(enum isolate_end end, const char *file, struct diag *diag)
{
	const struct place place = { .file = file };

	if (end == ISOLATE_NOT_RUN)
		return isolate_not_run(diag);
	if (end == ISOLATE_LIMIT)
		return diag_at(diag, MSG_PDF_LIMIT, place,
		    "reading the PDF takes too much time or memory");
	return diag_at(diag, MSG_PDF_DAMAGED, place,
	    "the PDF cannot be read: reading it failed");
}

struct isolate *
inspect_start(struct zygote *zygote, const struct buf *pdf,
    enum inspect_depth depth)
{
	return zygote_isolate(zygote, &limits,
	    depth == INSPECT_ALL ? work_all : work_files, pdf);
}

int
inspect_finish(struct inspection *out, const char *file,
    struct isolate *child, struct diag *diag)
{
	struct buf result = BUF_INIT;
	enum isolate_end end = child ? isolate_finish(&result, child) :
	    ISOLATE_NOT_RUN;
	int ret;

	*out = (struct inspection){ .facts = NULL };
	if (end == ISOLATE_DONE && take_result(out, &result) == 0) {
		ret = 0;
	} else {
		inspection_dispose(out);
		ret = explain(end, file, diag);
	}
	buf_dispose(&result);
	return ret;
}

int
inspect(struct inspection *out, const char *file, const struct buf *pdf,
    enum inspect_depth depth, struct diag *diag)
{
	return inspect_finish(out, file, inspect_start(NULL, pdf, depth), diag);
}

void
inspection_dispose(struct inspection *i)
{
	json_decref(i->facts);
	free(i->source_name);
	buf_dispose(&i->source);
	buf_dispose(&i->manifest);
	*i = (struct inspection){ .facts = NULL };
}

const char *
inspection_text(const struct inspection *i, const char *key)
{
	return json_string_value(json_object_get(i->facts, key));
}

static int
tell(const json_t *fault, enum message_id id, const char *file,
    struct diag *diag)
{
	const struct place place = { .file = file };
	const char *text = json_string_value(json_object_get(fault, "text"));
	int page = (int)json_integer_value(json_object_get(fault, "page"));

	if (!text)
		text = catalogue_title(id);
	return page ? diag_at(diag, id, place, "page %d: %s", page, text) :
	    diag_at(diag, id, place, "%s", text);
}

int
inspection_tell(const struct inspection *inspection, const char *file,
    enum message_id first, enum message_id last, struct diag *diag)
{
	const json_t *fault;
	size_t i;
	int ret = 0;

	json_array_foreach(json_object_get(inspection->facts, "faults"), i,
	    fault) {
		enum message_id id = (enum message_id)json_integer_value(
		    json_object_get(fault, "number"));

		if (id >= first && id <= last)
			ret |= tell(fault, id, file, diag);
	}
	return ret;
}

int
inspection_page(const struct inspection *inspection, long object)
{
	const json_t *contents = json_object_get(inspection->facts,
	    "contents");

	for (size_t i = 0; i < json_array_size(contents); i++)
		if (json_integer_value(json_array_get(contents, i)) == object)
			return (int)i + 1;
	return 0;
}
