#include "pipeline/transform.h"

#include <libexslt/exslt.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <stdint.h>
#include <stdlib.h>

#include "pipeline/confine.h"
#include "pipeline/document.h"
#include "pipeline/extension.h"
#include "pipeline/shared.h"
#include "pipeline/xslterror.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"

struct transform {
	xsltStylesheet *style;
	xsltSecurityPrefs *rights;
	struct shared *shared;
};

static int
may_read(xsltSecurityPrefs *rights, xsltTransformContext *ctxt,
    const char *path)
{
	(void)rights, (void)ctxt;
	return confine_allows(path);
}

/* A stylesheet reads the data tree, and that is all. */
static xsltSecurityPrefs *
make_rights(void)
{
	xsltSecurityPrefs *rights = xsltNewSecurityPrefs();

	if (!rights)
		return NULL;
	xsltSetSecurityPrefs(rights, XSLT_SECPREF_READ_FILE, may_read);
	xsltSetSecurityPrefs(rights, XSLT_SECPREF_WRITE_FILE,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(rights, XSLT_SECPREF_CREATE_DIRECTORY,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(rights, XSLT_SECPREF_READ_NETWORK,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(rights, XSLT_SECPREF_WRITE_NETWORK,
	    xsltSecurityForbid);
	return rights;
}

int
transform_load(struct transform **out, const char *data, struct diag *diag)
{
	struct transform *t = xcalloc(1, sizeof(*t));
	char *path = fs_join(data, "xsl/latex.xsl");
	struct xslterror errors;
	int ret;

	exsltRegisterAll();
	extension_register();
	t->rights = make_rights();
	t->shared = shared_new();
	xslterror_begin(&errors, NULL, diag);
	t->style = xsltParseStylesheetFile((const xmlChar *)path);
	ret = xslterror_end(&errors, !t->style || t->style->errors ||
	    !t->rights, 0);
	free(path);
	if (ret < 0)
		transform_free(t);
	else
		*out = t;
	return ret;
}

void
transform_free(struct transform *t)
{
	if (!t)
		return;
	shared_free(t->shared);
	xsltFreeStylesheet(t->style);
	xsltFreeSecurityPrefs(t->rights);
	free(t);
}

/* The result as text; the tree it was made of is freed. */
static int
take_result(struct buf *out, xmlDoc *result, xsltStylesheet *style)
{
	xmlChar *text = NULL;
	int len = 0, ret = xsltSaveResultToString(&text, &len, result, style);

	if (ret == 0 && len > 0)
		buf_add(out, text, (size_t)len);
	xmlFree(text);
	xmlFreeDoc(result);
	return ret;
}

int
transform_apply(struct buf *out, const struct transform *t,
    const struct document *doc, int draft, struct diag *diag)
{
	static const char *const parameters[] = { "draft", "true()", NULL };
	xmlDoc *tree = document_tree(doc), *result = NULL;
	xsltTransformContext *ctxt = xsltNewTransformContext(t->style, tree);
	struct xslterror errors;
	int failed = 1, stopped = 0;

	if (!ctxt)
		return diag_global(diag, MSG_MEMORY, "no memory left");
	xslterror_begin(&errors, doc, diag);
	xslterror_join(&errors, ctxt);
	ctxt->_private = (void *)(uintptr_t)doc;
	shared_lend(t->shared, ctxt);
	if (xsltSetCtxtSecurityPrefs(t->rights, ctxt) == 0)
		result = xsltApplyStylesheetUser(t->style, tree,
		    draft ? (const char **)(uintptr_t)parameters : NULL, NULL,
		    NULL, ctxt);
	stopped = ctxt->state == XSLT_STATE_STOPPED;
	if (result && ctxt->state == XSLT_STATE_OK)
		failed = take_result(out, result, t->style) < 0;
	else
		xmlFreeDoc(result);
	shared_take_back(t->shared, ctxt);
	xsltFreeTransformContext(ctxt);
	return xslterror_end(&errors, failed, stopped);
}
