#ifndef PIPELINE_XSLTERROR_H
#define PIPELINE_XSLTERROR_H

#include "util/buf.h"

struct _xsltTransformContext;
struct diag;
struct document;

/*
 * libxslt complains in three ways, piece by piece, some of them one for the
 * whole process.  While a collector is in place they all end in its diag:
 * a line "UNA-0801 41:7 text" as that message at that place of the document,
 * any other as words for the message that xslterror_end gives.
 */
struct xslterror {
	struct diag *diag;
	const struct document *doc;	/* NULL while a stylesheet is read */
	struct buf line;		/* not yet complete */
	struct buf words;		/* of the lines without a number */
	int reported;			/* an error is in the diag */
	int broken;			/* not xsl:message, but libxslt spoke */
};

void xslterror_begin(struct xslterror *, const struct document *,
	struct diag *);

/* Joins the transformation's own channel to the others. */
void xslterror_join(struct xslterror *, struct _xsltTransformContext *);

/*
 * Ends the collecting.  `stopped`: a stylesheet stopped by xsl:message, so
 * that the document is at fault.  Returns -1 if there was an error, which is
 * in the diag then.
 */
int xslterror_end(struct xslterror *, int failed, int stopped);

#endif
