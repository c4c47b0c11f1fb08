#include "engine/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights that came after the first version; older headers lack them. */
#define RIGHT_REFER	(1ULL << 13)	/* version 2 */
#define RIGHT_TRUNCATE	(1ULL << 14)	/* version 3 */

#define RIGHTS_FIRST	((1ULL << 13) - 1)	/* all of version 1 */
#define RIGHTS_READ	(LANDLOCK_ACCESS_FS_EXECUTE | \
			 LANDLOCK_ACCESS_FS_READ_FILE | \
			 LANDLOCK_ACCESS_FS_READ_DIR)
/* of a path that is no folder, the kernel takes only these */
#define RIGHTS_OF_FILE	(LANDLOCK_ACCESS_FS_EXECUTE | \
			 LANDLOCK_ACCESS_FS_READ_FILE | \
			 LANDLOCK_ACCESS_FS_WRITE_FILE | RIGHT_TRUNCATE)

int
sandbox_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
	    LANDLOCK_CREATE_RULESET_VERSION);

	return version < 0 ? 0 : (int)version;
}

static uint64_t
all_rights(int version)
{
	return RIGHTS_FIRST | (version >= 2 ? RIGHT_REFER : 0) |
	    (version >= 3 ? RIGHT_TRUNCATE : 0);
}

static int
allow(int ruleset, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = rights };
	struct stat st;
	int ret = 0;

	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return 0;
	if (fstat(rule.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.allowed_access &= RIGHTS_OF_FILE;
	if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH,
	    &rule, 0) < 0)
		ret = -1;
	close(rule.parent_fd);
	return ret;
}

static int
allow_all(int ruleset, const char *const *paths, uint64_t rights)
{
	int ret = 0;

	for (; *paths && ret == 0; paths++)
		ret = allow(ruleset, *paths, rights);
	return ret;
}

int
sandbox_enter(const void *payload)
{
	const struct sandbox *s = payload;
	int version = sandbox_version(), ruleset, ret;
	uint64_t rights = all_rights(version);
	const struct landlock_ruleset_attr attr = {
		.handled_access_fs = rights
	};

	if (version == 0)
		return 0;
	ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr,
	    sizeof(attr), 0);
	if (ruleset < 0)
		return -1;
	ret = allow_all(ruleset, s->read, RIGHTS_READ);
	if (ret == 0)
		ret = allow_all(ruleset, s->write, rights);
	if (ret == 0)
		ret = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (ret == 0)
		ret = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
	return ret;
}

size_t
sandbox_own_size(void)
{
	char text[64];
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t len = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);

	if (fd >= 0)
		close(fd);
	if (len <= 0)
		return 0;
	text[len] = '\0';
	return strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}
