#!/bin/sh
# build --sign, and what verify says of signatures.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/xml/documents/ctoc-cop-wg.2-2007-1/en.xml
pdf=CTOC_COP_WG.2_2007_1-EN.pdf
cd "$TMP" || exit

# authority NAME: a certificate that vouches for itself.
authority() {
	openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key" \
		-out "$1.pem" -subj "/CN=Authority $1" -days 2 2>/dev/null
}

authority good
authority other
openssl req -newkey rsa:2048 -nodes -keyout office.key -out office.csr \
	-subj "/O=An office/CN=Its head" 2>/dev/null
openssl x509 -req -in office.csr -CA good.pem -CAkey good.key \
	-CAcreateserial -out office.pem -days 2 2>/dev/null
openssl pkcs12 -export -inkey office.key -in office.pem -certfile good.pem \
	-out office.p12 -passout pass:secret

UNAGENDA_PASSPHRASE=wrong run build --sign=office.p12 "$agenda"
is "a wrong passphrase" "$status $(cat err)" \
	"2 unagenda: the key 'office.p12' does not open with the passphrase [UNA-0029]"
is "makes nothing" "$(ls ./*.pdf* 2>/dev/null)" ""
run build --sign=good.pem "$agenda"
is "a key of another kind" "$status $(cat err)" \
	"2 unagenda: 'good.pem' is no key of the kind PKCS#12 [UNA-0029]"
run build --sign=none.p12 "$agenda"
is "a key that is not there" "$status $(cat err)" \
	"2 unagenda: cannot read the key 'none.p12': No such file or directory [UNA-0029]"
run build --sign=office.p12 --to=tex "$agenda"
is "what is no PDF" "$status" 2
run build --passphrase-file=word "$agenda"
is "a passphrase for nothing" "$status" 2

UNAGENDA_PASSPHRASE=secret run build --sign=office.p12 "$agenda"
is "--sign makes a PDF and its signature" "$status $(cat out; echo ./*.p7s)" \
	"0 ./$pdf
./$pdf.p7s"
ok "which openssl checks" openssl cms -verify -binary -inform DER \
	-content $pdf -in $pdf.p7s -CAfile good.pem -purpose any \
	-out /dev/null 2>/dev/null
mkdir plain
run build -o plain "$agenda"
ok "signed or not, a PDF is the same" cmp -s $pdf plain/$pdf
echo secret >word
run build --sign=office.p12 --passphrase-file=word -o file "$agenda"
is "a passphrase in a file" "$status" 0

run verify $pdf
is "verify tells who signed" "$status $(cat out)" \
	"0 $pdf: identical, signed by CN=Its head,O=An office (for whom no authority was asked: --trust)"
run verify --trust=good.pem $pdf
is "for whom the authority vouches" "$status $(cat out err)" \
	"0 $pdf: identical, signed by CN=Its head,O=An office"
run verify --trust=other.pem $pdf
is "or does not" "$status $(cat out err)" "1 $pdf: error: the PDF is signed by CN=Its head,O=An office, for whom the authority does not vouch [UNA-1181]"
run verify --trust=good.pem plain/$pdf
is "with an authority, a PDF must be signed" "$status $(cat out err)" \
	"1 plain/$pdf: error: the PDF is not signed: there is no $pdf.p7s beside it [UNA-1182]"
run verify plain/$pdf
is "and else not" "$status $(cat out err)" "0 plain/$pdf: identical"
run verify --trust=office.key $pdf
is "an authority that is none" "$status" 2

openssl x509 -req -in office.csr -CA good.pem -CAkey good.key \
	-CAcreateserial -out old.pem -days -1 2>/dev/null
openssl pkcs12 -export -inkey office.key -in old.pem -certfile good.pem \
	-out old.p12 -passout pass:secret
UNAGENDA_PASSPHRASE=secret run build --sign=old.p12 -o old "$agenda"
run verify --trust=good.pem old/$pdf
is "a certificate that has expired" "$status $(cat out err)" "1 old/$pdf: error: the PDF is signed by CN=Its head,O=An office, with a certificate that has expired or is not valid yet [UNA-1181]"
run verify --trust=other.pem old/$pdf
is "of nobody that is trusted" "$status $(grep -c 'not vouch' err)" "1 1"

# a pipe needs two more than there are
sh -c 'ulimit -n 4; exec "$@"' sh "$UNAGENDA" verify $pdf >out 2>err </dev/null
is "what cannot be checked is not said to be wrong" \
	"$? $(grep -o '\[UNA-.*' err | sort -u)" "3 [UNA-0001]"

cp $pdf plain/$pdf
cp $pdf.p7s plain/$pdf.p7s
echo >>plain/$pdf
run verify --trust=good.pem plain/$pdf
is "a signature of other bytes" "$status $(grep -o 'UNA-[0-9]*' err |
	tr '\n' ' ')" "1 UNA-1180 UNA-1174 "
cp $pdf plain/$pdf
head -c 700 $pdf.p7s >plain/$pdf.p7s
run verify plain/$pdf
is "a signature that is cut short" "$status $(cat err)" \
	"1 plain/$pdf: error: the signature is none of this PDF [UNA-1180]"

done_testing
