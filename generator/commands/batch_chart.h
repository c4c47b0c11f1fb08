#ifndef COMMANDS_BATCH_CHART_H
#define COMMANDS_BATCH_CHART_H

#include <stdio.h>

struct stats;

/*
 * Prints where the time of a document goes, in SVG: for each language a bar,
 * with a part for each stage.
 */
void batch_chart_write(FILE *, const struct stats *);

#endif
