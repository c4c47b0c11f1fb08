#ifndef PIPELINE_DATAFILE_H
#define PIPELINE_DATAFILE_H

struct _xmlDoc;
struct diag;

/*
 * Reads an XML file of the data tree, "xml/bodies.xml".  The caller frees it.
 * NULL, after a message, when it is missing or damaged; with no diag, in
 * silence.
 */
struct _xmlDoc *datafile_read(const char *data, const char *file,
	struct diag *);

#endif
