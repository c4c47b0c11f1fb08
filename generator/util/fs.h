#ifndef UTIL_FS_H
#define UTIL_FS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct buf;

/* "folder/name", or just the name when it is absolute.  The caller frees. */
char *fs_join(const char *folder, const char *name);

/* The part behind the last slash; belongs to the path. */
const char *fs_base(const char *path);

/* Whether it ends so, behind something else. */
int fs_has_ending(const char *path, const char *ending);

/* What stands before it, "." if nothing does.  The caller frees. */
char *fs_folder(const char *path);

/* What shows that a file has changed, or has become another one. */
struct fs_stamp {
	int64_t size;
	int64_t modified, changed;	/* nanoseconds since 1970 */
	uint64_t inode;
};

/* Of a file, or what a link leads to; -1 with errno set. */
int fs_stamp(struct fs_stamp *, const char *path);

/* Whether there is something at the path. */
int fs_exists(const char *path);

/* Whether that is a file, and no folder, pipe or the like. */
int fs_is_file(const char *path);

enum fs_read {
	FS_READ_OK,
	FS_READ_FAILED,		/* errno says why */
	FS_READ_TOO_LARGE,
	FS_READ_DAMAGED		/* it is gzipped, and broken or cut short */
};

/*
 * The first bytes of a file, unpacked if it is gzipped: how many, at most
 * `size`; -1 with errno set.
 */
long fs_read_start(char *, size_t size, const char *path);

/*
 * The whole file, unpacked if it is gzipped.  At most `limit` bytes of what
 * is unpacked are ever held.
 */
enum fs_read fs_read(struct buf *, const char *path, size_t limit);

/* The following return 0, or -1 with errno set. */

/* Makes the folder and those above it that are missing. */
int fs_make_folders(const char *path);

/*
 * Writes a file so that others see it complete or not at all: beside its
 * place, synced, then renamed.  What was there before stays on failure.
 */
int fs_publish(const char *path, const void *data, size_t len);

/*
 * The two halves of that.  The first writes the file into a folder, or beside
 * its place if that is NULL; *partial gets its path there, for the caller to
 * rename and to free.
 */
int fs_write_partial(char **partial, const char *folder, const char *path,
	const void *data, size_t len);
int fs_rename(const char *partial, const char *path);

/*
 * fs_publish for what is not held in memory: opens a file beside the place, and
 * closes it under its name.  Of the first, NULL with errno set; the second
 * takes `partial` over, and leaves nothing behind when it fails.
 */
FILE *fs_open_partial(char **partial, const char *path);
int fs_close_partial(FILE *, char *partial, const char *path);

/*
 * The same of a file that is there: what a symbolic link leads to, with the
 * permissions that it has.
 */
int fs_replace(const char *path, const void *data, size_t len);

/* Whether the file is gzipped; not, if it cannot be read. */
int fs_is_gzipped(const char *path);

/* Writes a file that nobody else looks at. */
int fs_write(const char *path, const void *data, size_t len);

/* Removes a file, or a folder with all in it; follows no symbolic link. */
int fs_remove(const char *path);

/* Removes all that is in a folder. */
int fs_empty(const char *path);

#endif
