#include "engine/preload/pages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23		/* Linux 5.14 */
#endif

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

/* What /proc/self/pagemap says of a page: it is there; in no other process. */
#define PRESENT		(1ULL << 63)
#define EXCLUSIVE	(1ULL << 56)

enum { PAGE = 4096, MOST_RANGES = 8192, AT_ONCE = 512 };
/* Pages so few between two ranges cost less than another call. */
enum { GAP = 2 };

/* Bytes of stack that a child may need, which the engine asks for. */
enum { STACK = 1 << 20 };

/* Pages by number, the last one included. */
struct range {
	uintptr_t first, last;
	int advice;
};

/* How far it is with what is noted; one child does it. */
enum { NOBODY_YET, BEGUN, READY };

static struct {
	atomic_int state;
	unsigned count;
	struct range ranges[MOST_RANGES];
} *noted;

static int pagemap = -1, maps = -1;

/* A child's stack must not grow, or its pages are none of the engine's. */
static void
grow_stack(void)
{
	volatile char room[STACK];

	room[0] = 0;
	(void)room;
}

void
pages_prepare(void)
{
	void *p = mmap(NULL, sizeof(*noted), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p != MAP_FAILED && sysconf(_SC_PAGESIZE) == PAGE)
		noted = p;
	grow_stack();
}

void
pages_open(void)
{
	if (!noted || atomic_load(&noted->state) != NOBODY_YET)
		return;
	pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
}

void
pages_populate(void)
{
	const struct range *r;

	if (!noted || atomic_load(&noted->state) != READY)
		return;
	for (unsigned i = 0; i < noted->count && i < MOST_RANGES; i++) {
		r = &noted->ranges[i];
		if (madvise((char *)(r->first * PAGE),
		    (r->last - r->first + 1) * PAGE,
		    r->advice) < 0 && errno == EINVAL)
			break;	/* this kernel cannot */
	}
}

static void
note(uintptr_t page, int advice)
{
	struct range *r = &noted->ranges[noted->count];

	if (noted->count && page - r[-1].last <= GAP + 1 &&
	    r[-1].advice == advice) {
		r[-1].last = page;
	} else if (noted->count < MOST_RANGES) {
		*r = (struct range){ page, page, advice };
		noted->count++;
	}
}

/* Notes those from one page up to another that are there, with these flags. */
static void
note_between(uintptr_t page, uintptr_t end, uint64_t flags, int advice)
{
	static uint64_t entries[AT_ONCE];

	while (page < end) {
		size_t n = end - page < AT_ONCE ? end - page : AT_ONCE;
		ssize_t got = pread(pagemap, entries, n * sizeof(*entries),
		    (off_t)(page * sizeof(*entries)));

		if (got <= 0)
			return;
		n = (size_t)got / sizeof(*entries);
		for (size_t i = 0; i < n; i++)
			if ((entries[i] & flags) == flags)
				note(page + i, advice);
		page += n;
	}
}

/* A line of /proc/self/maps: what is written, or a file's that is read, whose
 * pages a fork does not take over. */
static void
note_mapping(const char *line)
{
	unsigned long first, end;
	char flags[5];

	if (sscanf(line, "%lx-%lx %4s", &first, &end, flags) != 3)
		return;
	if (strcmp(flags, "rw-p") == 0)
		note_between(first / PAGE, end / PAGE, PRESENT | EXCLUSIVE,
		    MADV_POPULATE_WRITE);
	else if (flags[0] == 'r' && strchr(line, '/'))
		note_between(first / PAGE, end / PAGE, PRESENT,
		    MADV_POPULATE_READ);
}

void
pages_note(void)
{
	char line[512];
	FILE *f;

	/* of those that end together, the first */
	if (!noted || maps < 0 || pagemap < 0 ||
	    !atomic_compare_exchange_strong(&noted->state, &(int){ NOBODY_YET },
	    BEGUN))
		return;
	f = fdopen(maps, "r");
	while (f && fgets(line, sizeof(line), f))
		note_mapping(line);
	atomic_store(&noted->state, READY);
}
