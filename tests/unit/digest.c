#include "unit.h"

#include "util/digest.h"

/* The examples of FIPS 180-4 and RFC 1321. */
static void
known_digests(void **state)
{
	char sha[DIGEST_SHA256], md5[DIGEST_MD5];

	(void)state;
	digest_sha256(sha, "abc", 3);
	assert_string_equal(sha, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	digest_sha256(sha, "", 0);
	assert_string_equal(sha, "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	digest_md5(md5, "abc", 3);
	assert_string_equal(md5, "900150983cd24fb0d6963f7d28e17f72");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(known_digests) };

	return RUN(tests);
}
