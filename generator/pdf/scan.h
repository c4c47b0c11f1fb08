#ifndef PDF_SCAN_H
#define PDF_SCAN_H

#include "pdf/fonts.h"
#include "pdf/lexer.h"
#include "pdf/pages.h"

/* What the parts of content.h's reader share; nobody else includes this. */

enum {
	SCAN_OPERANDS = 64,	/* of one operator; few have more than six */
	SCAN_STATES = 64,	/* of q in q */
	SCAN_MARKS = 32,	/* of marked content in marked content */
	SCAN_FORMS = 8		/* of a form in a form */
};

/* A BDC or BMC that is open. */
struct open_mark {
	size_t target;		/* the mark that gets the text, index + 1 */
	int replaced;		/* ActualText stands for what is shown */
};

/* A font of the resources that was met in the stream. */
struct named_font {
	struct named_font *next;
	const char *name;
	struct font *font;
};

/* One content stream while it is read; that of a form has its own. */
struct scan {
	struct pdf *pdf;
	struct page *page;
	struct fonts *fonts;
	struct named_font *named;
	qpdf_oh resources;
	struct lexer lexer;
	struct buf words;

	struct token operands[SCAN_OPERANDS];
	size_t operand_count;
	struct font *states[SCAN_STATES];	/* the font in each */
	size_t state;
	struct open_mark marks[SCAN_MARKS];
	size_t depth;
	int in_form;		/* how many forms lie around */
	struct open_mark around;	/* what is open there */
	int told_colour, told_damage, told_graphics, told_marks, told_unknown;
};

/* Each fault is told once a stream. */
void scan_damaged(struct scan *, const char *what);

/* The last operand if it is of the type, or NULL. */
const struct token *scan_last(const struct scan *, enum token_type);

/* The name that is the first operand; "" if there is none. */
const char *scan_name(const struct scan *);

/* What the resources call by a name, under "/Font", "/XObject" or the like. */
qpdf_oh scan_resource(const struct scan *, const char *kind,
	const char *name);

/* Something is drawn: it must be content or artefact. */
void scan_paint(struct scan *);

/* Reads the content of a form, or of what is painted with. */
void scan_form(struct scan *, qpdf_oh form);

/* A colour of inks: an operator of it, or what leads to one. */
void scan_ink(struct scan *);

/* The operators of other colours and of the graphics state. */
void scan_colour_space(struct scan *);
void scan_intent(struct scan *);
void scan_state(struct scan *);
void scan_shading(struct scan *);
void scan_pattern(struct scan *);

/* What the dictionary of a picture, a form or a page says of colours. */
void scan_check_object(struct scan *, qpdf_oh);
void scan_check_inline(struct scan *);

/* The operators of marks.  At the end of the stream none may be open. */
void scan_bdc(struct scan *);
void scan_bmc(struct scan *);
void scan_emc(struct scan *);
void scan_end_marks(struct scan *);

/* The mark that gets what is shown; NULL: none. */
struct mark *scan_target(const struct scan *);

/* Whether other words stand for what is shown (ActualText). */
int scan_is_replaced(const struct scan *);

/* A form is shown where it is named, and in what is open there. */
void scan_enter(struct scan *inner, const struct scan *outer);

/* The operators of text, and what is in the array of a TJ. */
void scan_font(struct scan *);
void scan_show(struct scan *);
void scan_show_line(struct scan *);
void scan_gap(struct scan *);
void scan_show_part(struct scan *, const struct token *);

#endif
