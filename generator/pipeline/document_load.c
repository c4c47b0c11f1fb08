#include "pipeline/document.h"
#include "pipeline/source.h"
#include "pipeline/tree.h"
#include "util/buf.h"
#include "util/diag.h"

const char *const document_roots[] = {
	"agenda", "paper", "corrigendum", NULL
};

int
document_check_root(const struct document *doc, struct diag *diag)
{
	const xmlNode *root = document_root(doc);

	for (size_t i = 0; document_roots[i]; i++)
		if (tree_is(root, document_roots[i]))
			return 0;
	return diag_at(diag, MSG_ROOT, document_place(doc, root),
	    "<%s> is no document known here: a document starts with <agenda>, "
	    "<paper> or <corrigendum>", tree_name(root));
}

int
document_load(struct document **out, const char *path, struct diag *diag)
{
	struct buf text = BUF_INIT;

	if (source_read(&text, path, SOURCE_LARGEST, diag) == 0)
		return document_read(out, path, &text, diag);
	buf_dispose(&text);
	return -1;
}
