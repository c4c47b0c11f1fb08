#include "util/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

static void
write_hex(char *hex, const unsigned char *bytes, unsigned count)
{
	static const char digits[] = "0123456789abcdef";

	for (unsigned i = 0; i < count; i++) {
		*hex++ = digits[bytes[i] >> 4];
		*hex++ = digits[bytes[i] & 15];
	}
	*hex = '\0';
}

static void
digest(char *hex, const EVP_MD *algorithm, const void *data, size_t len)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned count = 0;

	/* SHA-256 is in each library; without MD5, as FIPS has it, it is "" */
	if (!EVP_Digest(data, len, bytes, &count, algorithm, NULL))
		count = 0;
	write_hex(hex, bytes, count);
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

/* Adds all that can be read; -1 with errno set if that is not all. */
static int
add_file(EVP_MD_CTX *ctxt, int fd)
{
	unsigned char chunk[65536];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) > 0)
		EVP_DigestUpdate(ctxt, chunk, (size_t)n);
	return n < 0 ? -1 : 0;
}

int
digest_file(char hex[DIGEST_SHA256], const char *path)
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned count = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC), ret = -1, reason;
	EVP_MD_CTX *ctxt = fd < 0 ? NULL : EVP_MD_CTX_new();

	*hex = '\0';
	if (ctxt && EVP_DigestInit_ex(ctxt, EVP_sha256(), NULL) &&
	    add_file(ctxt, fd) == 0 &&
	    EVP_DigestFinal_ex(ctxt, bytes, &count)) {
		write_hex(hex, bytes, count);
		ret = 0;
	}
	reason = errno;
	EVP_MD_CTX_free(ctxt);
	if (fd >= 0)
		close(fd);
	errno = reason;
	return ret;
}
