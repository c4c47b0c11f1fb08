#include <stdlib.h>

#include "engine/zygote.h"
#include "pipeline/allowance.h"
#include "pipeline/claims.h"
#include "pipeline/companion.h"
#include "pipeline/confine.h"
#include "pipeline/document.h"
#include "pipeline/draft.h"
#include "pipeline/levels.h"
#include "pipeline/manifest.h"
#include "pipeline/pipeline_parts.h"
#include "pipeline/registers.h"
#include "pipeline/rules.h"
#include "pipeline/schema.h"
#include "pipeline/transform.h"
#include "util/alloc.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/site.h"

/* Starting a warm engine takes as long as a cold run or two. */
static const struct engine_options one_by_one = { .jobs = 1, .warm_from = 2 };

struct pipeline *
pipeline_new(const struct site *site)
{
	struct pipeline *p = xcalloc(1, sizeof(*p));

	p->site = site;
	p->claims = claims_new();
	p->engines = one_by_one;
	confine_to(site->data);
	return p;
}

void
pipeline_set_engines(struct pipeline *p, const struct engine_options *options)
{
	p->engines = *options;
}

struct claims *
pipeline_claims(struct pipeline *p)
{
	return p->claims;
}

void
pipeline_look_again(struct pipeline *p, const char *path)
{
	claims_drop(p->claims, path);
	levels_free(p->levels);
	p->levels = NULL;
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
	levels_free(p->levels);
	claims_free(p->claims);
	engine_pool_free(p->pool);
	zygote_end(p->zygote);
	free(p);
}

int
pipeline_prepare(struct pipeline *p, struct diag *diag)
{
	const char *data = p->site->data;

	if (!p->schema && schema_load(&p->schema, data, diag) < 0)
		return -1;
	if (!p->registers && registers_load(&p->registers, data, diag) < 0)
		return -1;
	return 0;
}

int
pipeline_levels(struct pipeline *p, const struct document *doc,
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
check(const struct pipeline *p, struct document *doc,
    const struct levels *levels, struct diag *diag)
{
	size_t from = diag->count;
	int ret;

	/* rules rely on what the schema promises */
	if (schema_check(p->schema, doc, diag) < 0)
		return -1;
	ret = rules_check(doc, p->registers, levels, diag);
	ret |= allowance_check(doc, diag, from);
	ret |= levels_apply(levels, doc, diag, from);
	return ret;
}

static int
load(struct document **doc, const char *path, const struct buf *source,
    struct diag *diag)
{
	struct buf copy = BUF_INIT;

	if (!source)
		return document_load(doc, path, diag);
	buf_add(&copy, source->data, source->len);
	return document_read(doc, path, &copy, diag);
}

int
pipeline_read(struct document **doc, struct pipeline *p, const char *path,
    const struct buf *source, struct timings *t, struct diag *diag)
{
	double start = clock_seconds();
	int ret;

	*doc = NULL;
	ret = load(doc, path, source, diag);
	timings_lap(t, STAGE_READ, &start);
	if (ret == 0)
		ret = pipeline_prepare(p, diag);
	timings_lap(t, STAGE_LOAD, &start);
	if (ret == 0 && !source)
		ret = pipeline_levels(p, *doc, diag);
	if (ret == 0)
		ret = check(p, *doc, source ? NULL : p->levels, diag);
	timings_lap(t, STAGE_CHECK, &start);
	return ret;
}

int
pipeline_draft(struct buf *out, struct pipeline *p, const struct draft *draft,
    struct diag *diag)
{
	if (pipeline_prepare(p, diag) < 0)
		return -1;
	return draft_make(out, draft, p->schema, p->registers, p->site->data,
	    diag);
}

int
pipeline_open(struct document **doc, struct pipeline *p, const char *path,
    struct diag *diag)
{
	struct timings t = { { 0 } };
	int ret = pipeline_read(doc, p, path, NULL, &t, diag);

	timings_add(p->site->timings, &t);
	if (ret < 0) {
		document_free(*doc);
		*doc = NULL;
	}
	return ret;
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
