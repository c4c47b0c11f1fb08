#include "engine/isolate.h"
#include "pipeline/pipeline_parts.h"
#include "pipeline/transform.h"
#include "util/diag.h"
#include "util/site.h"

/* A source that is to be made into a PDF again. */
struct question {
	struct pipeline *pipeline;
	const char *path;
	const struct pipeline_job *job;
};

/* As far as to TeX, which has limits of its own; whatever comes of it. */
static void
work(struct buf *out, const void *payload)
{
	const struct question *q = payload;
	struct pipeline_job job = *q->job;
	struct diag diag = DIAG_INIT;
	struct work *w;

	(void)out;
	job.output = OUTPUT_TEX;
	pipeline_start(&w, q->pipeline, q->path, &job, &diag);
	pipeline_end(w);
	diag_dispose(&diag);
}

/*
 * The source may be made to take hours or all memory.  So a child with limits
 * does first what we do then, which costs a few milliseconds: whatever the
 * child gets to an end with, we do.
 */
static int
try_in_child(const struct question *q, struct diag *diag)
{
	const struct place place = { .file = q->path };
	const struct isolate_limits limits = {
		.seconds = q->job->typeset.time_limit,
		.memory = 1024UL * 1024 * 1024,
		.reads = q->pipeline->site->data
	};
	struct buf nothing = BUF_INIT;
	enum isolate_end end = isolate_run(&nothing, &limits, work, q);

	buf_dispose(&nothing);
	if (end == ISOLATE_DONE)
		return 0;
	if (end == ISOLATE_NOT_RUN)
		return isolate_not_run(diag);
	if (end == ISOLATE_CRASHED)
		return diag_at(diag, MSG_PDF_DAMAGED, place, "making a PDF of "
		    "what is inside failed");
	return diag_at(diag, MSG_PDF_LIMIT, place, "what is inside takes too "
	    "much time or memory to be made into a PDF");
}

/* What all documents share is read before the first child needs it. */
static int
prepare(struct pipeline *p, struct diag *diag)
{
	if (pipeline_prepare(p, diag) < 0)
		return -1;
	return p->transform ? 0 :
	    transform_load(&p->transform, p->site->data, diag);
}

int
pipeline_rebuild(struct buf *pdf, struct pipeline *p, const char *path,
    const struct pipeline_job *job, struct diag *diag)
{
	const struct question question = { p, path, job };
	enum engine_wait end = ENGINE_NONE;
	struct work *w;
	int ret;

	if (prepare(p, diag) < 0 || try_in_child(&question, diag) < 0)
		return -1;
	ret = pipeline_start(&w, p, path, job, diag);
	if (ret == 0)
		end = pipeline_wait(&w, p, -1, diag);
	ret = end == ENGINE_RESULT && !w->failed ? 0 : -1;
	if (ret == 0) {
		buf_dispose(pdf);
		*pdf = w->bytes;
		w->bytes = (struct buf)BUF_INIT;
	}
	pipeline_end(w);
	return ret;
}
