#include "unit.h"
#include "isolated.h"

#include <fcntl.h>
#include <sys/socket.h>

#include "engine/sandbox.h"
#include "util/buf.h"

static enum isolate_end
run(struct buf *out, isolate_work *work)
{
	return isolate_run(out, &limits, work, "payload");
}

static void
work_speaks(struct buf *out, const void *payload)
{
	buf_printf(out, "%s comes back", (const char *)payload);
}

/* Adds what could be opened, which is nothing. */
static void
work_opens(struct buf *out, const void *payload)
{
	(void)payload;
	buf_puts(out, open("/etc/passwd", O_RDONLY) < 0 ? "" : "file ");
	buf_puts(out, open("/tmp/unagenda-isolate", O_CREAT | O_WRONLY,
	    0600) < 0 ? "" : "new file ");
	buf_puts(out, socket(AF_INET, SOCK_STREAM, 0) < 0 ? "" : "socket ");
	buf_puts(out, "end");
}

/* Adds what can be read and what cannot. */
static void
work_reads(struct buf *out, const void *payload)
{
	(void)payload;
	buf_puts(out, open("/etc/passwd", O_RDONLY) < 0 ? "" : "file ");
	buf_puts(out, open("/bin/sh", O_RDONLY) < 0 ? "" : "shell ");
	buf_puts(out, open("/etc/unagenda-isolate", O_CREAT | O_WRONLY,
	    0600) < 0 ? "" : "new file ");
	buf_puts(out, "end");
}

static void
work_speaks_on(struct buf *out, const void *payload)
{
	(void)payload;
	for (int i = 0; i < 200000; i++)
		buf_putc(out, 'x');
}

static void
comes_back(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_speaks), ISOLATE_DONE);
	assert_string_equal(out.data, "payload comes back");
	buf_dispose(&out);
}

static void
opens_nothing(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_opens), ISOLATE_DONE);
	assert_string_equal(out.data, "end");
	buf_dispose(&out);
}

/* Where the kernel has Landlock. */
static void
opens_what_it_may(void **state)
{
	static const struct isolate_limits reads = {
		.seconds = 2, .memory = 512UL * 1024 * 1024, .output = 100,
		.reads = "/etc"
	};
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(isolate_run(&out, &reads, work_reads, NULL),
	    ISOLATE_DONE);
	assert_string_equal(out.data, sandbox_version() ? "file end" :
	    "file shell end");
	buf_dispose(&out);
}

static void
ends_alone(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(run(&out, work_crashes), ISOLATE_CRASHED);
	assert_int_equal(run(&out, work_never_ends), ISOLATE_LIMIT);
	assert_int_equal(run(&out, work_speaks_on), ISOLATE_LIMIT);
	buf_dispose(&out);
}

/* Takes more than half of the memory that it may. */
static void
work_takes_memory(struct buf *out, const void *payload)
{
	size_t size = 400UL * 1024 * 1024;
	char *memory = malloc(size);

	buf_puts(out, memory ? payload : "no memory");
	free(memory);
}

/* What one has to itself is not taken from the others. */
static void
several_at_once(void **state)
{
	static const struct isolate_limits large = {
		.seconds = 2, .memory = 512UL * 1024 * 1024,
		.output = 256UL * 1024 * 1024
	};
	struct isolate *several[8];
	struct buf out = BUF_INIT;

	(void)state;
	for (int i = 0; i < 8; i++) {
		several[i] = isolate_start(&large, work_takes_memory, "good");
		assert_non_null(several[i]);
		assert_true(isolate_descriptor(several[i]) >= 0);
	}
	isolate_drop(several[3]);
	for (int i = 7; i >= 0; i--)
		if (i != 3)
			assert_int_equal(isolate_finish(&out, several[i]),
			    ISOLATE_DONE);
	assert_string_equal(buf_string(&out), "goodgoodgoodgoodgoodgoodgood");
	buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(opens_nothing),
		cmocka_unit_test(opens_what_it_may),
		cmocka_unit_test(ends_alone),
		cmocka_unit_test(several_at_once),
	};

	return RUN(tests);
}
