#ifndef UTIL_MACHINE_H
#define UTIL_MACHINE_H

#include <stddef.h>

/* Processors that this process may use, of those that there are: taskset, or
 * a batch system, may have left it some.  At least 1. */
unsigned machine_processors(void);

/*
 * Bytes of memory that programs can be given before the machine has to swap:
 * what is free, and what holds copies of files.  0: the system does not tell.
 */
size_t machine_memory(void);

#endif
