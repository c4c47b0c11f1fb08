#!/bin/sh
# What a stylesheet can ask and say, what it cannot do, and what becomes of its
# mistakes.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/data.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit
cp "$agenda" en.xml
tex=made/CTOC_COP_WG.2_2007_1-EN.tex

# makes DESCRIPTION XSL EXPECTED: what the stylesheet makes
makes() {
	make_data "$2"
	rm -rf made
	run build --to=tex -o made en.xml
	is "$1" "$status $(cat err)$(cat $tex)" "0 $3"
}

# fails DESCRIPTION XSL STATUS MESSAGE: and makes nothing
fails() {
	make_data "$2"
	rm -rf made
	run build --to=tex -o made en.xml
	is "$1" "$status $(cat out err; ls made 2>/dev/null)" "$3 $4"
}

makes "the place of an element" \
	'<xsl:value-of select="una:position(//decision)"/>' 16:26
makes "the place of a text is that of its element" \
	'<xsl:value-of select="una:position(//decision/text())"/>' 16:26
makes "the place of an attribute too" \
	'<xsl:value-of select="una:position(//meeting/@place)"/>' 6:3
makes "nothing has no place" \
	'<xsl:value-of select="una:position(//nothing)"/>' 1:1
makes "nor has what is not the document's" \
	'<xsl:variable name="v"><a/></xsl:variable><xsl:value-of
	select="una:position(exsl:node-set($v)/a)"/>' 1:1
makes "attributes that the DTD gives" \
	'<xsl:value-of select="concat(//masthead/@qr, //date/@weekday)"/>' nono
makes "ids" '<xsl:value-of select="id('"'work'"')/title"/>' \
	"Proposed organization of work"
makes "a QR code" \
	'<xsl:value-of select="string-length(una:qr('"'https://undocs.org/A/1'"'))"/>' \
	$((25 * 26 - 1))
makes "a QR code begins with its finder" \
	'<xsl:value-of select="substring(una:qr('"'x'"'), 1, 7)"/>' \
	1111111
makes "nothing makes no QR code" '<xsl:value-of select="una:qr('"''"')"/>x' x
makes "EXSLT" '<xsl:value-of select="str:replace('"'ab', 'a', 'c'"')"/>' cb
makes "pieces that are replaced, the longest first, and once" \
	'<xsl:variable name="v"><c><from>a</from><to>b</to></c><c><from>ab</from
	><to>[a]</to></c><c><from/><to>no</to></c><c/></xsl:variable><xsl:value-of
	select="una:escaped('"'aabbac'"', exsl:node-set($v)/c)"/>' 'b[a]bbc'
makes "nothing that is replaced, by what are no elements" \
	'<xsl:value-of select="concat(una:escaped('"'a'"', /nothing),
	una:escaped('"'b'"', //@qr | //namespace::*))"/>' ab
makes "a file of the data tree" \
	'<xsl:value-of select="count(document('"'../xml/places.xml'"')//place) &gt; 3"/>' \
	true

makes "a warning, and the file" \
	'<xsl:message>UNA-0903 4:2 a warning</xsl:message>x' \
	"en.xml:4:2: warning: a warning [UNA-0903]x"
fails "an error at its place" \
	'<xsl:message terminate="yes">UNA-0801 16:26 no word for &lt;decision&gt;</xsl:message>' \
	1 "en.xml:16:26: error: no word for <decision> [UNA-0801]"
fails "two errors, without an end at the first" \
	'<xsl:message>UNA-0801 9:1 b</xsl:message><xsl:message>UNA-0801 8:1 a</xsl:message>x' \
	1 "en.xml:8:1: error: a [UNA-0801]
en.xml:9:1: error: b [UNA-0801]"
fails "an end without a place" \
	'<xsl:message terminate="yes">it is over</xsl:message>' \
	1 "en.xml:1:1: error: it is over [UNA-0801]"
fails "words that nobody expects" '<xsl:message>hm</xsl:message>x' \
	3 "unagenda: the stylesheet is at fault: hm [UNA-0802]"

# broken DESCRIPTION XSL: the stylesheet itself is at fault
broken() {
	make_data "$2"
	rm -rf made
	run build --to=tex -o made en.xml
	is "$1" "$status $(grep -c '^unagenda: the stylesheet is at fault: .*UNA-0802' err) $(ls made 2>/dev/null)" \
		"3 1 "
}

broken "a stylesheet that is not XML" '<xsl:value-of'
broken "a stylesheet with an unknown instruction" '<xsl:value/>'
broken "a wrong expression" '<xsl:value-of select="1 +"/>'
broken "an unknown function" '<xsl:value-of select="una:nothing()"/>'
broken "a wrong number of arguments" '<xsl:value-of select="una:position()"/>'
broken "the same for una:qr" '<xsl:value-of select="una:qr()"/>'
broken "the same for una:script" \
	'<xsl:value-of select="una:script('"'x'"')"/>'
broken "the same for una:escaped" '<xsl:value-of select="una:escaped('"'x'"')"/>'
broken "no table for una:escaped" \
	'<xsl:value-of select="una:escaped('"'x', 'y'"')"/>'
broken "the same for una:joined" '<xsl:value-of select="una:joined()"/>'
broken "an argument of the wrong type" \
	'<xsl:value-of select="una:position(1)"/>'
broken "recursion without end" '<xsl:call-template name="t"/></xsl:template>
	<xsl:template name="t"><xsl:call-template name="t"/>'
broken "a file outside of the data tree" \
	'<xsl:value-of select="document('"'$TMP/en.xml'"')"/>'
broken "a path out of the data tree" \
	'<xsl:value-of select="document('"'../../en.xml'"')"/>'
broken "the network" \
	'<xsl:value-of select="document('"'http://127.0.0.1:9/x.xml'"')"/>'
broken "writing a file" \
	'<exsl:document href="written"><a/></exsl:document>'
is "nothing was written" "$(find . -name written)" ""

make_data x
sed '/>Vienna</d' "$ROOT/xml/places.xml" >data/xml/places.xml
run validate en.xml
is "a place without a name in the language" "$status $(cat err)" \
	"1 en.xml:6:48: error: the place 'vienna' has no name in the language 'en' yet [UNA-0708]"

make_data x
rm data/xsl/latex.xsl
run build --to=tex -o made en.xml
is "no stylesheet" "$status $(grep -c UNA-0802 err)" "3 1"
run validate en.xml
is "which validate does not need" "$status$(cat err)" 0

make_data x
echo '<!ELEMENT agenda (nothing,>' >data/xml/agenda.dtd
run validate en.xml
is "a damaged DTD" "$status $(grep -c 'cannot use.*agenda.dtd.*UNA-0012' err)" \
	"3 1"
make_data x
echo '<!ELEMENT agenda ((a, b) | (a, c))><!ELEMENT a EMPTY>' \
	>data/xml/agenda.dtd
run validate en.xml
is "an ambiguous DTD" "$status $(grep -c 'cannot use.*agenda.dtd.*UNA-0012' err)" \
	"3 1"
make_data x
sed -i 's/dtd\/common.mod/..\/..\/en.xml/' data/xml/agenda.dtd
run validate en.xml
is "a DTD that leaves the data tree" "$status $(grep -c UNA-0012 err)" "3 1"
for file in agenda.dtd bodies.xml places.xml; do
	make_data x
	rm data/xml/$file
	run validate en.xml
	is "no $file" "$status $(grep -c "cannot use.*$file.*UNA-0012" err)" \
		"3 1"
done
UNAGENDA_DATA=$TMP/nowhere
run validate en.xml
is "no data at all" "$status $(grep -c UNA-0012 err)" "3 1"

done_testing
