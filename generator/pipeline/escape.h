#ifndef PIPELINE_ESCAPE_H
#define PIPELINE_ESCAPE_H

struct buf;
struct _xmlNodeSet;

/*
 * Adds a text in which some pieces are replaced.  Each node of the table has an
 * element `from` with what is to be replaced, and an element `to` with what is
 * put there.  Each character is looked at once, and what is put there never;
 * where several pieces start, the longest counts.
 */
void escape_text(struct buf *, const char *text, const struct _xmlNodeSet *);

#endif
