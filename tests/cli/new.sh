#!/bin/sh
# New documents, and those that go with another.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit
cp "$agenda" a.xml

# What was said, but for the advice that there is no job number yet.
said() {
	grep -v 'advice: .*\[UNA-0714\]$' err
}

# starts ARGUMENT...: status 0, no message, and what is started is valid
starts() {
	run new "$@"
	started=$status$(said)
	cp out n.xml
	run validate n.xml
	is "new $*" "$started $status $(said)" "0 0 "
}

# holds TEXT: what was started has it
holds() {
	ok "  holds $1" grep -qF -e "$1" n.xml
}

# lacks TEXT
lacks() {
	ok "  lacks $1" sh -c '! grep -qF -e "$1" n.xml' sh "$1"
}

# refuses STATUS MESSAGE ARGUMENT...: nothing is written
refuses() {
	wanted="$1 $2"
	shift 2
	run new "$@"
	is "new $*" "$status $(cat out)$(said | sed 's/^unagenda: //')" "$wanted"
}

symbol=CTOC/COP/WG.2/2027/1
fixed="--body=ctoc-cop-wg.2 --station=vienna --language=en"
days="--start=2027-10-04 --end=2027-10-06"
all="--symbol=$symbol $fixed $days"

# words are split on purpose
# shellcheck disable=SC2086
{
for kind in agenda information programme note; do
	starts $all --kind=$kind
	holds "symbol=\"$symbol\" body=\"ctoc-cop\""
	holds 'start="2027-10-04" end="2027-10-06" place="vienna"'
	holds '<subsidiary body="ctoc-cop-wg.2"/>'
	holds 'date="2027-07-26"'
	starts $all --kind=$kind --place=geneva
	holds 'place="geneva"'
done
starts $all
holds '<agenda '
starts --symbol=ECE/TRADE/C/CEFACT/2027/1 --body=ece-cefact $days \
	--station=geneva --language=en
holds 'body="ecosoc"'
is "  bodies stand below one another" \
	"$(sed -n 's/.*<subsidiary body="\(.*\)".*/\1/p' n.xml | tr '\n' ' ')" \
	"ece ece-excom ece-cefact "
starts --symbol=A/82/1 --body=ga $days --station=new-york --language=en
lacks '<subsidiary'
starts '--symbol=A/80/6 (Sect. 24)' --body=ga --start=0001-01-02 \
	--end=0001-01-02 --station=new-york --language=en --kind=note
holds 'date="0001-01-01"'

for kind in corrigendum addendum revision; do
	starts --from a.xml --kind=$kind
	holds '<subsidiary body="ctoc-cop-wg.2"/>'
	holds '<title>Annotated provisional agenda</title>'
done
run new --from a.xml --kind=revision
sed -e 's|2007/1"|2007/1/Rev.1"|' -e 's|<agenda|& kind="revision"|' a.xml >r.xml
ok "a revision differs in symbol and kind only" cmp -s out r.xml
run new --from r.xml --kind=revision
sed 's|Rev.1|Rev.2|' r.xml >r2.xml
ok "and so does its revision" cmp -s out r2.xml
gzip -c a.xml >a.xml.gz
run new --from a.xml.gz --kind=revision
ok "or that of a gzipped file" cmp -s out r.xml

starts --from a.xml --kind=addendum
holds 'symbol="CTOC/COP/WG.2/2007/1/Add.1"'
lacks 'job="V.07-83856" '
cp n.xml add.xml
starts --from add.xml --kind=addendum
holds '/Add.2"'
starts --from add.xml --kind=revision
holds '/Add.1/Rev.1"'
holds 'kind="revision"'
lacks 'kind="addendum"'
starts --from a.xml --kind=corrigendum
holds '/Corr.1"'
cp n.xml corr.xml
starts --from corr.xml --kind=corrigendum
holds '/Corr.2"'
for kind in addendum revision; do
	refuses 2 "'corr.xml' is a corrigendum, and has no $kind: start from \
the document that it corrects [UNA-0018]" --from corr.xml --kind=$kind
done
cp "$ROOT/xml/documents/a-80-6-sect.24-corr.1/en.xml" sect.xml
starts --from sect.xml --kind=corrigendum
holds 'symbol="A/80/6 (Sect. 24)/Corr.2"'
holds '<under agenda="preliminary" items="137 138">'
holds 'qr="yes"'
cp "$ROOT/xml/documents/a-inf-76-1/en.xml" inf.xml
starts --from inf.xml --kind=addendum
holds '<paper '

# in each language: built without a message, and nothing of it is English
printed() {
	awk 'BEGIN { RS = "<!--|-->" } NR % 2' n.xml | tr '\n' ' ' |
	    sed -e 's/<symbol>[^<]*<[^>]*>//g' -e 's/<url>[^<]*<[^>]*>//g' \
	    -e 's/<[^>]*>/ /g'
}
english='the|of|and|for|to|is|with|was|what|meeting|work|other|item|report'
speaks() {
	language=$1
	shift
	starts "$@"
	holds "xml:lang=\"$language\""
	case $language in
	fr | es) other="(^|[^[:alpha:]])($english)([^[:alpha:]]|\$)" ;;
	*) other='[A-Za-z]' ;;
	esac
	is "  nothing in it is English" \
		"$(printed | grep -Eio "$other" | tr '\n' ' ')" ""
	run build -o made n.xml
	is "  it is built" "$status$(said)" "0"
}
for language in fr es ru zh ar; do
	for kind in note information programme agenda; do
		speaks $language $all --language=$language --kind=$kind
		cp n.xml $kind.xml
	done
	speaks $language --from agenda.xml --kind=addendum
	speaks $language --from note.xml --kind=addendum
	speaks $language --from agenda.xml --kind=corrigendum
done
starts $all --language=ru
holds '<title>открытие совещания</title>'

# what is wrong with a command line
refuses 2 "a document cannot be started without --symbol, --body, --start, \
--end, --station, --language [UNA-0017]"
refuses 2 "a document cannot be started without --start, --end [UNA-0017]" \
	--symbol=$symbol $fixed
refuses 2 "nothing can be done with 'x' here [UNA-0002]" $all x
refuses 2 "there is no option '--symbl'; did you mean '--symbol'? [UNA-0003]" \
	--symbl=x
refuses 2 "option '--body' cannot be 'ctoc-cup': no body is listed as that; \
did you mean 'ctoc-cop'? [UNA-0004]" $all --body=ctoc-cup
refuses 2 "option '--body' cannot be 'zzzzz': no body is listed as that \
[UNA-0004]" $all --body=zzzzz
refuses 2 "option '--place' cannot be 'wienna': no place is listed as that; \
did you mean 'vienna'? [UNA-0004]" $all --place=wienna
refuses 2 "option '--station' cannot be 'viena': no station \
is listed as that; did you mean 'vienna'? [UNA-0004]" $all --station=viena
refuses 2 "option '--language' cannot be 'english': it must be 'ar', 'en', \
'es', 'fr', 'ru' or 'zh' [UNA-0004]" $all --language=english
refuses 2 "option '--symbol' cannot be 'foo': it starts with 'foo', and not \
with one to five capital letters [UNA-0004]" $all --symbol=foo
refuses 2 "option '--symbol' cannot be 'A/1': those of 'ctoc-cop-wg.2' begin \
with 'CTOC/COP/WG.2/' [UNA-0004]" $all --symbol=A/1
refuses 2 "option '--symbol' cannot be '$symbol/Add.1': start it with --from \
and the document that it goes with [UNA-0004]" $all --symbol=$symbol/Add.1
refuses 2 "option '--start' cannot be 'x': it must be year-month-day, as in \
2007-10-03 [UNA-0004]" $all --start=x
refuses 2 "option '--end' cannot be '2027-02-30': there is no such day in the \
calendar [UNA-0004]" $all --end=2027-02-30
refuses 2 "option '--end' cannot be '2027-10-01': the meeting ends before it \
begins [UNA-0004]" $all --end=2027-10-01
refuses 2 "option '--kind' cannot be 'agendum': it must be agenda, \
information, programme or note; did you mean 'agenda'? [UNA-0004]" \
	$all --kind=agendum
refuses 2 "option '--kind' cannot be 'agenda' with '--from': it must be \
corrigendum, addendum or revision [UNA-0004]" --from a.xml --kind=agenda
refuses 2 "option '--kind' is needed with '--from': corrigendum, addendum or \
revision [UNA-0017]" --from a.xml
refuses 2 "option '--place' cannot go with '--from', as it is taken from that \
document [UNA-0003]" --from a.xml --kind=addendum --place=vienna
refuses 2 "cannot read 'none.xml': No such file or directory [UNA-0009]" \
	--from none.xml --kind=addendum
}

echo '<agenda' >bad.xml
run new --from bad.xml --kind=addendum
is "a file that is no XML" "$status $(cat out)$(sed 's/: .*\[/ [/' err)" \
	"1 bad.xml:1:1 [UNA-0110]"
sed 's/Other</</' a.xml >bad.xml
run new --from bad.xml --kind=addendum
is "a document at fault" "$status $(cat out)$(sed 's/: .*\[/ [/' err)" \
	"1 bad.xml:34:9 [UNA-0605]"

# templates and words that are missing or damaged
cp -r "$ROOT/xml" "$ROOT/xsl" "$ROOT/latex" . 2>/dev/null
for text in '' '<words' '<words/>'; do
	printf '%s' "$text" >xml/templates/words.xml
	# shellcheck disable=SC2086
	UNAGENDA_DATA=$TMP run new $all
	is "words that are '$text'" "$status $(cat out)$(grep -c \
	    '\.xml.*\[UNA-0012\]' err)" "3 1"
done
for text in '' 'x {other} y'; do
	printf '%s' "$text" >xml/templates/agenda.xml
	# shellcheck disable=SC2086
	UNAGENDA_DATA=$TMP run new $all
	is "a template that is '$text'" "$status $(cat out)$(grep -c \
	    'agenda\.xml.*\[UNA-0012\]' err)" "3 1"
done

done_testing
