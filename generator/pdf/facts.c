#include "pdf/facts.h"

#include <jansson.h>
#include <string.h>

#include "pdf/attachments.h"
#include "pdf/fonts.h"
#include "pdf/metadata.h"
#include "pdf/pages.h"
#include "pdf/structure.h"

/* Null if it is not known or is no text. */
static void
set_text(json_t *object, const char *key, const char *text)
{
	json_t *value = text ? json_string(text) : NULL;

	json_object_set_new(object, key, value ? value : json_null());
}

static json_t *
conformance(const struct metadata *m)
{
	json_t *list = json_array();

	if (m->ua_part)
		json_array_append_new(list, json_sprintf("PDF/UA-%s",
		    m->ua_part));
	if (m->a_part)
		json_array_append_new(list, json_sprintf("PDF/A-%s%s",
		    m->a_part, m->a_conformance && *m->a_conformance ?
		    (char[]){ (char)(m->a_conformance[0] | 0x20), '\0' } :
		    ""));
	return list;
}

/* How many elements there are of each type. */
static json_t *
elements(const struct structure *t)
{
	json_t *counts = json_object();

	for (size_t i = 0; i < t->count; i++) {
		const char *type = t->elements[i].type;

		json_object_set_new(counts, type, json_integer(1 +
		    json_integer_value(json_object_get(counts, type))));
	}
	return counts;
}

static json_t *
font_list(const struct fonts *fonts)
{
	json_t *list = json_array();

	/* the last that was met comes first */
	for (const struct font *f = fonts->first; f; f = f->next) {
		json_t *font = json_object();

		set_text(font, "name", f->name);
		json_object_set_new(font, "embedded",
		    json_boolean(f->embedded));
		json_object_set_new(font, "unicode",
		    json_boolean(f->unicode));
		json_array_insert_new(list, 0, font);
	}
	return list;
}

static json_t *
attachment_list(const struct attachments *all)
{
	json_t *list = json_array();

	for (size_t i = 0; i < all->count; i++) {
		json_t *file = json_object();

		set_text(file, "name", all->list[i].name);
		set_text(file, "type", all->list[i].type);
		set_text(file, "relationship", all->list[i].relationship);
		json_object_set_new(file, "size",
		    json_integer((json_int_t)all->list[i].bytes.len));
		json_array_append_new(list, file);
	}
	return list;
}

/* The object that holds the content of each page. */
static json_t *
contents(const struct pdf *pdf, const struct pages *pages)
{
	json_t *list = json_array();

	for (int i = 0; i < pages->count; i++)
		json_array_append_new(list, json_integer(pdf_id(pdf,
		    pdf_get(pdf, pages->list[i].oh, "/Contents"))));
	return list;
}

json_t *
facts_of(struct pdf *pdf, const struct read *read)
{
	const struct metadata *m = read->metadata;
	json_t *facts = json_object();

	set_text(facts, "title", m->title);
	set_text(facts, "symbol", m->symbol ? m->symbol : m->identifier);
	set_text(facts, "language", m->language);
	set_text(facts, "originalLanguage", m->original);
	set_text(facts, "date", m->date);
	set_text(facts, "distribution", m->distribution);
	set_text(facts, "jobNumber", m->job);
	set_text(facts, "status", m->status);
	set_text(facts, "producer", m->producer);
	set_text(facts, "version", qpdf_get_pdf_version(pdf->q));
	json_object_set_new(facts, "pages", json_integer(read->pages->count));
	json_object_set_new(facts, "tagged",
	    json_boolean(read->structure->count > 0));
	json_object_set_new(facts, "outline", json_integer(read->outline));
	json_object_set_new(facts, "conformance", conformance(m));
	json_object_set_new(facts, "elements", elements(read->structure));
	json_object_set_new(facts, "fonts", font_list(read->fonts));
	json_object_set_new(facts, "attachments",
	    attachment_list(read->attachments));
	json_object_set_new(facts, "contents", contents(pdf, read->pages));
	json_object_set(facts, "faults", pdf->faults);
	return facts;
}
