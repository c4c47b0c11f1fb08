#ifndef ENGINE_SANDBOX_H
#define ENGINE_SANDBOX_H

#include <stddef.h>

/*
 * What a child may touch of the file system (Landlock).  Paths that do not
 * exist are passed over.  Both arrays end with NULL and are borrowed.
 */
struct sandbox {
	const char *const *read;	/* may be read and run */
	const char *const *write;	/* may be read and changed */
};

/* The kernel's version of Landlock; 0 when it has none. */
int sandbox_version(void);

/*
 * Confines the calling process for good; a `struct proc`'s enter.  Where the
 * kernel has no Landlock it does nothing.  Returns -1 with errno set when the
 * kernel has it and refuses.
 */
int sandbox_enter(const void *sandbox);

/* Bytes of address space that the process has, above which a limit may be set
 * for what it will take; 0 where /proc does not say. */
size_t sandbox_own_size(void);

#endif
