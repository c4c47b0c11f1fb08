#include "util/catalogue.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>

#define ROW(name, number, level, title) { number, LEVEL_##level, title },

static const struct row {
	unsigned number;
	enum level level;
	const char *title;
} rows[] = { CATALOGUE(ROW) };

static const struct row *
catalogue_find(unsigned number)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].number == number)
			return &rows[i];
	return NULL;
}

const char *
catalogue_title(unsigned number)
{
	const struct row *row = catalogue_find(number);

	return row ? row->title : NULL;
}

enum level
catalogue_level(unsigned number)
{
	const struct row *row = catalogue_find(number);

	return row ? row->level : LEVEL_ERROR;
}

unsigned
catalogue_number(const char *id)
{
	unsigned number = 0;
	int end = 0;

	return sscanf(id, "UNA-%4u%n", &number, &end) == 1 && !id[end] &&
	    catalogue_find(number) ? number : 0;
}

const char *
catalogue_topic(unsigned number)
{
	static const char *const topics[] = {
		"Machine and command line", "Reading, XML", "Document type",
		"References", "Document symbols", "Dates and timetable",
		"Items", "Masthead, names, words", "Stylesheet",
		"Fonts and pages", "Language versions", "PDFs"
	};

	number /= 100;
	return number < sizeof(topics) / sizeof(*topics) ? topics[number] :
	    NULL;
}

const char *
level_word(enum level level)
{
	static const char *const words[] = {
		"off", "advice", "warning", "error", "error", "error"
	};

	assert((size_t)level < sizeof(words) / sizeof(*words));
	return words[level];
}
