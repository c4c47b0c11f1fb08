#ifndef UTIL_WATCHER_H
#define UTIL_WATCHER_H

#include <stddef.h>

/*
 * Tells when files are saved, in whatever way an editor does it: written in
 * place, or beside and renamed, at once or in several goes.
 */
struct watcher;

/*
 * Begins to watch files, and beside each the file of that name, which concerns
 * all in its folder.  Paths are borrowed.  A file need not be there, its folder
 * must; else NULL with errno set, and *wrong the path concerned.  A folder that
 * is removed then, and made again, is watched again.
 */
struct watcher *watcher_new(char *const *paths, size_t count,
	const char *beside, const char **wrong);
void watcher_free(struct watcher *);

/*
 * Waits until a file was saved and is left alone for a moment.  changed[i] gets
 * 1 for each that was.  -1 with errno set.
 */
int watcher_wait(struct watcher *, int *changed);

#endif
