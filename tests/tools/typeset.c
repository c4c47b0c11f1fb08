/*
 * The engines by themselves, for tests and measurements: jobs are lines of the
 * standard input,
 *
 *	LANGUAGE STATION FOLDER NAME EPOCH SECONDS
 *
 * that are done when an empty line or the end of the input has come;
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

/* A line of the input.  The name of the job is its payload, which is freed when
 * it has ended. */
static int
submit(struct engine_pool *pool, const char *line, struct diag *diag)
{
	char language[8], station[32], folder[4096], name[256];
	struct engine_job job = {
		.language = language, .station = station, .folder = folder
	};

	if (sscanf(line, "%7s %31s %4095s %255s %ld %u", language, station,
	    folder, name, &job.epoch, &job.time_limit) != 6)
		return -1;
	job.name = job.payload = strdup(name);
	return engine_submit(pool, &job, diag);
}

static void
print(const struct engine_result *r)
{
	printf("%s %s %d %s %.6f %.6f\n", (char *)r->payload, ends[r->end],
	    r->value, r->warm ? "warm" : "cold", r->seconds, r->cpu);
	fflush(stdout);
	free(r->payload);
}

static void
wait_for_all(struct engine_pool *pool, struct diag *diag)
{
	struct engine_result result;

	while (engine_wait(pool, &result, -1, diag) == ENGINE_RESULT)
		print(&result);
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
	char line[8192];
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
	while (fgets(line, sizeof(line), stdin))
		if (line[0] == '\n')
			wait_for_all(pool, &diag);
		else if (submit(pool, line, &diag) < 0)
			break;
	wait_for_all(pool, &diag);
	engine_pool_free(pool);
	diag_print(&diag, stderr);
	diag_dispose(&diag);
	return 0;
}
