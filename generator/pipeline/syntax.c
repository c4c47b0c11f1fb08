#include "pipeline/syntax.h"

#include <ctype.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>

#include "pipeline/nesting.h"
#include "pipeline/syntax_value.h"
#include "util/buf.h"
#include "util/cursor.h"
#include "util/suggest.h"

/* From where the parser stood, which way is the place to look at. */
enum look {
	HERE, BACK_TO_TAG, BACK_TO_COMMENT, BACK_TO_AMPERSAND, AT_OPEN
};

/* What drafters get wrong most, in their words; the rest is the parser's. */
static const struct explanation {
	int code;		/* of libxml2 */
	enum message_id id;
	enum look look;
	const char *text;
} explanations[] = {
	{ XML_ERR_TAG_NOT_FINISHED, MSG_UNCLOSED, AT_OPEN,
	    "this element is not closed: the file ends before its end tag" },
	{ XML_ERR_LTSLASH_REQUIRED, MSG_UNCLOSED, AT_OPEN,
	    "this element is not closed" },
	{ XML_ERR_NAME_REQUIRED, MSG_SYNTAX, BACK_TO_TAG,
	    "a name must stand here; for '<' itself write &lt;" },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, MSG_ENTITY, BACK_TO_AMPERSAND,
	    "'&' is not followed by a name and ';': for '&' itself write "
	    "&amp;" },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, MSG_SYNTAX, HERE,
	    "the value of an attribute must stand in quotation marks" },
	{ XML_ERR_GT_REQUIRED, MSG_SYNTAX, BACK_TO_TAG,
	    "this tag has no '>' at its end; for '<' itself write &lt;" },
	{ XML_ERR_SPACE_REQUIRED, MSG_SYNTAX, HERE,
	    "a space is missing here" },
	{ XML_ERR_DOCUMENT_EMPTY, MSG_SYNTAX, HERE,
	    "this is not XML: a document starts with '<'" },
	{ XML_ERR_DOCUMENT_END, MSG_SYNTAX, HERE,
	    "nothing may follow the end of the document" },
	{ XML_ERR_INVALID_CHAR, MSG_SYNTAX, HERE,
	    "a control character stands here: delete it" },
	{ XML_ERR_COMMENT_NOT_FINISHED, MSG_SYNTAX, BACK_TO_COMMENT,
	    "this comment does not end: '-->' is missing" },
	{ XML_ERR_HYPHEN_IN_COMMENT, MSG_SYNTAX, HERE,
	    "two hyphens may not stand in a comment" },
	{ XML_ERR_NO_MEMORY, MSG_LIMIT, HERE,
	    "a text is too long" },
	{ XML_ERR_INTERNAL_ERROR, MSG_LIMIT, HERE,
	    "elements are nested too deep, or a text is too long" },
};

static size_t
back_to(const char *text, size_t offset, char c)
{
	while (offset > 0 && text[offset] != c)
		offset--;
	return offset;
}

static size_t
find_place(enum look look, const char *text, size_t offset)
{
	static const char comment[] = "<!--";
	size_t before = offset > 0 ? offset - 1 : 0;

	switch (look) {
	case BACK_TO_TAG:
		return back_to(text, before, '<');
	case BACK_TO_COMMENT:
		while (before > 0 && strncmp(text + before, comment,
		    sizeof(comment) - 1))
			before--;
		return before;
	case BACK_TO_AMPERSAND:
		return back_to(text, before, '&');
	default:
		return offset;
	}
}

/* An end tag, and the innermost element that is open where it stands. */
struct mismatch {
	const char *text;
	size_t tag;		/* where the end tag starts */
	char name[64];		/* its name, cut */
	const xmlNode *node;
	const struct cursor *open;
};

/* Whether an element around the innermost one has the end tag's name. */
static int
closes_outer(const struct mismatch *m)
{
	const xmlNode *n = m->node->parent;

	while (n && n->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)n->name, m->name))
		n = n->parent;
	return n && n->type == XML_ELEMENT_NODE;
}

static int
are_near(const char *a, const char *b)
{
	struct suggest s = suggest_new(a);

	suggest_try(&s, b);
	return s.best != NULL;
}

/* How many tags of the text have the name. */
static unsigned
count_tags(const char *text, const char *name)
{
	size_t len = strlen(name);
	unsigned count = 0;

	for (text = strchr(text, '<'); text; text = strchr(text + 1, '<')) {
		const char *s = text + 1 + (text[1] == '/');

		count += strncmp(s, name, len) == 0 &&
		    strchr(" \t\r\n/>", s[len]) != NULL;
	}
	return count;
}

/* Where the end tag stands, as a person counts. */
static void
add_end(struct buf *out, const struct mismatch *m)
{
	struct cursor at = *m->open;

	cursor_advance(&at, m->text, m->tag);
	buf_printf(out, "</%s> at %u:%u", m->name, at.line, at.column);
}

/* Elements that have attributes and, mostly, nothing in them. */
static int
is_mostly_empty(const char *name)
{
	static const char *const names[] = {
		"break", "column", "contents", "date", "dates", "masthead",
		"meeting", "noteref", "part", "ref", "schedule", "session",
		"subsidiary", "take", "time",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return 1;
	return 0;
}

/*
 * An end tag that fits an element around the innermost one shows that this is
 * not closed.  If not, one of two like names is misspelt: that which the file
 * has less often.
 */
static struct syntax_fault
explain_pair(struct buf *out, const struct mismatch *m)
{
	const char *name = (const char *)m->node->name;

	if (closes_outer(m)) {
		buf_printf(out, "<%s> is not closed: ", name);
		add_end(out, m);
		buf_puts(out, " closes what is around it");
		if (is_mostly_empty(name))
			buf_puts(out, "; if nothing is in it, its tag ends in "
			    "'/>'");
		return (struct syntax_fault){ MSG_UNCLOSED, m->tag, 1 };
	}
	if (are_near(m->name, name) && count_tags(m->text, name) == 1 &&
	    count_tags(m->text, m->name) > 1) {
		buf_printf(out, "<%s> is closed by ", name);
		add_end(out, m);
		buf_printf(out, "; did you mean <%s>?", m->name);
		return (struct syntax_fault){ MSG_TAGS, m->tag, 1 };
	}
	buf_printf(out, "</%s> closes nothing: what is open here is <%s>, "
	    "which starts at %u:%u", m->name, name, m->open->line,
	    m->open->column);
	if (are_near(m->name, name))
		buf_printf(out, "; did you mean </%s>?", name);
	return (struct syntax_fault){ MSG_TAGS, m->tag, 0 };
}

static struct syntax_fault
explain_mismatch(struct buf *out, const char *text, size_t offset,
    const xmlNode *node, const struct cursor *open)
{
	struct mismatch m = { .text = text, .node = node, .open = open };
	size_t at;

	m.tag = back_to(text, offset > 0 ? offset - 1 : 0, '<');
	snprintf(m.name, sizeof(m.name), "%.*s",
	    (int)strcspn(text + m.tag + 2, "> \t\r\n"), text + m.tag + 2);
	if (open && nesting_guess(&at, text, open->offset, m.tag) == 0) {
		buf_printf(out, "<%.*s> is not closed, to judge by how the "
		    "lines are indented", (int)strcspn(text + at + 1,
		    "> \t\r\n"), text + at + 1);
		return (struct syntax_fault){ MSG_UNCLOSED, at, 0 };
	}
	if (node && open)
		return explain_pair(out, &m);
	buf_printf(out, "</%s> closes nothing", m.name);
	return (struct syntax_fault){ MSG_TAGS, m.tag, 0 };
}

static struct syntax_fault
explain_entity(struct buf *out, const xmlError *error, const char *text,
    size_t offset)
{
	buf_printf(out, "'&%s;' is not known: type the character itself; for "
	    "'&' itself write &amp;", error->str1 ? error->str1 : "");
	return (struct syntax_fault){ MSG_ENTITY,
	    find_place(BACK_TO_AMPERSAND, text, offset), 0 };
}

static struct syntax_fault
explain_prefix(struct buf *out, const xmlError *error, const char *text,
    size_t offset)
{
	const char *prefix = error->str1 ? error->str1 : "";

	buf_printf(out, "the prefix '%s:' means nothing here: leave it out",
	    prefix);
	return (struct syntax_fault){ MSG_NAMESPACE,
	    find_place(BACK_TO_TAG, text, offset), 0 };
}

/* The parser's own words, as one line in our style. */
static struct syntax_fault
explain_rest(struct buf *out, const xmlError *error, size_t offset)
{
	const char *words = error->message ? error->message : "not XML";
	size_t len = strcspn(words, "\n");

	buf_putc(out, (char)tolower((unsigned char)words[0]));
	if (len > 1)
		buf_add(out, words + 1, len - 1);
	return (struct syntax_fault){ MSG_SYNTAX, offset, 0 };
}

static int
is_bare_ampersand(const xmlError *error, const char *text, size_t offset)
{
	return error->code == XML_ERR_NAME_REQUIRED && offset > 0 &&
	    text[offset - 1] == '&';
}

/* Whether the parser stands in a start tag, behind its first letter. */
static int
is_in_tag(const char *text, size_t offset)
{
	size_t at = offset;

	while (at > 0 && !strchr("<>", text[at - 1]))
		at--;
	return at > 0 && at < offset && text[at - 1] == '<' &&
	    text[offset - 1] != '&' && isalpha((unsigned char)text[at]);
}

/* What stands in a tag and is no attribute belongs behind its '>'. */
static int
is_open_tag(const xmlError *error, const char *text, size_t offset)
{
	size_t end = offset + strcspn(text + offset, " \t\r\n=<>/\"'");

	if (error->code == XML_ERR_SPACE_REQUIRED)
		return !syntax_is_swallowed(text, offset) &&
		    (end == offset || text[end] != '=');
	return error->code == XML_ERR_NAME_REQUIRED && is_in_tag(text, offset);
}

/*
 * Hyphens in a comment that runs on into the next one, or to the end of the
 * file, are those of the text that it should not hold.
 */
static int
is_open_comment(const xmlError *error, const char *text, size_t offset)
{
	const char *start, *end, *next;

	if (error->code != XML_ERR_HYPHEN_IN_COMMENT)
		return 0;
	start = text + find_place(BACK_TO_COMMENT, text, offset);
	end = strstr(start + 4, "-->");
	next = strstr(start + 4, "<!--");
	return !end || (next && next < end);
}

/* The code that says what is wrong where the parser's does not. */
static int
meant_code(const xmlError *error, const char *text, size_t offset)
{
	if (is_bare_ampersand(error, text, offset))
		return XML_ERR_ENTITYREF_SEMICOL_MISSING;
	if (is_open_tag(error, text, offset))
		return XML_ERR_GT_REQUIRED;
	if (is_open_comment(error, text, offset))
		return XML_ERR_COMMENT_NOT_FINISHED;
	return error->code;
}

static const struct explanation *
find_explanation(int code)
{
	size_t count = sizeof(explanations) / sizeof(*explanations);

	for (size_t i = 0; i < count; i++)
		if (explanations[i].code == code)
			return &explanations[i];
	return NULL;
}

struct syntax_fault
syntax_explain(struct buf *out, const xmlError *error, const char *text,
    size_t offset, const xmlNode *node, const struct cursor *open)
{
	int code = meant_code(error, text, offset);
	const struct explanation *e = find_explanation(code);
	struct syntax_fault fault;

	if (code == XML_ERR_TAG_NAME_MISMATCH)
		return explain_mismatch(out, text, offset, node, open);
	if (code == XML_ERR_UNDECLARED_ENTITY ||
	    code == XML_WAR_UNDECLARED_ENTITY)
		return explain_entity(out, error, text, offset);
	if (code == XML_NS_ERR_UNDEFINED_NAMESPACE)
		return explain_prefix(out, error, text, offset);
	if (syntax_explain_value(&fault, out, error, text, offset) == 0)
		return fault;
	if (!e)
		return explain_rest(out, error, offset);
	buf_puts(out, e->text);
	return (struct syntax_fault){ e->id,
	    find_place(e->look, text, offset), e->look == AT_OPEN };
}
