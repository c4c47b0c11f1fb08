#include "util/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "util/alloc.h"
#include "util/buf.h"

char *
fs_join(const char *folder, const char *name)
{
	struct buf path = BUF_INIT;

	if (*name != '/')
		buf_printf(&path, "%s/", folder);
	buf_puts(&path, name);
	return buf_detach(&path);
}

const char *
fs_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

int
fs_has_ending(const char *path, const char *ending)
{
	size_t len = strlen(fs_base(path)), tail = strlen(ending);

	return len > tail && strcmp(fs_base(path) + len - tail, ending) == 0;
}

char *
fs_folder(const char *path)
{
	const char *base = fs_base(path);

	if (base == path)
		return xstrdup(".");
	/* "/name" lies in "/" */
	return xstrndup(path, base - path > 1 ? (size_t)(base - path) - 1 : 1);
}

static int64_t
nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int
fs_stamp(struct fs_stamp *stamp, const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return -1;
	*stamp = (struct fs_stamp){
		st.st_size, nanoseconds(st.st_mtim), nanoseconds(st.st_ctim),
		st.st_ino
	};
	return 0;
}

int
fs_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

int
fs_is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* zlib hides that a folder was opened until it is read. */
static gzFile
open_file(const char *path)
{
	struct stat st;
	gzFile file = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			errno = EISDIR;
		else
			file = gzdopen(fd, "r");
	}
	if (!file)
		close(fd);
	return file;
}

static enum fs_read
read_error(gzFile file)
{
	int code;

	gzerror(file, &code);
	if (code == Z_OK || code == Z_STREAM_END)
		return FS_READ_OK;
	return code == Z_ERRNO ? FS_READ_FAILED : FS_READ_DAMAGED;
}

long
fs_read_start(char *bytes, size_t size, const char *path)
{
	gzFile file = open_file(path);
	int n, reason;

	if (!file)
		return -1;
	n = gzread(file, bytes, (unsigned)size);
	reason = errno;
	gzclose(file);
	errno = reason;
	return n;
}

enum fs_read
fs_read(struct buf *b, const char *path, size_t limit)
{
	char chunk[32768];
	enum fs_read ret = FS_READ_OK;
	gzFile file = open_file(path);
	int n, reason;

	if (!file)
		return FS_READ_FAILED;
	while ((n = gzread(file, chunk, sizeof(chunk))) > 0) {
		if ((size_t)n > limit - b->len) {
			ret = FS_READ_TOO_LARGE;
			break;
		}
		buf_add(b, chunk, (size_t)n);
	}
	/* a file cut short shows only here, after the last byte */
	if (ret == FS_READ_OK)
		ret = read_error(file);
	reason = errno;
	gzclose(file);
	errno = reason;
	return ret;
}

int
fs_make_folders(const char *path)
{
	char *copy = xstrdup(path), *end = copy;
	struct stat st;
	int ret = -1, more = 1;

	while (more) {
		end += strspn(end, "/");
		end += strcspn(end, "/");
		more = *end != '\0';
		*end = '\0';
		if (mkdir(copy, 0777) < 0 && errno != EEXIST)
			goto done;
		if (more)
			*end = '/';
	}
	if (stat(path, &st) < 0)
		goto done;
	if (!S_ISDIR(st.st_mode)) {
		errno = ENOTDIR;
		goto done;
	}
	ret = 0;
done:
	free(copy);
	return ret;
}

static int
write_all(int fd, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Closes the descriptor whatever happens. */
static int
write_and_close(int fd, const void *data, size_t len, int sync)
{
	int ret = write_all(fd, data, len), reason;

	/* what cannot be synced, such as a pipe, says EINVAL */
	if (ret == 0 && sync && fsync(fd) < 0 && errno != EINVAL)
		ret = -1;
	reason = errno;
	if (close(fd) < 0 && ret == 0)
		return -1;
	errno = reason;
	return ret;
}

int
fs_write(const char *path, const void *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	return fd < 0 ? -1 : write_and_close(fd, data, len, 0);
}

/* mkstemp gives 0600; a published file has what the user's umask leaves. */
static int
open_beside(char *name)
{
	mode_t mask = umask(0);
	int fd = mkostemp(name, O_CLOEXEC);

	umask(mask);
	if (fd >= 0 && fchmod(fd, 0666 & ~mask) < 0) {
		close(fd);
		unlink(name);
		return -1;
	}
	return fd;
}

int
fs_write_partial(char **partial, const char *folder, const char *path,
    const void *data, size_t len)
{
	struct buf name = BUF_INIT;
	int fd, reason;

	if (folder)
		buf_printf(&name, "%s/%s", folder, fs_base(path));
	else
		buf_puts(&name, path);
	buf_puts(&name, ".partial-XXXXXX");
	fd = open_beside(name.data);
	if (fd >= 0 && write_and_close(fd, data, len, 1) == 0) {
		*partial = buf_detach(&name);
		return 0;
	}
	reason = errno;
	if (fd >= 0)
		unlink(name.data);
	buf_dispose(&name);
	errno = reason;
	return -1;
}

int
fs_rename(const char *partial, const char *path)
{
	int reason;

	if (rename(partial, path) == 0)
		return 0;
	reason = errno;
	unlink(partial);
	errno = reason;
	return -1;
}

int
fs_publish(const char *path, const void *data, size_t len)
{
	char *partial;
	int ret, reason;

	if (fs_write_partial(&partial, NULL, path, data, len) < 0)
		return -1;
	ret = fs_rename(partial, path);
	reason = errno;
	free(partial);
	errno = reason;
	return ret;
}

FILE *
fs_open_partial(char **partial, const char *path)
{
	struct buf name = BUF_INIT;
	FILE *file = NULL;
	int fd, reason;

	buf_printf(&name, "%s.partial-XXXXXX", path);
	fd = open_beside(name.data);
	if (fd >= 0)
		file = fdopen(fd, "w");
	reason = errno;
	if (fd >= 0 && !file) {
		close(fd);
		unlink(name.data);
	}
	*partial = buf_detach(&name);
	if (!file)
		free(*partial);
	errno = reason;
	return file;
}

int
fs_close_partial(FILE *file, char *partial, const char *path)
{
	int ret = fflush(file) == 0 && !ferror(file) &&
	    (fsync(fileno(file)) == 0 || errno == EINVAL) ? 0 : -1;
	int reason = errno;

	if (fclose(file) != 0 && ret == 0) {
		ret = -1;
		reason = errno;
	}
	if (ret == 0) {
		ret = fs_rename(partial, path);
		reason = errno;
	} else {
		unlink(partial);
	}
	free(partial);
	errno = reason;
	return ret;
}

int
fs_replace(const char *path, const void *data, size_t len)
{
	char *real = realpath(path, NULL);
	struct stat st;
	int ret = -1;

	if (real && stat(real, &st) == 0 && fs_publish(real, data, len) == 0)
		ret = chmod(real, st.st_mode & 07777);
	free(real);
	return ret;
}

int
fs_is_gzipped(const char *path)
{
	gzFile file = open_file(path);
	int direct;

	if (!file)
		return 0;
	direct = gzdirect(file);
	gzclose(file);
	return !direct;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	return remove(path);
}

int
fs_remove(const char *path)
{
	return nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static int
remove_inside(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type;
	return at->level > 0 ? remove(path) : 0;
}

int
fs_empty(const char *path)
{
	return nftw(path, remove_inside, 16, FTW_DEPTH | FTW_PHYS);
}
