#include <string.h>

#include "pdf/elements.h"
#include "pdf/pdf.h"

/* Two or three letters, and parts of up to eight letters and digits. */
static int
is_formed(const char *language)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t len = strspn(language, letters);

	if (len < 2 || len > 3)
		return 0;
	for (language += len; *language; language += len) {
		if (*language++ != '-')
			return 0;
		len = strspn(language, "0123456789"
		    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
		if (len < 1 || len > 8)
			return 0;
	}
	return 1;
}

void
language_check(struct pdf *pdf, const char *language, int page)
{
	if (language && !is_formed(language))
		pdf_fault(pdf, MSG_LANGUAGE, page, "'%s' is no language",
		    language);
}
