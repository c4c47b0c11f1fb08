#include "folder.h"

#include "engine/sandbox.h"
#include "util/proc.h"

/* The exit status of a script that may write in the folder only. */
static int
confined(const char *script)
{
	const char *const argv[] = { "sh", "-c", script, NULL };
	const char *const env[] = { "PATH=/bin:/usr/bin", NULL };
	const char *const read[] = {
		"/bin", "/usr", "/lib", "/lib64", "/etc/ld.so.cache",
		"/nonexistent", NULL
	};
	const char *const write[] = { folder, "/dev/null", NULL };
	const struct sandbox sandbox = { read, write };
	const struct proc p = {
		.path = "/bin/sh", .argv = argv, .env = env, .folder = folder,
		.output = "output", .time_limit = 20, .file_limit = 100000,
		.enter = sandbox_enter, .payload = &sandbox
	};
	int value;

	assert_int_equal(proc_run(&p, &value), PROC_EXITED);
	return value;
}

static void
test_allows(void **state)
{
	(void)state;
	assert_int_equal(confined("echo x > a && cat a && mkdir b && mv a b/c "
	    "&& : > b/c && rm -r b && echo > /dev/null"), 0);
	assert_int_equal(confined("ls /usr"), 0);
}

/* Where the kernel has no Landlock there is nothing to be seen. */
static void
test_forbids(void **state)
{
	int expected = sandbox_version() > 0;

	(void)state;
	assert_int_equal(confined("! cat /etc/hostname"), !expected);
	assert_int_equal(confined("! ls /root"), !expected);
	assert_int_equal(confined("! echo > /var/tmp/unagenda-test"),
	    !expected);
	unlink("/var/tmp/unagenda-test");
}

int
main(void)
{
	const struct CMUnitTest sandbox[] = {
		cmocka_unit_test(test_allows),
		cmocka_unit_test(test_forbids),
	};

	return RUN_IN_FOLDER(sandbox);
}
