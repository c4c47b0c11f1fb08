#ifndef UNIT_H
#define UNIT_H

/* What every unit test needs; they run in the root of the tree. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "util/diag.h"

#define RUN(tests) cmocka_run_group_tests(tests, NULL, NULL)

/* A file with this in it, in the place of `path`, which ends in XXXXXX. */
static inline void
write_temporary(char *path, const void *data, size_t len)
{
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, len), (ssize_t)len);
	close(fd);
}

/* All messages as one string, which the caller frees. */
static inline char *
printed(struct diag *diag)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	diag_print(diag, out);
	fclose(out);
	return text;
}

#endif
