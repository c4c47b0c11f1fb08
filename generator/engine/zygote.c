#include "engine/zygote.h"

#include <errno.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/isolate_parts.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/digest.h"

/* Memory that a child begins with: what an inspection takes of a document of
 * some pages. */
enum { ROOM = 16 << 20, HUGE_PAGE = 2 << 20 };

/* More than the C library puts before a block of memory. */
enum { HEAD = 64 };

struct zygote {
	int socket;
	pid_t pid;
};

/* What is asked for, along with the two files below. */
struct request {
	struct isolate_limits limits;
	isolate_work *work;
	size_t question;	/* bytes of it */
};

/* Room for the result, then the question; the child's end of the pipe. */
enum { EXCHANGE, ALIVE, FILES };

/* Room for the files in a message. */
union ancillary {
	char bytes[CMSG_SPACE(FILES * sizeof(int))];
	struct cmsghdr aligned;
};

/* The question begins a page. */
static size_t
question_at(const struct isolate_limits *l)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	return (isolate_size(l) + page - 1) / page * page;
}

/* ---- the zygote ----------------------------------------------------- */

/* Volatile, or the compiler leaves this memory out, which nobody uses. */
static void *volatile filling;

/*
 * Memory that is there when a child asks for it, without a call of the system,
 * and comes in large pages: one fault for each instead of hundreds.  Nothing
 * here touches them, as a child would copy what it then changes.
 */
static void
make_room(void)
{
	char *room;
	size_t before;

	mallopt(M_MMAP_THRESHOLD, ROOM);
	mallopt(M_TRIM_THRESHOLD, 2 * ROOM);
	mallopt(M_TOP_PAD, ROOM);
	room = malloc(ROOM - HUGE_PAGE);
	if (!room)
		return;
	before = HUGE_PAGE - (uintptr_t)room % HUGE_PAGE;
	madvise(room + before, ROOM, MADV_HUGEPAGE);
	free(room);
	/* what is free now begins shortly before the first large page */
	if (before > 2 * HEAD)
		filling = malloc(before - 2 * HEAD);
}

/* OpenSSL gathers its algorithms at first use: here, and not in each child. */
static void
make_digests(void)
{
	char hex[DIGEST_MD5];

	digest_md5(hex, "", 0);
}

/* -1 when no more will come. */
static int
receive(int socket, struct request *r, int files[FILES])
{
	union ancillary ancillary;
	struct iovec bytes = { r, sizeof(*r) };
	struct msghdr message = {
		.msg_iov = &bytes, .msg_iovlen = 1,
		.msg_control = &ancillary,
		.msg_controllen = sizeof(ancillary)
	};
	struct cmsghdr *c;

	if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) !=
	    (ssize_t)sizeof(*r))
		return -1;
	c = CMSG_FIRSTHDR(&message);
	if (!c || c->cmsg_len != CMSG_LEN(FILES * sizeof(int)))
		return -1;
	memcpy(files, CMSG_DATA(c), FILES * sizeof(int));
	return 0;
}

static _Noreturn void
answer(const struct request *r, const int files[FILES])
{
	size_t at = question_at(&r->limits);
	char *exchange = mmap(NULL, at + r->question + 1,
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
	    files[EXCHANGE], 0);
	struct buf question = { exchange + at, r->question, 0 };
	const struct isolate i = {
		.limits = &r->limits, .result = (void *)exchange,
		.ends = { -1, files[ALIVE] }
	};

	if (exchange == MAP_FAILED)
		_exit(1);
	isolate_child(&i, r->work, &question);
}

/* Like fork(), but the child is our parent's, as we are. */
static pid_t
fork_sibling(void)
{
	return (pid_t)syscall(SYS_clone, (long)(CLONE_PARENT | SIGCHLD), 0L,
	    0L, 0L, 0L);
}

static _Noreturn void
serve(int socket)
{
	struct request request;
	int files[FILES];
	pid_t said;

	while (receive(socket, &request, files) == 0) {
		said = fork_sibling();
		if (said == 0)
			answer(&request, files);
		if (said < 0)
			said = -errno;
		close(files[EXCHANGE]);
		close(files[ALIVE]);
		if (send(socket, &said, sizeof(said), MSG_NOSIGNAL) < 0)
			break;
	}
	_exit(0);
}

static _Noreturn void
begin(int socket, pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(0);
	/* no file of ours is to stay open for its sake */
	if (dup2(socket, 0) < 0 || close_range(1, ~0U, 0) < 0)
		_exit(1);
	make_room();
	make_digests();
	serve(0);
}

/* ---- whoever uses it ------------------------------------------------ */

/*
 * Whoever interrupts the program leaves it to the program what ends: these
 * signals are never heard by the zygote, nor by its children.
 */
static pid_t
fork_deaf(int socket)
{
	pid_t parent = getpid(), pid;
	sigset_t interrupts, before;

	sigemptyset(&interrupts);
	sigaddset(&interrupts, SIGHUP);
	sigaddset(&interrupts, SIGINT);
	sigaddset(&interrupts, SIGQUIT);
	sigaddset(&interrupts, SIGTERM);
	sigprocmask(SIG_BLOCK, &interrupts, &before);
	pid = fork();
	if (pid == 0)
		begin(socket, parent);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return pid;
}

struct zygote *
zygote_start(void)
{
	struct zygote *z;
	int sockets[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) < 0)
		return NULL;
	pid = fork_deaf(sockets[1]);
	close(sockets[1]);
	if (pid < 0) {
		close(sockets[0]);
		return NULL;
	}
	z = xcalloc(1, sizeof(*z));
	z->socket = sockets[0];
	z->pid = pid;
	return z;
}

void
zygote_end(struct zygote *z)
{
	if (!z)
		return;
	close(z->socket);
	while (waitpid(z->pid, NULL, 0) < 0 && errno == EINTR)
		;
	free(z);
}

/* Both files are borrowed.  -1 when the zygote is gone. */
static int
ask(const struct zygote *z, const struct request *r, const int files[FILES])
{
	union ancillary ancillary = { { 0 } };
	struct iovec bytes = { (void *)r, sizeof(*r) };
	struct msghdr message = {
		.msg_iov = &bytes, .msg_iovlen = 1,
		.msg_control = &ancillary,
		.msg_controllen = sizeof(ancillary)
	};
	struct cmsghdr *c = CMSG_FIRSTHDR(&message);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(FILES * sizeof(int));
	memcpy(CMSG_DATA(c), files, FILES * sizeof(int));
	return sendmsg(z->socket, &message, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

/* The child that it has started; -1 with errno set. */
static pid_t
hear(const struct zygote *z)
{
	ssize_t n;
	pid_t said;

	while ((n = recv(z->socket, &said, sizeof(said), 0)) < 0 &&
	    errno == EINTR)
		;
	if (n == (ssize_t)sizeof(said) && said > 0)
		return said;
	errno = n == (ssize_t)sizeof(said) ? -said : ECHILD;
	return -1;
}

/* A file in memory with the question; -1 with errno set. */
static int
make_exchange(const struct isolate_limits *l, const struct buf *question)
{
	int file = memfd_create("unagenda", MFD_CLOEXEC), reason;
	size_t at = question_at(l);

	if (file < 0)
		return -1;
	/* a byte more, as a buf has */
	if (ftruncate(file, (off_t)(at + question->len + 1)) == 0 &&
	    pwrite(file, buf_string(question), question->len, (off_t)at) ==
	    (ssize_t)question->len)
		return file;
	reason = errno;
	close(file);
	errno = reason;
	return -1;
}

/* A child of the zygote; NULL with errno set. */
static struct isolate *
isolate_by(const struct zygote *z, const struct isolate_limits *l,
    isolate_work *work, const struct buf *question)
{
	const struct request request = { *l, work, question->len };
	int exchange = make_exchange(l, question);
	struct isolate *i = exchange < 0 ? NULL : isolate_new(l, exchange);

	if (i && ask(z, &request, (int[]){ exchange, i->ends[1] }) == 0)
		i->pid = hear(z);
	if (exchange >= 0)
		close(exchange);
	return i ? isolate_begun(i) : NULL;
}

struct isolate *
zygote_isolate(struct zygote *z, const struct isolate_limits *l,
    isolate_work *work, const struct buf *question)
{
	struct isolate *i = z ? isolate_by(z, l, work, question) : NULL;

	return i ? i : isolate_start(l, work, question);
}
