#include "unit.h"
#include "isolated.h"

#include <fcntl.h>
#include <sys/socket.h>

#include "engine/zygote.h"
#include "util/buf.h"

static struct zygote *zygote;

/* Added to in this process after the zygote was started. */
static char later[] = "early";

static void
work_speaks(struct buf *out, const void *payload)
{
	const struct buf *question = payload;

	buf_printf(out, "%s %zu %s", question->data, question->len, later);
}

/* Adds what could be opened, which is nothing. */
static void
work_opens(struct buf *out, const void *payload)
{
	(void)payload;
	buf_puts(out, open("/etc/passwd", O_RDONLY) < 0 ? "" : "file ");
	buf_puts(out, socket(AF_INET, SOCK_STREAM, 0) < 0 ? "" : "socket ");
	for (int fd = 1; fd < 64; fd++)
		if (fcntl(fd, F_GETFD) >= 0)
			buf_printf(out, "%d ", fd);
	buf_puts(out, "end");
}

static void
work_counts(struct buf *out, const void *payload)
{
	const struct buf *question = payload;
	size_t n = 0;

	for (size_t i = 0; i < question->len; i++)
		n += question->data[i] == 'x';
	buf_printf(out, "%zu", n);
}

static struct isolate *
start(isolate_work *work, const char *question)
{
	struct buf bytes = BUF_INIT;
	struct isolate *child;

	buf_puts(&bytes, question);
	child = zygote_isolate(zygote, &limits, work, &bytes);
	/* it may go while the child works */
	buf_dispose(&bytes);
	assert_non_null(child);
	return child;
}

static enum isolate_end
run(struct buf *out, isolate_work *work, const char *question)
{
	return isolate_finish(out, start(work, question));
}

static int
setup(void **state)
{
	(void)state;
	zygote = zygote_start();
	strcpy(later, "late");
	return zygote ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	zygote_end(zygote);
	zygote = NULL;
	strcpy(later, "early");
	return 0;
}

/* The child has the question, and memory as it was when the zygote began. */
static void
comes_of_the_zygote(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_speaks, "question"), ISOLATE_DONE);
	assert_string_equal(out.data, "question 8 early");
	buf_clear(&out);
	assert_int_equal(run(&out, work_speaks, ""), ISOLATE_DONE);
	assert_string_equal(out.data, " 0 early");
	buf_dispose(&out);
}

static void
opens_nothing(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_opens, ""), ISOLATE_DONE);
	assert_string_equal(out.data, "end");
	buf_dispose(&out);
}

/* One that ends badly is no matter to those after it. */
static void
ends_alone(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_crashes, ""), ISOLATE_CRASHED);
	assert_int_equal(run(&out, work_never_ends, ""), ISOLATE_LIMIT);
	assert_int_equal(run(&out, work_speaks, "goes on"), ISOLATE_DONE);
	assert_string_equal(out.data, "goes on 7 early");
	buf_dispose(&out);
}

static void
several_at_once(void **state)
{
	enum { LARGE = 3000000 };
	char *question = malloc(LARGE + 1);
	struct isolate *several[8];
	struct buf out = BUF_INIT;

	(void)state;
	memset(question, 'x', LARGE);
	question[LARGE] = '\0';
	for (int i = 0; i < 8; i++)
		several[i] = start(work_counts, question + i);
	isolate_drop(several[3]);
	for (int i = 7; i >= 5; i--)
		assert_int_equal(isolate_finish(&out, several[i]),
		    ISOLATE_DONE);
	assert_string_equal(out.data, "299999329999942999995");
	isolate_drop(several[4]);
	for (int i = 0; i < 3; i++)
		isolate_drop(several[i]);
	buf_dispose(&out);
	free(question);
}

/* The only child of this process. */
static pid_t
only_child(void)
{
	FILE *f = fopen("/proc/thread-self/children", "r");
	int pid = -1, other;

	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d %d", &pid, &other), 1);
	fclose(f);
	return pid;
}

/* Without a zygote the child is a copy of what this process is now. */
static void
does_without(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	kill(only_child(), SIGKILL);
	assert_int_equal(run(&out, work_speaks, "killed"), ISOLATE_DONE);
	assert_string_equal(out.data, "killed 6 late");
	buf_clear(&out);
	zygote_end(zygote);
	zygote = NULL;
	assert_int_equal(run(&out, work_speaks, "none"), ISOLATE_DONE);
	assert_string_equal(out.data, "none 4 late");
	buf_dispose(&out);
}

/* What interrupts the program leaves its children alone. */
static void
is_not_interrupted(void **state)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM };
	struct buf out = BUF_INIT;

	(void)state;
	for (int i = 0; i < 4; i++)
		kill(only_child(), signals[i]);
	assert_int_equal(run(&out, work_speaks, "here"), ISOLATE_DONE);
	assert_string_equal(out.data, "here 4 early");
	buf_dispose(&out);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(comes_of_the_zygote),
		TEST(opens_nothing),
		TEST(ends_alone),
		TEST(several_at_once),
		TEST(does_without),
		TEST(is_not_interrupted),
	};

	return RUN(tests);
}
