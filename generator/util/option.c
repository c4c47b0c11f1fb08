#include "util/option.h"

#include <string.h>

#include "util/diag.h"
#include "util/suggest.h"

/* Where the parser stands. */
struct parser {
	char **argv;
	int argc;
	int next;		/* the argument to be read next */
	const struct option *table;
	struct diag *diag;
};

static int
is_last(const struct option *o)
{
	return !o->name && !o->letter;
}

static int
option_set(const struct option *o, const char *value)
{
	if (o->value)
		*o->value = value;
	if (o->given)
		*o->given = 1;
	return 0;
}

/* The value is glued to the option, or is the next argument. */
static int
take_value(struct parser *p, const struct option *o, const char *glued,
    const char *spelling)
{
	if (!o->arg && glued)
		return diag_global(p->diag, MSG_OPTION_VALUE,
		    "option '%s' takes no value", spelling);
	if (!o->arg || glued)
		return option_set(o, glued);
	if (p->next >= p->argc)
		return diag_global(p->diag, MSG_OPTION_VALUE,
		    "option '%s' needs a value: %s", spelling, o->arg);
	return option_set(o, p->argv[p->next++]);
}

static int
unknown(struct parser *p, const char *name, size_t len)
{
	char spelling[64];
	struct suggest s;

	snprintf(spelling, sizeof(spelling), "%.*s", (int)len, name);
	s = suggest_new(spelling);
	for (const struct option *o = p->table; !is_last(o); o++)
		if (o->name)
			suggest_try(&s, o->name);
	if (s.best)
		return diag_global(p->diag, MSG_OPTION,
		    "there is no option '--%s'; did you mean '--%s'?",
		    spelling, s.best);
	return diag_global(p->diag, MSG_OPTION,
	    "there is no option '--%s' here", spelling);
}

static int
parse_long(struct parser *p, const char *name)
{
	size_t len = strcspn(name, "=");
	const char *glued = name[len] ? name + len + 1 : NULL;
	char spelling[64];

	for (const struct option *o = p->table; !is_last(o); o++) {
		if (!o->name || strlen(o->name) != len ||
		    strncmp(o->name, name, len))
			continue;
		snprintf(spelling, sizeof(spelling), "--%s", o->name);
		return take_value(p, o, glued, spelling);
	}
	return unknown(p, name, len);
}

/* -o DIR and -oDIR; switches can share a dash. */
static int
parse_short(struct parser *p, const char *letters)
{
	for (; *letters; letters++) {
		const char spelling[] = { '-', *letters, '\0' };
		const struct option *o = p->table;

		while (!is_last(o) && o->letter != *letters)
			o++;
		if (is_last(o))
			return diag_global(p->diag, MSG_OPTION,
			    "there is no option '%s' here", spelling);
		if (o->arg)
			return take_value(p, o,
			    letters[1] ? letters + 1 : NULL, spelling);
		option_set(o, NULL);
	}
	return 0;
}

int
option_parse(int *count, char **argv, int argc, const struct option *table,
    struct diag *diag)
{
	struct parser p = { argv, argc, 0, table, diag };
	int only_files = 0, ret = 0;

	*count = 0;
	while (p.next < argc && ret == 0) {
		char *arg = argv[p.next++];

		if (only_files || arg[0] != '-' || arg[1] == '\0')
			argv[(*count)++] = arg;
		else if (strcmp(arg, "--") == 0)
			only_files = 1;
		else if (arg[1] == '-')
			ret = parse_long(&p, arg + 2);
		else
			ret = parse_short(&p, arg + 1);
	}
	return ret;
}

void
option_help(const struct option *table, FILE *out)
{
	char name[64], spelling[80];

	for (const struct option *o = table; !is_last(o); o++) {
		snprintf(name, sizeof(name), "%s%s%s%s",
		    o->name ? "--" : "", o->name ? o->name : "",
		    o->arg ? (o->name ? "=" : " ") : "", o->arg ? o->arg : "");
		if (o->letter)
			snprintf(spelling, sizeof(spelling), "-%c%s%s",
			    o->letter, o->name ? ", " : "", name);
		else
			snprintf(spelling, sizeof(spelling), "%s", name);
		fprintf(out, "  %-22s %s\n", spelling, o->help);
	}
}
