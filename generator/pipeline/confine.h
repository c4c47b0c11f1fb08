#ifndef PIPELINE_CONFINE_H
#define PIPELINE_CONFINE_H

/*
 * From here on libxml2 and libxslt read files of the data tree only, and
 * nothing over a network, whatever a document or a stylesheet asks for.
 * Documents are read by fs_read, which this does not touch.
 */
void confine_to(const char *data);

/* Whether a file, given as a path or a file: address, is in the data tree. */
int confine_allows(const char *path);

#endif
