#include "util/list.h"

#include <stdarg.h>
#include <stdlib.h>

#include "util/alloc.h"

void
list_add(struct list *l, char *item)
{
	size_t size = grown(l->size, l->count + 2);

	if (size != l->size)
		l->items = xrealloc(l->items, size, sizeof(*l->items));
	l->size = size;
	l->items[l->count++] = item;
	l->items[l->count] = NULL;
}

void
list_printf(struct list *l, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	list_add(l, xvasprintf(format, args));
	va_end(args);
}

const char *const *
list_strings(const struct list *l)
{
	return (const char *const *)(const void *)l->items;
}

void
list_dispose(struct list *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i]);
	free(l->items);
	*l = (struct list){ NULL, 0, 0 };
}
