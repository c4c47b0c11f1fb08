#include "pipeline/explain.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/confine.h"
#include "pipeline/datafile.h"
#include "pipeline/tree.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/fs.h"

/* As wide as a terminal is at the least, with a margin. */
enum { WIDTH = 78 };

struct explain {
	xmlDoc *messages;
};

int
explain_load(struct explain **out, const char *data, struct diag *diag)
{
	xmlDoc *messages;

	confine_to(data);
	messages = datafile_read(data, "xml/catalogue/messages.xml", diag);
	if (!messages)
		return -1;
	*out = xcalloc(1, sizeof(**out));
	(*out)->messages = messages;
	return 0;
}

void
explain_free(struct explain *e)
{
	if (!e)
		return;
	xmlFreeDoc(e->messages);
	free(e);
}

static const xmlNode *
first(const struct explain *e)
{
	return tree_child(xmlDocGetRootElement(e->messages), "message");
}

/* 0, which no message has, when the id is missing or damaged. */
static unsigned
number_of(const xmlNode *message)
{
	const char *id = tree_attr(message, "id");

	return id ? catalogue_number(id) : 0;
}

static const xmlNode *
find(const struct explain *e, unsigned number)
{
	const xmlNode *message = first(e);

	while (message && number_of(message) != number)
		message = tree_next(message, "message");
	return message;
}

/* Characters and not bytes: a word may have letters of any language. */
static size_t
width_of(const char *word, size_t len)
{
	size_t width = 0;

	for (size_t i = 0; i < len; i++)
		width += ((unsigned char)word[i] & 0xc0) != 0x80;
	return width;
}

/* Lines end between words; white space is single already. */
static void
add_wrapped(struct buf *out, const char *text)
{
	size_t column = 0;

	while (*text) {
		size_t len = strcspn(text, " "), width = width_of(text, len);

		if (column && column + 1 + width > WIDTH) {
			buf_putc(out, '\n');
			column = 0;
		}
		if (column) {
			buf_putc(out, ' ');
			column++;
		}
		buf_add(out, text, len);
		column += width;
		text += len + (text[len] == ' ');
	}
	buf_putc(out, '\n');
}

static void
add_part(struct buf *out, const xmlNode *message, const char *name,
    const char *before)
{
	const xmlNode *part = tree_child(message, name);
	struct buf text = BUF_INIT;

	if (!part)
		return;
	buf_puts(&text, before);
	tree_text(&text, part, NULL);
	buf_putc(out, '\n');
	add_wrapped(out, buf_string(&text));
	buf_dispose(&text);
}

/* A sample keeps its lines, each of them set in. */
static void
add_sample(struct buf *out, const xmlNode *message, const char *name,
    const char *head)
{
	const xmlNode *sample = tree_child(message, name);
	xmlChar *content = sample ? xmlNodeGetContent(sample) : NULL;
	const char *line = (const char *)content;

	if (!line)
		return;
	buf_printf(out, "\n%s\n\n", head);
	while (*line) {
		size_t len = strcspn(line, "\n");

		buf_printf(out, "%s%.*s\n", len ? "    " : "", (int)len,
		    line);
		line += len + (line[len] == '\n');
	}
	xmlFree(content);
}

/* What is off is only of use to who knows how to have it. */
static void
add_off(struct buf *out, const xmlNode *message)
{
	struct buf text = BUF_INIT;
	unsigned number = number_of(message);

	if (catalogue_level(number) != LEVEL_OFF)
		return;
	buf_printf(&text, "It is off, and not given, until a line 'UNA-%04u "
	    "advice' or 'UNA-%04u warning' stands in the file unagenda.conf "
	    "beside the draft.", number, number);
	buf_putc(out, '\n');
	add_wrapped(out, buf_string(&text));
	buf_dispose(&text);
}

static void
add_rest(struct buf *out, const xmlNode *message)
{
	add_off(out, message);
	add_part(out, message, "about", "");
	add_part(out, message, "source", "Source: ");
	add_sample(out, message, "wrong", "Wrong:");
	add_sample(out, message, "right", "Right:");
}

void
explain_message(struct buf *out, const struct explain *e, unsigned number)
{
	const xmlNode *message = find(e, number);

	buf_printf(out, "UNA-%04u %s: %s\n", number,
	    level_word(catalogue_level(number)), catalogue_title(number));
	if (message)
		add_rest(out, message);
}

void
explain_page(struct buf *out, const struct explain *e)
{
	const xmlNode *message = first(e);
	const char *last = NULL;

	buf_puts(out, "# Messages about a document\n");
	for (; message; message = tree_next(message, "message")) {
		unsigned number = number_of(message);
		const char *title = catalogue_title(number);
		const char *topic = catalogue_topic(number);

		if (topic && topic != last)
			buf_printf(out, "\n## %s\n", topic);
		last = topic;
		buf_printf(out, "\n### UNA-%04u: %s\n\nLevel: %s\n", number,
		    title ? title : "", level_word(catalogue_level(number)));
		add_rest(out, message);
	}
}
