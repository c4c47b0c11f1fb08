#!/bin/sh
# How messages are told: as text with the drafter's line, short, as JSON, as
# SARIF; and a draft from the standard input.
. "$(dirname "$0")/../tap.sh"
cd "$TMP" || exit

cat >bad.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<paper xml:lang="zh" station="viena">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop" job="V.07-83856"
            distribution="general" date="2007-05-30" original="en"/>
  <title>联合国 <work>公约</work></title>
	<p>A <decison>2/6</decison></p>
</paper>
END

unset UNAGENDA_MESSAGES
run validate bad.xml
is "text has the line, and a mark under what it is about" "$status $(head -3 err)" \
"1 $(cat <<'END'
bad.xml:6:7: error: there is no element <decison>; did you mean <decision>? [UNA-0201]
     6 |  <p>A <decison>2/6</decison></p>
       |       ^^^^^^^^
END
)"
sed 's/decison/decision/g; s/>2\/6</>two</' bad.xml >worse.xml
run validate worse.xml
is "an attribute is marked with its value" "$(head -3 err)" "$(cat <<'END'
worse.xml:2:22: error: no station is listed as 'viena'; did you mean 'vienna'? [UNA-0715]
     2 | <paper xml:lang="zh" station="viena">
       |                      ^^^^^^^^^^^^^^^
END
)"
sed 's/viena/vienna/; s/<work>公约<\/work>/<b>/' bad.xml >wide.xml
run validate wide.xml
is "a Chinese character is two columns wide" "$(head -3 err)" "$(cat <<'END'
wide.xml:5:14: error: <b> is not closed: </title> at 5:17 closes what is around it [UNA-0112]
     5 |   <title>联合国 <b></title>
       |                 ^^
END
)"
awk 'NR == 6 { printf "%200s", ""
	print "<p><decison>2/6</decison></p>"; next } { print }' bad.xml |
    sed 's/viena/vienna/' >long.xml
run validate long.xml
ok "of a long line, what is near is shown" \
    sh -c 'sed -n 2p err | grep -q "^     6 | \.\.\. *<p><decison>2/6" &&
	test "$(sed -n 2p err | wc -m)" -lt 130'
printf '\033[31m' >>bad.xml
run validate bad.xml
ok "control characters do not reach the terminal" sh -c '! grep -q "\[31m" err ||
	! grep -q "$(printf "\033")" err'

run validate --format=short worse.xml
is "short is a line for each" "$(wc -l <err | tr -d ' ')" "$(grep -c UNA- err)"
TERM=xterm script -qec "'$UNAGENDA' validate worse.xml" /dev/null >tty </dev/null
ok "on a terminal there are colours" grep -q "$(printf '\033\[1;31m')error" tty
NO_COLOR=1 TERM=xterm script -qec "'$UNAGENDA' validate worse.xml" /dev/null \
    >tty </dev/null
ok "but not where they are not wanted" sh -c '! grep -q "$(printf "\033")" tty'

run validate --format=json worse.xml
is "JSON is on the standard output" "$status$(cat err)" 1
ok "and has each message once" python3 -c '
import json
records = json.load(open("out", encoding="utf-8"))
first = records[0]
assert (first["line"], first["column"], first["length"]) == (2, 22, 15), first
assert first["id"] == "UNA-0715" and first["level"] == "error"
assert first["excerpt"].startswith("<paper")
assert len(records) == 2, records'
run validate --format=sarif worse.xml /nonexistent
ok "SARIF has rules, results and places" python3 -c '
import json
log = json.load(open("out", encoding="utf-8"))
assert log["version"] == "2.1.0"
run = log["runs"][0]
rules = [r["id"] for r in run["tool"]["driver"]["rules"]]
assert len(set(rules)) == len(rules)
assert {r["ruleId"] for r in run["results"]} == set(rules)
first = run["results"][0]
place = first["locations"][0]["physicalLocation"]
assert place["artifactLocation"]["uri"] == "worse.xml"
assert place["region"] == {"startLine": 2, "startColumn": 22, "endColumn": 37}
assert run["columnKind"] == "unicodeCodePoints"
assert run["results"][-1]["locations"] == []'
mv worse.xml 'wor se.xml'
run validate --format=sarif 'wor se.xml'
ok "and names of files as addresses" grep -q '"uri": "wor%20se.xml"' out

unagenda validate - <'wor se.xml' >out 2>err
is "the standard input is validated as -" "$? $(head -1 err)" "1 -:2:22: error: \
no station is listed as 'viena'; did you mean 'vienna'? [UNA-0715]"
gzip -c 'wor se.xml' | unagenda validate - >out 2>err
is "gzipped, too" "$(head -1 err | cut -c1-8)" "-:2:22: "
done_testing
