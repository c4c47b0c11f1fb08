#include "commands/report.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "commands/sarif.h"
#include "util/diag.h"
#include "util/record.h"

int
report_begin(struct report *r, const char *word, struct diag *diag)
{
	static const struct {
		const char *word;
		enum report_format format;
	} formats[] = {
		{ "text", REPORT_TEXT }, { "short", REPORT_TEXT },
		{ "json", REPORT_JSON }, { "sarif", REPORT_SARIF },
	};
	size_t count = sizeof(formats) / sizeof(*formats), i = 0;

	*r = (struct report){ .format = REPORT_TEXT, .diag = diag };
	if (!word)
		return 0;
	while (i < count && strcmp(formats[i].word, word))
		i++;
	if (i == count)
		return diag_global(diag, MSG_OPTION_VALUE, "option '--format' "
		    "cannot be '%s': it must be text, short, json or sarif",
		    word);
	r->format = formats[i].format;
	if (r->format != REPORT_TEXT)
		r->records = json_array();
	else if (strcmp(word, "short") == 0)
		diag->style = DIAG_SHORT;
	else if (diag->style == DIAG_SHORT)
		diag->style = DIAG_EXCERPT;
	return 0;
}

static void
count(struct report *r, const struct message *m)
{
	if (m->silenced)
		r->silenced++;
	else if (m->level == LEVEL_ADVICE)
		r->advice++;
	else if (m->level == LEVEL_WARNING)
		r->warnings++;
	else
		r->errors++;
}

void
report_tell(struct report *r)
{
	struct diag *diag = r->diag;

	diag_drop_fixes(diag);
	r->fixes += diag->fixes.count;
	for (size_t i = 0; i < diag->count; i++)
		count(r, &diag->messages[i]);
	if (!r->records) {
		diag_print(diag, stderr);
		return;
	}
	diag_sort(diag);
	for (size_t i = 0; i < diag->count; i++)
		json_array_append_new(r->records,
		    record_of(&diag->messages[i]));
	diag_forget(diag);
}

static void
print_count(size_t number, const char *one, const char *several)
{
	fprintf(stderr, "%zu %s", number, number == 1 ? one : several);
}

static void
summarize(const struct report *r, int files)
{
	if (r->diag->style == DIAG_SHORT || r->errors + r->warnings +
	    r->advice + r->silenced == 0)
		return;
	print_count(r->errors, "error, ", "errors, ");
	print_count(r->warnings, "warning, ", "warnings, ");
	print_count(r->advice, "piece of advice in ", "pieces of advice in ");
	print_count((size_t)files, "file", "files");
	if (r->silenced)
		fprintf(stderr, "; %zu silenced by a draft or unagenda.conf",
		    r->silenced);
	if (r->fixes)
		fprintf(stderr, "; validate --fix can mend %zu", r->fixes);
	fputs("\n", stderr);
	if (r->errors + r->warnings + r->advice)
		fputs("'unagenda explain UNA-nnnn' tells more about a "
		    "message\n", stderr);
}

void
report_end(struct report *r, int files)
{
	json_t *result;

	if (!r->records) {
		summarize(r, files);
		return;
	}
	result = r->format == REPORT_SARIF ? sarif_log(r->records) :
	    json_incref(r->records);
	json_dumpf(result, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(result);
	json_decref(r->records);
}
