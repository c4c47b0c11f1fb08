#include "util/digest.h"

#include <openssl/evp.h>
#include <stdio.h>

static void
digest(char *hex, const EVP_MD *algorithm, const void *data, size_t len)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned count = 0;

	/* a library without the algorithm gives "", which equals no digest */
	if (!EVP_Digest(data, len, bytes, &count, algorithm, NULL))
		count = 0;
	*hex = '\0';
	for (unsigned i = 0; i < count; i++)
		snprintf(hex + 2 * (size_t)i, 3, "%02x", bytes[i]);
}

void
digest_sha256(char hex[DIGEST_SHA256], const void *data, size_t len)
{
	digest(hex, EVP_sha256(), data, len);
}

void
digest_md5(char hex[DIGEST_MD5], const void *data, size_t len)
{
	digest(hex, EVP_md5(), data, len);
}
