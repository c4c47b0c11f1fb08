#include "engine/warm.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "engine/lualatex.h"
#include "engine/pool.h"
#include "engine/protocol.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/proc.h"
#include "util/site.h"

struct warm {
	const struct lualatex *lualatex;
	struct proc_child child;
	int socket;
};

char *
warm_find_library(const struct site *site)
{
	/* in the source tree, and where make installs */
	static const char *const places[] = {
		"build/unagenda-warm.so", "../../lib/unagenda/unagenda-warm.so"
	};

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		char *path = fs_join(site->data, places[i]);

		if (fs_exists(path))
			return path;
		free(path);
	}
	return NULL;
}

/* sockets[0] is ours, sockets[1] the engine's. */
static int
make_sockets(int sockets[2])
{
	return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets);
}

struct warm *
warm_start(const struct lualatex *l, const char *library,
    const char *language, const char *station)
{
	struct warm *w;
	int sockets[2], reason;

	if (make_sockets(sockets) < 0)
		return NULL;
	w = xcalloc(1, sizeof(*w));
	w->lualatex = l;
	w->socket = sockets[0];
	reason = lualatex_start_warm(&w->child, l, language, station, library,
	    sockets[1]);
	close(sockets[1]);
	if (reason == 0)
		return w;
	close(w->socket);
	free(w);
	errno = reason;
	return NULL;
}

void
warm_end(struct warm *w)
{
	int value;

	if (!w)
		return;
	close(w->socket);
	proc_kill(&w->child);
	proc_wait(&w->child, &value, NULL);
	free(w);
}

int
warm_descriptor(const struct warm *w)
{
	return w->socket;
}

static void
add_string(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s) + 1);
}

/* The paths, and an empty one. */
static void
add_paths(struct buf *b, const struct list *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		add_string(b, paths->items[i]);
	add_string(b, "");
}

static void
write_order(struct buf *b, const struct warm *w, int64_t id,
    const struct engine_job *job)
{
	const struct warm_order order = {
		.id = id, .epoch = job->epoch,
		.file_limit = LUALATEX_LARGEST_FILE,
		.memory_limit = LUALATEX_MOST_MEMORY,
		.time_limit = job->time_limit
	};
	struct list writable = { 0 };

	lualatex_writable(&writable, w->lualatex, job->folder);
	buf_add(b, &order, sizeof(order));
	add_string(b, job->folder);
	add_string(b, job->name);
	add_paths(b, &w->lualatex->readable);
	add_paths(b, &writable);
	list_dispose(&writable);
}

int
warm_send(struct warm *w, int64_t id, const struct engine_job *job)
{
	struct buf b = BUF_INIT;
	ssize_t n = -1;

	write_order(&b, w, id, job);
	if (b.len <= WARM_LARGEST_ORDER)
		n = send(w->socket, b.data, b.len,
		    MSG_NOSIGNAL | MSG_DONTWAIT);
	buf_dispose(&b);
	return n < 0 ? -1 : 0;
}

int
warm_receive(struct warm *w, struct warm_report *report)
{
	ssize_t n = recv(w->socket, report, sizeof(*report), MSG_DONTWAIT);

	if (n == (ssize_t)sizeof(*report))
		return 1;
	return n < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

int
warm_try(const struct lualatex *l, const char *library)
{
	struct warm_report report;
	struct proc_child child;
	int sockets[2], value, ret = 0;

	if (make_sockets(sockets) < 0)
		return 0;
	if (lualatex_start_idle(&child, l, library, sockets[1]) == 0) {
		proc_wait(&child, &value, NULL);
		ret = recv(sockets[0], &report, sizeof(report),
		    MSG_DONTWAIT) == (ssize_t)sizeof(report);
	}
	close(sockets[0]);
	close(sockets[1]);
	return ret;
}
