#include "pdf/colours.h"

#include <string.h>

/* Spaces in spaces: an Indexed one of a Separation of an ICCBased one. */
enum { DEEPEST = 4 };

/* The families that lie over another space, and where in their array that is
 * (ISO 32000-1, 8.6.6). */
static const struct over {
	const char *family;
	int at;
} overs[] = {
	{ "Indexed", 1 }, { "Pattern", 1 }, { "Separation", 2 },
	{ "DeviceN", 2 },
};

/* Inline images have names of their own for it (8.9.7). */
int
colour_is_printing(const char *name)
{
	return strcmp(name, "DeviceCMYK") == 0 || strcmp(name, "CMYK") == 0;
}

static int
is_printing(const struct pdf *pdf, qpdf_oh space, int depth)
{
	qpdf_oh family = pdf_one_of(pdf, space, 0);

	if (pdf_is_name(pdf, family, "DeviceCMYK"))
		return 1;
	for (size_t i = 0; i < sizeof(overs) / sizeof(*overs); i++)
		if (depth < DEEPEST &&
		    pdf_is_name(pdf, family, overs[i].family) &&
		    pdf_count(pdf, space) > overs[i].at)
			return is_printing(pdf,
			    pdf_item(pdf, space, overs[i].at), depth + 1);
	return 0;
}

int
colours_are_printing(const struct pdf *pdf, qpdf_oh space)
{
	return is_printing(pdf, space, 0);
}
