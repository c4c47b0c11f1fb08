/*
 * fread() of a whole file, as LuaTeX has it of each font that goes into a PDF.
 * Of a Chinese one of many megabytes it needs a few glyphs: where there is a
 * block of whole pages for it, the file is mapped there, and what is not needed
 * is neither read nor copied.  All else is as it always is.
 */
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "engine/preload/heap.h"

/* From the beginning to the end, and not one that is being changed: what is
 * replaced by another file stays as it is. */
static int
is_whole(FILE *file, size_t size)
{
	struct stat status;

	return ftell(file) == 0 && fstat(fileno(file), &status) == 0 &&
	    S_ISREG(status.st_mode) && status.st_size == (off_t)size;
}

static int
map(void *place, size_t size, FILE *file)
{
	return mmap(place, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_FIXED, fileno(file), 0) != MAP_FAILED &&
	    fseek(file, 0, SEEK_END) == 0;
}

size_t
fread(void *place, size_t size, size_t count, FILE *file)
{
	size_t whole;

	if (!__builtin_mul_overflow(size, count, &whole) &&
	    whole >= HEAP_WHOLE_PAGES && heap_has(place) &&
	    is_whole(file, whole) && map(place, whole, file))
		return count;
	/* the same, for the engine has but one thread */
	return fread_unlocked(place, size, count, file);
}
