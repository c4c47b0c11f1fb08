#ifndef PIPELINE_EXTENSION_H
#define PIPELINE_EXTENSION_H

/*
 * Functions for stylesheets, in the namespace urn:unagenda:
 *
 *	una:position(node)	"41:7", where the node's element starts in
 *				the drafter's file
 *	una:qr(string)		a QR code, its rows of 1 (dark) and 0
 *				separated by "/"
 *
 * They need the document as the transformation's _private.
 */
void extension_register(void);

#endif
