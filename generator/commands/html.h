#ifndef COMMANDS_HTML_H
#define COMMANDS_HTML_H

#include <stddef.h>
#include <stdio.h>

/* Prints text such that it can stand in an element, or in a quoted value. */
void html_text(FILE *, const char *);

/* The same in an element: <name class="class">text</name>; class may be
 * NULL. */
void html_element(FILE *, const char *name, const char *class,
	const char *text);

/* Prints bytes in base64, as a data: address has them. */
void html_base64(FILE *, const void *, size_t);

#endif
