#ifndef PDF_ELEMENTS_H
#define PDF_ELEMENTS_H

struct pages;
struct pdf;
struct structure;
struct tree_rows;

/* What is wrong with elements: what each must have, and lies in what. */
void elements_check(struct pdf *, const struct structure *);

/* Whether each table is a grid, with the cells that cover several. */
void tables_check(struct pdf *, const struct structure *);

/*
 * Whether each piece of content is of one element, and the tree that leads
 * back (the ParentTree) says the same.  Notes in the marks who has them.
 */
void marks_check(struct pdf *, const struct structure *,
	const struct pages *, const struct tree_rows *parents);

/* Whether each annotation can be read, and has its element. */
void annotations_check(struct pdf *, const struct structure *,
	const struct pages *, const struct tree_rows *parents,
	const struct tree_rows *destinations);

/*
 * Tells of a language that is not of the form of BCP 47, "zh-Hans"; NULL is
 * none.  Whether there is one of that name is not looked up.
 */
void language_check(struct pdf *, const char *language, int page);

#endif
