#!/bin/sh
# Language versions against each other: what differs, what may differ, the
# command line, JSON.  tests/concord makes mistakes by the hundred.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit

# version LANGUAGE NUMBER [SED]: agenda.xml as if it were in the language
version() {
	sed -e "s/xml:lang=\"en\"/xml:lang=\"$1\"/; s/V.07-83856/V.07-8385$2/" \
		-e "${3-}" "$agenda" >"$1.xml"
}

version en 6
version fr 7
version zh 8

# same DESCRIPTION FILE...: no message at all
same() {
	description=$1
	shift
	run concord "$@"
	is "$description" "$status $(cat err out)" "0 "
}

# differs SED [MESSAGE]...: a change in fr.xml, held against en.xml
differs() {
	edit=$1
	shift
	version fr 7 "$edit"
	cmp -s fr.xml good && echo "# does not change anything: $edit"
	run concord en.xml fr.xml
	is "$edit" "$(cat err)" "$(for message; do echo "$message"; done)"
	is "$edit: status" "$status$(cat out)" "$([ $# = 0 ]; echo $?)"
}

cp fr.xml good
same "two that agree" en.xml fr.xml
same "three" zh.xml en.xml fr.xml
gzip -k zh.xml
same "one of them gzipped" fr.xml zh.xml.gz

# ---- attributes ----

differs 's/CTOC.COP.WG.2.2007.1"/CTOC\/COP\/WG.2\/2007\/7"/' \
"fr.xml:3:13: error: the masthead has symbol 'CTOC/COP/WG.2/2007/7', \
en.xml:3:13 has 'CTOC/COP/WG.2/2007/1' [UNA-1003]"
differs 's/ date="2007-05-30"/ date="2007-05-31"/' \
"fr.xml:4:36: error: the masthead has date '2007-05-31', en.xml:4:36 has \
'2007-05-30' [UNA-1003]"
differs 's/ original="en"/ original="en" reissued="once"/' \
"fr.xml:4:68: error: the masthead has reissued 'once', en.xml:3:3 has none \
[UNA-1003]"
differs 's/ end="2007-10-05"/ end="2007-10-06"/' \
"fr.xml:6:31: error: the meeting has end '2007-10-06', en.xml:6:31 has \
'2007-10-05' [UNA-1003]"
differs 's/ body="ctoc-cop-wg.2".>/>Groupe de travail<\/subsidiary>/' \
"fr.xml:7:5: error: body of the meeting has no body, en.xml:7:17 has \
'ctoc-cop-wg.2' [UNA-1003]" \
"fr.xml:7:5: error: body of the meeting has a text, en.xml:7:5 has none \
[UNA-1009]"
differs 's/processed="[^"]*"/processed="2007-07-03"/'
differs 's/ job="[^"]*"//'
differs 's/<list>/<list label="number">/' \
"fr.xml:26:17: error: list of item 'adoption' has label 'number', en.xml:26:11 \
has 'letter' [UNA-1003]"

# ---- what is there ----

differs 's/<li><p>One<.p><.li>//' \
"fr.xml:26:11: error: list of item 'adoption' has 1 list entry, en.xml:26:11 \
has 2 [UNA-1004]"
differs 's/<list>.*<.list>//' \
"fr.xml:23:9: error: item 'adoption' has no list, en.xml:26:11 has 1 [UNA-1004]"
differs '24,25d' \
"fr.xml:23:9: error: item 'adoption' has no paragraph, en.xml:24:11 has 1 \
[UNA-1004]"
differs 's/<document symbol="CTOC.COP.WG.2.2007.3">.*//' \
"fr.xml:32:7: error: item 'proposals' has 1 document, en.xml:34:9 has 2, among \
them 'CTOC/COP/WG.2/2007/3' [UNA-1004]"
differs 's/2007.3"/2007\/9"/' \
"fr.xml:34:9: error: item 'proposals' has document 'CTOC/COP/WG.2/2007/9', \
en.xml:34:9 has 'CTOC/COP/WG.2/2007/3' [UNA-1003]"
differs 's/<note>A note.<.note>//' \
"fr.xml:31:7: error: title of item 'proposals' has no note, en.xml:31:23 has 1 \
[UNA-1004]"
differs '20,28d; 44d' \
"fr.xml:11:5: error: item 'organizational' has 1 item, en.xml:20:7 has 2, \
among them 'adoption' [UNA-1004]"
differs 's/<p>One<.p>/&<p>Un<\/p>/' \
"fr.xml:26:17: error: list entry of item 'adoption' has 2 paragraphs, \
en.xml:26:17 has 1 [UNA-1004]"

# ---- in what order, and where ----

differs '13,19{H;d}; 28{G}' \
"fr.xml:23:7: error: item 'organizational' has item 'opening' in place 2, \
en.xml:13:7 has it in place 1 [UNA-1005]"
differs '12{s/$/<\/item>/}; 29d' \
"fr.xml:13:7: error: item 'opening' has its place in the agenda, en.xml:13:7 \
has it in item 'organizational' [UNA-1006]" \
"fr.xml:20:7: error: item 'adoption' has its place in the agenda, en.xml:20:7 \
has it in item 'organizational' [UNA-1006]"
differs 's/<take item="opening".>/<take item="adoption"\/>/; 44s/adoption/opening/' \
"fr.xml:44:11: error: sitting '10:00' of day '2007-10-03' has item taken up \
'opening' in place 2, en.xml:43:11 has it in place 1 [UNA-1005]"
differs 's/<take item="adoption".>//; 49s/<take/<take item="adoption"\/>&/' \
"fr.xml:42:9: error: sitting '10:00' of day '2007-10-03' has 1 item taken up, \
en.xml:44:11 has 2, among them 'adoption' [UNA-1004]" \
"fr.xml:49:44: error: sitting '10:00' of day '2007-10-04' has 2 items taken \
up, among them 'adoption', en.xml:49:9 has 1 [UNA-1004]"
differs 's/start="15:00" end/start="15:30" end/' \
"fr.xml:46:18: error: sitting '15:30' of day '2007-10-03' has start '15:30', \
en.xml:46:18 has '15:00' [UNA-1003]"
differs 's/day date="2007-10-04"/day date="2007-10-05"/' \
"fr.xml:48:12: error: day '2007-10-05' has date '2007-10-05', en.xml:48:12 has \
'2007-10-04' [UNA-1003]"

# ---- texts ----

differs 's/2\/6/2\/7/' \
"fr.xml:16:26: error: paragraph of item 'opening' has decision '2/7', \
en.xml:16:26 has '2/6' [UNA-1007]"
differs 's/By decision <decision>.*, on/On/' \
"fr.xml:16:11: error: paragraph of item 'opening' has no decision '2/6', \
en.xml:16:26 has it [UNA-1007]"
differs 's/By decision/& <decision>2\/6<\/decision> or/' \
"fr.xml:16:54: error: paragraph of item 'opening' has decision '2/6' 2 \
times, en.xml:16:11 has it once [UNA-1007]"
differs 's/<date value="2007-10-03".>/<date value="2007-10-04"\/>/' \
"fr.xml:17:11: error: paragraph of item 'opening' has date '2007-10-04', \
en.xml:17:11 has '2007-10-03' [UNA-1007]"
differs 's/<time value="10:00".>/10/' \
"fr.xml:16:11: error: paragraph of item 'opening' has no time '10:00', \
en.xml:17:41 has it [UNA-1007]" \
"fr.xml:17:41: error: paragraph of item 'opening' has the number 10, \
en.xml:16:11 has none [UNA-1008]"
differs 's/<q>quoted<.q>/12 quoted/' \
"fr.xml:24:52: error: paragraph of item 'adoption' has the number 12, \
en.xml:24:11 has none [UNA-1008]"
differs 's/<q>quoted<.q>/quoted/'
differs 's/<symbol>.*<.symbol>, <q>quoted<.q>/<q>quoted<\/q>, <symbol>CTOC\/COP\/2005\/8<\/symbol>/'
differs 's/<q>quoted<.q>/<url>https:\/\/www.un.org\/fr\/<\/url>/' \
"fr.xml:24:52: error: paragraph of item 'adoption' has address \
'https://www.un.org/*/', en.xml:24:11 has none [UNA-1007]"
differs 's/<title>Proposals/<title>1 Proposals/' \
"fr.xml:31:14: error: title of item 'proposals' has the number 1, en.xml:31:7 \
has none [UNA-1008]"

# ---- several versions: which of them is at fault ----

version fr 7
version en 6 's/2\/6/2\/7/'
run concord zh.xml en.xml fr.xml
is "the original alone has something else" "$(cat err)" \
"en.xml:16:26: error: paragraph of item 'opening' has decision '2/7', \
zh.xml:16:26 and 1 more have '2/6' [UNA-1007]"
run concord --reference=zh fr.xml en.xml zh.xml
is "held against another" "$(cat err)" \
"en.xml:16:26: error: paragraph of item 'opening' has decision '2/7', \
zh.xml:16:26 has '2/6' [UNA-1007]"
run concord en.xml zh.xml
is "of two nobody knows" "$(cat err)" \
"zh.xml:16:26: error: paragraph of item 'opening' has decision '2/6', \
en.xml:16:26 has '2/7' [UNA-1007]"
version en 6
sed 's/<agenda /<paper /; s/agenda>/paper>/; /<items>/,/<.items>/d; /<annex/,/<.annex>/d; s/<title>Ann.*/&<p>One<\/p>/' fr.xml >p.xml
run concord en.xml p.xml
is "versions of two kinds" "$(cat err)" \
"p.xml:2:1: error: the document has the root <paper>, en.xml:2:1 has <agenda> \
[UNA-1002]"

# ---- job numbers ----

version zh 7
run concord en.xml fr.xml zh.xml
is "one job number in two languages" "$status $(cat err)" \
"1 zh.xml:5:13: error: the masthead has the job number 'V.07-83857', \
fr.xml:5:13 has the same [UNA-1010]"
for language in en fr; do
	version $language 6 's/"vienna"/"new-york"/; s/V[.]07/07/'
	sed 's/-8385./-83856/' $language.xml >x && mv x $language.xml
done
same "New York gives all languages one" en.xml fr.xml

# ---- the command line, and files at fault ----

version en 6
version fr 7
version zh 8
run concord
is "no file" "$status $(cat err)" \
	"2 unagenda: no file is named; see 'unagenda help' [UNA-0006]"
run concord en.xml
is "one file" "$status $(cat err)" "2 unagenda: 'en.xml' is held against \
nothing: name the other language versions too [UNA-0019]"
run concord en.xml en.xml
is "a file twice" "$status $(cat err)" \
	"2 unagenda: 'en.xml' is named twice [UNA-0008]"
run concord --format=xml en.xml fr.xml
is "no such format" "$status $(cat err)" "2 unagenda: option '--format' cannot \
be 'xml': it must be text, short, json or sarif [UNA-0004]"
run concord --reference=ru en.xml fr.xml
is "no such reference" "$status $(cat err)" "2 unagenda: option '--reference' \
cannot be 'ru': no file is in this language [UNA-0004]"
cp en.xml other.xml
run concord en.xml fr.xml other.xml
is "two files of one language" "$status $(cat err)" "1 other.xml:2:9: error: \
this version is in 'en', and so is that of en.xml:2:9 [UNA-1001]"
run concord en.xml none.xml
is "a file that is not there" "$status $(grep -c 'none.xml' err)" "2 1"
sed 's/<list>/<lst>/; s/V.07/07/' fr.xml >bad.xml
run concord en.xml bad.xml
cp err concord.err
run validate bad.xml
is "a file at fault is reported as by validate" "$(cat concord.err)" \
	"$(cat err)"
run concord zh.xml bad.xml en.xml
is "and nothing is compared" "$status $(grep -vc '^bad' err)" "1 0"
run help concord
ok "its help" grep -q '^usage: unagenda concord .*FILE' out

version fr 7 's/ date="2007-05-30"/ date="2007-05-31"/'
UNAGENDA_MESSAGES=
run concord en.xml fr.xml
ok "the summary counts each file once" \
    grep -q '^1 error, .* in 2 files$' err
UNAGENDA_MESSAGES=short
version fr 7

# ---- JSON ----

run concord --format=json en.xml fr.xml
is "JSON of versions that agree" "$status$(cat out err)" "0[]"
version fr 7 's/2\/6/2\/7/; s/ date="2007-05-30"/ date="2007-05-31"/'
run concord --format=json en.xml fr.xml
is "JSON of differences" "$status $(tr -d ' \n' <out)$(cat err)" \
"1 $(tr -d ' \n' <<'END'
[{"file": "fr.xml", "line": 4, "column": 36, "length": 17, "id": "UNA-1003",
"level": "error", "text": "the masthead has date '2007-05-31', en.xml:4:36 has
'2007-05-30'", "excerpt": "distribution=\"general\" date=\"2007-05-31\"
original=\"en\"", "other": {"file": "en.xml", "line": 4, "column": 36,
"length": 17}},
{"file": "fr.xml", "line": 16, "column": 26, "length": 9, "id": "UNA-1007",
"level": "error", "text": "paragraph of item 'opening' has decision '2/7',
en.xml:16:26 has '2/6'", "excerpt": "<p>By decision <decision>2/7</decision>, on",
"other": {"file": "en.xml", "line": 16, "column": 26, "length": 9}}]
END
)"
bad=$(printf 'bad\351"\t.xml')
mv bad.xml "$bad"
run concord --format=json en.xml "$bad" none.xml
ok "whatever a file is called, it is JSON" python3 -c '
import json, sys
records = json.load(open(sys.argv[1], encoding="utf-8"))
assert [r["file"] for r in records].count("bad?\"\t.xml") == 1, records
assert all(set(r) == {"file", "line", "column", "length", "id", "level",
                      "text", "excerpt", "other"} for r in records)
assert records[0]["other"] is None and records[0]["line"] > 1
assert records[-1]["file"] is None or records[-1]["file"] == "none.xml"
' out
is "and nothing else is said" "$(cat err)" ""
unagenda concord --format=json en.xml fr.xml >/dev/full 2>err
is "JSON that cannot be written" "$? $(cat err)" "3 unagenda: cannot write to \
the standard output [UNA-0011]"

done_testing
