#include "pipeline/name.h"

#include <ctype.h>
#include <string.h>

#include "pipeline/document.h"
#include "pipeline/tree.h"
#include "util/buf.h"

static char
replaced(char c)
{
	static const char from[] = " /[]*:;", to[] = "__^^!#%";
	const char *at = strchr(from, c);

	return c && at ? to[at - from] : c;
}

char *
name_of(const struct document *doc)
{
	const xmlNode *root = document_root(doc);
	const xmlNode *masthead = tree_child(root, "masthead");
	const char *s;
	struct buf name = BUF_INIT;

	for (s = tree_attr(masthead, "symbol"); *s; s++)
		buf_putc(&name, replaced(*s));
	/* the stars that are printed behind the symbol */
	if (tree_attr(masthead, "reissued"))
		buf_putc(&name, replaced('*'));
	if (tree_attr_is(masthead, "reissued", "twice"))
		buf_putc(&name, replaced('*'));
	buf_putc(&name, '-');
	for (s = tree_attr(root, "lang"); *s; s++)
		buf_putc(&name, (char)toupper((unsigned char)*s));
	return buf_detach(&name);
}
