#include "pdf/pdf.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/cursor.h"

void
pdf_fault(struct pdf *pdf, enum message_id id, int page, const char *format,
    ...)
{
	va_list args;
	char *text;
	size_t bad, len;

	if (pdf->told[id]++ >= PDF_FAULTS) {
		pdf->untold++;
		return;
	}
	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	len = strlen(text);
	while ((bad = utf8_check(text, len)) < len)
		text[bad] = '?';
	json_array_append_new(pdf->faults, json_pack("{s:i, s:i, s:s}",
	    "number", (int)id, "page", page, "text", text));
	free(text);
}

void
pdf_count_faults(struct pdf *pdf)
{
	const size_t untold = pdf->untold;

	/* which is told in any case */
	pdf->told[MSG_PDF_LIMIT] = 0;
	if (untold)
		pdf_fault(pdf, MSG_PDF_LIMIT, 0, "the PDF has %zu more faults "
		    "of the same kinds", untold);
}

static void
library_fault(struct pdf *pdf, qpdf_error error)
{
	pdf_fault(pdf, MSG_PDF_DAMAGED, 0, "the PDF is damaged: %s",
	    qpdf_get_error_message_detail(pdf->q, error));
}

int
pdf_open(struct pdf *pdf, const char *bytes, size_t len)
{
	*pdf = (struct pdf){ .q = qpdf_init(), .faults = json_array() };
	qpdf_set_suppress_warnings(pdf->q, QPDF_TRUE);
	qpdf_silence_errors(pdf->q);
	/* what must be mended is not what was made */
	qpdf_set_attempt_recovery(pdf->q, QPDF_FALSE);
	qpdf_read_memory(pdf->q, "PDF", bytes, len, NULL);
	if (!qpdf_has_error(pdf->q)) {
		long size = pdf_integer(pdf, pdf_get(pdf,
		    qpdf_get_trailer(pdf->q), "/Size"), 0);

		pdf->objects = size > 0 && size < PDF_OBJECTS ? (int)size :
		    PDF_OBJECTS;
		return 0;
	}
	library_fault(pdf, qpdf_get_error(pdf->q));
	return -1;
}

void
pdf_take_warnings(struct pdf *pdf)
{
	if (qpdf_has_error(pdf->q))
		library_fault(pdf, qpdf_get_error(pdf->q));
	while (qpdf_more_warnings(pdf->q))
		library_fault(pdf, qpdf_next_warning(pdf->q));
}

qpdf_oh
pdf_get(const struct pdf *pdf, qpdf_oh from, const char *key)
{
	enum qpdf_object_type_e type = qpdf_oh_get_type_code(pdf->q, from);

	if (type == ot_stream)
		from = qpdf_oh_get_dict(pdf->q, from);
	/* the library complains of what is no dictionary */
	else if (type != ot_dictionary)
		return qpdf_oh_new_null(pdf->q);
	return qpdf_oh_get_key(pdf->q, from, key);
}

int
pdf_is_null(const struct pdf *pdf, qpdf_oh oh)
{
	return qpdf_oh_is_null(pdf->q, oh);
}

int
pdf_has(const struct pdf *pdf, qpdf_oh from, const char *key)
{
	return !pdf_is_null(pdf, pdf_get(pdf, from, key));
}

int
pdf_id(const struct pdf *pdf, qpdf_oh oh)
{
	return qpdf_oh_get_object_id(pdf->q, oh);
}

const char *
pdf_name(struct pdf *pdf, qpdf_oh oh)
{
	const char *name;

	if (!qpdf_oh_is_name(pdf->q, oh))
		return NULL;
	name = qpdf_oh_get_name(pdf->q, oh);
	return arena_copy(&pdf->arena, name + 1, strlen(name + 1));
}

int
pdf_is_name(const struct pdf *pdf, qpdf_oh oh, const char *name)
{
	return qpdf_oh_is_name(pdf->q, oh) &&
	    strcmp(qpdf_oh_get_name(pdf->q, oh) + 1, name) == 0;
}

const char *
pdf_text(struct pdf *pdf, qpdf_oh oh)
{
	const char *text;
	size_t len;

	if (!qpdf_oh_is_string(pdf->q, oh))
		return NULL;
	text = qpdf_oh_get_binary_utf8_value(pdf->q, oh, &len);
	return arena_copy(&pdf->arena, text, len);
}

const char *
pdf_decode(struct pdf *pdf, const char *bytes, size_t len)
{
	qpdf_oh oh = qpdf_oh_new_binary_string(pdf->q, bytes, len);
	const char *text = pdf_text(pdf, oh);

	qpdf_oh_release(pdf->q, oh);
	return text;
}

long
pdf_integer(const struct pdf *pdf, qpdf_oh oh, long otherwise)
{
	return qpdf_oh_is_integer(pdf->q, oh) ?
	    (long)qpdf_oh_get_int_value(pdf->q, oh) : otherwise;
}

int
pdf_is_true(const struct pdf *pdf, qpdf_oh oh)
{
	return qpdf_oh_is_bool(pdf->q, oh) &&
	    qpdf_oh_get_bool_value(pdf->q, oh);
}

int
pdf_count(const struct pdf *pdf, qpdf_oh oh)
{
	return qpdf_oh_is_array(pdf->q, oh) ?
	    qpdf_oh_get_array_n_items(pdf->q, oh) : 0;
}

qpdf_oh
pdf_item(const struct pdf *pdf, qpdf_oh oh, int i)
{
	return qpdf_oh_get_array_item(pdf->q, oh, i);
}

int
pdf_several(const struct pdf *pdf, qpdf_oh oh)
{
	if (qpdf_oh_is_array(pdf->q, oh))
		return pdf_count(pdf, oh);
	return !pdf_is_null(pdf, oh);
}

qpdf_oh
pdf_one_of(const struct pdf *pdf, qpdf_oh oh, int i)
{
	return qpdf_oh_is_array(pdf->q, oh) ? pdf_item(pdf, oh, i) : oh;
}

int
pdf_stream(struct buf *out, struct pdf *pdf, qpdf_oh oh)
{
	QPDF_BOOL filtered = QPDF_FALSE;
	unsigned char *bytes = NULL;
	size_t len = 0;
	int ret = -1;

	if (!qpdf_oh_is_stream(pdf->q, oh))
		return -1;
	qpdf_oh_get_stream_data(pdf->q, oh, qpdf_dl_generalized, &filtered,
	    &bytes, &len);
	pdf->unpacked += len;
	if (filtered && pdf->unpacked <= PDF_UNPACKED) {
		buf_add(out, bytes, len);
		ret = 0;
	}
	free(bytes);
	return ret;
}
