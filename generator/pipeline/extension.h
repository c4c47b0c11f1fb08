#ifndef PIPELINE_EXTENSION_H
#define PIPELINE_EXTENSION_H

/*
 * Functions for stylesheets, in the namespace urn:unagenda:
 *
 *	una:position(node)	"41:7", where the node's element starts in
 *				the drafter's file
 *	una:qr(string)		a QR code, its rows of 1 (dark) and 0
 *				separated by "/"
 *	una:joined(string, language)
 *				the string without what only the draft's
 *				lines have put into it (script.h)
 *	una:script(string, language)
 *				the same, with marks around runs that go
 *				against the script (script.h)
 *	una:escaped(string, table)
 *				the string with pieces replaced as the nodes
 *				of the table say (escape.h)
 *
 * They need the document as the transformation's _private.
 */
void extension_register(void);

#endif
