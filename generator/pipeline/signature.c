#include "pipeline/signature.h"

#include <errno.h>
#include <limits.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

#include "engine/isolate.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/diag.h"

struct signer {
	EVP_PKEY *key;
	X509 *certificate;
	STACK_OF(X509) *chain;
};

struct authority {
	X509_STORE *store;
};

/* The bytes belong to the buf. */
static BIO *
bio_of(const struct buf *bytes)
{
	return bytes->len > INT_MAX ? NULL :
	    BIO_new_mem_buf(buf_string(bytes), (int)bytes->len);
}

/* ---- signing -------------------------------------------------------- */

static PKCS12 *
read_key(const char *path, struct diag *diag)
{
	BIO *file = BIO_new_file(path, "rb");
	PKCS12 *p12 = file ? d2i_PKCS12_bio(file, NULL) : NULL;

	if (!file)
		diag_global(diag, MSG_KEY, "cannot read the key '%s': %s",
		    path, strerror(errno));
	else if (!p12)
		diag_global(diag, MSG_KEY,
		    "'%s' is no key of the kind PKCS#12", path);
	BIO_free(file);
	return p12;
}

int
signer_open(struct signer **out, const char *path, const char *passphrase,
    struct diag *diag)
{
	struct signer *s = xcalloc(1, sizeof(*s));
	PKCS12 *p12 = read_key(path, diag);
	int ret = -1;

	if (p12 && !PKCS12_parse(p12, passphrase ? passphrase : "", &s->key,
	    &s->certificate, &s->chain))
		diag_global(diag, MSG_KEY, "the key '%s' does not open with "
		    "the passphrase", path);
	else if (p12 && (!s->key || !s->certificate))
		diag_global(diag, MSG_KEY, "'%s' lacks a key or its "
		    "certificate", path);
	else if (p12)
		ret = 0;
	PKCS12_free(p12);
	if (ret < 0)
		signer_free(s);
	else
		*out = s;
	return ret;
}

void
signer_free(struct signer *s)
{
	if (!s)
		return;
	EVP_PKEY_free(s->key);
	X509_free(s->certificate);
	sk_X509_pop_free(s->chain, X509_free);
	free(s);
}

/* Adds what was written into a bio of memory. */
static void
take(struct buf *out, BIO *bio)
{
	char *data;
	long len = BIO_get_mem_data(bio, &data);

	if (len > 0)
		buf_add(out, data, (size_t)len);
}

int
signer_sign(struct buf *out, const struct signer *s, const struct buf *bytes,
    struct diag *diag)
{
	BIO *data = bio_of(bytes), *der = BIO_new(BIO_s_mem());
	CMS_ContentInfo *cms = data ? CMS_sign(s->certificate, s->key,
	    s->chain, data, CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP) : NULL;
	const char *reason;
	int ret = 0;

	if (cms && der && i2d_CMS_bio(der, cms)) {
		take(out, der);
	} else {
		reason = ERR_reason_error_string(ERR_peek_last_error());
		ret = diag_global(diag, MSG_KEY, "the key cannot sign: %s",
		    reason ? reason : "it is not fit for that");
	}
	CMS_ContentInfo_free(cms);
	BIO_free(der);
	BIO_free(data);
	return ret;
}

/* ---- checking ------------------------------------------------------- */

int
authority_open(struct authority **out, const char *path, struct diag *diag)
{
	struct authority *a = xcalloc(1, sizeof(*a));

	a->store = X509_STORE_new();
	/* a certificate for signing documents need not be one for mail */
	if (a->store && X509_STORE_load_file(a->store, path) &&
	    X509_STORE_set_purpose(a->store, X509_PURPOSE_ANY)) {
		*out = a;
		return 0;
	}
	authority_free(a);
	return diag_global(diag, MSG_KEY,
	    "'%s' holds no certificates (PEM) that can be read", path);
}

void
authority_free(struct authority *a)
{
	if (!a)
		return;
	X509_STORE_free(a->store);
	free(a);
}

/* What the child is to look at. */
struct question {
	const struct buf *bytes, *signature;
	const struct authority *authority;
};

/* The name of the one who signed, as RFC 2253 writes it. */
static void
add_name(struct buf *out, CMS_ContentInfo *cms)
{
	STACK_OF(X509) *signers = CMS_get0_signers(cms);
	BIO *text = BIO_new(BIO_s_mem());

	if (text && sk_X509_num(signers) > 0) {
		X509_NAME_print_ex(text, X509_get_subject_name(
		    sk_X509_value(signers, 0)), 0,
		    XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB);
		take(out, text);
	}
	BIO_free(text);
	sk_X509_free(signers);
}

/* What the child finds, the first byte of its answer; the rest is the signer's
 * name. */
enum verdict {
	GOOD = 'g',
	WRONG = 'w',		/* it is not of these bytes */
	EXPIRED = 'e',		/* by the clock; or not valid yet */
	UNTRUSTED = 'u'
};

static int
is_vouched(CMS_ContentInfo *cms, const struct question *q)
{
	BIO *data = bio_of(q->bytes);
	int ret = data && CMS_verify(cms, NULL, q->authority->store, data,
	    NULL, CMS_BINARY | CMS_DETACHED);

	BIO_free(data);
	return ret;
}

static enum verdict
judge(CMS_ContentInfo *cms, const struct question *q)
{
	if (!q->authority || is_vouched(cms, q))
		return GOOD;
	/* once more as if there were no clock */
	X509_VERIFY_PARAM_set_flags(X509_STORE_get0_param(
	    q->authority->store), X509_V_FLAG_NO_CHECK_TIME);
	return is_vouched(cms, q) ? EXPIRED : UNTRUSTED;
}

static void
work(struct buf *out, const void *payload)
{
	const struct question *q = payload;
	BIO *der = bio_of(q->signature), *data = bio_of(q->bytes);
	CMS_ContentInfo *cms = der ? d2i_CMS_bio(der, NULL) : NULL;

	/* without an authority first: is it of these bytes at all? */
	if (!cms || !data || !CMS_verify(cms, NULL, NULL, data, NULL,
	    CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY)) {
		buf_putc(out, WRONG);
	} else {
		buf_putc(out, (char)judge(cms, q));
		add_name(out, cms);
	}
	CMS_ContentInfo_free(cms);
	BIO_free(data);
	BIO_free(der);
}

/* Why there is no answer. */
static int
explain(enum isolate_end end, const char *file, struct diag *diag)
{
	const struct place place = { .file = file };

	if (end == ISOLATE_NOT_RUN)
		return isolate_not_run(diag);
	return diag_at(diag, MSG_SIGNATURE, place, end == ISOLATE_LIMIT ?
	    "checking the signature takes too much time or memory" :
	    "the signature cannot be read: reading it failed");
}

/* An answer that is no praise. */
static int
refuse(enum verdict verdict, const char *name, const char *file,
    struct diag *diag)
{
	const struct place place = { .file = file };

	if (verdict == EXPIRED)
		return diag_at(diag, MSG_UNTRUSTED, place, "the PDF is signed "
		    "by %s, with a certificate that has expired or is not "
		    "valid yet", name);
	if (verdict == UNTRUSTED)
		return diag_at(diag, MSG_UNTRUSTED, place, "the PDF is signed "
		    "by %s, for whom the authority does not vouch", name);
	return diag_at(diag, MSG_SIGNATURE, place,
	    "the signature is none of this PDF");
}

int
signature_check(char **name, const char *file, const struct buf *bytes,
    const struct buf *signature, const struct authority *authority,
    struct diag *diag)
{
	static const struct isolate_limits limits = {
		.seconds = 10, .memory = 1024UL * 1024 * 1024, .output = 65536
	};
	const struct question question = { bytes, signature, authority };
	struct buf answer = BUF_INIT;
	enum isolate_end end = isolate_run(&answer, &limits, work, &question);
	int ret = 0;

	*name = NULL;
	if (end != ISOLATE_DONE || !answer.len)
		ret = explain(end, file, diag);
	else if (answer.data[0] != GOOD)
		ret = refuse((enum verdict)answer.data[0], answer.data + 1,
		    file, diag);
	else
		*name = xstrdup(answer.data + 1);
	buf_dispose(&answer);
	return ret;
}
