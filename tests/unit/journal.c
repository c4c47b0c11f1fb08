#include "folder.h"

#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "util/journal.h"

static char *
path_of(const char *name)
{
	return fs_join(folder, name);
}

static struct journal *
opened(const char *path)
{
	struct journal *j;

	assert_int_equal(journal_open(&j, path), 0);
	return j;
}

static void
put(struct journal *j, uint64_t key, const char *text)
{
	json_t *record = json_pack("{s:s}", "text", text);

	assert_int_equal(journal_put(j, key, record), 0);
	json_decref(record);
}

static void
expect(const struct journal *j, uint64_t key, const char *text)
{
	json_t *record = journal_get(j, key);

	if (text)
		assert_string_equal(json_string_value(json_object_get(record,
		    "text")), text);
	else
		assert_null(record);
	json_decref(record);
}

static void
test_records(void **state)
{
	char *path = path_of("records");
	struct journal *j = opened(path), *other;
	char text[5000] = "";

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	expect(j, 1, NULL);
	put(j, 1, "one");
	put(j, UINT64_MAX, text);
	put(j, 1, "newer");
	expect(j, 1, "newer");
	expect(j, UINT64_MAX, text);
	expect(j, 2, NULL);
	assert_true(journal_has(j, 1) && !journal_has(j, 2));
	/* another process adds to it meanwhile */
	other = opened(path);
	put(other, 2, "theirs");
	put(j, 3, "ours");
	expect(j, 3, "ours");
	journal_close(other);
	journal_close(j);
	j = opened(path);
	expect(j, 1, "newer");
	expect(j, 2, "theirs");
	expect(j, 3, "ours");
	expect(j, UINT64_MAX, text);
	journal_close(j);
	free(path);
}

/* Cut at each place, it holds what stands before. */
static void
test_torn(void **state)
{
	char *path = path_of("torn");
	struct journal *j = opened(path);
	struct stat st;
	off_t first;

	(void)state;
	put(j, 1, "one");
	assert_int_equal(stat(path, &st), 0);
	first = st.st_size;
	put(j, 2, "two");
	journal_close(j);
	assert_int_equal(stat(path, &st), 0);
	for (off_t end = st.st_size - 1; end >= 0; end--) {
		assert_int_equal(truncate(path, end), 0);
		j = opened(path);
		expect(j, 1, end >= first ? "one" : NULL);
		expect(j, 2, NULL);
		journal_close(j);
	}
	/* what is added then stands on a line of its own */
	j = opened(path);
	put(j, 1, "one");
	journal_close(j);
	assert_int_equal(truncate(path, first - 3), 0);
	j = opened(path);
	put(j, 3, "three");
	expect(j, 3, "three");
	journal_close(j);
	j = opened(path);
	expect(j, 1, NULL);
	expect(j, 3, "three");
	journal_close(j);
	free(path);
}

/* With any byte of it changed, a record is as if it had not been written. */
static void
test_damaged(void **state)
{
	char *path = path_of("damaged"), byte;
	struct journal *j = opened(path);
	struct stat st;
	int fd;

	(void)state;
	put(j, 1, "one");
	journal_close(j);
	assert_int_equal(stat(path, &st), 0);
	fd = open(path, O_RDWR);
	for (off_t i = 0; i < st.st_size; i++) {
		assert_int_equal(pread(fd, &byte, 1, i), 1);
		byte ^= 4;
		assert_int_equal(pwrite(fd, &byte, 1, i), 1);
		j = opened(path);
		expect(j, 1, NULL);
		journal_close(j);
		byte ^= 4;
		assert_int_equal(pwrite(fd, &byte, 1, i), 1);
	}
	close(fd);
	j = opened(path);
	expect(j, 1, "one");
	journal_close(j);
	free(path);
}

static void
test_compact(void **state)
{
	char *path = path_of("compact"), text[16];
	struct journal *j = opened(path);
	struct stat before, after;

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(text, sizeof(text), "text %d", i);
		put(j, (uint64_t)i % 10, text);
	}
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(journal_compact(j), 0);
	journal_close(j);
	assert_int_equal(stat(path, &after), 0);
	assert_true(after.st_size * 9 < before.st_size);
	j = opened(path);
	expect(j, 0, "text 90");
	expect(j, 9, "text 99");
	journal_close(j);
	assert_int_equal(journal_open(&j, "/nonexistent/state"), -1);
	free(path);
}

/* A half that could not be written does not stay. */
static void
test_compact_in_vain(void **state)
{
	char *path = path_of("vain"), *half = path_of("vain.new");
	struct journal *j = opened(path);
	struct rlimit limit, before;

	(void)state;
	for (int i = 0; i < 100; i++)
		put(j, 1 + (uint64_t)i % 10, "text");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 100;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_int_equal(journal_compact(j), -1);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(fs_exists(half));
	expect(j, 1, "text");
	journal_close(j);
	free(half);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_torn),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_compact),
		cmocka_unit_test(test_compact_in_vain),
	};

	return RUN_IN_FOLDER(tests);
}
