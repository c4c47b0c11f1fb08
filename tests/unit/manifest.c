#include "unit.h"

#include "folder.h"
#include "pipeline/manifest.h"
#include "util/buf.h"
#include "util/fs.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
put_text(const char *name, const char *text)
{
	char *path = fs_join(folder, name), *above = fs_folder(path);

	assert_int_equal(fs_make_folders(above), 0);
	assert_int_equal(fs_write(path, text, strlen(text)), 0);
	free(above);
	free(path);
}

/* A file of the installation, with "abc" in it. */
static void
put(const char *name)
{
	put_text(name, "abc");
}

static void
files_with_a_part(void **state)
{
	static const char *const names[] = {
		"xsl/locale/fr.xml", "xsl/locale/en.xml", "xsl/latex.xsl",
		"xsl/latex.xsl~", "xml/agenda.dtd", "xml/documents/a/en.xml",
		"build/graphics/emblem.pdf", "latex/unagenda.cls"
	};
	struct diag diag = DIAG_INIT;
	struct manifest *manifest;
	struct buf text = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		put(names[i]);
	put_text("xsl/locale/ru.xml", "<!-- x --><locale masthead='en'/>");
	assert_int_equal(manifest_load(&manifest, folder, &diag), 0);
	manifest_write(&text, manifest, "A_1-EN", "en", "abc");
	assert_memory_equal(buf_string(&text), "# unagenda " VERSION "\n",
	    strlen("# unagenda " VERSION "\n"));
	assert_non_null(strstr(text.data, "\n# fribidi 1."));
	assert_string_equal(strstr(text.data, "\n" ABC) + 1,
	    ABC "  graphics/emblem.pdf\n"
	    ABC "  latex/unagenda.cls\n"
	    ABC "  source/A_1-EN.xml\n"
	    ABC "  xml/agenda.dtd\n"
	    ABC "  xsl/latex.xsl\n"
	    ABC "  xsl/locale/en.xml\n");
	/* the masthead of Russian documents is in English */
	buf_clear(&text);
	manifest_write(&text, manifest, "A_1-RU", "ru", "abc");
	assert_non_null(strstr(text.data, "  xsl/locale/en.xml\n"));
	assert_non_null(strstr(text.data, "  xsl/locale/ru.xml\n"));
	assert_null(strstr(text.data, "  xsl/locale/fr.xml\n"));
	buf_dispose(&text);
	manifest_free(manifest);
	diag_dispose(&diag);
}

static void
file_that_cannot_be_read(void **state)
{
	struct diag diag = DIAG_INIT;
	struct manifest *manifest;
	char *path = fs_join(folder, "xml/places.xml"), *text;

	(void)state;
	assert_int_equal(fs_make_folders(path), 0);
	assert_int_equal(manifest_load(&manifest, folder, &diag), -1);
	text = printed(&diag);
	assert_non_null(strstr(text, "places.xml': Is a directory"));
	assert_int_equal(diag_status(&diag), 3);
	free(text);
	free(path);
	diag_dispose(&diag);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_with_a_part),
		cmocka_unit_test(file_that_cannot_be_read),
	};

	return RUN_IN_FOLDER(tests);
}
