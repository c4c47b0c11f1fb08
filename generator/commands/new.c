#include <stdio.h>
#include <string.h>

#include "commands/command.h"
#include "pipeline/draft.h"
#include "pipeline/pipeline.h"
#include "util/buf.h"
#include "util/diag.h"
#include "util/suggest.h"

static struct draft draft;
static const char *from;

static const struct option options[] = {
	{ 0, "symbol", "SYMBOL", "as in CTOC/COP/WG.2/2007/1", &draft.symbol,
	    NULL },
	{ 0, "body", "KEY", "the body that meets, as in xml/bodies.xml",
	    &draft.body, NULL },
	{ 0, "start", "DATE", "the first day of the meeting: 2007-10-03",
	    &draft.start, NULL },
	{ 0, "end", "DATE", "its last day", &draft.end, NULL },
	{ 0, "station", "STATION", "the duty station, as in vienna",
	    &draft.station, NULL },
	{ 0, "language", "LANGUAGE", "ar, en, es, fr, ru or zh",
	    &draft.language, NULL },
	{ 0, "place", "KEY", "as in xml/places.xml (that of the station)",
	    &draft.place, NULL },
	{ 0, "kind", "KIND", "what to start (agenda)", &draft.kind, NULL },
	{ 0, "from", "FILE", "start what goes with this document", &from,
	    NULL },
	COMMAND_HELP
};

/* A document of its own is described by these, and by none without them. */
static const struct {
	const char *option;
	const char **value;
	int is_needed;
} described[] = {
	{ "--symbol", &draft.symbol, 1 },
	{ "--body", &draft.body, 1 },
	{ "--start", &draft.start, 1 },
	{ "--end", &draft.end, 1 },
	{ "--station", &draft.station, 1 },
	{ "--language", &draft.language, 1 },
	{ "--place", &draft.place, 0 },
};

enum { DESCRIBED = sizeof(described) / sizeof(*described) };

static const char *const alone[] = {
	"agenda", "information", "programme", "note", NULL
};
static const char *const companions[] = {
	"corrigendum", "addendum", "revision", NULL
};

static int
is_one_of(const char *const *kinds, const char *kind)
{
	while (*kinds && strcmp(*kinds, kind))
		kinds++;
	return *kinds != NULL;
}

static int
check_kind(const char *const *kinds, struct diag *diag)
{
	struct buf text = BUF_INIT;
	struct suggest s;

	if (!draft.kind)
		return diag_global(diag, MSG_LACKS_OPTION, "option '--kind' "
		    "is needed with '--from': corrigendum, addendum or "
		    "revision");
	if (is_one_of(kinds, draft.kind))
		return 0;
	s = suggest_new(draft.kind);
	for (int i = 0; kinds[i]; i++) {
		suggest_try(&s, kinds[i]);
		buf_printf(&text, "%s%s", !i ? "" : kinds[i + 1] ? ", " :
		    " or ", kinds[i]);
	}
	if (s.best)
		buf_printf(&text, "; did you mean '%s'?", s.best);
	diag_global(diag, MSG_OPTION_VALUE, "option '--kind' cannot be '%s'%s: "
	    "it must be %s", draft.kind, from ? " with '--from'" : "",
	    text.data);
	buf_dispose(&text);
	return -1;
}

/* One message names all that are missing. */
static int
check_given(struct diag *diag)
{
	struct buf missing = BUF_INIT;
	int ret = 0;

	for (int i = 0; i < DESCRIBED; i++)
		if (described[i].is_needed && !*described[i].value)
			buf_printf(&missing, "%s%s", missing.len ? ", " : "",
			    described[i].option);
	if (missing.len)
		ret = diag_global(diag, MSG_LACKS_OPTION, "a document cannot "
		    "be started without %s", missing.data);
	buf_dispose(&missing);
	return ret;
}

/* What goes with a document takes all else from that. */
static int
check_not_given(struct diag *diag)
{
	int ret = 0;

	for (int i = 0; i < DESCRIBED; i++)
		if (*described[i].value)
			ret = diag_global(diag, MSG_OPTION,
			    "option '%s' cannot go with '--from', as it is "
			    "taken from that document", described[i].option);
	return ret;
}

static int
check_options(struct diag *diag)
{
	if (from)
		return check_not_given(diag) | check_kind(companions, diag);
	if (!draft.kind)
		draft.kind = "agenda";
	return check_given(diag) | check_kind(alone, diag);
}

static void
write_new(const struct site *site, struct diag *diag)
{
	struct pipeline *p = pipeline_new(site);
	struct buf text = BUF_INIT;
	int ret = from ? pipeline_companion(&text, p, from, draft.kind, diag) :
	    pipeline_draft(&text, p, &draft, diag);

	if (ret == 0)
		fwrite(text.data, 1, text.len, stdout);
	buf_dispose(&text);
	pipeline_free(p);
}

static void
new(const struct site *site, char **arguments, int count, struct diag *diag)
{
	if (command_check_none(arguments, count, diag) == 0 &&
	    check_options(diag) == 0)
		write_new(site, diag);
}

const struct command command_new = {
	"new",
	"start a document, or what goes with one",
	"--symbol=... --body=... | --from FILE --kind=...",
	"Writes a document to begin with, full of remarks, to the standard\n"
	"output.  KIND is agenda; information, for participants; programme,\n"
	"of work; or note, by the Secretariat.  All of --symbol, --body,\n"
	"--start, --end, --station and --language are needed.\n\n"
	"With --from, KIND is corrigendum, addendum or revision.  What is the\n"
	"same in FILE is taken from there, and the symbol is the next one.  A\n"
	"revision is FILE as a whole, with another symbol.\n",
	options,
	new
};
