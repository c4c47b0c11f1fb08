#include "folder.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "util/buf.h"
#include "util/fs.h"
#include "util/interrupt.h"
#include "util/proc.h"

static enum proc_end
run_shell(int *value, const char *script, unsigned seconds,
    int (*enter)(const void *))
{
	const char *const argv[] = { "sh", "-c", script, NULL };
	const char *const env[] = { "PATH=/bin:/usr/bin", "WORD=w", NULL };
	const struct proc p = {
		.path = "/bin/sh", .argv = argv, .env = env, .folder = folder,
		.output = "output", .time_limit = seconds,
		.file_limit = 100000, .enter = enter
	};

	return proc_run(&p, value);
}

static void
test_output(void **state)
{
	struct buf b = BUF_INIT;
	char path[256];
	int value;

	(void)state;
	assert_int_equal(run_shell(&value, "echo $WORD; cat; echo e >&2; "
	    "exit 7", 10, NULL), PROC_EXITED);
	assert_int_equal(value, 7);
	snprintf(path, sizeof(path), "%s/output", folder);
	assert_int_equal(fs_read(&b, path, 100), FS_READ_OK);
	assert_string_equal(buf_string(&b), "w\ne\n");
	buf_dispose(&b);
}

static void
test_killed(void **state)
{
	int value;

	(void)state;
	assert_int_equal(run_shell(&value, "kill -9 $$", 10, NULL),
	    PROC_KILLED);
	assert_int_equal(value, SIGKILL);
	assert_int_equal(run_shell(&value, "exec head -c 200000 /dev/zero",
	    10, NULL), PROC_KILLED);
	assert_int_equal(value, SIGXFSZ);
}

/* It ends, with what it started, and at the limit. */
static void
test_time_limit(void **state)
{
	time_t start = time(NULL);
	int value;

	(void)state;
	assert_int_equal(run_shell(&value, "sleep 30 & sleep 30", 1, NULL),
	    PROC_TIME_LIMIT);
	assert_true(time(NULL) - start < 10);
}

/* The child ends first, then we do, when we are ready. */
static void
test_interrupted(void **state)
{
	pid_t pid = fork();
	int value, status;

	(void)state;
	if (pid == 0) {
		interrupt_hold();
		if (run_shell(&value, "kill -TERM $PPID; sleep 30", 20, NULL)
		    != PROC_INTERRUPTED || value != SIGTERM)
			_exit(1);
		interrupt_release();
		_exit(2);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
}

static int
refuse(const void *payload)
{
	(void)payload;
	errno = EPERM;
	return -1;
}

static void
test_not_run(void **state)
{
	const char *const none[] = { "x", NULL };
	struct proc p = {
		.path = "/nonexistent", .argv = none, .env = none,
		.folder = folder, .output = "output", .time_limit = 1,
		.file_limit = 100
	};
	int value;

	(void)state;
	assert_int_equal(proc_run(&p, &value), PROC_NOT_RUN);
	assert_int_equal(value, ENOENT);
	p.folder = "/nonexistent";
	assert_int_equal(proc_run(&p, &value), PROC_NOT_RUN);
	assert_int_equal(value, ENOENT);
	assert_int_equal(run_shell(&value, "true", 1, refuse), PROC_NOT_RUN);
	assert_int_equal(value, EPERM);
}

static void
test_find(void **state)
{
	char *found = proc_find("/nonexistent:relative::/bin", "sh");

	(void)state;
	assert_string_equal(found, "/bin/sh");
	free(found);
	assert_null(proc_find("/bin", "no-such-program"));
	assert_null(proc_find("/", "bin"));
	assert_null(proc_find("", "sh"));
	assert_null(proc_find(NULL, "sh"));
}

int
main(void)
{
	const struct CMUnitTest proc[] = {
		cmocka_unit_test(test_output),
		cmocka_unit_test(test_killed),
		cmocka_unit_test(test_time_limit),
		cmocka_unit_test(test_interrupted),
		cmocka_unit_test(test_not_run),
		cmocka_unit_test(test_find),
	};

	return RUN_IN_FOLDER(proc);
}
