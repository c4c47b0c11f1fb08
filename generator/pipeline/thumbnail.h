#ifndef PIPELINE_THUMBNAIL_H
#define PIPELINE_THUMBNAIL_H

struct buf;
struct site;

/*
 * Adds a small picture (JPEG) of the first page of a PDF, made by pdftoppm of
 * Poppler, which can read nothing but that file.  -1 if there is none to be
 * had: it is an ornament, and no reason for a message.
 */
int thumbnail_make(struct buf *, const struct site *, const char *pdf);

#endif
