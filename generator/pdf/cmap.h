#ifndef PDF_CMAP_H
#define PDF_CMAP_H

#include <stddef.h>

struct arena;

enum { CMAP_CODES = 65536, CMAP_ROW = 256 };

/* What codes say, in UTF-8, in rows of 256 codes, NULL where no code says
 * anything: most fonts of a document show few letters. */
struct cmap {
	const char **rows[CMAP_CODES / CMAP_ROW];
};

/*
 * Reads a table of characters (ISO 32000-1, 9.10.3) into a map that is all
 * zeros: each code gets its text, from the arena, that has a character of
 * Unicode.  Those of private use, and U+0000, U+FEFF, U+FFFE and U+FFFF, are
 * none that anyone can read (ISO 14289-1, 7.21.7).
 */
void cmap_read(struct cmap *, struct arena *, const char *table, size_t len);

/* The text of a code, which is below CMAP_CODES; NULL: it has none. */
const char *cmap_text(const struct cmap *, unsigned code);

#endif
