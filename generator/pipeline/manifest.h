#ifndef PIPELINE_MANIFEST_H
#define PIPELINE_MANIFEST_H

struct buf;
struct diag;
struct manifest;

/*
 * What a PDF is made of, for those who want to know whether it can be made
 * again: the versions of the program and of the libraries that have a part in
 * it, and the digest of each file of the installation that has.  What TeX has
 * of the machine is added when the PDF is made (unagenda-attachments.lua).
 *
 *	# unagenda 0.1
 *	# libxslt 10135
 *	<64 hexadecimal digits>  latex/unagenda.cls
 *
 * Lines are as `sha256sum` writes and checks them, sorted by name; names are
 * relative to the data folder, and never a path of the machine.
 */

/* Reads all files once.  -1, after a message, if one cannot be read. */
int manifest_load(struct manifest **, const char *data, struct diag *);
void manifest_free(struct manifest *);

/*
 * Adds the manifest of one document, whose source is `text` in NAME.xml.  Of
 * the words of the house those of its language have a part, and those of the
 * language that its masthead is in.
 */
void manifest_write(struct buf *, const struct manifest *, const char *name,
	const char *language, const char *text);

#endif
