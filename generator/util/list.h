#ifndef UTIL_LIST_H
#define UTIL_LIST_H

#include <stddef.h>

/*
 * Strings that grow in number, as exec() and others take them: an argument
 * vector, an environment, paths.  Zeroed to begin with; `items` ends with NULL
 * as soon as there is one.  They belong to the list.
 */
struct list {
	char **items;
	size_t count, size;
};

/* Takes the string over, which was allocated. */
void list_add(struct list *, char *);

__attribute__((format(printf, 2, 3)))
void list_printf(struct list *, const char *format, ...);

/* The strings for one who only reads them. */
const char *const *list_strings(const struct list *);

void list_dispose(struct list *);

#endif
