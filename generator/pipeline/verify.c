#include "pipeline/verify.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/inspect.h"
#include "pipeline/pipeline.h"
#include "util/alloc.h"
#include "util/diag.h"

struct verifier {
	struct pipeline *pipeline;
	const struct typeset_options *options;
	/* the last that was made, and of what */
	struct buf source, pdf;
	struct inspection inspection;
};

struct verifier *
verifier_new(struct pipeline *p, const struct typeset_options *options)
{
	struct verifier *v = xcalloc(1, sizeof(*v));

	v->pipeline = p;
	v->options = options;
	return v;
}

void
verifier_free(struct verifier *v)
{
	buf_dispose(&v->source);
	buf_dispose(&v->pdf);
	inspection_dispose(&v->inspection);
	free(v);
}

static int
same(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && memcmp(buf_string(a), buf_string(b),
	    a->len) == 0;
}

/* The number in "17 0 obj", of the last such line up to there; 0: none. */
static long
object_at(const struct buf *pdf, size_t offset)
{
	const char *text = buf_string(pdf);

	for (size_t at = offset + 1; at-- > 0; ) {
		size_t digits, i = at;

		if (at > 0 && text[at - 1] != '\n')
			continue;
		for (digits = 0; isdigit((unsigned char)text[i]); i++)
			digits++;
		if (digits && digits < 10 &&
		    strncmp(text + i, " 0 obj", 6) == 0)
			return strtol(text + at, NULL, 10);
	}
	return 0;
}

int
verify_compare(struct buf *out, const struct buf *pdf, const struct buf *made,
    const struct inspection *inspection)
{
	size_t len = pdf->len < made->len ? pdf->len : made->len, at = 0;
	long object;
	int page;

	while (at < len && pdf->data[at] == made->data[at])
		at++;
	if (at == pdf->len && at == made->len)
		return 0;
	object = made->len ? object_at(made, at < made->len ? at :
	    made->len - 1) : 0;
	page = inspection_page(inspection, object);
	buf_printf(out, "at byte %zu", at);
	if (page)
		buf_printf(out, ", on page %d", page);
	else if (object)
		buf_printf(out, ", in object %ld", object);
	return -1;
}

/* The errors of another diag, as what they are, about the file. */
static void
pass_on(struct diag *diag, const struct diag *from, const char *file)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct message *m = &from->messages[i];
		struct place place = { .file = file };

		if (m->level < LEVEL_ERROR)
			continue;
		if (m->level == LEVEL_MACHINE)
			place.file = NULL;
		diag_raw(diag, m->number, m->level, place, m->text);
	}
}

/* Makes the PDF of a source, unless it is the last that was made. */
static int
make(struct verifier *v, const char *file, const struct buf *source,
    struct diag *diag)
{
	const struct place place = { .file = file };
	struct pipeline_job job = { .output = OUTPUT_PDF, .folder = "." };
	struct diag inner = DIAG_INIT;
	int ret;

	if (v->pdf.len && same(&v->source, source))
		return 0;
	buf_clear(&v->source);
	buf_clear(&v->pdf);
	inspection_dispose(&v->inspection);
	job.source = source;
	job.typeset = *v->options;
	ret = pipeline_rebuild(&v->pdf, v->pipeline, file, &job, &inner);
	if (ret == 0)
		ret = inspect(&v->inspection, file, &v->pdf, INSPECT_ALL,
		    &inner);
	if (ret == 0) {
		buf_add(&v->source, source->data, source->len);
	} else {
		diag_at(diag, MSG_NO_REBUILD, place,
		    "the source inside makes no PDF here");
		pass_on(diag, &inner, file);
		buf_clear(&v->pdf);
	}
	diag_dispose(&inner);
	return ret;
}

static int
compare(const struct verifier *v, const char *file, const struct buf *pdf,
    const struct inspection *inspection, struct diag *diag)
{
	const struct place place = { .file = file };
	struct buf where = BUF_INIT;
	int ret = verify_compare(&where, pdf, &v->pdf, &v->inspection);

	if (ret < 0) {
		inspection_tell(inspection, file, MSG_PDF_DAMAGED,
		    MSG_PDF_LOOP, diag);
		inspection_tell(inspection, file, MSG_NO_SOURCE,
		    MSG_SOURCE_DIGEST, diag);
		/* of one that is not there every line would differ */
		if (inspection->manifest.len)
			verify_manifests(file, &inspection->manifest,
			    &v->inspection.manifest, diag);
		diag_at(diag, MSG_NOT_IDENTICAL, place, "the PDF is not what "
		    "its source makes: they first differ %s", where.data);
	}
	buf_dispose(&where);
	return ret;
}

/* What a stranger put inside is not worked on without end. */
static int
check_sizes(const char *file, const struct inspection *inspection,
    struct diag *diag)
{
	const struct place place = { .file = file };

	if (inspection->source.len > VERIFY_SOURCE)
		return diag_at(diag, MSG_PDF_LIMIT, place, "the source "
		    "inside holds more than %d MiB", VERIFY_SOURCE >> 20);
	if (inspection->manifest.len > VERIFY_MANIFEST)
		return diag_at(diag, MSG_PDF_LIMIT, place, "the manifest "
		    "inside holds more than %d KiB", VERIFY_MANIFEST >> 10);
	return 0;
}

static int
verify_inspected(struct verifier *v, const char *file, const struct buf *pdf,
    const struct inspection *inspection, struct diag *diag)
{
	const struct place place = { .file = file };
	const char *status = inspection_text(inspection, "status");

	if (!inspection->source.len) {
		inspection_tell(inspection, file, MSG_PDF_DAMAGED,
		    MSG_PDF_LOOP, diag);
		return diag_at(diag, MSG_NO_SOURCE, place, "no source is "
		    "inside that the PDF could be made from again");
	}
	if (status && strcmp(status, "draft") == 0)
		return diag_at(diag, MSG_DRAFT, place, "the PDF is a draft: "
		    "only final documents are verified");
	if (check_sizes(file, inspection, diag) < 0)
		return -1;
	if (make(v, file, &inspection->source, diag) < 0) {
		inspection_tell(inspection, file, MSG_NO_SOURCE,
		    MSG_SOURCE_DIGEST, diag);
		return -1;
	}
	return compare(v, file, pdf, inspection, diag);
}

int
verify(struct verifier *v, const char *file, const struct buf *pdf,
    struct diag *diag)
{
	struct inspection inspection;
	int ret;

	if (inspect(&inspection, file, pdf, INSPECT_FILES, diag) < 0)
		return -1;
	ret = verify_inspected(v, file, pdf, &inspection, diag);
	inspection_dispose(&inspection);
	return ret;
}
