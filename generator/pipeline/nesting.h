#ifndef PIPELINE_NESTING_H
#define PIPELINE_NESTING_H

#include <stddef.h>

/*
 * Which element lacks its end tag, to judge by how the lines are indented: of
 * those that stand in one whose tag starts at `from`, before `to`.  -1 when
 * nothing can be told.
 */
int nesting_guess(size_t *at, const char *text, size_t from, size_t to);

#endif
