#include "util/suggest.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Words longer than this are no slips of the pen. */
enum { LONGEST = 64 };

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static int
same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

size_t
suggest_distance(const char *a, const char *b)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2], *swap;
	size_t la = strlen(a), lb = strlen(b), i, j;

	if (la > LONGEST || lb > LONGEST)
		return la + lb;
	for (j = 0; j <= lb; j++)
		last[j] = j;
	for (i = 1; i <= la; i++) {
		row[0] = i;
		for (j = 1; j <= lb; j++) {
			row[j] = last[j - 1] + !same(a[i - 1], b[j - 1]);
			row[j] = least(row[j], least(last[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) &&
			    same(a[i - 2], b[j - 1]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		swap = before;
		before = last;
		last = row;
		row = swap;
	}
	return last[lb];
}

struct suggest
suggest_new(const char *word)
{
	/* one slip for each three letters: 'id' is not 'to' */
	return (struct suggest){ word, NULL, strlen(word) / 3 + 2 };
}

/* "mast" for "masthead": cut short; "documents" for "documentation". */
static int
is_start(const char *word, const char *candidate)
{
	size_t len = strlen(word);

	if (len >= 6 && word[len - 1] == 's')
		len--;
	return len >= 3 && strncasecmp(word, candidate, len) == 0;
}

void
suggest_try(struct suggest *s, const char *candidate)
{
	size_t distance = is_start(s->word, candidate) ? 1 :
	    suggest_distance(s->word, candidate);

	if (distance < s->distance && distance < strlen(candidate)) {
		s->distance = distance;
		s->best = candidate;
	}
}
