#include "commands/batch_page.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "commands/batch_chart.h"
#include "commands/batch_report.h"
#include "commands/batch_stats.h"
#include "commands/html.h"
#include "pipeline/thumbnail.h"
#include "util/buf.h"
#include "util/fs.h"
#include "util/record.h"
#include "util/site.h"

#define STYLE "xml/templates/report.css"
enum { LARGEST_STYLE = 65536 };

static json_int_t
number_in(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

/* A page without its style is plain, and is a page. */
static void
write_style(FILE *out, const struct site *site)
{
	char *path = fs_join(site->data, STYLE);
	struct buf style = BUF_INIT;

	fs_read(&style, path, LARGEST_STYLE);
	fprintf(out, "<style>\n%s</style>\n", buf_string(&style));
	buf_dispose(&style);
	free(path);
}

static void
write_tile(FILE *out, const json_t *counts, const char *key)
{
	fprintf(out, "<div class=\"tile %s\"><b>%lld</b>%s</div>\n", key,
	    (long long)number_in(counts, key), key);
}

static void
write_missing(FILE *out, const json_t *shares)
{
	const json_t *number;
	size_t i;

	json_array_foreach(shares, i, number)
		fprintf(out, "%s %lld", i ? "," : "; without the documents of "
		    "shares that are missing:",
		    (long long)json_integer_value(number));
}

static void
write_head(FILE *out, const struct batch_report *r, const struct stats *s)
{
	const json_t *counts = json_object_get(r->head, "counts");
	double seconds = json_number_value(json_object_get(r->head,
	    "seconds"));
	json_int_t done = number_in(counts, "made") +
	    number_in(counts, "failed");

	fprintf(out, "<header><h1>%lld documents</h1><p class=\"soft\">",
	    (long long)number_in(counts, "documents"));
	fputs("made into ", out);
	html_element(out, "code", NULL, record_string(r->head, "folder"));
	fputs(" by unagenda ", out);
	html_text(out, record_string(r->head, "unagenda"));
	fputs(", ", out);
	html_text(out, record_string(r->head, "started"));
	write_missing(out, json_object_get(r->head, "missing"));
	fprintf(out, "</p></header>\n<section class=\"tiles\">\n");
	write_tile(out, counts, "made");
	write_tile(out, counts, "unchanged");
	write_tile(out, counts, "failed");
	if (number_in(counts, "left"))
		write_tile(out, counts, "left");
	fprintf(out, "<div class=\"tile\"><b>%zu</b>pages</div>\n", s->pages);
	fprintf(out, "<div class=\"tile\"><b>%.1f s</b>", seconds);
	if (done && seconds > 0)
		fprintf(out, "%.1f a second", (double)done / seconds);
	fputs("</div>\n</section>\n", out);
}

static void
write_place(FILE *out, const json_t *m)
{
	fputs("<span class=\"place\">", out);
	html_text(out, record_string(m, "file"));
	/* of the file as a whole there is none */
	if (number_in(m, "line"))
		fprintf(out, ":%lld:%lld", (long long)number_in(m, "line"),
		    (long long)number_in(m, "column"));
	fputs("</span> ", out);
}

static void
write_message(FILE *out, const json_t *m)
{
	const char *level = level_word(record_level(m));

	fputs("<div class=\"message\">", out);
	if (*record_string(m, "file"))
		write_place(out, m);
	fprintf(out, "<span class=\"level %s\">%s</span> ", level, level);
	html_text(out, record_string(m, "text"));
	fputs(" ", out);
	html_element(out, "code", "soft", record_string(m, "id"));
	if (*record_string(m, "excerpt"))
		html_element(out, "pre", NULL, record_string(m, "excerpt"));
	fputs("</div>\n", out);
}

/* What is silenced is no news; how many are. */
static size_t
count_news(const json_t *messages)
{
	size_t count = 0;

	for (size_t i = 0; i < json_array_size(messages); i++)
		count += !record_is_silenced(json_array_get(messages, i));
	return count;
}

static void
write_all(FILE *out, const json_t *messages)
{
	for (size_t i = 0; i < json_array_size(messages); i++)
		if (!record_is_silenced(json_array_get(messages, i)))
			write_message(out, json_array_get(messages, i));
}

static void
write_failed(FILE *out, const struct batch_report *r)
{
	fputs("<h2>Documents at fault</h2>\n", out);
	for (size_t i = 0; i < r->count; i++) {
		json_t *record = r->record(r->payload, i);

		if (strcmp(record_string(record, "status"), "failed") == 0) {
			fputs("<div class=\"card failed\">", out);
			html_element(out, "h3", "place",
			    record_string(record, "file"));
			write_all(out, json_object_get(record, "messages"));
			fputs("</div>\n", out);
		}
		json_decref(record);
	}
}

static void
write_messages(FILE *out, const struct stats *s)
{
	fputs("<h2>Messages</h2>\n", out);
	for (size_t i = 0; i < s->message_count; i++) {
		const struct stats_message *m = &s->messages[i];
		unsigned number = catalogue_number(m->id);

		fprintf(out, "<div class=\"card\"><h3><span class=\"%s\">",
		    level_word(m->level));
		html_text(out, m->id);
		fputs("</span> ", out);
		html_text(out, number ? catalogue_title(number) : "");
		fprintf(out, " <span class=\"soft\">(%zu)</span></h3>\n",
		    m->count);
		write_all(out, m->samples);
		if (m->count > json_array_size(m->samples))
			fprintf(out, "<p class=\"soft\">and %zu more</p>",
			    m->count - json_array_size(m->samples));
		fputs("</div>\n", out);
	}
}

static void
write_gone(FILE *out, const json_t *files)
{
	const json_t *file;
	size_t i;

	fputs("<h2>Files of drafts that are gone</h2>\n<div class=\"card\">",
	    out);
	json_array_foreach(files, i, file) {
		html_element(out, "span", "place",
		    record_string(file, "output"));
		fputs(" of ", out);
		html_element(out, "span", "place", record_string(file, "file"));
		fputs("<br>\n", out);
	}
	fputs("</div>\n", out);
}

static void
write_picture(FILE *out, const struct site *site, const char *path)
{
	struct buf jpeg = BUF_INIT;

	if (thumbnail_make(&jpeg, site, path) == 0) {
		fputs("<figure><img alt=\"\" src=\"data:image/jpeg;base64,",
		    out);
		html_base64(out, jpeg.data, jpeg.len);
		fputs("\">", out);
		html_element(out, "figcaption", "soft", fs_base(path));
		fputs("</figure>\n", out);
	}
	buf_dispose(&jpeg);
}

static void
write_pictures(FILE *out, const struct stats *s, const struct site *site)
{
	fputs("<h2>First pages</h2>\n<section class=\"pages\">\n", out);
	for (size_t i = 0; i < STATS_PICTURES; i++)
		for (size_t j = 0; j < s->language_count; j++)
			if (i < s->languages[j].picture_count)
				write_picture(out, site,
				    s->languages[j].pictures[i]);
	fputs("</section>\n", out);
}

static void
write_row(FILE *out, const json_t *record)
{
	const json_t *seconds = json_object_get(record, "seconds");
	double all = 0;

	for (int i = 0; i < STAGES; i++)
		all += json_number_value(json_object_get(seconds,
		    stage_word((enum stage)i)));
	fputs("<tr>", out);
	html_element(out, "td", "file", record_string(record, "file"));
	html_element(out, "td", NULL, record_string(record, "status"));
	html_element(out, "td", NULL, record_string(record, "language"));
	fprintf(out, "<td class=\"number\">%lld</td>",
	    (long long)number_in(record, "pages"));
	if (all > 0)
		fprintf(out, "<td class=\"number\">%.0f</td>", all * 1000);
	else
		fputs("<td></td>", out);
	fprintf(out, "<td class=\"number\">%zu</td></tr>\n",
	    count_news(json_object_get(record, "messages")));
}

static void
write_table(FILE *out, const struct batch_report *r)
{
	fprintf(out, "<h2>All documents</h2>\n<details%s><summary>%zu "
	    "documents</summary>\n<table><thead><tr><th>file</th>"
	    "<th>status</th><th>language</th><th class=\"number\">pages</th>"
	    "<th class=\"number\">ms</th><th class=\"number\">messages</th>"
	    "</tr></thead><tbody>\n", r->count <= 60 ? " open" : "",
	    r->count);
	for (size_t i = 0; i < r->count; i++) {
		json_t *record = r->record(r->payload, i);

		write_row(out, record);
		json_decref(record);
	}
	fputs("</tbody></table></details>\n", out);
}

void
batch_page_write(FILE *out, const struct batch_report *r,
    const struct site *site)
{
	const json_t *counts = json_object_get(r->head, "counts");
	struct stats s;

	stats_collect(&s, r);
	fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n"
	    "<title>unagenda: report of a batch</title>\n", out);
	write_style(out, site);
	fputs("</head>\n<body>\n<main>\n", out);
	write_head(out, r, &s);
	if (number_in(counts, "failed"))
		write_failed(out, r);
	if (json_array_size(json_object_get(r->head, "gone")))
		write_gone(out, json_object_get(r->head, "gone"));
	if (s.seconds > 0) {
		fputs("<h2>Time for a document, by stage</h2>\n"
		    "<div class=\"card\">\n", out);
		batch_chart_write(out, &s);
		fputs("</div>\n", out);
	}
	write_pictures(out, &s, site);
	if (s.message_count)
		write_messages(out, &s);
	write_table(out, r);
	fputs("</main>\n</body>\n</html>\n", out);
	stats_dispose(&s);
}
