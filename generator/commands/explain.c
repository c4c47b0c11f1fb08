#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "commands/command.h"
#include "pipeline/explain.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/site.h"
#include "util/suggest.h"

static int all;

static const struct option options[] = {
	{ 0, "all", NULL, "all messages about a document, as Markdown", NULL,
	    &all },
	COMMAND_HELP
};

/* No message has a number of more digits. */
enum { MOST_DIGITS = 4, HIGHEST = 1999 };

/* "UNA-0401", "una-401", "401"; 0 if it is none of these. */
static unsigned
number_of(const char *id)
{
	size_t len;

	if (strncasecmp(id, "UNA-", 4) == 0)
		id += 4;
	len = strspn(id, "0123456789");
	return len && len <= MOST_DIGITS && !id[len] ?
	    (unsigned)strtoul(id, NULL, 10) : 0;
}

/* How far a number is from one that is not there. */
static unsigned
apart(unsigned a, unsigned b)
{
	return a > b ? a - b : b - a;
}

/* The message that was probably meant: the next one, or one spelt like it. */
static unsigned
meant(const char *id)
{
	unsigned wanted = number_of(id), best = 0;
	size_t least = wanted ? SIZE_MAX : 2;
	char name[16];

	for (unsigned n = 1; n <= HIGHEST; n++) {
		size_t distance;

		if (!catalogue_title(n))
			continue;
		snprintf(name, sizeof(name), "UNA-%04u", n);
		distance = wanted ? apart(n, wanted) :
		    suggest_distance(id, name);
		if (distance < least) {
			least = distance;
			best = n;
		}
	}
	return best;
}

static void
refuse(const char *id, struct diag *diag)
{
	unsigned other = meant(id);

	if (other)
		diag_global(diag, MSG_COMMAND, "there is no message '%s'; did "
		    "you mean 'UNA-%04u'?", id, other);
	else
		diag_global(diag, MSG_COMMAND, "there is no message '%s'; see "
		    "'unagenda explain --all'", id);
}

static int
check_ids(char **ids, int count, struct diag *diag)
{
	int ret = 0;

	if (all)
		return command_check_none(ids, count, diag);
	if (count == 0)
		return diag_global(diag, MSG_COMMAND,
		    "no message is named; see 'unagenda help explain'");
	for (int i = 0; i < count; i++) {
		if (catalogue_title(number_of(ids[i])))
			continue;
		refuse(ids[i], diag);
		ret = -1;
	}
	return ret;
}

static void
explain(const struct site *site, char **ids, int count, struct diag *diag)
{
	struct explain *e = NULL;
	struct buf out = BUF_INIT;

	if (check_ids(ids, count, diag) < 0 ||
	    explain_load(&e, site->data, diag) < 0)
		return;
	if (all)
		explain_page(&out, e);
	for (int i = 0; i < count; i++) {
		if (i)
			buf_putc(&out, '\n');
		explain_message(&out, e, number_of(ids[i]));
	}
	fwrite(buf_string(&out), 1, out.len, stdout);
	buf_dispose(&out);
	explain_free(e);
}

const struct command command_explain = {
	"explain",
	"tell at length about messages",
	"ID... | --all",
	"Tells why a message is given, which rule of the house it is about,\n"
	"and what a wrong and a right draft look like.  ID is as in UNA-0401\n"
	"or 401.\n",
	options,
	explain
};
