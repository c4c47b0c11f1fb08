#ifndef FOLDER_H
#define FOLDER_H

/* A folder that the tests of one program have to themselves. */

#include "unit.h"

#include "util/fs.h"

static char folder[] = "/tmp/unagenda-unit-XXXXXX";

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	(void)state;
	return fs_remove(folder);
}

#define RUN_IN_FOLDER(tests) \
	cmocka_run_group_tests(tests, make_folder, remove_folder)

#endif
