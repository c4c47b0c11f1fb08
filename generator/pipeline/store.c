#include "pipeline/store.h"

#include <dirent.h>
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

/* What is a batch's own is called so; of a share, with ".3-of-10" behind. */
static char *
own(const char *folder, const char *name, const struct shard *shard)
{
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s" HOME "%s", folder, name);
	if (shard->count > 1)
		buf_printf(&path, ".%u-of-%u", shard->number, shard->count);
	return buf_detach(&path);
}

/* A descriptor that holds the lock; -1 after a message.  NFS locks what is
 * open for writing.  Where a disk knows no locks, there are none. */
static int
lock(const struct store *s, const char *path, int how, struct diag *diag)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		return diag_cannot_write(diag, path);
	if (flock(fd, how | LOCK_NB) < 0 && errno == EWOULDBLOCK) {
		close(fd);
		return diag_global(diag, MSG_BUSY, "another batch is at work "
		    "in '%s': wait for its end", s->folder);
	}
	return fd;
}

static int
make_folders(const struct store *s, struct diag *diag)
{
	if (fs_make_folders(s->partial) < 0)
		return diag_cannot_write(diag, s->partial);
	if (fs_make_folders(s->old) < 0)
		return diag_cannot_write(diag, s->old);
	return 0;
}

/* All shares have the one in common, and a whole batch has it alone. */
static int
take_locks(struct store *s, const struct shard *shard, struct diag *diag)
{
	char *common = inside(s->folder, "lock");
	char *path = own(s->folder, "lock", shard);

	s->lock = lock(s, common, s->whole ? LOCK_EX : LOCK_SH, diag);
	if (s->lock >= 0 && !s->whole)
		s->own_lock = lock(s, path, LOCK_EX, diag);
	free(common);
	free(path);
	return s->lock < 0 || (!s->whole && s->own_lock < 0) ? -1 : 0;
}

static int
open_journal(struct store *s, struct diag *diag)
{
	char *path = inside(s->folder, "state");
	int ret = 0;

	if (journal_open(&s->journal, path) < 0)
		ret = diag_cannot_write(diag, path);
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

/* Where TeX works for the batch that has this partial folder. */
static char *
work_of(const char *partial, const char *tmp)
{
	char *real = realpath(partial, NULL);
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s/unagenda-%016" PRIx64, tmp,
	    stamp_key("work", real ? real : partial));
	free(real);
	return buf_detach(&path);
}

/* What is left there is of a batch that was killed. */
static char *
make_work(const char *partial, const char *tmp)
{
	char *path = work_of(partial, tmp);

	if ((mkdir(path, 0700) == 0 || errno == EEXIST) && is_ours(path)) {
		fs_empty(path);
		return path;
	}
	free(path);
	return NULL;
}

static int
is_of_share(const char *name)
{
	return strncmp(name, "partial.", strlen("partial.")) == 0 ||
	    strncmp(name, "lock.", strlen("lock.")) == 0;
}

/* Nobody else is at work: what is of shares has been left by them. */
static void
drop_shares(const struct store *s, const char *tmp)
{
	char *home = inside(s->folder, "");
	DIR *folder = opendir(home);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		char *path, *work;

		if (!is_of_share(entry->d_name))
			continue;
		path = inside(s->folder, entry->d_name);
		work = work_of(path, tmp);
		if (is_ours(work))
			fs_remove(work);
		fs_remove(path);
		free(work);
		free(path);
	}
	if (folder)
		closedir(folder);
	free(home);
}

int
store_open(struct store *s, const char *folder, const struct shard *shard,
    const char *tmp, struct diag *diag)
{
	*s = (struct store){ .lock = -1, .own_lock = -1 };
	s->whole = shard->count == 1;
	s->folder = xstrdup(folder);
	s->partial = own(folder, "partial", shard);
	s->old = inside(folder, "old");
	if (make_folders(s, diag) == 0 && take_locks(s, shard, diag) == 0 &&
	    open_journal(s, diag) == 0) {
		/* what is left there is in nobody's way */
		fs_empty(s->partial);
		if (s->whole)
			drop_shares(s, tmp);
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
