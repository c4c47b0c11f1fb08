#include "engine/preload/huge.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

enum { TURNS = 3, SAMPLE = 32 };

char *
huge_map(size_t size)
{
	/* room to begin at a huge page */
	char *p = mmap(NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	p += HUGE_PAGE - (uintptr_t)p % HUGE_PAGE;
	madvise(p, size, MADV_HUGEPAGE);
	return p;
}

void
huge_replace(char *place, char *room)
{
	unsigned char in_memory[PAGES];

	/* it is an error if a part of it is not mapped */
	if (mincore(place, HUGE_PAGE, in_memory) < 0)
		return;
	memcpy(room, place, HUGE_PAGE);
	mremap(room, HUGE_PAGE, HUGE_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
	    place);
}

/* Nanoseconds of processor. */
static long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return t.tv_sec * 1000000000L + t.tv_nsec;
}

static long
time_to_copy(const char *from, char *to)
{
	long start = now();

	memcpy(to, from, HUGE_PAGE);
	return now() - start;
}

static long
time_to_touch(volatile char *pages)
{
	long start = now();

	for (int i = 0; i < SAMPLE; i++)
		pages[i * PAGE] = 1;
	return now() - start;
}

unsigned
huge_worth(void)
{
	const size_t size = (2 * TURNS + 1) * HUGE_PAGE;
	char *source = huge_map(size), *p = source;
	long copy = 0, touch = 0;

	if (!source)
		return PAGES + 1;
	memset(source, 1, HUGE_PAGE);
	for (int i = 0; i < TURNS; i++) {
		long t = time_to_copy(source, p += HUGE_PAGE);

		if (!copy || t < copy)
			copy = t;
		madvise(p += HUGE_PAGE, HUGE_PAGE, MADV_NOHUGEPAGE);
		t = time_to_touch(p);
		if (!touch || t < touch)
			touch = t;
	}
	munmap(source, size);
	return touch > 0 ? (unsigned)(copy * SAMPLE / touch) : PAGES + 1;
}
