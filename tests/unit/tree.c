#include "unit.h"

#include "pipeline/document.h"
#include "pipeline/name.h"
#include "pipeline/tree.h"
#include "util/buf.h"

static char path[64];
static struct diag diag;

static struct document *
load(const char *text)
{
	struct document *doc = NULL;

	strcpy(path, "/tmp/unagenda-tree-XXXXXX");
	write_temporary(path, text, strlen(text));
	assert_int_equal(document_load(&doc, path, &diag), 0);
	unlink(path);
	return doc;
}

static void
test_text(void **state)
{
	struct document *doc = load("<agenda>\n  one<q> <!-- x -->two"
	    "</q><note> three</note>\n\t<![CDATA[four]]>\n</agenda>");
	struct buf b = BUF_INIT;

	(void)state;
	tree_text(&b, document_root(doc), NULL);
	assert_string_equal(buf_string(&b), "one two three four");
	buf_clear(&b);
	tree_text(&b, document_root(doc), "note");
	assert_string_equal(buf_string(&b), "one two four");
	buf_dispose(&b);
	document_free(doc);
}

static void
test_blank(void **state)
{
	(void)state;
	assert_true(tree_is_blank(""));
	assert_true(tree_is_blank(" \t\r\n"));
	assert_false(tree_is_blank(" x"));
	/* a no-break space prints */
	assert_false(tree_is_blank("\xc2\xa0"));
}

static void
test_places(void **state)
{
	struct document *doc = load("\xef\xbb\xbf<?xml version='1.0'?>\n"
	    "<agenda>\xc3\xa9<p a='>'\n   xml:lang = \"&lt;b='\" b =''/>\n"
	    "<q/></agenda>");
	const xmlNode *p = tree_child(document_root(doc), "p");
	const xmlNode *q = tree_next(p, "q");
	struct place at = document_place(doc, p);

	(void)state;
	assert_int_equal(at.line, 2);
	assert_int_equal(at.column, 10);
	at = document_place_attr(doc, p, "a");
	assert_int_equal(at.column, 13);
	at = document_place_attr(doc, p, "xml:lang");
	assert_int_equal(at.line, 3);
	assert_int_equal(at.column, 4);
	at = document_place_attr(doc, p, "b");
	assert_int_equal(at.column, 25);
	/* one that is not there: the element */
	at = document_place_attr(doc, p, "c");
	assert_int_equal(at.column, 10);
	at = document_place(doc, q);
	assert_int_equal(at.line, 4);
	assert_int_equal(at.column, 1);
	/* a text is where its element is, and the document at its start */
	at = document_place(doc, p->prev);
	assert_int_equal(at.line, 2);
	assert_int_equal(at.column, 1);
	at = document_place(doc, (const xmlNode *)document_tree(doc));
	assert_int_equal(at.line, 1);
	document_free(doc);
}

static void
test_name(void **state)
{
	struct document *doc = load("<agenda xml:lang='zh'><masthead "
	    "symbol='A/80/6 (Sect. 24)[x]:;/Corr.1*'/></agenda>");
	char *name = name_of(doc);

	(void)state;
	assert_string_equal(name, "A_80_6_(Sect._24)^x^#%_Corr.1!-ZH");
	free(name);
	document_free(doc);

	doc = load("<paper xml:lang='fr'><masthead symbol='A/1' "
	    "reissued='twice'/></paper>");
	name = name_of(doc);
	assert_string_equal(name, "A_1!!-FR");
	free(name);
	document_free(doc);
}

static void
test_walk(void **state)
{
	struct document *doc = load("<agenda><p><q/></p><note/></agenda>");
	const xmlNode *root = document_root(doc), *n;
	struct buf b = BUF_INIT;

	(void)state;
	for (n = root; n; n = tree_walk(n, root))
		buf_puts(&b, tree_name(n));
	assert_string_equal(buf_string(&b), "agendapqnote");
	n = root->children;
	assert_null(tree_walk(n->children, n));
	assert_null(tree_walk(root->last, root->last));
	assert_null(tree_attr(n, "id"));
	buf_dispose(&b);
	document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tree[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_blank),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_name),
		cmocka_unit_test(test_walk),
	};

	return RUN(tree);
}
