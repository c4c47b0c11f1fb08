#include "pipeline/confine.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* libxml2's loader is one for the process, and so is this. */
static char root[PATH_MAX];
static xmlExternalEntityLoader load_any;

int
confine_allows(const char *path)
{
	static const char scheme[] = "file://";
	char real[PATH_MAX];
	size_t len = strlen(root);

	if (strncmp(path, scheme, sizeof(scheme) - 1) == 0)
		path += sizeof(scheme) - 1;
	return realpath(path, real) && strncmp(real, root, len) == 0 &&
	    real[len] == '/';
}

static xmlParserInput *
load_confined(const char *path, const char *id, xmlParserCtxt *ctxt)
{
	return path && confine_allows(path) ? load_any(path, id, ctxt) : NULL;
}

void
confine_to(const char *data)
{
	if (!realpath(data, root))
		root[0] = '\0';
	if (!load_any)
		load_any = xmlGetExternalEntityLoader();
	xmlSetExternalEntityLoader(load_confined);
}
