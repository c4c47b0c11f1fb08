#ifndef PIPELINE_SYMBOL_H
#define PIPELINE_SYMBOL_H

struct buf;

/*
 * Whether a document symbol, such as CTOC/COP/WG.2/2007/1, is of the form
 * that the Organization gives them.  If not: -1, and what is wrong is added
 * to the buf.
 */
int symbol_check(struct buf *why, const char *symbol);

/* Whether the symbol is of a series: "CTOC/COP" has "CTOC/COP/2005/8". */
int symbol_has_series(const char *symbol, const char *series);

#endif
