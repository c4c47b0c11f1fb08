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

#include "engine/preload/heap.h"
#include "engine/preload/huge.h"

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23		/* Linux 5.14 */
#endif

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

/* What /proc/self/pagemap says of a page: it is there; in no other process. */
#define PRESENT		(1ULL << 63)
#define EXCLUSIVE	(1ULL << 56)

enum { MOST_RANGES = 8192 };
/* Pages so few between two ranges cost less than another call. */
enum { GAP = 2 };

/* Bytes of stack that a child may need, which the engine asks for. */
enum { STACK = 1 << 20 };

enum way {
	READ,		/* ask for what a file has */
	WRITE,		/* ask for pages of its own */
	REPLACE		/* put a huge page in the place of all */
};

/* Pages by number, the last one included. */
struct range {
	uintptr_t first, last;
	enum way way;
};

/* How far it is with what is noted; one child does it. */
enum { NOBODY_YET, BEGUN, READY };

static struct {
	atomic_int state;
	unsigned worth;		/* pages, of those in a huge one */
	unsigned count, replaced;
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
	if (noted)
		noted->worth = huge_worth();
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

static char *
start_of(const struct range *r)
{
	return (char *)(r->first * PAGE);
}

static void
replace(void)
{
	char *room = noted->replaced ? huge_map(noted->replaced * HUGE_PAGE) :
	    NULL;

	for (unsigned i = 0; room && i < noted->count; i++)
		if (noted->ranges[i].way == REPLACE) {
			huge_replace(start_of(&noted->ranges[i]), room);
			room += HUGE_PAGE;
		}
}

void
pages_populate(void)
{
	if (!noted || atomic_load(&noted->state) != READY)
		return;
	replace();
	for (unsigned i = 0; i < noted->count; i++) {
		const struct range *r = &noted->ranges[i];

		if (r->way != REPLACE &&
		    madvise(start_of(r), (r->last - r->first + 1) * PAGE,
		    r->way == READ ? MADV_POPULATE_READ :
		    MADV_POPULATE_WRITE) < 0 && errno == EINVAL)
			break;	/* this kernel cannot */
	}
}

static void
add(uintptr_t first, uintptr_t last, enum way way)
{
	if (noted->count == MOST_RANGES)
		return;
	noted->ranges[noted->count++] = (struct range){ first, last, way };
	noted->replaced += way == REPLACE;
}

static void
note(uintptr_t page, enum way way)
{
	struct range *r = &noted->ranges[noted->count];

	if (noted->count && page - r[-1].last <= GAP + 1 && r[-1].way == way)
		r[-1].last = page;
	else
		add(page, page, way);
}

/* What the system says of these pages: 1 where it says all of that, else 0.
 * Returns how many it has told of. */
static size_t
look(uint64_t *entries, uintptr_t page, size_t count, uint64_t flags)
{
	ssize_t got = pread(pagemap, entries, count * sizeof(*entries),
	    (off_t)(page * sizeof(*entries)));

	if (got <= 0)
		return 0;
	count = (size_t)got / sizeof(*entries);
	for (size_t i = 0; i < count; i++)
		entries[i] = (entries[i] & flags) == flags;
	return count;
}

/* Whether so many of the pages that would be in a huge one are used that it is
 * worth it; a child's own memory is of huge pages anyway. */
static int
is_dense(const uint64_t *used, uintptr_t page, size_t count)
{
	size_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += used[i];
	return count == PAGES && sum >= noted->worth &&
	    !heap_has((void *)(page * PAGE));
}

/* Notes those from one page up to another that are there, with these flags. */
static void
note_between(uintptr_t page, uintptr_t end, uint64_t flags, enum way way)
{
	static uint64_t used[PAGES];
	size_t n;

	for (; page < end; page += n) {
		n = PAGES - page % PAGES;
		n = look(used, page, n < end - page ? n : end - page, flags);
		if (n == 0)
			return;
		if (way == WRITE && is_dense(used, page, n)) {
			add(page, page + n - 1, REPLACE);
			continue;
		}
		for (size_t i = 0; i < n; i++)
			if (used[i])
				note(page + i, way);
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
		    WRITE);
	else if (flags[0] == 'r' && strchr(line, '/'))
		note_between(first / PAGE, end / PAGE, PRESENT, READ);
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
