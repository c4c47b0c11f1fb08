#ifndef PIPELINE_SIGNATURE_H
#define PIPELINE_SIGNATURE_H

struct authority;
struct buf;
struct diag;
struct signer;

/*
 * Detached signatures (CMS, RFC 5652) beside a PDF: NAME.pdf.p7s.  `openssl
 * cms -verify -binary -inform DER -content NAME.pdf -in NAME.pdf.p7s` checks
 * them too.
 */
#define SIGNATURE_ENDING ".p7s"

/*
 * The key, certificate and chain of a PKCS#12 file (RFC 7292).  -1, after a
 * message, if it cannot be read or opened with the passphrase, which may be
 * NULL.
 */
int signer_open(struct signer **, const char *path, const char *passphrase,
	struct diag *);
void signer_free(struct signer *);

/* Adds the signature of a file's bytes.  -1, after a message, on failure. */
int signer_sign(struct buf *, const struct signer *, const struct buf *,
	struct diag *);

/* The certificates of a PEM file whose word is taken. */
int authority_open(struct authority **, const char *path, struct diag *);
void authority_free(struct authority *);

/*
 * Checks a file's signature, in a confined child, as it is a stranger's.
 * *name gets the signer's, for the caller to free.  -1, after a message about
 * `file`, if the signature is wrong or the authority, which may be NULL, does
 * not vouch for the signer.
 */
int signature_check(char **name, const char *file, const struct buf *bytes,
	const struct buf *signature, const struct authority *,
	struct diag *);

#endif
