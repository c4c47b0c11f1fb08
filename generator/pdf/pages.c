#include "pdf/pages.h"

#include <stdlib.h>

#include "pdf/content.h"
#include "util/alloc.h"

static void
check_marks(struct pdf *pdf, const struct page *page)
{
	int content = 0;

	for (size_t i = 0; i < page->count; i++) {
		const struct mark *m = &page->marks[i];

		content |= m->mcid >= 0;
		if (m->mcid >= 0 && page_mark(page, m->mcid) != m)
			pdf_fault(pdf, MSG_MARK_ID, page->number,
			    "two pieces of content have the number %ld",
			    m->mcid);
	}
	if (content && page->parents < 0)
		pdf_fault(pdf, MSG_PAGE_TAGS, page->number,
		    "the page does not lead to its tags (StructParents)");
	if (page->shown && !content && (!page->unmarked || !page->count))
		pdf_fault(pdf, MSG_PAGE_TAGS, page->number,
		    "nothing on the page is tagged");
	else if (page->unmarked)
		pdf_fault(pdf, MSG_UNMARKED, page->number, "something is "
		    "shown that is neither tagged nor an artefact");
}

static void
read_page(struct page *page, struct pdf *pdf, struct fonts *fonts)
{
	page->object = pdf_id(pdf, page->oh);
	page->parents = pdf_integer(pdf, pdf_get(pdf, page->oh,
	    "/StructParents"), -1);
	content_read(page, pdf, fonts);
	check_marks(pdf, page);
	if (pdf_count(pdf, pdf_get(pdf, page->oh, "/Annots")) > 0 &&
	    !pdf_is_name(pdf, pdf_get(pdf, page->oh, "/Tabs"), "S"))
		pdf_fault(pdf, MSG_TAB_ORDER, page->number,
		    "links are not reached in the order of the tags (Tabs)");
}

int
pages_read(struct pages *pages, struct pdf *pdf, struct fonts *fonts)
{
	int count;

	*pages = (struct pages){ .count = 0 };
	qpdf_push_inherited_attributes_to_page(pdf->q);
	count = qpdf_get_num_pages(pdf->q);
	if (count < 0) {
		pdf_take_warnings(pdf);
		return -1;
	}
	if (count == 0 || count > PDF_PAGES) {
		pdf_fault(pdf, MSG_PDF_LIMIT, 0, "the PDF has %d pages",
		    count);
		return -1;
	}
	pages->list = xcalloc((size_t)count, sizeof(*pages->list));
	pages->count = count;
	for (int i = 0; i < count; i++) {
		pages->list[i].oh = qpdf_get_page_n(pdf->q, (size_t)i);
		pages->list[i].number = i + 1;
		read_page(&pages->list[i], pdf, fonts);
	}
	return 0;
}

struct page *
pages_find(const struct pages *pages, int object)
{
	for (int i = 0; object && i < pages->count; i++)
		if (pages->list[i].object == object)
			return &pages->list[i];
	return NULL;
}

struct mark *
page_mark(const struct page *page, long mcid)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].mcid == mcid)
			return &page->marks[i];
	return NULL;
}

void
page_text(struct buf *out, const struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		buf_puts(out, buf_string(&page->marks[i].text));
		buf_putc(out, ' ');
	}
}

void
pages_dispose(struct pages *pages)
{
	for (int i = 0; i < pages->count; i++) {
		struct page *page = &pages->list[i];

		for (size_t j = 0; j < page->count; j++)
			buf_dispose(&page->marks[j].text);
		free(page->marks);
	}
	free(pages->list);
}
