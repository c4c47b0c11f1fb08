#ifndef PIPELINE_CONCORD_PARTS_H
#define PIPELINE_CONCORD_PARTS_H

/* What concord.c and its helpers, concord_*.c, share. */

#include <stddef.h>
#include <stdint.h>

#include "pipeline/concord_align.h"
#include "pipeline/concord_numbers.h"
#include "util/buf.h"
#include "util/diag.h"

struct _xmlAttr;
struct _xmlNode;
struct document;

/* One language version. */
struct version {
	const struct document *doc;
	const struct _xmlNode *root;
	const char *language;
	uint64_t *prints;	/* of each element, by its tree_order */
};

/* What one of two versions has where they differ. */
struct side {
	struct place at;
	const struct _xmlNode *subject;	/* what it is said of */
	char *full;		/* "2 paragraphs" */
	char *brief;		/* "2", where the other side is told in full */
	char *meaning;		/* of a language's own words; NULL: as `full` */
};

struct difference {
	enum message_id id;
	size_t version;		/* the one that is held against the reference */
	struct side own, model;
	const char *topic;	/* equal if it may be the same difference */
	int reversed;		/* it is the reference's, and told there */
	size_t others;		/* that have it as well, and are not told */
	int told;		/* 0: one of these */
};

struct concord {
	struct version *versions;
	size_t count, reference;
	struct difference *differences;
	size_t difference_count, difference_size;
};

/* One version, and the reference as its model. */
struct comparison {
	struct concord *concord;
	const struct version *own, *model;
};

/* ---- concord_differences.c ---- */

/*
 * Records a difference: what each side has is handed over.  The topic, a
 * string constant or of a tree, tells it from others of its kind at its
 * subject; NULL: what the model has does.
 */
void concord_add(struct comparison *, enum message_id, const char *topic,
	struct side own, struct side model);

/* Finds what is the fault of the reference. */
void concord_judge(struct concord *);

__attribute__((format(printf, 1, 2)))
char *concord_words(const char *format, ...);

/* ---- concord_subject.c ---- */

/* "item 'resources'", "paragraph of item 'resources'" */
void concord_name(struct buf *, const struct _xmlNode *);

/* "paragraph", "paragraphs": what elements of the name are called. */
const char *concord_noun(const char *element, int many);

/* ---- concord_attributes.c ---- */

void concord_attributes(struct comparison *, const struct _xmlNode *own,
	const struct _xmlNode *model);

/* A figure of what of an element's attributes is compared. */
uint64_t concord_attributes_print(const struct _xmlNode *);

/*
 * Adds the words of an attribute, single spaces between.  Of ids, those that
 * `other` has none of are left out, as their element is missing there; NULL:
 * all stay.
 */
void concord_value(struct buf *, const struct _xmlAttr *,
	const struct _xmlNode *other);

/* Adds an address without what is the language of its pages. */
void concord_address(struct buf *, const char *);

/* ---- concord_facts.c ---- */

/* What a running text cites: a decision, a date, a number ... */
struct fact {
	const char *kind;	/* the name of its element */
	char *value;
	const char *target;	/* the id that it leads to, or NULL */
	const struct _xmlNode *node;
};

/* Of one element, without the elements that stand in it as parts of their own:
 * its notes, its paragraphs. */
struct facts {
	struct fact *list;	/* in the order of the text */
	size_t count, size;
	struct numbers numbers;	/* their sources are text nodes */
	struct buf text;
	int has_text;
};

void facts_read(struct facts *, const struct _xmlNode *, const char *language);
void facts_dispose(struct facts *);
uint64_t facts_print(const struct facts *);

/*
 * The kinds of facts that must stand in one order: days and times that have
 * been swapped are an error that nobody sees.
 */
enum { FACTS_ORDERED = 3 };
extern const char *const facts_ordered[FACTS_ORDERED];

/* Whether the element is a fact, or only sets words off, and is no part. */
int facts_is_inline(const struct _xmlNode *);

/* Whether it is one that only sets words off: <q>, <work>, <lead>. */
int facts_is_open(const struct _xmlNode *);

/* ---- concord_texts.c ---- */

/* The running text of two elements. */
void concord_texts(struct comparison *, const struct _xmlNode *own,
	const struct _xmlNode *model);

/* ---- concord_members.c ---- */

/* The elements in an element that are parts of it. */
struct members {
	const struct _xmlNode **nodes;
	struct align_entry *entries;	/* as many */
	char **keys;			/* of these, to be freed */
	size_t count, size;
};

void members_read(struct members *, const struct _xmlNode *);
void members_dispose(struct members *);

/* Adds what an element is known by among its like; 0 when it has nothing. */
int members_key(struct buf *, const struct _xmlNode *);

/* The element that it is a part of. */
const struct _xmlNode *members_parent(const struct _xmlNode *);

/* ---- concord_compare.c ---- */

/* All that two elements are and hold. */
void concord_elements(struct comparison *, const struct _xmlNode *own,
	const struct _xmlNode *model);

/* ---- concord_prints.c ---- */

/* The prints of all elements of a version. */
void concord_prints(struct version *);

/* Of an element that has been through concord_prints. */
uint64_t concord_print(const struct version *, const struct _xmlNode *);

/* Mixes a string, with its end, into a print. */
uint64_t print_add(uint64_t, const char *);
uint64_t print_start(void);

#endif
