#include "pipeline/store.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/shard.h"
#include "pipeline/stamp.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"
#include "util/journal.h"

#define HOME "/.unagenda/"

static char *
inside(const char *folder, const char *name)
{
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s" HOME "%s", folder, name);
	return buf_detach(&path);
}

static char *
partial_of(const char *folder, const struct shard *shard)
{
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s" HOME "partial", folder);
	if (shard->count > 1)
		buf_printf(&path, ".%u-of-%u", shard->number, shard->count);
	return buf_detach(&path);
}

/* A descriptor that holds the lock; -1 after a message.  Where a disk knows no
 * locks, there are none. */
static int
lock(const char *folder, int how, struct diag *diag)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return diag_global(diag, MSG_CANNOT_READ,
		    "cannot read '%s': %s", folder, strerror(errno));
	if (flock(fd, how | LOCK_NB) < 0 && errno == EWOULDBLOCK) {
		close(fd);
		return diag_global(diag, MSG_BUSY, "another batch is at work "
		    "in '%s': wait for its end", folder);
	}
	return fd;
}

static int
cannot_write(const char *path, struct diag *diag)
{
	return diag_global(diag, MSG_CANNOT_WRITE, "cannot write '%s': %s",
	    path, strerror(errno));
}

static int
make_folders(const struct store *s, struct diag *diag)
{
	if (fs_make_folders(s->partial) < 0)
		return cannot_write(s->partial, diag);
	if (fs_make_folders(s->old) < 0)
		return cannot_write(s->old, diag);
	return 0;
}

static int
take_locks(struct store *s, struct diag *diag)
{
	char *home = inside(s->folder, "");

	s->lock = lock(home, s->whole ? LOCK_EX : LOCK_SH, diag);
	free(home);
	if (s->lock >= 0)
		s->own_lock = lock(s->partial, LOCK_EX, diag);
	return s->lock < 0 || s->own_lock < 0 ? -1 : 0;
}

static int
open_journal(struct store *s, struct diag *diag)
{
	char *path = inside(s->folder, "state");
	int ret = 0;

	if (journal_open(&s->journal, path) < 0)
		ret = cannot_write(path, diag);
	free(path);
	return ret;
}

/* Whether a folder is ours alone, where others may put theirs. */
static int
is_ours(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
	    st.st_uid == geteuid() && (st.st_mode & 077) == 0;
}

/* What is left there is of a batch that was killed. */
static char *
make_work(const char *partial, const char *tmp)
{
	char *real = realpath(partial, NULL);
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s/unagenda-%016" PRIx64, tmp,
	    stamp_key("work", real ? real : partial));
	free(real);
	if ((mkdir(path.data, 0700) == 0 || errno == EEXIST) &&
	    is_ours(path.data)) {
		fs_empty(path.data);
		return buf_detach(&path);
	}
	buf_dispose(&path);
	return NULL;
}

int
store_open(struct store *s, const char *folder, const struct shard *shard,
    const char *tmp, struct diag *diag)
{
	*s = (struct store){ .lock = -1, .own_lock = -1 };
	s->whole = shard->count == 1;
	s->folder = xstrdup(folder);
	s->partial = partial_of(folder, shard);
	s->old = inside(folder, "old");
	if (make_folders(s, diag) == 0 && take_locks(s, diag) == 0 &&
	    open_journal(s, diag) == 0) {
		/* what is left there is in nobody's way */
		fs_empty(s->partial);
		s->work = make_work(s->partial, tmp);
		return 0;
	}
	store_close(s);
	return -1;
}

void
store_close(struct store *s)
{
	/* not to do it costs room, and that is all */
	if (s->journal && s->whole)
		journal_compact(s->journal);
	journal_close(s->journal);
	if (s->work)
		fs_remove(s->work);
	if (s->own_lock >= 0)
		close(s->own_lock);
	if (s->lock >= 0)
		close(s->lock);
	free(s->folder);
	free(s->partial);
	free(s->old);
	free(s->work);
}

int
store_set_aside(const struct store *s, const char *name)
{
	char *from = fs_join(s->folder, name), *to = fs_join(s->old, name);
	int ret = rename(from, to), reason = errno;

	free(from);
	free(to);
	errno = reason;
	return ret;
}

char *
store_find_old(const struct store *s, const char *name)
{
	char *path = fs_join(s->old, name);

	if (fs_exists(path))
		return path;
	free(path);
	return NULL;
}

void
store_drop_old(const struct store *s, const char *name)
{
	char *path = fs_join(s->old, name);

	unlink(path);
	free(path);
}
