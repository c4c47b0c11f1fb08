#ifndef PIPELINE_SYMBOL_H
#define PIPELINE_SYMBOL_H

struct buf;

/*
 * Whether a document symbol, such as CTOC/COP/WG.2/2007/1, is of the form
 * that the Organization gives them.  If not: -1, and what is wrong is added
 * to the buf.
 */
int symbol_check(struct buf *why, const char *symbol);

/*
 * The number behind the last of a symbol's components, if this is the word
 * ("Add", "Corr", "Rev"): 2 for A/1/Add.2 and "Add".  0 if it is not.
 */
int symbol_modifier(const char *symbol, const char *word);

/*
 * Adds the symbol that follows with the word: A/1/Add.1 for A/1 and "Add",
 * and A/1/Add.3 for A/1/Add.2.
 */
void symbol_next(struct buf *, const char *symbol, const char *word);

/* Whether the symbol is of a series: "CTOC/COP" has "CTOC/COP/2005/8". */
int symbol_has_series(const char *symbol, const char *series);

#endif
