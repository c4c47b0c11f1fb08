#include "folder.h"

#include <errno.h>
#include <sys/stat.h>
#include <zlib.h>

#include "util/buf.h"
#include "util/fs.h"

static char *
in(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
write_gz(const char *path, const char *text, size_t cut)
{
	gzFile file = gzopen(path, "w");
	struct stat st;

	assert_int_equal(gzputs(file, text), (int)strlen(text));
	gzclose(file);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(truncate(path, st.st_size - (off_t)cut), 0);
}

static enum fs_read
read_back(const char *path, size_t limit, const char *expected)
{
	struct buf b = BUF_INIT;
	enum fs_read ret = fs_read(&b, path, limit);

	if (ret == FS_READ_OK)
		assert_string_equal(buf_string(&b), expected);
	buf_dispose(&b);
	return ret;
}

static void
test_read(void **state)
{
	(void)state;
	assert_int_equal(fs_write(in("a"), "hello", 5), 0);
	assert_int_equal(read_back(in("a"), 5, "hello"), FS_READ_OK);
	assert_int_equal(read_back(in("a"), 4, ""), FS_READ_TOO_LARGE);
	write_gz(in("b"), "hello", 0);
	assert_int_equal(read_back(in("b"), 5, "hello"), FS_READ_OK);
	assert_int_equal(read_back(in("b"), 4, ""), FS_READ_TOO_LARGE);
}

static void
test_damaged(void **state)
{
	(void)state;
	write_gz(in("c"), "hello", 4);
	assert_int_equal(read_back(in("c"), 99, ""), FS_READ_DAMAGED);
	write_gz(in("c"), "hello", 9);
	assert_int_equal(read_back(in("c"), 99, ""), FS_READ_DAMAGED);
	assert_int_equal(fs_write(in("c"), "\x1f\x8b\x08\0xxxxxxxxx", 13), 0);
	assert_int_equal(read_back(in("c"), 99, ""), FS_READ_DAMAGED);
}

static void
test_unreadable(void **state)
{
	(void)state;
	assert_int_equal(read_back(in("none"), 9, ""), FS_READ_FAILED);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(read_back(folder, 9, ""), FS_READ_FAILED);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(read_back("/proc/self/mem", 9, ""), FS_READ_FAILED);
	assert_int_equal(errno, EIO);
	assert_int_equal(read_back("/dev/zero", 9, ""), FS_READ_TOO_LARGE);
}

static void
test_folders(void **state)
{
	(void)state;
	assert_int_equal(fs_make_folders(in("d/e/f")), 0);
	assert_int_equal(fs_make_folders(in("d/e/f/")), 0);
	assert_true(fs_exists(in("d/e/f")));
	assert_int_equal(fs_write(in("d/file"), "", 0), 0);
	assert_int_equal(fs_make_folders(in("d/file")), -1);
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(fs_make_folders(in("d/file/x")), -1);
	assert_int_equal(fs_make_folders("/proc/x/y"), -1);
	assert_int_equal(fs_remove(in("d")), 0);
	assert_false(fs_exists(in("d")));
	assert_int_equal(fs_remove(in("d")), -1);
}

/* What is linked to stays. */
static void
test_remove_follows_no_link(void **state)
{
	(void)state;
	assert_int_equal(fs_make_folders(in("x")), 0);
	assert_int_equal(fs_write(in("kept"), "", 0), 0);
	assert_int_equal(symlink("..", in("x/up")), 0);
	assert_int_equal(fs_remove(in("x")), 0);
	assert_true(fs_exists(in("kept")));
}

static void
test_publish(void **state)
{
	struct stat st;
	mode_t mask = umask(027);

	(void)state;
	assert_int_equal(fs_publish(in("out"), "one", 3), 0);
	assert_int_equal(fs_publish(in("out"), "two", 3), 0);
	umask(mask);
	assert_int_equal(read_back(in("out"), 9, "two"), FS_READ_OK);
	assert_int_equal(stat(in("out"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(fs_publish(in("none/out"), "x", 1), -1);
	assert_int_equal(errno, ENOENT);
	/* a folder stands in its place: nothing is left beside it */
	assert_int_equal(fs_make_folders(in("dir/out")), 0);
	assert_int_equal(fs_publish(in("dir/out"), "x", 1), -1);
	assert_int_equal(fs_remove(in("dir/out")), 0);
	assert_int_equal(rmdir(in("dir")), 0);
}

static void
test_names(void **state)
{
	char *path = fs_join("a", "b");

	(void)state;
	assert_string_equal(path, "a/b");
	free(path);
	path = fs_join("a", "/b");
	assert_string_equal(path, "/b");
	free(path);
	assert_string_equal(fs_base("a/b"), "b");
	assert_string_equal(fs_base("b"), "b");
}

int
main(void)
{
	const struct CMUnitTest fs[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_folders),
		cmocka_unit_test(test_remove_follows_no_link),
		cmocka_unit_test(test_publish),
		cmocka_unit_test(test_names),
	};

	return RUN_IN_FOLDER(fs);
}
