#include "pipeline/manifest.h"

#include <dirent.h>
#include <errno.h>
#include <fribidi.h>
#include <libxml/globals.h>
#include <libxml/xmlreader.h>
#include <libxslt/xslt.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/digest.h"
#include "util/fs.h"

/* Files of the installation are far below this. */
enum { LARGEST = 16 * 1024 * 1024 };

/* The words of one language; of all others a document has a part only in those
 * that it names for the masthead. */
#define LOCALE "xsl/locale/"

struct entry {
	char *name;
	char digest[DIGEST_SHA256];
	char *masthead;		/* of a locale: the language whose words the
				 * masthead has; NULL: its own */
};

struct manifest {
	struct entry *entries;
	size_t count, size;
};

/* What has a part in a PDF: a file, or all of a folder with that ending. */
static const struct part {
	const char *name;
	const char *place, *other;	/* where it is, in either */
	const char *ending;		/* NULL: it is a file */
} parts[] = {
	{ "fonts/fontlist.lua", "fonts/fontlist.lua", NULL, NULL },
	{ "graphics/emblem.pdf", "graphics/emblem.pdf",
	    "build/graphics/emblem.pdf", NULL },
	{ "graphics/recycle.pdf", "graphics/recycle.pdf",
	    "build/graphics/recycle.pdf", NULL },
	{ "latex/", "latex", NULL, ".cls" },
	{ "latex/", "latex", NULL, ".def" },
	{ "latex/", "latex", NULL, ".lua" },
	{ "latex/", "latex", NULL, ".sty" },
	{ "xml/agenda.dtd", "xml/agenda.dtd", NULL, NULL },
	{ "xml/bodies.xml", "xml/bodies.xml", NULL, NULL },
	{ "xml/dtd/", "xml/dtd", NULL, ".mod" },
	{ "xml/places.xml", "xml/places.xml", NULL, NULL },
	{ "xsl/", "xsl", NULL, ".xml" },
	{ "xsl/", "xsl", NULL, ".xsl" },
	{ "xsl/lib/", "xsl/lib", NULL, ".xml" },
	{ "xsl/lib/", "xsl/lib", NULL, ".xsl" },
	{ LOCALE, "xsl/locale", NULL, ".xml" },
	{ "xsl/modules/", "xsl/modules", NULL, ".xsl" },
};

/* For the caller to free; what is wrong with the file, the stylesheet says. */
static char *
masthead_of(const struct buf *bytes)
{
	xmlTextReader *reader = xmlReaderForMemory(buf_string(bytes),
	    (int)bytes->len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR |
	    XML_PARSE_NOWARNING);
	xmlChar *value = NULL;
	char *language;

	while (reader && xmlTextReaderRead(reader) == 1 &&
	    xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
		;
	if (reader)
		value = xmlTextReaderGetAttribute(reader,
		    (const xmlChar *)"masthead");
	language = value ? xstrdup((const char *)value) : NULL;
	xmlFree(value);
	xmlFreeTextReader(reader);
	return language;
}

static int
is_locale(const char *name)
{
	return strncmp(name, LOCALE, strlen(LOCALE)) == 0;
}

static void
add_entry(struct manifest *m, char *name, const struct buf *bytes)
{
	size_t size = grown(m->size, m->count + 1);
	struct entry *entry;

	if (size != m->size)
		m->entries = xrealloc(m->entries, size, sizeof(*m->entries));
	m->size = size;
	entry = &m->entries[m->count++];
	entry->name = name;
	digest_sha256(entry->digest, buf_string(bytes), bytes->len);
	entry->masthead = is_locale(name) ? masthead_of(bytes) : NULL;
}

/* What is not there has no part in anything: TeX tells if it is missed. */
static int
failed(const char *path, struct diag *diag)
{
	if (errno == ENOENT)
		return 0;
	return diag_global(diag, MSG_DATA, "cannot use '%s': %s", path,
	    strerror(errno));
}

/* Takes the name over. */
static int
add_file(struct manifest *m, const char *path, char *name, struct diag *diag)
{
	struct buf bytes = BUF_INIT;
	int ret = 0;

	errno = EFBIG;
	if (fs_read(&bytes, path, LARGEST) == FS_READ_OK) {
		add_entry(m, name, &bytes);
	} else {
		ret = failed(path, diag);
		free(name);
	}
	buf_dispose(&bytes);
	return ret;
}

static char *
joined(const char *left, const char *right)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "%s%s", left, right);
	return buf_detach(&b);
}

static int
add_folder(struct manifest *m, const struct part *part, const char *path,
    struct diag *diag)
{
	DIR *folder = opendir(path);
	struct dirent *file;
	int ret = 0;

	if (!folder)
		return failed(path, diag);
	while (ret == 0 && (file = readdir(folder))) {
		char *inside;

		if (!fs_has_ending(file->d_name, part->ending))
			continue;
		inside = fs_join(path, file->d_name);
		ret = add_file(m, inside, joined(part->name, file->d_name),
		    diag);
		free(inside);
	}
	closedir(folder);
	return ret;
}

static int
add_part(struct manifest *m, const struct part *part, const char *data,
    struct diag *diag)
{
	char *path = fs_join(data, part->place);
	int ret;

	if (part->other && !fs_exists(path)) {
		free(path);
		path = fs_join(data, part->other);
	}
	if (part->ending)
		ret = add_folder(m, part, path, diag);
	else
		ret = add_file(m, path, xstrdup(part->name), diag);
	free(path);
	return ret;
}

static int
compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	return strcmp(a->name, b->name);
}

int
manifest_load(struct manifest **out, const char *data, struct diag *diag)
{
	struct manifest *m = xcalloc(1, sizeof(*m));

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (add_part(m, &parts[i], data, diag) < 0) {
			manifest_free(m);
			return -1;
		}
	qsort(m->entries, m->count, sizeof(*m->entries), compare);
	*out = m;
	return 0;
}

void
manifest_free(struct manifest *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < m->count; i++) {
		free(m->entries[i].name);
		free(m->entries[i].masthead);
	}
	free(m->entries);
	free(m);
}

static int
is_locale_of(const struct entry *entry, const char *language)
{
	const char *file = entry->name + strlen(LOCALE);
	size_t len = strlen(language);

	return is_locale(entry->name) && strncmp(file, language, len) == 0 &&
	    strcmp(file + len, ".xml") == 0;
}

/* The language whose words the masthead of documents has. */
static const char *
masthead_language(const struct manifest *m, const char *language)
{
	for (size_t i = 0; i < m->count; i++)
		if (is_locale_of(&m->entries[i], language) &&
		    m->entries[i].masthead)
			return m->entries[i].masthead;
	return language;
}

/* The versions of what turns a draft into TeX, as the libraries have them. */
static void
write_programs(struct buf *out)
{
	char fribidi[16] = "?";

	/* "(GNU FriBidi) 1.0.8", and much more */
	sscanf(fribidi_version_info, "%*[^)]) %15s", fribidi);
	buf_puts(out, "# unagenda " VERSION "\n");
	buf_printf(out, "# libxml2 %s\n", xmlParserVersion);
	buf_printf(out, "# libxslt %s\n", xsltEngineVersion);
	buf_printf(out, "# fribidi %s\n", fribidi);
	buf_printf(out, "# qrencode %s\n", QRcode_APIVersionString());
}

void
manifest_write(struct buf *out, const struct manifest *m, const char *name,
    const char *language, const char *text)
{
	const char *masthead = masthead_language(m, language);
	struct entry source = { .name = NULL };
	struct buf path = BUF_INIT;

	buf_printf(&path, "source/%s.xml", name);
	source.name = path.data;
	digest_sha256(source.digest, text, strlen(text));
	write_programs(out);
	for (size_t i = 0; i < m->count; i++) {
		const struct entry *e = &m->entries[i];

		if (source.name && compare(&source, e) < 0) {
			buf_printf(out, "%s  %s\n", source.digest, path.data);
			source.name = NULL;
		}
		if (!is_locale(e->name) || is_locale_of(e, language) ||
		    is_locale_of(e, masthead))
			buf_printf(out, "%s  %s\n", e->digest, e->name);
	}
	buf_dispose(&path);
}
