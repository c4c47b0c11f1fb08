#ifndef PIPELINE_REGISTERS_H
#define PIPELINE_REGISTERS_H

#include <stddef.h>

struct buf;
struct diag;
struct registers;

/*
 * The bodies, places and duty stations that a document may name, below the
 * data root.  A station is a file, latex/unagenda-station-KEY.def.
 */
int registers_load(struct registers **, const char *data, struct diag *);
void registers_free(struct registers *);

enum registers_kind { REGISTERS_BODY, REGISTERS_PLACE, REGISTERS_STATION };

/* Whether the key is listed. */
int registers_has(const struct registers *, enum registers_kind,
	const char *key);

/* Whether what is listed by that key has a name in the language. */
int registers_has_name(const struct registers *, enum registers_kind,
	const char *key, const char *language);

/* The listed key that was probably meant; NULL if none is near. */
const char *registers_suggest(const struct registers *, enum registers_kind,
	const char *key);

/* Adds the keys: "geneva, new-york, vienna". */
void registers_keys(struct buf *, const struct registers *,
	enum registers_kind);

/* The names of bodies in a language; the caller frees the list alone. */
const char **registers_body_names(size_t *count, const struct registers *,
	const char *language);

/* The body that a body reports to; NULL if none is listed. */
const char *registers_parent(const struct registers *, const char *key);

/* Whether the symbol is of the series of a body under this one. */
int registers_has_under(const struct registers *, const char *key,
	const char *symbol);

/* What a job number of the station starts with; NULL if it is not listed. */
const char *registers_job_prefix(const struct registers *, const char *key);

/* The station whose job numbers start as this one does; NULL if none is. */
const char *registers_job_station(const struct registers *, const char *job);

/* The series of a body's symbols, "CTOC/COP"; NULL if none is listed. */
const char *registers_series(const struct registers *, const char *key);

/* A word of a language, as its locale has it; NULL when there is none. */
const char *registers_word(const struct registers *, const char *language,
	const char *key);

#endif
