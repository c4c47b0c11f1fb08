#include "util/watcher.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "util/alloc.h"
#include "util/clock.h"
#include "util/fs.h"

/* Milliseconds without an event after which a file is taken for saved, and
 * seconds after which one that is written to all the time is looked at. */
enum { QUIET = 15 };
/* Milliseconds after which a folder that is gone is looked for again. */
enum { AGAIN = 250 };
static const double patience = 0.5;

/* A file, where it is named, or where that is a link to. */
struct watched {
	char *folder;
	char *name;
	int descriptor;		/* inotify's, of the folder; -1: it is gone */
	size_t index;		/* of the path */
};

struct watcher {
	const char *beside;
	int fd;
	struct watched *files;
	size_t count;		/* up to two for each path */
};

static int
look_at_folder(const struct watcher *w, struct watched *file)
{
	file->descriptor = inotify_add_watch(w->fd, file->folder,
	    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVE_SELF |
	    IN_ONLYDIR);
	return file->descriptor;
}

static int
add(struct watcher *w, const char *path, size_t index)
{
	struct watched *file = &w->files[w->count++];

	file->folder = fs_folder(path);
	file->name = xstrdup(fs_base(path));
	file->index = index;
	return look_at_folder(w, file);
}

static int
add_path(struct watcher *w, const char *path, size_t index)
{
	char real[PATH_MAX];

	if (add(w, path, index) < 0)
		return -1;
	return realpath(path, real) ? add(w, real, index) : 0;
}

struct watcher *
watcher_new(char *const *paths, size_t count, const char *beside,
    const char **wrong)
{
	struct watcher *w = xcalloc(1, sizeof(*w));
	int failed, reason;

	*wrong = paths[0];
	w->beside = beside;
	w->files = xcalloc(count * 2, sizeof(*w->files));
	w->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	failed = w->fd < 0;
	for (size_t i = 0; !failed && i < count; i++) {
		*wrong = paths[i];
		failed = add_path(w, paths[i], i) < 0;
	}
	if (!failed)
		return w;
	reason = errno;
	watcher_free(w);
	errno = reason;
	return NULL;
}

void
watcher_free(struct watcher *w)
{
	if (w->fd >= 0)
		close(w->fd);
	for (size_t i = 0; i < w->count; i++) {
		free(w->files[i].folder);
		free(w->files[i].name);
	}
	free(w->files);
	free(w);
}

/* The folder is not where it was, or has no events any more. */
static void
lose_folder(const struct watcher *w, const struct inotify_event *e)
{
	if (e->mask & IN_MOVE_SELF)
		inotify_rm_watch(w->fd, e->wd);
	for (size_t i = 0; i < w->count; i++)
		if (w->files[i].descriptor == e->wd)
			w->files[i].descriptor = -1;
}

static int
has_lost(const struct watcher *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->files[i].descriptor < 0)
			return 1;
	return 0;
}

/* A folder may be made again, as by a change of branches: whether one is there,
 * with files that nobody has told of; -1 with errno set. */
static int
find_folders(const struct watcher *w, int *changed)
{
	int any = 0;

	for (size_t i = 0; i < w->count; i++) {
		struct watched *file = &w->files[i];

		if (file->descriptor >= 0)
			continue;
		if (look_at_folder(w, file) >= 0)
			changed[file->index] = any = 1;
		else if (errno != ENOENT && errno != ENOTDIR)
			return -1;
	}
	return any;
}

/* An event of no folder says that there were too many. */
static int
note_event(const struct watcher *w, const struct inotify_event *e,
    int *changed)
{
	const char *name = e->len ? e->name : "";
	int all = e->wd < 0, any = 0;

	for (size_t i = 0; i < w->count; i++) {
		const struct watched *file = &w->files[i];

		if (all || (file->descriptor == e->wd &&
		    (strcmp(name, file->name) == 0 ||
		    strcmp(name, w->beside) == 0)))
			changed[file->index] = any = 1;
	}
	return any;
}

/* Whether any of the events concerns a file. */
static int
read_events(const struct watcher *w, int *changed)
{
	_Alignas(struct inotify_event) char bytes[16384];
	ssize_t n = read(w->fd, bytes, sizeof(bytes));
	int any = 0;

	for (const char *at = bytes; n > 0 && at < bytes + n;) {
		const struct inotify_event *e = (const void *)at;

		if (e->mask & (IN_IGNORED | IN_MOVE_SELF))
			lose_folder(w, e);
		else
			any |= note_event(w, e, changed);
		at += sizeof(*e) + e->len;
	}
	return any;
}

int
watcher_wait(struct watcher *w, int *changed)
{
	struct pollfd p = { w->fd, POLLIN, 0 };
	double first = 0;

	for (;;) {
		int n = poll(&p, 1, first > 0 ? QUIET : has_lost(w) ? AGAIN :
		    -1);
		int any, found;

		if (n < 0 && errno != EINTR)
			return -1;
		if (first > 0 && (n == 0 || clock_seconds() - first > patience))
			return 0;
		any = n > 0 && read_events(w, changed);
		found = find_folders(w, changed);
		if (found < 0)
			return -1;
		if ((any || found) && first <= 0)
			first = clock_seconds();
	}
}
