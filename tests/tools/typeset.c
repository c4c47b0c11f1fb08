/*
 * The engines by themselves, for tests and measurements: jobs are lines of the
 * standard input,
 *
 *	LANGUAGE STATION FOLDER NAME EPOCH SECONDS
 *
 * and a line of the standard output says how each has ended, as it ends:
 *
 *	NAME END VALUE warm|cold SECONDS CPU
 *
 *	typeset SITE-DATA CACHE [JOBS [WARM-FROM [ENGINES]]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/pool.h"
#include "util/diag.h"
#include "util/site.h"

extern char **environ;

static const char *const ends[] = {
	"exited", "killed", "time-limit", "interrupted", "not-run"
};

/* Submits all jobs.  The name of each is its payload, which is freed when it
 * has ended. */
static int
submit_all(struct engine_pool *pool, struct diag *diag)
{
	char language[8], station[32], folder[4096], name[256];
	long epoch;
	unsigned limit;
	struct engine_job job = {
		.language = language, .station = station, .folder = folder
	};

	while (scanf("%7s %31s %4095s %255s %ld %u", language, station, folder,
	    name, &epoch, &limit) == 6) {
		job.epoch = epoch;
		job.time_limit = limit;
		job.payload = strdup(name);
		job.name = job.payload;
		if (engine_submit(pool, &job, diag) < 0)
			return -1;
	}
	return 0;
}

static void
print(const struct engine_result *r)
{
	printf("%s %s %d %s %.6f %.6f\n", (char *)r->payload, ends[r->end],
	    r->value, r->warm ? "warm" : "cold", r->seconds, r->cpu);
	fflush(stdout);
	free(r->payload);
}

static unsigned
number(int argc, char **argv, int at, unsigned otherwise)
{
	return at < argc ? (unsigned)atoi(argv[at]) : otherwise;
}

int
main(int argc, char **argv)
{
	struct diag diag = DIAG_INIT;
	struct engine_result result;
	struct site site = {
		.data = argv[1], .cache = argv[2], .tmp = "/tmp",
		.environment = environ
	};
	const struct engine_options options = {
		.jobs = number(argc, argv, 3, 1),
		.warm_from = number(argc, argv, 4, 1),
		.engines = number(argc, argv, 5, 0)
	};
	struct engine_pool *pool;

	if (argc < 3)
		return 2;
	pool = engine_pool_new(&site, &options);
	if (submit_all(pool, &diag) == 0)
		while (engine_wait(pool, &result, -1, &diag) == ENGINE_RESULT)
			print(&result);
	engine_pool_free(pool);
	diag_print(&diag, stderr);
	diag_dispose(&diag);
	return 0;
}
