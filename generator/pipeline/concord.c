#include "pipeline/concord.h"

#include <stdlib.h>
#include <string.h>

#include "pipeline/concord_parts.h"
#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/alloc.h"

static const xmlNode *
masthead_of(const struct version *v)
{
	return tree_child(v->root, "masthead");
}

/* Two files of one language: one of them is not what it seems. */
static int
check_languages(const struct concord *c, struct diag *diag)
{
	int ret = 0;

	for (size_t i = 0; i < c->count; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct version *a = &c->versions[i];
			const struct version *b = &c->versions[j];
			struct place other = document_place_attr(b->doc,
			    b->root, "xml:lang");

			if (strcmp(a->language, b->language) == 0)
				ret = diag_pair(diag, MSG_SAME_LANGUAGE,
				    document_place_attr(a->doc, a->root,
				    "xml:lang"), other, "this version is in "
				    "'%s', and so is that of %s:%u:%u",
				    a->language, other.file, other.line,
				    other.column);
		}
	}
	return ret;
}

/* The one asked for, or that in the language that the document was made in. */
static int
find_reference(struct concord *c, const char *language, struct diag *diag)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct version *v = &c->versions[i];

		if (language ? strcmp(v->language, language) == 0 :
		    tree_attr_is(masthead_of(v), "original", v->language)) {
			c->reference = i;
			return 0;
		}
	}
	if (!language)
		return 0;
	return diag_global(diag, MSG_OPTION_VALUE, "option '--reference' "
	    "cannot be '%s': no file is in this language", language);
}

static void
open_versions(struct concord *c, const struct document *const *documents)
{
	for (size_t i = 0; i < c->count; i++) {
		struct version *v = &c->versions[i];

		v->doc = documents[i];
		v->root = document_root(v->doc);
		v->language = tree_attr(v->root, "lang");
	}
}

/* "V.07-83856": outside New York each language has a number of its own. */
static int
has_own_number(const char *job)
{
	return job && (*job < '0' || *job > '9');
}

/* Whether two versions have one number, which is told. */
static int
compare_jobs(struct comparison *c)
{
	const xmlNode *own = masthead_of(c->own), *model =
	    masthead_of(c->model);
	const char *job = tree_attr(own, "job");
	struct side mine = { .subject = own }, theirs = { .subject = model };

	if (!has_own_number(job) || !tree_attr_is(model, "job", job))
		return 0;
	mine.at = document_place_attr(c->own->doc, own, "job");
	mine.full = concord_words("the job number '%s'", job);
	mine.brief = concord_words("the same");
	theirs.at = document_place_attr(c->model->doc, model, "job");
	theirs.full = concord_words("the job number '%s'", job);
	theirs.brief = concord_words("the same");
	concord_add(c, MSG_VERSION_JOB, "job", mine, theirs);
	return 1;
}

static void
compare_job_numbers(struct concord *c)
{
	struct comparison pair = { c, NULL, NULL };

	for (size_t i = 0; i < c->count; i++) {
		pair.own = &c->versions[i];
		for (size_t j = 0; j < i; j++) {
			pair.model = &c->versions[j];
			if (compare_jobs(&pair))
				break;
		}
	}
}

static struct side
kind_of(const struct version *v)
{
	struct side side = { .subject = v->root };

	side.at = document_place(v->doc, v->root);
	side.full = concord_words("the root <%s>", tree_name(v->root));
	side.brief = concord_words("<%s>", tree_name(v->root));
	return side;
}

static void
compare_versions(struct comparison *c)
{
	if (tree_is(c->own->root, tree_name(c->model->root)))
		concord_elements(c, c->own->root, c->model->root);
	else
		concord_add(c, MSG_VERSION_KIND, "kind", kind_of(c->own),
		    kind_of(c->model));
}

struct concord *
concord_new(const struct document *const *documents, size_t count,
    const char *reference, struct diag *diag)
{
	struct concord *c = xcalloc(1, sizeof(*c));

	c->versions = xcalloc(count, sizeof(*c->versions));
	c->count = count;
	open_versions(c, documents);
	if (check_languages(c, diag) < 0 ||
	    find_reference(c, reference, diag) < 0) {
		concord_free(c);
		return NULL;
	}
	for (size_t i = 0; i < count; i++)
		concord_prints(&c->versions[i]);
	for (size_t i = 0; i < count; i++)
		if (i != c->reference)
			compare_versions(&(struct comparison){ c,
			    &c->versions[i], &c->versions[c->reference] });
	compare_job_numbers(c);
	concord_judge(c);
	return c;
}

static void
dispose_side(struct side *side)
{
	free(side->full);
	free(side->brief);
	free(side->meaning);
}

void
concord_free(struct concord *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->difference_count; i++) {
		dispose_side(&c->differences[i].own);
		dispose_side(&c->differences[i].model);
	}
	for (size_t i = 0; i < c->count; i++)
		free(c->versions[i].prints);
	free(c->differences);
	free(c->versions);
	free(c);
}
