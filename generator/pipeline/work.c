#include <poll.h>
#include <stdlib.h>

#include "engine/isolate.h"
#include "engine/zygote.h"
#include "pdf/inspect.h"
#include "pipeline/claims.h"
#include "pipeline/document.h"
#include "pipeline/levels.h"
#include "pipeline/manifest.h"
#include "pipeline/name.h"
#include "pipeline/pipeline_parts.h"
#include "pipeline/registers.h"
#include "pipeline/schema.h"
#include "pipeline/signature.h"
#include "pipeline/transform.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/clock.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/site.h"

static struct engine_pool *
engines(struct pipeline *p)
{
	if (!p->pool)
		p->pool = engine_pool_new(p->site, &p->engines);
	return p->pool;
}

/* Before anything is loaded for the first document. */
static void
start_zygote(struct pipeline *p)
{
	if (!p->zygote)
		p->zygote = zygote_start();
}

/* What is no language or station has no engine; its documents tell why. */
static int
is_kind(struct pipeline *p, const char *language, const char *station)
{
	struct diag unheard = DIAG_INIT;
	struct buf why = BUF_INIT;
	int ret = pipeline_prepare(p, &unheard) == 0 &&
	    schema_check_choice(&why, p->schema, document_roots[0],
	    "lang", language) == 0 &&
	    registers_has(p->registers, REGISTERS_STATION, station);

	buf_dispose(&why);
	diag_dispose(&unheard);
	return ret;
}

void
pipeline_expect(struct pipeline *p, const char *language,
    const char *station, unsigned documents)
{
	start_zygote(p);
	if (is_kind(p, language, station))
		engine_expect(engines(p), language, station, documents);
}

void
pipeline_miss(struct pipeline *p, const char *language, const char *station)
{
	engine_miss(engines(p), language, station);
}

/* Two documents of one run must not become the same file. */
static int
claim(struct work *w, const char *name, struct diag *diag)
{
	struct buf file = BUF_INIT;
	const char *other;

	/* of a source nothing is written */
	if (w->job->source)
		return 0;
	buf_printf(&file, "%s/%s.%s", w->job->folder, name,
	    w->job->output == OUTPUT_TEX ? "tex" : "pdf");
	other = claims_take(w->pipeline->claims, file.data, w->path);
	if (!other) {
		w->file = buf_detach(&file);
		return 0;
	}
	diag_global(diag, MSG_SAME_OUTPUT, "'%s' and '%s' would both become "
	    "'%s'", other, w->path, file.data);
	buf_dispose(&file);
	return -1;
}

/* Hands a document that is without fault to the engines. */
static int
submit(struct work *w, const char *name, struct diag *diag)
{
	struct pipeline *p = w->pipeline;
	struct buf manifest = BUF_INIT;
	const struct typeset_text text = { name, &w->bytes, &manifest };

	if (!p->manifest &&
	    manifest_load(&p->manifest, p->site->data, diag) < 0)
		return -1;
	manifest_write(&manifest, p->manifest, name,
	    tree_attr(document_root(w->doc), "lang"), document_text(w->doc));
	w->typeset = typeset_start(engines(p), p->site, w->doc, &text,
	    &w->job->typeset, w, diag);
	buf_dispose(&manifest);
	buf_dispose(&w->bytes);
	return w->typeset ? 0 : -1;
}

static int
transform(struct work *w, double *start, struct diag *diag)
{
	struct pipeline *p = w->pipeline;
	int ret;

	if (!p->transform &&
	    transform_load(&p->transform, p->site->data, diag) < 0)
		return -1;
	timings_lap(&w->timings, STAGE_LOAD, start);
	ret = transform_apply(&w->bytes, p->transform, w->doc, w->job->draft,
	    diag);
	timings_lap(&w->timings, STAGE_TRANSFORM, start);
	return ret;
}

/* From here on there may be files of it that are not to stay.  Not before: it
 * may be somebody's typing that is read. */
static void
hold(struct work *w)
{
	interrupt_hold();
	w->held = 1;
}

int
pipeline_start(struct work **out, struct pipeline *p, const char *path,
    const struct pipeline_job *job, struct diag *diag)
{
	struct work *w = xcalloc(1, sizeof(*w));
	double start;
	char *name = NULL;
	int ret = -1;

	*out = w;
	w->path = path;
	w->job = job;
	w->pipeline = p;
	w->diag = diag;
	if (job->output == OUTPUT_PDF && !job->source)
		start_zygote(p);
	if (pipeline_read(&w->doc, p, path, job->source, &w->timings,
	    diag) < 0)
		return -1;
	hold(w);
	start = clock_seconds();
	name = name_of(w->doc);
	if (claim(w, name, diag) == 0 && transform(w, &start, diag) == 0)
		ret = job->output == OUTPUT_TEX ? 0 : submit(w, name, diag);
	free(name);
	timings_lap(&w->timings, STAGE_PUBLISH, &start);
	return ret;
}

/* What the engines have made of it. */
static int
take_pdf(struct work *w, struct diag *diag)
{
	struct pipeline *p = w->pipeline;
	size_t from = diag->count;
	int ret = typeset_finish(&w->bytes, &w->pages, w->typeset, &w->result,
	    diag);

	w->typeset = NULL;
	if (ret == 0 && !w->job->source)
		ret = pipeline_levels(p, w->doc, diag);
	if (ret == 0)
		ret = levels_apply(w->job->source ? NULL : p->levels, w->doc,
		    diag, from);
	return ret;
}

/* The inspection of what was made; nothing is inspected that is only looked
 * at. */
static void
start_inspection(struct work *w)
{
	struct pipeline *p = w->pipeline;

	w->inspected = clock_seconds();
	w->inspection = inspect_start(p->zygote, &w->bytes, INSPECT_ALL);
	if (!w->inspection)
		return;
	w->next = p->inspected;
	p->inspected = w;
	p->inspections++;
}

/* A document that is set: whether there is no more to wait for. */
static int
take_result(struct work *w, const struct engine_result *result)
{
	double start = clock_seconds();

	w->result = *result;
	w->timings.seconds[STAGE_TYPESET] += result->seconds;
	w->failed = take_pdf(w, w->diag) < 0;
	timings_lap(&w->timings, STAGE_INSPECT, &start);
	if (!w->failed && !w->job->source)
		start_inspection(w);
	return !w->inspection;
}

/* Takes one out of the list of those that are inspected. */
static void
end_inspection(struct work *w)
{
	struct work **at = &w->pipeline->inspected;

	while (*at != w)
		at = &(*at)->next;
	*at = w->next;
	w->pipeline->inspections--;
}

/* One whose inspection is at its end; else it waits for that, or for the
 * engines to have something to say. */
static struct work *
find_inspected(const struct pipeline *p, int milliseconds)
{
	struct pollfd *fds = xcalloc(p->inspections + 1, sizeof(*fds));
	struct work *w, *found = NULL;
	nfds_t n = 1;

	fds[0] = (struct pollfd){ engine_descriptor(p->pool), POLLIN, 0 };
	for (w = p->inspected; w; w = w->next)
		fds[n++] = (struct pollfd){
			isolate_descriptor(w->inspection), POLLIN, 0
		};
	if (poll(fds, n, milliseconds) > 0)
		for (n = 1, w = p->inspected; w && !found; w = w->next)
			if (fds[n++].revents)
				found = w;
	free(fds);
	return found;
}

enum engine_wait
pipeline_wait(struct work **out, struct pipeline *p, int milliseconds,
    struct diag *diag)
{
	struct engine_result result;
	enum engine_wait ret = ENGINE_NONE;

	while (p->pool && (engine_pending(p->pool) || p->inspected) &&
	    !interrupt_signal()) {
		/* first, as it also has them go on with what is next */
		ret = engine_wait(p->pool, &result, p->inspected ? 0 :
		    milliseconds, diag);
		if (ret == ENGINE_RESULT) {
			*out = result.payload;
			if (take_result(*out, &result))
				return ret;
		} else if (p->inspected &&
		    (*out = find_inspected(p, milliseconds))) {
			end_inspection(*out);
			return ENGINE_RESULT;
		} else if (milliseconds >= 0) {
			return ret;
		}
	}
	/* of an interrupt, the engines are to know */
	if (p->pool)
		return engine_wait(p->pool, &result, 0, diag);
	return interrupt_signal() ? ENGINE_INTERRUPTED : ENGINE_NONE;
}

/* What `unagenda inspect` would complain of is not published. */
static int
prove(const struct work *w, struct diag *diag)
{
	const struct place place = { .file = w->path };
	struct inspection inspection;
	int ret;

	if (inspect_finish(&inspection, w->path, w->inspection, diag) < 0)
		return -1;
	ret = inspection_tell(&inspection, w->path, MSG_PDF_DAMAGED,
	    MSG_SOURCE_DIGEST, diag);
	inspection_dispose(&inspection);
	if (ret < 0)
		diag_at(diag, MSG_UNFIT, place, "the PDF made of it has "
		    "faults, and is not published");
	return ret;
}

int
pipeline_finish(struct work *w, struct diag *diag)
{
	double start = clock_seconds();
	int ret = w->failed ? -1 : 0;

	if (ret == 0 && w->job->output == OUTPUT_PDF) {
		ret = prove(w, diag);
		w->inspection = NULL;
		timings_lap(&w->timings, STAGE_INSPECT, &w->inspected);
		start = w->inspected;
	}
	if (ret < 0)
		return -1;
	if (fs_make_folders(w->job->folder) < 0 ||
	    fs_write_partial(&w->partial, w->job->partial, w->file,
	    buf_string(&w->bytes), w->bytes.len) < 0)
		ret = diag_cannot_write(diag, w->file);
	timings_lap(&w->timings, STAGE_PUBLISH, &start);
	return ret;
}

/* Before the PDF is there: it shall not be without its signature. */
static int
sign(const struct work *w, struct diag *diag)
{
	struct buf signature = BUF_INIT, beside = BUF_INIT;
	int ret = signer_sign(&signature, w->job->signer, &w->bytes, diag);

	buf_printf(&beside, "%s" SIGNATURE_ENDING, w->file);
	if (ret == 0 && fs_publish(beside.data, signature.data,
	    signature.len) < 0)
		ret = diag_cannot_write(diag, beside.data);
	buf_dispose(&signature);
	buf_dispose(&beside);
	return ret;
}

int
pipeline_publish(struct work *w, struct diag *diag)
{
	double start = clock_seconds();
	int ret = 0;

	if (w->job->signer)
		ret = sign(w, diag);
	if (ret == 0 && fs_rename(w->partial, w->file) < 0)
		ret = diag_cannot_write(diag, w->file);
	free(w->partial);
	w->partial = NULL;
	timings_lap(&w->timings, STAGE_PUBLISH, &start);
	return ret;
}

void
pipeline_end(struct work *w)
{
	if (w->partial)
		fs_remove(w->partial);
	timings_add(w->pipeline->site->timings, &w->timings);
	if (w->typeset)
		typeset_drop(w->typeset);
	if (w->inspection) {
		end_inspection(w);
		isolate_drop(w->inspection);
	}
	buf_dispose(&w->bytes);
	document_free(w->doc);
	if (w->held)
		interrupt_release();
	free(w->partial);
	free(w->file);
	free(w);
}

int
pipeline_build(char **result, struct pipeline *p, const char *path,
    const struct pipeline_job *job, struct diag *diag)
{
	enum engine_wait end = ENGINE_RESULT;
	struct work *w;
	int ret = pipeline_start(&w, p, path, job, diag);

	if (ret == 0 && w->typeset)
		end = pipeline_wait(&w, p, -1, diag);
	if (ret == 0 && end == ENGINE_RESULT && pipeline_finish(w, diag) == 0 &&
	    pipeline_publish(w, diag) == 0) {
		*result = w->file;
		w->file = NULL;
	} else {
		ret = -1;
	}
	pipeline_end(w);
	return ret;
}
