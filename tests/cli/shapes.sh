#!/bin/sh
# What the rules say of the larger part of the document type: its message, its
# place, and no other message.
. "$(dirname "$0")/../tap.sh"

cd "$TMP" || exit
head='<masthead symbol="A/76/2" body="ga" distribution="general"
date="2021-01-04" original="en" job="V.21-00001"/>'

# judge MESSAGE...: of x.xml; a message is LINE:COLUMN NUMBER, with " ~" and a
# part of its text behind it if that matters
judge() {
	run validate x.xml
	got=$(sed 's/^x\.xml:\([0-9:]*\): .*\[\(UNA-[0-9]*\)\]$/\1 \2/' err)
	wanted= text=0
	for message; do
		wanted="$wanted${message%% ~*}
"
		case $message in
		*" ~"*) grep -qF -e "${message#* ~}" err || text=1 ;;
		esac
	done
	[ $text = 0 ] || sed 's/^/# /' err
	is "$what" "$text $got" "0 ${wanted%?}"
}

# paper MEETING BODY MESSAGE...: the meeting is line 3, the body line 6
paper() {
	what="$1 $2"
	printf '<paper xml:lang="en" station="vienna">%s\n%s\n\n%s\n%s\n</paper>\n' \
		"$head" "$1" '<title>T</title>' "$2" >x.xml
	shift 2
	judge "$@"
}

# agenda BODY TIMETABLE MESSAGE...: in lines 5 and 7
agenda() {
	what="$1 $2"
	printf '<agenda xml:lang="en" station="vienna">%s\n%s\n<title>T</title><items>\n%s\n</items><annex id="work"><title>W</title>\n%s\n</annex></agenda>\n' \
		"$head" '<meeting start="2021-02-01" end="2021-02-05" place="vienna"/>' \
		"$1" "$2" >x.xml
	shift 2
	judge "$@"
}

p='<p>x</p>'
paper '' "$p"
paper '<meeting/>' "$p"

# the meeting
paper '<meeting start="2021-02-01"/>' "$p" \
	"3:10 UNA-0512 ~'start' is given without 'end'"
paper '<meeting end="2021-02-01"/>' "$p" '3:10 UNA-0512'
paper '<meeting place="vienna"/>' "$p" '3:10 UNA-0512'
paper '<meeting virtual="yes"/>' "$p" '3:10 UNA-0512'
paper '<meeting virtual="no"/>' "$p"
s='start="2021-02-01" end="2021-02-09"'
paper "<meeting $s><part start='2021-02-01' end='2021-02-02'/><part start='2021-02-08' end='2021-02-09'/></meeting>" "$p"
paper "<meeting><part start='2021-02-01' end='2021-02-02'/></meeting>" "$p" \
	'3:1 UNA-0512 ~as a whole'
paper "<meeting $s><part start='2021-02-01' end='2021-02-10'/></meeting>" \
	"$p" '3:71 UNA-0505'
paper "<meeting $s><part start='2021-02-08' end='2021-02-09'/><part start='2021-02-01' end='2021-02-02'/></meeting>" "$p" '3:95 UNA-0506'
paper "<meeting $s><part start='2021-02-01' end='2021-02-01' place='wien'/></meeting>" "$p" '3:88 UNA-0702'
paper '<meeting><session number="1"/><session number="100"/><session>Bureau</session></meeting>' "$p"
paper '<meeting><session/></meeting>' "$p" '3:10 UNA-0710 ~neither'
paper '<meeting><session number="2">X</session></meeting>' "$p" \
	'3:10 UNA-0710 ~leave out'
for n in 0 121 x 1.5 -1 01; do
	paper "<meeting><session number=\"$n\"/></meeting>" "$p" '3:19 UNA-0710'
done
paper '<meeting><session kind="special">X</session></meeting>' "$p" \
	'3:19 UNA-0710'
paper '<meeting/><under agenda="adopted" items="3 4.b 1.a.ii 8.a-c"/>' "$p"
paper '<under agenda="adopted" items="3 4b 8.c-a"/>' "$p" \
	"3:25 UNA-0711 ~'4b'" "3:25 UNA-0711 ~'8.c-a'"

# references
num='<section><title>S</title><p id="q">y</p></section>'
paper '' "<p>See <ref to='q'/>.</p>$num"
paper '' "<p>See <ref to='q' show='title'/>.</p>$num" '6:13 UNA-0305 ~no title'
paper '' "<box><p id='b'>x</p></box><p><ref to='b'/></p>" '6:35 UNA-0305'
paper '' "<p>x<note id='n'>N.</note><noteref to='n'/></p>"
paper '' "<p>x<noteref to='q'/></p>$num" '6:14 UNA-0306'
paper '' "<p>x<note id='n'>N.</note><ref to='n'/></p>" '6:32 UNA-0305 ~noteref'
paper '' "<p><ref to='s'/></p><section id='s' label='none'><title>S</title></section>" '6:9 UNA-0305'
paper '' "<p><ref to='t'/></p><table id='t'><title>T</title><column/><row><cell>x</cell></row></table>" '6:9 UNA-0305 ~show="title"'
paper '' "<p><ref to='t' show='title'/></p><table id='t'><title>T</title><column/><row><cell>x</cell></row></table>"
paper '' "<p><ref to='t'/></p><table id='t' numbered='yes'><column/><row><cell>x</cell></row></table>"
paper '' "<p><ref to='t' show='title'/></p><table id='t' numbered='yes'><column/><row><cell>x</cell></row></table>" '6:9 UNA-0305 ~no title'
ap='<appendix id="c"><title>C</title><p>x</p></appendix>'
paper '' "<p><ref to='c'/></p><annex id='n'><title>A</title>$p$ap</annex>" '6:9 UNA-0305 ~only one'
paper '' "<p><ref to='c'/></p><annex id='n'><title>A</title>$p$ap<appendix id='d'><title>D</title><p>x</p></appendix></annex>"

# addresses, decisions
paper '' '<p><url>https://www.un.org/x</url> <decision symbol="A/RES/57/301">57/301</decision></p>'
paper '' '<p><url>www.un.org</url></p>' '6:4 UNA-0712'
paper '' '<p><decision symbol="57">57/301</decision></p>' '6:14 UNA-0401'
paper '' '<p><decision>PRST/35/1</decision>, <decision>16-16</decision>, <decision>1993/2 A</decision></p>'
paper '' '<p><decision>one</decision></p>' '6:4 UNA-0705'

# tables
c='<cell>x</cell>'
paper '' "<table><column/><column width='1.5'/><head><row>$c$c</row></head><row><cell columns='2'>x</cell></row></table>"
paper '' "<table><column/><column/><row>$c</row></table>" '6:26 UNA-0608 ~1 of the 2'
paper '' "<table><column/><row>$c$c</row></table>" '6:36 UNA-0608 ~too many'
paper '' "<table><column/><row><cell rows='2'>x</cell></row></table>" \
	'6:28 UNA-0609 ~only 1'
paper '' "<table><column/><row><cell columns='2'>x</cell></row></table>" \
	'6:28 UNA-0609 ~room for only 1'
paper '' "<table><column/><column/><column/><row>$c<cell rows='2'>x</cell>$c</row><row><cell columns='2'>x</cell>$c</row></table>" '6:108 UNA-0609'
paper '' "<table><column/><column/><row><cell rows='2'>x</cell>$c</row><row>$c</row></table>"
paper '' "<table><column/><row><cell columns='x' rows='0'>x</cell></row></table>" \
	'6:28 UNA-0208' '6:40 UNA-0208'
paper '' "<table><column/><row><cell rows='999999999999'>x</cell></row></table>" \
	'6:28 UNA-0208'
paper '' "<table><column width='wide'/><row>$c</row></table>" '6:16 UNA-0208'
paper '' "<table><column width='0'/><row>$c</row></table>" '6:16 UNA-0208'

# documents
d() { printf '<documentation%s><document %s>%s</document></documentation>' "$1" "$2" "$3"; }
paper '' "$(d '' 'symbol="A/76/3" addenda="1-3"' x)"
paper '' "$(d '' 'symbol="A/76/3" addenda="some"' x)" '6:42 UNA-0406'
paper '' "$(d '' 'addenda="all"' x)" '6:26 UNA-0512'
paper '' "$(d '' 'url="x"' x)" '6:26 UNA-0712'
paper '' "$(d '' 'symbol="A/76/3"' '')" '6:16 UNA-0605'
paper '' "$(d ' layout="symbols"' 'symbol="A/76/3"' '')"
paper '' "$(d ' layout="symbols"' '' x)" '6:33 UNA-0605 ~layout="symbols"'
paper '' "$(d '' 'symbol="A/76/3" also="q"' x)$num" '6:42 UNA-0305'
paper '' "$(d '' 'symbol="A/76/3" also="q zz"' x)$num" '6:42 UNA-0302'
paper '' "$(d '' 'symbol="A/76/3" also=" "' x)$num" '6:42 UNA-0302'

# items and timetable
i() { printf '<item id="%s"%s><title>%s</title>%s</item>' "$1" "$2" "$1" "$3"; }
t() { printf '<timetable>%s<day date="2021-02-01">%s</day></timetable>' "$1" "$2"; }
s() { printf '<sitting %s>%s</sitting>' "$1" "$2"; }
k() { printf '<take item="%s"/>' "$1"; }
two="$(i a)$(i b)" ab="$(k a)$(k b)"
sub="$(i a '' "$(i a1)$(i a2)$(i a3)")$(i b)"
agenda "$two" "$(t '' "$(s '' "$ab")")"
agenda "$(i a ' number="4"')$(i b ' number="9"')" "$p"
agenda "$(i a ' number="4"')$(i b ' number="4"')" "$p" '5:61 UNA-0607'
agenda "$(i a ' number="4 bis"')" "$p" '5:14 UNA-0208'
agenda "$(i a ' number="iv"')" "$p" '5:14 UNA-0607'
agenda "<group><title>G</title>$(i a)</group><group><title>H</title>$(i b)</group>" \
	"$(t '' "$(s '' "$(k a)")")" '5:91 UNA-0510'
agenda "$sub" "$(t '' "$(s '' '<take item="a1" through="a3"/><take item="b"/>')")"
agenda "$sub" "$(t '' "$(s '' '<take item="a1" through="a2"/><take item="b"/>')")" \
	'5:106 UNA-0510'
agenda "$sub" "$(t '' "$(s '' '<take item="a3" through="a1"/><take item="b"/>')")" \
	'5:30 UNA-0510' '5:68 UNA-0510' '7:61 UNA-0307'
agenda "$sub" "$(t '' "$(s '' '<take item="a1" through="a3"/><take item="a2"/><take item="b"/>')")" \
	'7:75 UNA-0509'
agenda "$two" "$(t '' "$(s '' '<take item="a" through="b"/>')")" \
	'7:60 UNA-0307 ~sub-items'
agenda "$two" "$(t '' "$(s '' "$ab<take through=\"b\">x</take>")")" '7:83 UNA-0307'
agenda "$two" "$(t '' "$(s '' "$ab<take/>")")" '7:77 UNA-0515'
agenda "$two" "$(t '' "$(s '' "$ab<take>General debate</take>")")"
agenda "$two<event id=\"e\"><title>E</title></event>" \
	"$(t '' "$(s '' "$ab$(k e)")")"
agenda "$two" "$(t '' "$(s 'start="10:00" half="am"' "$ab")")" '7:58 UNA-0513'
agenda "$two" "$(t '' "$(s 'end="10:00"' "$ab")")" '7:44 UNA-0512'
agenda "$two" "$(t '' "$(s 'half="am"' "$ab")$(s 'half="pm"' "$ab")")"
agenda "$two" "$(t '' "$(s 'half="pm"' "$ab")$(s 'half="am"' "$ab")")" \
	'7:105 UNA-0508'
agenda "$two" "$(t '' "$(s 'start="10:00" end="13:00"' "$ab")$(s 'half="pm"' "$ab")")"
agenda "$two" "$(t '' "$(s 'start="10:00" end="13:00"' "$ab")<break start=\"12:00\" end=\"15:00\"/>")" \
	'7:119 UNA-0508'
tr='<track id="x"><title>X</title></track><track id="y"><title>Y</title></track>'
h='start="10:00" end="13:00"'
agenda "$two" "$(t "$tr" "$(s "$h track=\"x\"" "$ab")$(s "$h track=\"y\"" "$ab")")"
agenda "$two" "$(t "$tr" "$(s "$h track=\"x\"" "$ab")$(s "$h track=\"x\"" "$ab")")" \
	'7:207 UNA-0508'
agenda "$two" "$(t "$tr" "$(s "$h" "$ab")")" '7:111 UNA-0514'
agenda "$two" "$(t '' "$(s 'track="a"' "$ab")")" '7:44 UNA-0514'
agenda "$two" "<timetable><day date='2021-02-01' until='2021-02-03'>$(s '' "$ab")</day><day date='2021-02-03'>$(s '' "$ab")</day></timetable>" '7:117 UNA-0506'
agenda "$two" "<timetable><day date='2021-02-03' until='2021-02-03'>$(s '' "$ab")</day></timetable>" '7:35 UNA-0503'
agenda "$two" "<timetable><day date='2021-02-03' until='2021-02-09'>$(s '' "$ab")</day></timetable>" '7:35 UNA-0505'
sc() { printf '<item id="a"><title>A</title><schedule %s/></item>' "$1"; }
agenda "$(sc 'start="2021-02-01" start-half="am" end="2021-02-02" end-half="pm"')" "$p"
agenda "$(sc 'start="2021-02-03" end="2021-02-02"')" "$p" '5:59 UNA-0503'
agenda "$(sc 'start="2021-03-01"')" "$p" '5:40 UNA-0505'
agenda "$(sc 'start="2021-02-01" end-half="am"')" "$p" '5:59 UNA-0512'
agenda "$(sc 'start="2021-02-01" to="10:00"')" "$p" '5:59 UNA-0512'
agenda "$(sc 'start="2021-02-01" start-half="am" from="10:00"')" "$p" '5:59 UNA-0513'

# the kinds of document, and their symbols
kind() {
	what="$1 $2 $3"
	case $3 in *job=*) job= ;; *) job='job="V.21-00001"' ;; esac
	printf '<%s xml:lang="en" station="vienna">\n<masthead symbol="%s" body="ga" distribution="general" date="2021-01-04" original="en" %s %s/><title>T</title>%s</%s>\n' \
		"$1" "$2" "$3" "$job" "$4" "${1%% *}" >x.xml
	shift 4
	judge "$@"
}
correction='<correction><place>P</place><instruction>I</instruction></correction>'
kind 'paper kind="addendum"' A/76/1/Add.1 '' "$p"
kind 'paper kind="revision"' A/76/1/Rev.2 '' "$p"
kind corrigendum 'A/80/6 (Sect. 24)/Corr.1' '' "$correction"
kind 'paper kind="addendum"' A/76/1 '' "$p" '2:11 UNA-0405 ~/Add.1'
kind 'paper kind="revision"' A/76/1/Add.1 '' "$p" '2:11 UNA-0405 ~/Rev.1'
kind paper A/76/1/Add.1 '' "$p" '2:11 UNA-0405 ~kind="addendum" in <paper>'
kind paper A/76/1/Corr.1 '' "$p" '2:11 UNA-0405 ~<corrigendum>'
kind corrigendum A/76/1 '' "$correction" '2:11 UNA-0405 ~/Corr.1'
kind paper E/1 '' "$p" '2:11 UNA-0404'
kind paper A/CN.9/1 '' "$p"
kind corrigendum A/1/Corr.1 '' '<correction><place>P</place><instruction>Replace with:</instruction></correction>' '2:159 UNA-0610'
kind paper A/1 'only="en fr"' "$p"
kind paper A/1 'only="fr"' "$p" "2:89 UNA-0709 ~in 'en'"
kind paper A/1 'only="en de en"' "$p" "2:89 UNA-0709 ~'de'" "2:89 UNA-0709 ~twice"
kind paper A/1 'job="V.20-12345"' "$p"
kind paper A/1 'job="20-12345"' "$p" '2:89 UNA-0703'
paper '<meeting start="2021-02-01" end="2021-02-02"/>' "$p" '3:1 UNA-0713'
paper '<meeting start="2021-02-01" end="2021-02-02" virtual="yes"/>' "$p"
sed 's/ job="[^"]*"//' x.xml >y.xml && mv y.xml x.xml
what="no job number"
judge '1:39 UNA-0714'

done_testing
