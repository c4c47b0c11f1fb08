#ifndef PIPELINE_REGISTERS_H
#define PIPELINE_REGISTERS_H

struct diag;
struct registers;

/*
 * The bodies and places that a document may name, below the data root.
 */
int registers_load(struct registers **, const char *data, struct diag *);
void registers_free(struct registers *);

enum registers_kind { REGISTERS_BODY, REGISTERS_PLACE };

/* Whether the key is listed. */
int registers_has(const struct registers *, enum registers_kind,
	const char *key);

/* Whether what is listed by that key has a name in the language. */
int registers_has_name(const struct registers *, enum registers_kind,
	const char *key, const char *language);

/* The listed key that was probably meant; NULL if none is near. */
const char *registers_suggest(const struct registers *, enum registers_kind,
	const char *key);

/* The body that a body reports to; NULL if none is listed. */
const char *registers_parent(const struct registers *, const char *key);

/* Whether the symbol is of the series of a body under this one. */
int registers_has_under(const struct registers *, const char *key,
	const char *symbol);

/* The series of a body's symbols, "CTOC/COP"; NULL if none is listed. */
const char *registers_series(const struct registers *, const char *key);

#endif
