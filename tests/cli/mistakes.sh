#!/bin/sh
# Each mistake a drafter makes: its message, its place, and no other message.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit

# mistake SED [MESSAGE]...: a message is LINE:COLUMN LEVEL NUMBER and, after
# that, a part of its text if that matters
mistake() {
	edit=$1
	shift
	sed -e "$edit" "$agenda" >x.xml
	cmp -s "$agenda" x.xml && echo "# does not change anything: $edit"
	run validate x.xml
	expected=
	wanted=0
	for message; do
		expected="$expected${message%% : *}
"
		case $message in *" error "*) wanted=1 ;; esac
	done
	got=$(sed 's/^x\.xml:\([0-9:]*\): \([a-z]*\): .*\[\(UNA-[0-9]*\)\]$/\1 \2 \3/' \
	    err)
	text=0
	for message; do
		case $message in
		*" : "*) grep -qF "${message#* : }" err || text=1 ;;
		esac
	done
	[ $text = 0 ] || sed 's/^/# /' err
	is "$edit" "$status $text $got" "$wanted 0 ${expected%?}"
}

run validate "$agenda"
is "a good document gives no message" "$status $(cat err out)" "0 "

# 02xx the document type
mistake 's/<subsidiary /<subsidary /' \
	'7:5 error UNA-0201 : did you mean <subsidiary>?'
mistake 's/<masthead/<foobar/' \
	'3:3 error UNA-0201 : there is no element <foobar>'
mistake 's/<list>/<p><list>/; s/<.list>/&<\/p>/' \
	'26:14 error UNA-0202 : <list> cannot stand in <p>'
mistake 's/<heading>.*/&<title>x<\/title>/' \
	'22:36 error UNA-0202 : but only <schedule>, <annotation>, <documentation> or <item>'
mistake 's/<title>Adoption.*//' \
	'22:9 error UNA-0203 : <title> is missing here, before <heading>'
mistake 's/<title>Annotated.*//' \
	'10:3 error UNA-0203 : <title> is missing here, before <items>'
mistake 's/<document .*//' \
	'32:7 error UNA-0203 : <documentation> lacks <document>'
mistake 's/<li>.*<.li>//' \
	'26:11 error UNA-0203 : <list> lacks <li>'
mistake 's/<items>/<items>Hello/' \
	"10:10 error UNA-0204 : 'Hello'"
mistake 's/<timetable>/<timetable>x/' \
	'40:16 error UNA-0204 : <timetable>'
mistake 's/ body="ctoc-cop"/ bodi="ctoc-cop"/' \
	"3:43 error UNA-0205 : did you mean 'body'?"
mistake 's/<list>/<list start="1">/' \
	"26:17 error UNA-0205 : <list> has no attribute 'start'"
mistake 's/ xml:lang="en"//' \
	"2:1 error UNA-0206 : 'xml:lang'"
mistake 's/ distribution="general"//;s/ *distribution="general"//' \
	"3:3 error UNA-0206 : 'general', 'limited' or 'restricted'"
mistake 's/xml:lang="en"/xml:lang="de"/' \
	"2:9 error UNA-0207 : 'ar', 'en', 'es', 'fr', 'ru' or 'zh'"
mistake 's/station="vienna"/station="wien"/' \
	"2:23 error UNA-0715 : 'wien'"
mistake 's/body="ctoc-cop"/body="ctoc cop"/' \
	'3:43 error UNA-0208'
mistake 's/id="work"/id="1 work"/' \
	"38:10 error UNA-0208 : '1 work' cannot be an id"
mistake 's/<agenda /<agenda xmlns="urn:x" /' \
	'2:1 error UNA-0116'
mistake 's/<list>/<list xmlns:a="urn:x" a:b="">/' \
	'26:11 error UNA-0116'

mistake 's/ station="vienna"/ lang="en"/;s/ xml:lang="en"//' \
	"2:1 error UNA-0206 : 'station'" \
	"2:9 error UNA-0205 : did you mean 'xml:lang'?"
mistake 's/<p>One<.p>/One/' \
	"26:21 error UNA-0204 : in <li>, but in a <p> in it: 'One'"
mistake 's/<heading>.*//; s/<title>Adoption.*/<heading>x<\/heading>&/' \
	'21:9 error UNA-0202 : <heading> cannot stand here, before <title>'

# 03xx references
mistake 's/id="adoption"/id="opening"/; s/item="adoption"/item="opening"/' \
	"20:13 error UNA-0301 : already that of the element at 13:7"
mistake 's/item="opening"/item="opning"/' \
	"43:17 error UNA-0302 : did you mean 'opening'?"
mistake 's/item="opening"/item="xyzzy"/' \
	"43:17 error UNA-0302 : nothing here has the id 'xyzzy'"
mistake 's/item="opening"/item="work"/' \
	'43:17 error UNA-0303'

mistake 's/<title>Opening of the meeting/<title><ref to="opening" show="title"\/>/' \
	'14:16 error UNA-0304'
mistake 's/<title>Opening of/<title><ref to="adoption" show="title"\/>/; s/<p>One/<p><ref to="adoption" show="title"\/>/' ''

# 04xx symbols
mistake 's/2007\/2"/2007\/2\/Rev1"/' \
	"33:19 error UNA-0401 : write 'Rev.1' for 'Rev1'"
mistake 's/2005\/8/2005\//' '24:18 error UNA-0401'
mistake 's/symbol="CTOC.COP.WG.2.2007.1"/symbol="foo"/' '3:13 error UNA-0401'
mistake 's/2007\/2"/2007\/1"/' ''
mistake 's/2007\/3"/2007\/2"/' '34:19 error UNA-0403'
mistake 's/symbol="CTOC.COP.WG.2.2007.1"/symbol="CTOC\/COP\/2007\/1"/' \
	"3:13 error UNA-0404 : 'CTOC/COP/WG.2/'"
mistake 's/symbol="CTOC.COP.WG.2.2007.1"/symbol="CAC\/1"/; s/<subsidiary.*/<subsidiary>X<\/subsidiary>/' \
	"3:13 error UNA-0404 : 'CTOC/COP/'"

# 05xx dates and times
mistake 's/date value="[^"]*"/date value="3 October"/' '17:17 error UNA-0501'
mistake 's/date value="[^"]*"/date value="2007-02-30"/' '17:17 error UNA-0502'
mistake 's/time value="10:00"/time value="10 a.m."/' '17:47 error UNA-0501'
mistake 's/time value="10:00"/time value="25:00"/' '17:47 error UNA-0502'
mistake 's/ date="2007-05-30"/ date="30.5.2007"/' '4:36 error UNA-0501'
mistake 's/2007-07-02"/tomorrow"/' "5:30 error UNA-0501 : 'tomorrow'"
mistake 's/end="2005-10-21"/end="2005-10-01"/' '25:37 error UNA-0503'
mistake 's/meeting start="2007-10-03" end="2007-10-05"/meeting start="2007-10-05" end="2007-10-03"/' \
	'6:31 error UNA-0503'
mistake 's/ date="2007-05-30"/ date="2007-11-30"/' '4:36 error UNA-0504'
mistake 's/day date="2007-10-04"/day date="2007-10-06"/' '48:12 error UNA-0505'
mistake 's/day date="2007-10-04"/day date="2007-10-03"/' \
	'48:12 error UNA-0506 : twice'
mistake 's/day date="2007-10-03"/day date="2007-10-05"/' \
	'48:12 error UNA-0506 : after a later one'
mistake 's/start="15:00" end="18:00"/start="18:00" end="15:00"/' \
	'46:32 error UNA-0507'
mistake 's/start="15:00" end="18:00"/start="15:00" end="24:00"/' \
	'46:32 error UNA-0502'
mistake 's/start="15:00"/start="12:30"/' '46:18 error UNA-0508'
mistake 's/<take item="adoption".*/&<take item="opening"\/>/' \
	'44:34 error UNA-0509'
mistake 's/<take item="opening".*//' "13:7 warning UNA-0510 : 'opening'"
mistake 's/<take item="opening"/<take item="organizational"/' \
	"44:11 warning UNA-0511 : 'adoption' is part of 'organizational'"

# 06xx items
mistake 's/<take item="adoption".*//; /<item id="adoption">/,/<.item>/d' \
	'13:7 warning UNA-0601'
mistake 's/Opening of the meeting/& (continued)/' '14:9 error UNA-0602'
mistake 's/Opening of the meeting/1. &/' "14:9 error UNA-0603 : '1.'"
mistake 's/Opening of the meeting/(a) &/' "14:9 error UNA-0603 : '(a)'"
mistake 's/Opening of the meeting/(iii) &/' '14:9 error UNA-0603'
mistake 's/Opening of the meeting/IV. &/' '14:9 error UNA-0603'
mistake 's/Opening of the meeting/B. &/' '14:9 error UNA-0603'
mistake 's/Opening of the meeting/2.5 per cent of U.N. staff (a)/' ''
mistake 's/Opening of the meeting/&;/' '14:9 error UNA-0604'
mistake 's/>Adoption</>Adoption.</' '22:9 error UNA-0604 : <heading>'
mistake 's/Proposals<note>/Proposals.<note>/' '31:7 error UNA-0604'
mistake 's/Opening of the meeting/  /' '14:9 error UNA-0605'
mistake 's/<p>One/<p> /' '26:21 error UNA-0605'
mistake 's/quoted//' '24:52 error UNA-0605'
mistake 's/>2.6</></; s/By decision/By/' '16:17 error UNA-0705'
mistake 's/<p>One<.p>/<p><q> <\/q><\/p>/' '26:24 error UNA-0605'
mistake 's/One<.document>/<\/document>/' '33:9 error UNA-0605'
mistake 's/<p>One/<p><date value="2007-10-03"\/>/' ''
mistake 's/<title>Proposals<note>A note.<.note><.title>/<title>A<\/title>/; s/<.documentation>/&<item id="b"><title>B<\/title><item id="c"><title>C<\/title><item id="d"><title>D<\/title><\/item><\/item><\/item>/' \
	'35:23 warning UNA-0601' '35:52 warning UNA-0601' \
	'35:81 warning UNA-0601' '35:81 error UNA-0606'

mistake 's/<li><p>Two<.p>/&<list><li><p>x<\/p><list><li><p>x<\/p><list><li><p>x<\/p><\/li><li><p>x<\/p><\/li><\/list><\/li><li><p>x<\/p><\/li><\/list><\/li><li><p>x<\/p><\/li><\/list>/' \
	'26:86 error UNA-0606 : lists can be nested 3 deep'

# 07xx masthead and words
mistake 's/body="ctoc-cop"/body="ctoc-cup"/' \
	"3:43 error UNA-0701 : did you mean 'ctoc-cop'?"
mistake 's/body="ctoc-cop-wg.2"/body="zzz"/' '7:17 error UNA-0701'
mistake 's/body="ctoc-cop-wg.2"/body="ctoc-cop-wg2"/' \
	"7:17 error UNA-0701 : did you mean 'ctoc-cop-wg.2'?"
mistake 's/place="vienna"/place="wienna"/' \
	"6:48 error UNA-0702 : did you mean 'vienna'?"
mistake 's/job="V.07/job="GE.07/' \
	"5:13 error UNA-0703 : of the station 'geneva'"
mistake 's/job="V.07-83856/&F/' '5:13 error UNA-0703 : leave it out'
mistake 's/job="V.07-83856/job="V.07-8385/' \
	'5:13 error UNA-0703 : it must be as in V.07-83856'
mistake 's/job="V.07-/job="V.03-/' '5:13 warning UNA-0704'
mistake 's/job="V.07-/job="V.08-/' ''
mistake 's/>2.6</>two</' '16:26 error UNA-0705'
mistake 's/>2.6</>2\/6\/7</' '16:26 error UNA-0705'
mistake 's/<subsidiary.*/<subsidiary body="ctoc-cop-wg.2">X<\/subsidiary>/' \
	'7:5 error UNA-0706'
mistake 's/<subsidiary.*/<subsidiary\/>/' '7:5 error UNA-0706'
mistake "s/Opening of/Secretariat's/" '14:27 advice UNA-0707'
mistake 's/One</"One" and <q>x<\/q> "two"</' '26:24 advice UNA-0707' \
	'33:49 advice UNA-0707'
mistake 's/Two</the the one</' '26:47 warning UNA-0716'
mistake 's/Two</TBC</' '26:43 warning UNA-0717'
mistake 's/Two</One -- one</' '26:47 advice UNA-0718'
mistake 's/Two</«One»</' '26:43 advice UNA-0719'
mistake 's/Two</Programs</' '26:43 advice UNA-0720'
mistake 's/Two</One , one</' '26:46 advice UNA-0721'
mistake 's/Two</General assembly</' '26:43 advice UNA-0723'
done_testing
