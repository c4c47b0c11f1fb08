#include "pipeline/xslterror.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/document.h"
#include "util/alloc.h"
#include "util/diag.h"

/* libxslt stops alike for xsl:message and for its own errors. */
static int
is_own_error(const char *line)
{
	static const char start[] = "runtime error";

	return strncmp(line, start, sizeof(start) - 1) == 0;
}

static void
take_line(struct xslterror *e)
{
	const char *line = buf_string(&e->line);
	unsigned number, row, column;
	int end = 0;

	if (e->doc && sscanf(line, "UNA-%4u %u:%u %n", &number, &row,
	    &column, &end) == 3 && end > 0) {
		if (diag_raw(e->diag, number, catalogue_level(number),
		    place_in(document_top(e->doc), row, column),
		    line + end) < 0)
			e->reported = 1;
	} else if (*line) {
		if (e->words.len)
			buf_puts(&e->words, "; ");
		buf_puts(&e->words, line);
		e->broken |= is_own_error(line);
	}
	buf_clear(&e->line);
}

static void
take_text(struct xslterror *e, const char *text)
{
	size_t len;

	for (len = strcspn(text, "\n"); text[len]; len = strcspn(text, "\n")) {
		buf_add(&e->line, text, len);
		take_line(e);
		text += len + 1;
	}
	buf_puts(&e->line, text);
}

__attribute__((format(printf, 2, 3)))
static void
on_piece(void *data, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	take_text(data, text);
	free(text);
}

static void
on_error(void *data, xmlError *error)
{
	struct xslterror *e = data;

	if (error->level < XML_ERR_ERROR)
		return;
	e->broken = 1;
	on_piece(e, "%s:%d: %s", error->file ? error->file : "stylesheet",
	    error->line, error->message ? error->message : "\n");
}

void
xslterror_begin(struct xslterror *e, const struct document *doc,
    struct diag *diag)
{
	*e = (struct xslterror){ .diag = diag, .doc = doc };
	xsltSetGenericErrorFunc(e, on_piece);
	xmlSetStructuredErrorFunc(e, on_error);
}

void
xslterror_join(struct xslterror *e, struct _xsltTransformContext *ctxt)
{
	xsltSetTransformErrorFunc(ctxt, e, on_piece);
}

static int
conclude(struct xslterror *e, int failed, int stopped)
{
	const char *words = e->words.len ? buf_string(&e->words) :
	    "it stopped without a word";

	if (e->reported)
		return -1;
	if (!failed && !e->words.len)
		return 0;
	if (!stopped || e->broken)
		return diag_global(e->diag, MSG_STYLESHEET_BROKEN,
		    "the stylesheet is at fault: %s", words);
	return diag_at(e->diag, MSG_STYLESHEET, document_top(e->doc), "%s",
	    words);
}

int
xslterror_end(struct xslterror *e, int failed, int stopped)
{
	int ret;

	xsltSetGenericErrorFunc(NULL, NULL);
	xmlSetStructuredErrorFunc(NULL, NULL);
	take_line(e);
	ret = conclude(e, failed, stopped);
	buf_dispose(&e->line);
	buf_dispose(&e->words);
	return ret;
}
