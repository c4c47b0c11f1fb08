#include "unit.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include "util/alloc.h"

static void
test_strings(void **state)
{
	char *s = xstrdup("abc"), *t = xstrndup("abcdef", 2);

	(void)state;
	assert_string_equal(s, "abc");
	assert_string_equal(t, "ab");
	free(s);
	free(t);
}

static void
test_grown(void **state)
{
	(void)state;
	assert_int_equal(grown(0, 1), 16);
	assert_int_equal(grown(16, 16), 16);
	assert_int_equal(grown(16, 17), 32);
	assert_int_equal(grown(16, 100), 100);
}

/* The status of a child that asks for more than there is. */
static void
test_exhausted(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		close(STDERR_FILENO);
		xrealloc(NULL, SIZE_MAX / 2, 16);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
}

int
main(void)
{
	const struct CMUnitTest alloc[] = {
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_grown),
		cmocka_unit_test(test_exhausted),
	};

	return RUN(alloc);
}
