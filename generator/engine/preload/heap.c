#include "engine/preload/heap.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/protocol.h"

/* Those of the C library, whose common names are ours here. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

/* Beyond it the C library has the rest; few documents are near this. */
#define REGION (1UL << 30)

/* One fault for each of these costs less than one for each small page. */
#define HUGE_PAGE (2UL << 20)

enum { ALIGNMENT = 16 };

/* Stands before each block, which is aligned behind it. */
struct head {
	size_t size;
};

static int forked;
static char *region, *next, *end;	/* NULL: there is none */
static struct head *last;
static int full;	/* memory is the C library's again, and given back */

static int
is_ours(const void *p)
{
	return (const char *)p >= region && (const char *)p < end;
}

static size_t
rounded(size_t size)
{
	size_t whole = size + sizeof(struct head);

	return (whole + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT -
	    sizeof(struct head);
}

static void *
take(size_t size)
{
	struct head *h;

	if (!region)
		return NULL;
	if (size <= REGION)
		size = rounded(size);
	if (size > (size_t)(end - next) - sizeof(*h)) {
		full = 1;
		return NULL;
	}
	h = (struct head *)(void *)next;
	h->size = size;
	next += sizeof(*h) + size;
	last = h;
	return h + 1;
}

static struct head *
head_of(void *p)
{
	return (struct head *)p - 1;
}

/* The last block can have more, or be given back. */
static int
resize_last(void *p, size_t size)
{
	size = rounded(size);
	if (head_of(p) != last || size > (size_t)(end - (char *)p))
		return 0;
	last->size = size;
	next = (char *)p + size;
	return 1;
}

/* What the C library has given.  A child that gets nothing gives its job up:
 * TeX alone might have had enough. */
static void *
given(void *p, size_t size)
{
	if (forked && !p && size)
		_exit(WARM_GIVEN_UP);
	return p;
}

void *
malloc(size_t size)
{
	void *p = take(size);

	return p ? p : given(__libc_malloc(size), size);
}

void *
calloc(size_t count, size_t size)
{
	size_t whole;
	void *p;

	if (__builtin_mul_overflow(count, size, &whole)) {
		errno = ENOMEM;
		return NULL;
	}
	p = take(whole);
	/* what was given back may have been used */
	return p ? memset(p, 0, whole) :
	    given(__libc_calloc(count, size), whole);
}

void
free(void *p)
{
	if (!region || (full && !is_ours(p)))
		__libc_free(p);
	else if (p && is_ours(p) && head_of(p) == last)
		next = (char *)last;
}

void *
realloc(void *p, size_t size)
{
	size_t old;
	void *q;

	if (!region || (full && p && !is_ours(p)))
		return given(__libc_realloc(p, size), size);
	if (!p)
		return malloc(size);
	if (size == 0) {
		free(p);
		return NULL;
	}
	old = is_ours(p) ? head_of(p)->size : malloc_usable_size(p);
	if (size <= old || (is_ours(p) && size < REGION &&
	    resize_last(p, size)))
		return p;
	q = malloc(size);
	if (q)
		memcpy(q, p, old < size ? old : size);
	return q;
}

void *
memalign(size_t alignment, size_t size)
{
	return alignment <= ALIGNMENT ? malloc(size) :
	    given(__libc_memalign(alignment, size), size);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
	return memalign(alignment, size);
}

int
posix_memalign(void **p, size_t alignment, size_t size)
{
	*p = memalign(alignment, size);
	return *p ? 0 : ENOMEM;
}

void
heap_fork(void)
{
	/* room to begin at a huge page */
	char *p = mmap(NULL, REGION + HUGE_PAGE, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	forked = 1;
	if (p == MAP_FAILED)
		return;		/* the C library's will do */
	region = p + HUGE_PAGE - (uintptr_t)p % HUGE_PAGE;
	end = region + REGION;
	/* blocks are aligned behind their heads */
	next = region + ALIGNMENT - sizeof(struct head);
	madvise(region, REGION, MADV_HUGEPAGE);
}
