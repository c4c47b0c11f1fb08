#ifndef PDF_LEXER_H
#define PDF_LEXER_H

#include <stddef.h>

struct buf;

/* The words of a content stream or a CMap (ISO 32000-1, 7.2 and 7.3). */
enum token_type {
	TOKEN_END,
	TOKEN_BAD,		/* what is no word */
	TOKEN_NUMBER,
	TOKEN_STRING,
	TOKEN_NAME,
	TOKEN_WORD,		/* an operator, true, false, null */
	TOKEN_OPEN, TOKEN_CLOSE,		/* [ ] */
	TOKEN_OPEN_DICT, TOKEN_CLOSE_DICT	/* << >> */
};

/* Strings and names without what they are written in, in lexer.texts. */
struct token {
	enum token_type type;
	double number;
	size_t text, len;
};

struct lexer {
	const char *data;
	size_t len, at;
	struct buf *texts;	/* its owner empties it */
};

struct token lexer_next(struct lexer *);

/* What a token says; it ends with a NUL.  Good until the next token. */
const char *lexer_text(const struct lexer *, const struct token *);

/* Behind ID: passes over an inline image and its EI.  -1 if it has no end. */
int lexer_pass_image(struct lexer *);

#endif
