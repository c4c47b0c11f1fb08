#include "commands/html.h"

#include <openssl/evp.h>

#include "util/buf.h"
#include "util/template.h"

void
html_text(FILE *out, const char *text)
{
	struct buf escaped = BUF_INIT;

	template_escape(&escaped, text);
	fputs(buf_string(&escaped), out);
	buf_dispose(&escaped);
}

void
html_element(FILE *out, const char *name, const char *class, const char *text)
{
	fprintf(out, class ? "<%s class=\"%s\">" : "<%s>", name, class);
	html_text(out, text);
	fprintf(out, "</%s>", name);
}

void
html_base64(FILE *out, const void *bytes, size_t len)
{
	/* three bytes become four letters, and then a NUL */
	enum { PIECE = 3 * 256 };
	unsigned char letters[PIECE / 3 * 4 + 1];
	const unsigned char *at = bytes;

	for (; len > 0; at += PIECE) {
		size_t n = len < PIECE ? len : PIECE;

		EVP_EncodeBlock(letters, at, (int)n);
		fputs((const char *)letters, out);
		len -= n;
	}
}
