#ifndef PDF_CMAP_H
#define PDF_CMAP_H

#include <stddef.h>

struct arena;

enum { CMAP_CODES = 65536 };

/*
 * Reads a table of characters (ISO 32000-1, 9.10.3): texts[code] gets the
 * UTF-8, from the arena, of each code that has a character of Unicode.  Those
 * of private use, and U+0000, U+FEFF, U+FFFE and U+FFFF, are none that anyone
 * can read (ISO 14289-1, 7.21.7).
 */
void cmap_read(const char *texts[CMAP_CODES], struct arena *, const char *cmap,
	size_t len);

#endif
