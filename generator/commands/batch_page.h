#ifndef COMMANDS_BATCH_PAGE_H
#define COMMANDS_BATCH_PAGE_H

#include <stdio.h>

struct batch_report;
struct site;

/*
 * A report as one page of HTML that needs nothing else: what was made, what is
 * at fault and where, first pages by language, and where the time went.
 */
void batch_page_write(FILE *, const struct batch_report *,
	const struct site *);

#endif
