#include "util/site.h"

#include <string.h>

const char *
site_variable(const struct site *site, const char *name)
{
	size_t len = strlen(name);

	for (char *const *e = site->environment; *e; e++)
		if (strncmp(*e, name, len) == 0 && (*e)[len] == '=')
			return (*e)[len + 1] ? *e + len + 1 : NULL;
	return NULL;
}
