#ifndef UTIL_DIGEST_H
#define UTIL_DIGEST_H

#include <stddef.h>

/* Digests in hexadecimal, as sha256sum and md5sum print them, and a NUL. */
enum { DIGEST_SHA256 = 64 + 1, DIGEST_MD5 = 32 + 1 };

void digest_sha256(char hex[DIGEST_SHA256], const void *, size_t);

/* Of a file, as it is on the disk.  -1 with errno set. */
int digest_file(char hex[DIGEST_SHA256], const char *path);

/* Only for the check sums that PDF (ISO 32000-1, 7.11.4) asks for. */
void digest_md5(char hex[DIGEST_MD5], const void *, size_t);

#endif
