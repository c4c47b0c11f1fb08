#include "pipeline/pipeline.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/pool.h"
#include "pipeline/allowance.h"
#include "pipeline/companion.h"
#include "pipeline/confine.h"
#include "pipeline/document.h"
#include "pipeline/draft.h"
#include "pipeline/levels.h"
#include "pipeline/manifest.h"
#include "pipeline/name.h"
#include "pipeline/registers.h"
#include "pipeline/rules.h"
#include "pipeline/schema.h"
#include "pipeline/transform.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/site.h"

/* A file that this run has made, and of what. */
struct made {
	char *path;
	const char *from;
};

struct pipeline {
	const struct site *site;
	struct schema *schema;
	struct registers *registers;
	struct transform *transform;
	struct manifest *manifest;
	struct engine_pool *engines;
	struct levels *levels;	/* of the folder of the last document */
	int wrong_levels;
	struct made *made;
	size_t count, size;
};

struct pipeline *
pipeline_new(const struct site *site)
{
	struct pipeline *p = xcalloc(1, sizeof(*p));

	p->site = site;
	confine_to(site->data);
	return p;
}

void
pipeline_free(struct pipeline *p)
{
	if (!p)
		return;
	schema_free(p->schema);
	registers_free(p->registers);
	transform_free(p->transform);
	manifest_free(p->manifest);
	engine_pool_free(p->engines);
	levels_free(p->levels);
	for (size_t i = 0; i < p->count; i++)
		free(p->made[i].path);
	free(p->made);
	free(p);
}

/* What documents are checked against. */
static int
prepare(struct pipeline *p, struct diag *diag)
{
	const char *data = p->site->data;

	if (!p->schema && schema_load(&p->schema, data, diag) < 0)
		return -1;
	if (!p->registers && registers_load(&p->registers, data, diag) < 0)
		return -1;
	return 0;
}

/* Those of the document's folder are those of its neighbours. */
static int
prepare_levels(struct pipeline *p, const struct document *doc,
    struct diag *diag)
{
	char *folder = fs_folder(document_path(doc));

	if (!p->levels || !levels_are_of(p->levels, folder)) {
		levels_free(p->levels);
		p->wrong_levels = levels_load(&p->levels, folder, diag);
	}
	free(folder);
	return p->wrong_levels;
}

static int
check(struct pipeline *p, struct document *doc, struct diag *diag)
{
	size_t from = diag->count;
	int ret;

	if (prepare(p, diag) < 0 || prepare_levels(p, doc, diag) < 0)
		return -1;
	/* rules rely on what the schema promises */
	if (schema_check(p->schema, doc, diag) < 0)
		return -1;
	ret = rules_check(doc, p->registers, p->levels, diag);
	ret |= allowance_check(doc, diag, from);
	ret |= levels_apply(p->levels, doc, diag, from);
	return ret;
}

int
pipeline_draft(struct buf *out, struct pipeline *p, const struct draft *draft,
    struct diag *diag)
{
	if (prepare(p, diag) < 0)
		return -1;
	return draft_make(out, draft, p->schema, p->registers, p->site->data,
	    diag);
}

int
pipeline_open(struct document **doc, struct pipeline *p, const char *path,
    struct diag *diag)
{
	if (document_load(doc, path, diag) < 0)
		return -1;
	if (check(p, *doc, diag) == 0)
		return 0;
	document_free(*doc);
	*doc = NULL;
	return -1;
}

int
pipeline_companion(struct buf *out, struct pipeline *p, const char *path,
    const char *kind, struct diag *diag)
{
	struct document *doc;
	int ret;

	if (pipeline_open(&doc, p, path, diag) < 0)
		return -1;
	ret = companion_make(out, doc, kind, p->site->data, diag);
	document_free(doc);
	return ret;
}

int
pipeline_validate(struct pipeline *p, const char *path, struct diag *diag)
{
	struct document *doc;

	if (pipeline_open(&doc, p, path, diag) < 0)
		return -1;
	document_free(doc);
	return 0;
}

/* Two documents of one run must not become the same file. */
static int
claim(struct pipeline *p, const char *path, const char *from,
    struct diag *diag)
{
	size_t size = grown(p->size, p->count + 1);

	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->made[i].path, path) == 0)
			return diag_global(diag, MSG_SAME_OUTPUT,
			    "'%s' and '%s' would both become '%s'",
			    p->made[i].from, from, path);
	if (size != p->size)
		p->made = xrealloc(p->made, size, sizeof(*p->made));
	p->size = size;
	p->made[p->count++] = (struct made){ xstrdup(path), from };
	return 0;
}

static int
publish(const char *folder, const char *path, const struct buf *bytes,
    struct diag *diag)
{
	if (fs_make_folders(folder) == 0 &&
	    fs_publish(path, bytes->data, bytes->len) == 0)
		return 0;
	return diag_global(diag, MSG_CANNOT_WRITE, "cannot write '%s': %s",
	    path, strerror(errno));
}

static struct engine_pool *
engines(struct pipeline *p)
{
	if (!p->engines)
		p->engines = engine_pool_new(p->site, NULL);
	return p->engines;
}

/* The PDF of a document that is without fault. */
static int
make_pdf(struct buf *pdf, struct pipeline *p, const struct document *doc,
    const char *name, const struct buf *tex,
    const struct typeset_options *options, struct diag *diag)
{
	struct buf manifest = BUF_INIT;
	const struct typeset_text text = { name, tex, &manifest };
	int ret;

	if (!p->manifest &&
	    manifest_load(&p->manifest, p->site->data, diag) < 0)
		return -1;
	manifest_write(&manifest, p->manifest, name,
	    tree_attr(document_root(doc), "lang"), document_text(doc));
	ret = typeset_run(pdf, engines(p), p->site, doc, &text, options, diag);
	buf_dispose(&manifest);
	return ret;
}

int
pipeline_build(char **result, struct pipeline *p, const char *path,
    const struct pipeline_job *job, struct diag *diag)
{
	struct document *doc = NULL;
	struct buf tex = BUF_INIT, pdf = BUF_INIT, file = BUF_INIT;
	const struct buf *bytes = &tex;
	char *name = NULL;
	size_t from;
	int ret = -1;

	if (document_load(&doc, path, diag) < 0 || check(p, doc, diag) < 0)
		goto done;
	name = name_of(doc);
	buf_printf(&file, "%s/%s.%s", job->folder, name,
	    job->output == OUTPUT_TEX ? "tex" : "pdf");
	if (claim(p, file.data, path, diag) < 0)
		goto done;
	if (!p->transform &&
	    transform_load(&p->transform, p->site->data, diag) < 0)
		goto done;
	if (transform_apply(&tex, p->transform, doc, diag) < 0)
		goto done;
	if (job->output == OUTPUT_PDF) {
		from = diag->count;
		if (make_pdf(&pdf, p, doc, name, &tex, &job->typeset,
		    diag) < 0 ||
		    levels_apply(p->levels, doc, diag, from) < 0)
			goto done;
		bytes = &pdf;
	}
	if (publish(job->folder, file.data, bytes, diag) < 0)
		goto done;
	*result = buf_detach(&file);
	ret = 0;
done:
	free(name);
	buf_dispose(&file);
	buf_dispose(&pdf);
	buf_dispose(&tex);
	document_free(doc);
	return ret;
}
