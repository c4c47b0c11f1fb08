#ifndef ENGINE_TEXLOG_H
#define ENGINE_TEXLOG_H

#include "util/place.h"

struct diag;

/*
 * Reads TeX's log and makes messages of it, at places of the drafter's file,
 * which starts at `top`.  The class says most of them itself, in lines
 *
 *	unagenda-message:LINE:COLUMN:LEVEL:UNA-09nn:text
 *
 * What TeX says beside that has no place but the file's start.  *pages gets how
 * many it has made, 0 if it does not tell.  Returns -1 if there was an error
 * among them or the log cannot be read.
 */
int texlog_read(unsigned *pages, const char *path, struct place top,
	struct diag *);

#endif
