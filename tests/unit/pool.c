#include "unit.h"

#include <sys/resource.h>

#include "engine/pool.h"
#include "util/site.h"

/* Without descriptors to wait with: it says so, and waits for nothing. */
static void
test_no_descriptors(void **state)
{
	const struct site site = {
		.data = ".", .cache = "/nonexistent", .tmp = "/nonexistent",
		.environment = (char *[]){ NULL }
	};
	const struct engine_job job = {
		.language = "en", .station = "vienna", .folder = "/",
		.name = "none", .time_limit = 1
	};
	struct diag diag = DIAG_INIT;
	struct engine_result result;
	struct engine_pool *pool;
	struct rlimit limit, none;
	char *said;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
	none = limit;
	none.rlim_cur = 0;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	pool = engine_pool_new(&site, &(struct engine_options){ .jobs = 1 });
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
	assert_int_equal(engine_submit(pool, &job, &diag), -1);
	assert_int_equal(engine_wait(pool, &result, -1, &diag), ENGINE_NONE);
	engine_pool_free(pool);
	said = printed(&diag);
	assert_string_equal(said, "unagenda: cannot run lualatex: Too many "
	    "open files [UNA-0001]\n");
	free(said);
	diag_dispose(&diag);
}

int
main(void)
{
	const struct CMUnitTest pool[] = {
		cmocka_unit_test(test_no_descriptors),
	};

	return RUN(pool);
}
