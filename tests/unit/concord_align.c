#include "unit.h"

#include "pipeline/concord_align.h"
#include "pipeline/concord_edits.h"
#include "util/buf.h"

enum { MOST = 16 };

/*
 * A list as words: a name, after a colon its key, and behind an equals sign
 * its print: "p=1", "item:opening=7".
 */
struct list {
	char text[256];
	struct align_entry entries[MOST];
	size_t count;
};

static void
fill(struct list *list, const char *text)
{
	char *rest, *word, *mark;

	list->count = 0;
	snprintf(list->text, sizeof(list->text), "%s", text);
	for (word = strtok_r(list->text, " ", &rest); word;
	    word = strtok_r(NULL, " ", &rest)) {
		struct align_entry *e = &list->entries[list->count++];

		*e = (struct align_entry){ word, NULL, 0, 0 };
		if ((mark = strchr(word, '=')) != NULL) {
			*mark = '\0';
			e->print = strtoul(mark + 1, NULL, 10);
		}
		if ((mark = strchr(word, ':')) != NULL) {
			*mark = '\0';
			e->key = mark + 1;
		}
	}
}

/* The mates of the first list by number, "-" for none. */
static void
check(const char *first, const char *second, const char *mates, size_t moved)
{
	struct list a, b;
	struct buf got = BUF_INIT;

	fill(&a, first);
	fill(&b, second);
	align(a.entries, a.count, b.entries, b.count);
	for (size_t i = 0; i < a.count; i++) {
		buf_puts(&got, i ? " " : "");
		if (a.entries[i].mate == ALIGN_NONE) {
			buf_puts(&got, "-");
			continue;
		}
		buf_printf(&got, "%zu", a.entries[i].mate);
		assert_int_equal(b.entries[a.entries[i].mate].mate, i);
	}
	if (strcmp(buf_string(&got), mates))
		fail_msg("%s / %s: '%s' for '%s'", first, second,
		    buf_string(&got), mates);
	assert_int_equal(align_moved(a.entries, a.count, "note"), moved);
	buf_dispose(&got);
}

static void
test_align(void **state)
{
	(void)state;
	check("", "", "", ALIGN_NONE);
	check("p=1 p=2", "p=1 p=2", "0 1", ALIGN_NONE);
	/* one is lost, or is another */
	check("p=1 p=2 p=3", "p=1 p=3", "0 - 1", ALIGN_NONE);
	check("p=1 p=2 p=3", "p=1 p=9 p=3", "0 1 2", ALIGN_NONE);
	check("p=1 p=2 p=3 p=4", "p=1 p=9 p=4", "0 - - 2", ALIGN_NONE);
	check("p=1 p=2 p=3 p=4", "p=9 p=2 p=4", "0 1 - 2", ALIGN_NONE);
	/* all that is equal is equal to nothing in them */
	check("p p p", "p p", "0 1 -", ALIGN_NONE);
	check("li=1 li=2 li", "li=8 li li", "0 1 2", ALIGN_NONE);
	/* moved */
	check("p=1 p=2", "p=2 p=1", "1 0", 0);
	check("p list p", "p p list", "0 2 1", 1);
	check("p=1 p=2 p=3", "p=3 p=1 p=2", "1 2 0", 2);
	/* notes stand as their words do */
	check("note=1 note=2", "note=2 note=1", "1 0", ALIGN_NONE);
	/* known by their keys, whatever they hold */
	check("item:a=1 item:b=2", "item:b=3 item:a=4", "1 0", 0);
	check("item:a item:b item:c", "item:a item:c", "0 - 1", ALIGN_NONE);
	check("d:a=1 d:b=2", "d:a=1 d:x=3", "0 1", ALIGN_NONE);
	check("d:a=1 p=1", "p=1", "- 0", ALIGN_NONE);
	check("d:a=1 d:a=2", "d:a=3", "0 -", ALIGN_NONE);
	/* names never mix */
	check("p=1", "q=1", "-", ALIGN_NONE);
}

static int
same_letter(const void *data, size_t i, size_t j)
{
	const char *const *texts = data;

	return texts[0][i] == texts[1][j];
}

/* The longest common part of two texts, the long way. */
static size_t
longest(const char *a, const char *b)
{
	size_t table[32][32] = { { 0 } }, n = strlen(a), m = strlen(b);

	for (size_t i = 1; i <= n; i++)
		for (size_t j = 1; j <= m; j++) {
			size_t up = table[i - 1][j], left = table[i][j - 1];

			table[i][j] = up > left ? up : left;
			if (a[i - 1] == b[j - 1])
				table[i][j] = table[i - 1][j - 1] + 1;
		}
	return table[n][m];
}

static void
check_edits(const char *a, const char *b)
{
	const char *texts[2] = { a, b };
	size_t mates[32], found = 0, last = 0;

	edits_find(mates, strlen(a), strlen(b), same_letter, texts);
	for (size_t i = 0; a[i]; i++) {
		if (mates[i] == (size_t)-1)
			continue;
		assert_true(mates[i] < strlen(b));
		assert_int_equal(a[i], b[mates[i]]);
		assert_true(!found || mates[i] > last);
		last = mates[i];
		found++;
	}
	if (found != longest(a, b))
		fail_msg("%s / %s: %zu for %zu", a, b, found, longest(a, b));
}

/* Many short texts of three letters. */
static void
test_edits(void **state)
{
	char a[32], b[32];
	unsigned seed = 7;

	(void)state;
	check_edits("", "");
	check_edits("abc", "");
	check_edits("", "abc");
	check_edits("abcabba", "cbabac");
	for (int i = 0; i < 5000; i++) {
		char *texts[] = { a, b };

		for (int t = 0; t < 2; t++) {
			size_t len = (seed = seed * 1103515245 + 12345) >> 16;

			len %= 20;
			for (size_t k = 0; k < len; k++) {
				seed = seed * 1103515245 + 12345;
				texts[t][k] = (char)('a' + (seed >> 16) % 3);
			}
			texts[t][len] = '\0';
		}
		check_edits(a, b);
	}
}

static int
never(const void *data, size_t i, size_t j)
{
	(void)data, (void)i, (void)j;
	return 0;
}

/* Lists that have nothing in common are given up. */
static void
test_nothing_in_common(void **state)
{
	enum { COUNT = 20000 };
	size_t *mates = calloc(COUNT, sizeof(*mates));

	(void)state;
	edits_find(mates, COUNT, COUNT, never, NULL);
	for (size_t i = 0; i < COUNT; i++)
		assert_int_equal(mates[i], (size_t)-1);
	free(mates);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_align),
		cmocka_unit_test(test_edits),
		cmocka_unit_test(test_nothing_in_common),
	};

	return RUN(tests);
}
