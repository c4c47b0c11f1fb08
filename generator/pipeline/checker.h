#ifndef PIPELINE_CHECKER_H
#define PIPELINE_CHECKER_H

/* What schema.c and its two helpers, attributes.c and content.c, share. */

#include <stddef.h>

struct _xmlAttr;
struct _xmlDtd;
struct _xmlElement;
struct _xmlElementContent;
struct _xmlEnumeration;
struct _xmlNode;
struct buf;
struct diag;
struct document;

struct schema {
	struct _xmlDtd *dtd;
};

/* The check of one document. */
struct checker {
	const struct schema *schema;
	struct document *doc;
	struct diag *diag;

	/* references, looked up when all ids are known */
	struct _xmlAttr **references;
	size_t reference_count, reference_size;

	const char **accepted;	/* content.c's, kept to spare allocation */
	size_t accepted_size;
	int failed;
};

/*
 * The declaration of an element; of one that is not declared, that of the
 * element that was probably meant, with *known set to 0; else NULL.
 */
struct _xmlElement *checker_declaration(const struct checker *, int *known,
	const struct _xmlNode *);

/*
 * Of an element that cannot be where it is, nothing more is said: not of its
 * attributes, nor of what stands directly in it.
 */
void checker_pass_over(struct _xmlNode *);

/* Whether a content model has the name in it, wherever. */
int checker_allows(const struct _xmlElementContent *, const char *name);

/* "'a', 'b' or 'c'" */
void checker_add_choices(struct buf *, const struct _xmlEnumeration *);

/* The attributes of one element.  Its ids are added to the tree. */
void attributes_check(struct checker *, struct _xmlNode *,
	struct _xmlElement *);

/* Its id alone: others may refer to it. */
void attributes_keep_id(struct _xmlNode *);

/* Once all ids are known. */
void attributes_check_references(struct checker *);

/* The children of one element, their order and number. */
void content_check(struct checker *, struct _xmlNode *,
	struct _xmlElement *);

#endif
