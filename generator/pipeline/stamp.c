#include "pipeline/stamp.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <time.h>

#include "util/buf.h"
#include "util/digest.h"
#include "util/fs.h"

/* Clocks of file systems stand still for up to so many nanoseconds. */
static const int64_t tick = INT64_C(2000000000);

static int64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int
is_recent(const struct fs_stamp *s)
{
	int64_t last = s->changed > s->modified ? s->changed : s->modified;

	return last > now() - tick;
}

json_t *
stamp_now(const char *path)
{
	struct fs_stamp s;

	if (fs_stamp(&s, path) < 0)
		return json_null();
	return json_pack("[I, I, I, I]", s.size, s.modified, s.changed,
	    is_recent(&s) ? (json_int_t)-now() : (json_int_t)s.inode);
}

json_t *
stamp_of_ours(const char *path)
{
	struct fs_stamp s;

	if (fs_stamp(&s, path) < 0)
		return json_null();
	return json_pack("[I, I, I]", s.size, s.modified,
	    (json_int_t)s.inode);
}

uint64_t
stamp_key(const char *what, const char *path)
{
	struct buf text = BUF_INIT;
	char hex[DIGEST_SHA256];
	uint64_t key = 0;

	buf_printf(&text, "%s %s", what, path);
	digest_sha256(hex, text.data, text.len);
	sscanf(hex, "%16" SCNx64, &key);
	buf_dispose(&text);
	return key;
}
