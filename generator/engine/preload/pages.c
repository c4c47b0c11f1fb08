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

/* What /proc/self/pagemap says of a page: it is there, and in no other process. */
#define PRESENT		(1ULL << 63)
#define EXCLUSIVE	(1ULL << 56)

enum { PAGE = 4096, MOST_RANGES = 8192, AT_ONCE = 512 };
/* Pages so few between two ranges cost less than another call. */
enum { GAP = 2 };

/* Pages by number, the last one included. */
struct range {
	uintptr_t first, last;
};

static struct {
	atomic_int ready;
	unsigned count;
	struct range ranges[MOST_RANGES];
} *noted;

static int pagemap = -1, maps = -1;

void
pages_prepare(void)
{
	void *p = mmap(NULL, sizeof(*noted), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p != MAP_FAILED && sysconf(_SC_PAGESIZE) == PAGE)
		noted = p;
}

void
pages_open(void)
{
	if (!noted || atomic_load(&noted->ready))
		return;
	pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
}

void
pages_populate(void)
{
	const struct range *r;

	if (!noted || !atomic_load(&noted->ready))
		return;
	for (unsigned i = 0; i < noted->count && i < MOST_RANGES; i++) {
		r = &noted->ranges[i];
		if (madvise((char *)(r->first * PAGE),
		    (r->last - r->first + 1) * PAGE,
		    MADV_POPULATE_WRITE) < 0 && errno == EINVAL)
			break;	/* this kernel cannot */
	}
}

static void
note(uintptr_t page)
{
	struct range *r = &noted->ranges[noted->count];

	if (noted->count && page - r[-1].last <= GAP + 1) {
		r[-1].last = page;
	} else if (noted->count < MOST_RANGES) {
		*r = (struct range){ page, page };
		noted->count++;
	}
}

/* Notes those from one page up to another. */
static void
note_between(uintptr_t page, uintptr_t end)
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
			if ((entries[i] & PRESENT) && (entries[i] & EXCLUSIVE))
				note(page + i);
		page += n;
	}
}

void
pages_note(void)
{
	unsigned long first, end;
	char line[512], flags[5];
	FILE *f;

	if (!noted || maps < 0 || pagemap < 0 || atomic_load(&noted->ready))
		return;
	f = fdopen(maps, "r");
	noted->count = 0;
	while (f && fgets(line, sizeof(line), f))
		if (sscanf(line, "%lx-%lx %4s", &first, &end, flags) == 3 &&
		    strcmp(flags, "rw-p") == 0)
			note_between(first / PAGE, end / PAGE);
	atomic_store(&noted->ready, 1);
}
