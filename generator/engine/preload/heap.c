#include "engine/preload/heap.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <malloc.h>
#include <unistd.h>

#include "engine/preload/huge.h"
#include "engine/protocol.h"

/* Those of the C library, whose common names are ours here. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

/* Beyond it the C library has the rest; few documents are near this. */
#define REGION (1UL << 30)

enum { ALIGNMENT = 16 };

/* Stands before each block, which is aligned behind it. */
struct head {
	size_t size;
};

static int forked;
static char *region, *next, *end;	/* NULL: there is none */
static struct head *last;
static int full;	/* memory is the C library's again, and given back */

int
heap_has(const void *p)
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

/* The head of a block that is to begin with a page. */
static char *
before_page(char *p)
{
	p += sizeof(struct head);
	return p + (PAGE - (uintptr_t)p % PAGE) % PAGE - sizeof(struct head);
}

static void *
take(size_t size)
{
	struct head *h;

	if (!region)
		return NULL;
	if (size >= HEAP_WHOLE_PAGES && size <= REGION) {
		next = before_page(next);
		size = (size + PAGE - 1) / PAGE * PAGE;
	}
	if (size <= REGION)
		size = rounded(size);
	if (next > end - sizeof(*h) ||
	    size > (size_t)(end - next) - sizeof(*h)) {
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
	if (!region || (full && !heap_has(p)))
		__libc_free(p);
	else if (p && heap_has(p) && head_of(p) == last)
		next = (char *)last;
}

void *
realloc(void *p, size_t size)
{
	size_t old;
	void *q;

	if (!region || (full && p && !heap_has(p)))
		return given(__libc_realloc(p, size), size);
	if (!p)
		return malloc(size);
	if (size == 0) {
		free(p);
		return NULL;
	}
	old = heap_has(p) ? head_of(p)->size : malloc_usable_size(p);
	if (size <= old || (heap_has(p) && size < REGION &&
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
heap_start(void)
{
	uintptr_t top = (uintptr_t)sbrk(0);

	mallopt(M_MMAP_MAX, 0);
	/* if it fails, the first huge page begins later */
	(void)sbrk((intptr_t)(HUGE_PAGE - top % HUGE_PAGE));
}

void
heap_fork(void)
{
	forked = 1;
	region = huge_map(REGION);
	if (!region)
		return;		/* the C library's will do */
	end = region + REGION;
	/* blocks are aligned behind their heads */
	next = region + ALIGNMENT - sizeof(struct head);
}
