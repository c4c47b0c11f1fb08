#include "commands/batch_chart.h"

#include "commands/batch_stats.h"
#include "commands/html.h"

/* Of the drawing, in its own units. */
enum { WIDTH = 960, ROW = 34, BAR = 22, LEFT = 40, RIGHT = 110 };

/* Of each stage, in the order of enum stage; told apart without colours too. */
static const char *const colours[STAGES] = {
	"#8a94a0", "#56b4e9", "#009e73", "#e6a700", "#1f6fa8", "#cc79a7",
	"#d55e00"
};

static double
total_of(const struct timings *t)
{
	double total = 0;

	for (int i = 0; i < STAGES; i++)
		total += t->seconds[i];
	return total;
}

/* Seconds that a document of the language takes. */
static double
mean_of(const struct stats_language *l)
{
	return l->timed ? total_of(&l->seconds) / (double)l->timed : 0;
}

static double
longest(const struct stats *s)
{
	double most = 0;

	for (size_t i = 0; i < s->language_count; i++)
		if (mean_of(&s->languages[i]) > most)
			most = mean_of(&s->languages[i]);
	return most;
}

static void
write_bar(FILE *out, const struct stats_language *l, double scale, int y)
{
	double x = LEFT, milliseconds = mean_of(l) * 1000;

	fprintf(out, "<text x=\"0\" y=\"%d\">", y + BAR - 6);
	html_text(out, l->code);
	fputs("</text>", out);
	for (int i = 0; i < STAGES; i++) {
		double seconds = l->seconds.seconds[i] / (double)l->timed;

		if (seconds <= 0)
			continue;
		fprintf(out, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" "
		    "height=\"%d\" fill=\"%s\"><title>%s: %.1f ms</title>"
		    "</rect>", x, y, seconds * scale, BAR, colours[i],
		    stage_word((enum stage)i), seconds * 1000);
		x += seconds * scale;
	}
	fprintf(out, "<text x=\"%.1f\" y=\"%d\">%.*f ms</text>\n", x + 8,
	    y + BAR - 6, milliseconds < 10 ? 1 : 0, milliseconds);
}

static void
write_legend(FILE *out)
{
	fputs("<ul class=\"legend\">", out);
	for (int i = 0; i < STAGES; i++)
		fprintf(out, "<li><i style=\"background:%s\"></i>%s</li>",
		    colours[i], stage_word((enum stage)i));
	fputs("</ul>\n", out);
}

void
batch_chart_write(FILE *out, const struct stats *s)
{
	double scale = (WIDTH - LEFT - RIGHT) / longest(s);
	int rows = 0;

	for (size_t i = 0; i < s->language_count; i++)
		rows += s->languages[i].timed > 0;
	fprintf(out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\""
	    "Milliseconds a document, by language and stage\">\n", WIDTH,
	    rows * ROW);
	rows = 0;
	for (size_t i = 0; i < s->language_count; i++)
		if (s->languages[i].timed)
			write_bar(out, &s->languages[i], scale,
			    rows++ * ROW + (ROW - BAR) / 2);
	fputs("</svg>\n", out);
	write_legend(out);
}
