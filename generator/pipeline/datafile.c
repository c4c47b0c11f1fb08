#include "pipeline/datafile.h"

#include <libxml/parser.h>
#include <stdlib.h>

#include "util/diag.h"
#include "util/fs.h"

xmlDoc *
datafile_read(const char *data, const char *file, struct diag *diag)
{
	char *path = fs_join(data, file);
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);

	if (!doc && diag)
		diag_global(diag, MSG_DATA,
		    "cannot use '%s': it is missing or damaged", path);
	free(path);
	return doc;
}
