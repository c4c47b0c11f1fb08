#include "pipeline/prolog.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "pipeline/document.h"
#include "util/fs.h"
#include "util/suggest.h"

/* Remarks before the first tag are shorter. */
enum { START = 16 * 1024 };

/* Past all that may stand before the first tag; NULL if that is not there. */
static const char *
first_tag(const char *s)
{
	static const struct {
		const char *start, *end;
	} others[] = {
		{ "<?", "?>" }, { "<!--", "-->" }, { "<!DOCTYPE", ">" }
	};
	size_t i, count = sizeof(others) / sizeof(*others);

	for (;;) {
		s = strchr(s, '<');
		for (i = 0; s && i < count; i++)
			if (strncmp(s, others[i].start,
			    strlen(others[i].start)) == 0)
				break;
		if (!s || i == count)
			return s;
		s = strstr(s, others[i].end);
		if (!s)
			return NULL;
		s += strlen(others[i].end);
	}
}

/* Copies what stands up to one of the ends; "" if it is too long. */
static void
copy(char *to, size_t size, const char *from, const char *ends)
{
	size_t len = strcspn(from, ends);

	if (len < size && from[len])
		snprintf(to, size, "%.*s", (int)len, from);
}

/* The value of an attribute within the tag. */
static void
read_value(char *to, size_t size, const char *tag, const char *name)
{
	const char *end = strchr(tag, '>'), *at = strstr(tag, name);

	if (!end || !at || at > end || !strchr(" \t\r\n", at[-1]))
		return;
	at += strlen(name);
	at += strspn(at, " \t\r\n");
	if (*at++ != '=')
		return;
	at += strspn(at, " \t\r\n");
	if (*at == '"' || *at == '\'')
		copy(to, size, at + 1, (char[]){ *at, '>', '\0' });
}

int
prolog_read(struct prolog *p, const char *path)
{
	char start[START + 1];
	const char *tag;
	long len = fs_read_start(start, START, path);

	*p = (struct prolog){ "", "", "" };
	if (len < 0)
		return -1;
	start[len] = '\0';
	tag = first_tag(start);
	if (!tag)
		return 0;
	copy(p->root, sizeof(p->root), tag + 1, " \t\r\n/>");
	read_value(p->language, sizeof(p->language), tag, "xml:lang");
	read_value(p->station, sizeof(p->station), tag, "station");
	return 0;
}

int
prolog_is_foreign(const struct prolog *p)
{
	struct suggest s = suggest_new(p->root);

	if (!isalpha((unsigned char)*p->root))
		return 0;
	for (size_t i = 0; document_roots[i]; i++) {
		if (strcmp(p->root, document_roots[i]) == 0)
			return 0;
		suggest_try(&s, document_roots[i]);
	}
	return !s.best;
}
