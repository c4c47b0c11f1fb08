#!/bin/sh
# Input that is hostile or broken: its message at its place, the status, and
# no output.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit

# refused DESCRIPTION STATUS MESSAGE FILE
refused() {
	run validate "$4"
	is "$1" "$status $(cat out)$(cat err)" "$2 $3"
	run build --to=tex -o made "$4"
	is "$1, built" "$status $(cat out)$(cat err)$(ls made 2>/dev/null)" \
		"$2 $3"
}

# text DESCRIPTION PLACE MESSAGE TEXT: a document at fault
text() {
	printf "$4" >x.xml
	refused "$1" 1 "x.xml:$2: error: $3" x.xml
}

# Files
: >x.xml
refused "an empty file" 1 "x.xml:1:1: error: the file is empty [UNA-0101]" \
	x.xml
refused "no file" 2 \
	"unagenda: cannot read 'none.xml': No such file or directory [UNA-0009]" \
	none.xml
refused "a folder" 2 "unagenda: cannot read '.': Is a directory [UNA-0009]" .
refused "a path through a file" 2 \
	"unagenda: cannot read 'x.xml/a': Not a directory [UNA-0009]" x.xml/a
refused "a file that cannot be read" 3 \
	"unagenda: cannot read '/proc/self/mem': Input/output error [UNA-0010]" \
	/proc/self/mem
refused "a file without end" 1 \
	"/dev/zero:1:1: error: the file holds more than 64 MiB [UNA-0102]" \
	/dev/zero

# Compression
gzip -c "$agenda" >good.xml.gz
run validate good.xml.gz
is "a gzipped file" "$status$(cat out err)" 0
head -c 300 good.xml.gz >cut.xml.gz
refused "a gzipped file cut short" 1 "cut.xml.gz:1:1: error: the compressed \
file is damaged or cut short [UNA-0104]" cut.xml.gz
head -c 70000000 /dev/zero | gzip >bomb.xml.gz
refused "a gzip bomb" 1 \
	"bomb.xml.gz:1:1: error: the file holds more than 64 MiB [UNA-0102]" \
	bomb.xml.gz

# Encodings
text "Latin-1" 2:5 "this byte (0xe9) is not UTF-8: save the file as UTF-8 \
[UNA-0103]" '<agenda>\n<p>é\351</p></agenda>'
text "UTF-16" 1:1 "this byte (0xff) is not UTF-8: save the file as UTF-8 \
[UNA-0103]" '\377\376<\0a\0'
text "another encoding named" 1:1 "the file says it is in another encoding: \
save it as UTF-8 and say encoding=\"UTF-8\" [UNA-0103]" \
	'<?xml version="1.0" encoding="ISO-8859-1"?><agenda/>'
sed 's/UTF-8/utf-8/' "$agenda" >x.xml
run validate x.xml
is "UTF-8 in small letters" "$status$(cat out err)" 0
{ printf '\357\273\277'; cat "$agenda"; } >x.xml
run validate x.xml
is "a byte order mark" "$status$(cat out err)" 0
sed 's/$/\r/' "$agenda" >x.xml
run validate x.xml
is "lines that end as on Windows" "$status$(cat out err)" 0

# Not XML
text "not XML" 1:1 "this is not XML: a document starts with '<' [UNA-0110]" \
	'Hello'
text "nothing but a comment" 1:8 "this is not XML: a document starts with \
'<' [UNA-0110]" '<!---->'
text "a wrong end tag" 2:5 "</item> closes nothing: what is open here is <p>, \
which starts at 2:1 [UNA-0111]" '<agenda>\n<p>x</item></agenda>'
text "an element not closed" 2:1 "this element is not closed: the file ends \
before its end tag [UNA-0112]" '<agenda>\n<p>x'
text "a bare ampersand" 1:10 "'&' is not followed by a name and ';': for \
'&' itself write &amp; [UNA-0113]" '<agenda>R& D</agenda>'
text "an entity without semicolon" 1:10 "'&' is not followed by a name and \
';': for '&' itself write &amp; [UNA-0113]" '<agenda>R&D x</agenda>'
text "an unknown entity" 2:2 "'&nbsp;' is not known: type the character \
itself; for '&' itself write &amp; [UNA-0113]" '<agenda>\nx&nbsp;y</agenda>'
text "the same with a DOCTYPE" 2:2 "'&nbsp;' is not known: type the \
character itself; for '&' itself write &amp; [UNA-0113]" \
	'<!DOCTYPE agenda SYSTEM "agenda.dtd"><agenda>\nx&nbsp;y</agenda>'
text "a bare less-than" 1:10 "a name must stand here; for '<' itself write \
&lt; [UNA-0110]" '<agenda>a< b</agenda>'
text "a value without its end" 2:4 "the value of 'a' does not end: a \
quotation mark is missing; for '<' in a value write &lt; [UNA-0110]" \
	'<agenda>\n<p a="x><q/></p></agenda>'
text "a value without marks" 1:11 "the value of an attribute must stand in \
quotation marks [UNA-0110]" '<agenda a=x/>'
text "an attribute without value" 1:9 "'a' in this tag has no \
value: '=' is missing, or the '>' of the tag [UNA-0110]" '<agenda a/>'
text "an attribute twice" 1:14 "attribute 'a' stands twice in this tag \
[UNA-0110]" '<agenda a="" a=""/>'
text "something after the end" 2:1 "nothing may follow the end of the \
document [UNA-0110]" '<agenda/>\n<agenda/>'
text "a control character" 1:10 "a control character stands here: delete it \
[UNA-0110]" '<agenda>x\001</agenda>'
text "a NUL" 1:9 "a control character stands here: delete it [UNA-0110]" \
	'<agenda>\0</agenda>'
text "an undeclared prefix" 1:1 "the prefix 'a:' means nothing here: leave \
it out [UNA-0116]" '<a:agenda/>'
text "another kind of document" 2:1 "<html> is no document known here: a \
document starts with <agenda>, <paper> or <corrigendum> [UNA-0115]" '<?xml version="1.0"?>\n<html/>'
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "<p>" }' >x.xml
run validate x.xml
is "nesting without end" "$status $(sed 's/.*error/error/' err)" "1 error: \
elements are nested too deep, or a text is too long [UNA-0117]"
{
	printf '<agenda'
	awk 'BEGIN { for (i = 0; i < 1000000; i++) printf " a%d=\"\"", i }'
	printf '/>'
} >x.xml
run validate x.xml
is "attributes without end" "$status $(cat err)" "1 x.xml:1:1: error: this \
tag has more than a hundred attributes: is a quotation mark missing? [UNA-0117]"
{ printf '<agenda><p>'; yes '&lt;x' | head -c 60000000; } >x.xml
run validate x.xml
is "text without end" "$status $(sed 's/.*error/error/' err)" "1 error: \
a text is too long [UNA-0117]"

# Declarations
declares="a document declares nothing of its own: leave out what stands \
between [ and ] [UNA-0114]"
text "an entity bomb" 2:1 "$declares" '<!DOCTYPE agenda [\n<!ENTITY a "aaaa">
<!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><agenda>&c;</agenda>'
text "a file as an entity" 2:1 "$declares" \
	'<!DOCTYPE agenda [\n<!ENTITY a SYSTEM "/etc/passwd">]><agenda>&a;</agenda>'
text "a parameter entity" 2:1 "$declares" \
	'<!DOCTYPE agenda [\n<!ENTITY %% a SYSTEM "/etc/passwd">%%a;]><agenda/>'
text "an element" 2:1 "$declares" \
	'<!DOCTYPE agenda [\n<!ELEMENT agenda ANY>]><agenda/>'
text "an attribute" 2:1 "$declares" \
	'<!DOCTYPE agenda [\n<!ATTLIST agenda a (b|c) "c">]><agenda/>'
text "a notation" 2:1 "$declares" \
	'<!DOCTYPE agenda [\n<!NOTATION a SYSTEM "b">]><agenda/>'
sed '1a <!DOCTYPE agenda SYSTEM "http://127.0.0.1:9/x.dtd">' "$agenda" >x.xml
run validate x.xml
is "a DOCTYPE is not followed" "$status$(cat out err)" 0
sed '1a <!DOCTYPE book SYSTEM "/dev/zero">' "$agenda" >x.xml
run validate x.xml
is "nor believed" "$status$(cat out err)" 0
sed 's/<items>/<xi:include xmlns:xi="http:\/\/www.w3.org\/2001\/XInclude" href="\/etc\/passwd"\/>&/' \
	"$agenda" >x.xml
run validate x.xml
is "an inclusion includes nothing" "$status $(grep -c root: err)" "1 0"

# Several files
run validate "$agenda" none.xml x.xml
is "goes on after a bad file, and keeps the worst status" \
	"$status $(grep -c . err)" "2 3"

done_testing
