#include "pipeline/syntax_value.h"

#include <libxml/xmlerror.h>
#include <string.h>

#include "pipeline/syntax.h"
#include "util/buf.h"

static const char white[] = " \t\r\n";

static size_t
tag_before(const char *text, size_t offset)
{
	while (offset > 0 && text[offset - 1] != '<')
		offset--;
	return offset > 0 ? offset - 1 : 0;
}

/* Just behind a value that starts with its quotation mark. */
static size_t
behind_value(const char *text, size_t at)
{
	const char *end = strchr(text + at + 1, text[at]);

	return end ? (size_t)(end - text) + 1 : at + strlen(text + at);
}

/* Of a name with a prefix, the parser may know the rest only. */
static int
is_named(const char *s, size_t len, const char *name)
{
	size_t rest = strlen(name);

	return len >= rest && strncmp(s + len - rest, name, rest) == 0 &&
	    (len == rest || s[len - rest - 1] == ':');
}

/* Where an attribute stands for the last time in a tag; else the tag. */
static size_t
last_attribute(const char *text, size_t tag, size_t end, const char *name)
{
	size_t found = tag, len, at = tag + strcspn(text + tag, white);

	for (at += strspn(text + at, white); at < end;
	    at += strspn(text + at, white)) {
		len = strcspn(text + at, " \t\r\n=\"'/>");
		if (is_named(text + at, len, name))
			found = at;
		at += len ? len : 1;
		at += strspn(text + at, " \t\r\n=");
		if (text[at] == '"' || text[at] == '\'')
			at = behind_value(text, at);
	}
	return found;
}

static struct syntax_fault
explain_repeated(struct buf *out, const xmlError *error, const char *text,
    size_t offset)
{
	size_t tag = tag_before(text, offset);
	struct buf name = BUF_INIT;

	buf_printf(&name, "%s%s%s", error->str1 ? error->str1 : "",
	    error->str2 ? ":" : "", error->str2 ? error->str2 : "");
	buf_printf(out, "attribute '%s' stands twice in this tag",
	    buf_string(&name));
	tag = last_attribute(text, tag, offset, buf_string(&name));
	buf_dispose(&name);
	return (struct syntax_fault){ MSG_SYNTAX, tag, 0 };
}

/* A word of a tag that no value follows, or the text behind a tag's name. */
static struct syntax_fault
explain_no_value(struct buf *out, const xmlError *error, const char *text,
    size_t offset)
{
	const char *name = error->str1 ? error->str1 : "";
	size_t at = last_attribute(text, tag_before(text, offset), offset,
	    name);

	buf_printf(out, "'%.*s' in this tag has no value: '=' is missing, or "
	    "the '>' of the tag", (int)strcspn(text + at + (text[at] == '<'),
	    " \t\r\n=\"'/>"), text + at + (text[at] == '<'));
	return (struct syntax_fault){ MSG_SYNTAX, at, 0 };
}

/* The opening mark of the value that the parser took to end here. */
static size_t
value_before(const char *text, size_t offset)
{
	size_t mark = offset - 1;
	char quote = text[mark];

	do
		mark--;
	while (mark > 0 && text[mark] != quote && text[mark] != '<');
	return mark;
}

/* A value that holds 'name=' has swallowed what follows its own end. */
int
syntax_is_swallowed(const char *text, size_t offset)
{
	return offset > 2 && strchr("\"'", text[offset - 1]) &&
	    text[offset - 2] == '=' && value_before(text, offset) > 1;
}

/* `end` is where the mark stands that opens the value. */
static struct syntax_fault
explain_endless(struct buf *out, const char *text, size_t end)
{
	size_t start;

	while (end > 0 && strchr(" \t\r\n=", text[end - 1]))
		end--;
	for (start = end; start > 0 && !strchr(" \t\r\n<",
	    text[start - 1]);)
		start--;
	buf_printf(out, "the value of '%.*s' does not end: a quotation mark "
	    "is missing; for '<' in a value write &lt;", (int)(end - start),
	    text + start);
	return (struct syntax_fault){ MSG_SYNTAX, start, 0 };
}

static int
opens_value(const char *text, size_t mark)
{
	size_t before = mark;

	while (before > 0 && strchr(white, text[before - 1]))
		before--;
	return strchr("\"'", text[mark]) && before > 0 &&
	    text[before - 1] == '=';
}

/* A value that runs on into the next tag, or to the end of the file. */
static struct syntax_fault
explain_running(struct buf *out, const char *text, size_t offset)
{
	size_t mark = offset > 1 ? offset - 1 : 1;

	while (mark > 1 && !opens_value(text, mark))
		mark--;
	return explain_endless(out, text, mark);
}

int
syntax_explain_value(struct syntax_fault *fault, struct buf *out,
    const xmlError *error, const char *text, size_t offset)
{
	int code = error->code;

	if (code == XML_ERR_ATTRIBUTE_REDEFINED)
		*fault = explain_repeated(out, error, text, offset);
	else if (code == XML_ERR_ATTRIBUTE_WITHOUT_VALUE)
		*fault = explain_no_value(out, error, text, offset);
	else if (code == XML_ERR_LT_IN_ATTRIBUTE ||
	    code == XML_ERR_ATTRIBUTE_NOT_FINISHED)
		*fault = explain_running(out, text, offset);
	else if (code == XML_ERR_SPACE_REQUIRED &&
	    syntax_is_swallowed(text, offset))
		*fault = explain_endless(out, text,
		    value_before(text, offset));
	else
		return -1;
	return 0;
}
