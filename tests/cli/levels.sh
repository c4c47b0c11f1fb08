#!/bin/sh
# How grave messages are: unagenda.conf beside a draft, and instructions in it.
. "$(dirname "$0")/../tap.sh"
cd "$TMP" || exit

cat >a.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<paper xml:lang="en" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"/>
  <title>Annex "A"</title>
  <p>Text.</p>
</paper>
END

# ids: those of the messages, in order
ids() {
	sed -n 's/.*\[UNA-\(.*\)\]$/\1/p' err | tr '\n' ' '
}

# tells STATUS IDS: what validate says of a.xml
tells() {
	run validate a.xml
	is "$3" "$status $(ids)" "$1 $2"
}

# draft SED: a.xml changed
draft() {
	sed "$1" a.xml >b.xml
	run validate b.xml
}

tells 0 "0714 0707 " "as the catalogue has it"
echo 'UNA-0714 off	# numbers come later' >unagenda.conf
tells 0 "0707 " "off"
printf '\nUNA-0714 off\nUNA-0707 error\n' >unagenda.conf
tells 1 "0707 " "an error"
ok "and told as such" grep -q ': error: .*0707' err
run build --to=tex a.xml
is "of which nothing is made" "$status $(ls ./*.tex 2>/dev/null)" "1 "
printf 'UNA-0714 off\nUNA-0714 warning\n' >unagenda.conf
tells 0 "0714 0707 " "the last line holds"
mkdir there && mv unagenda.conf there/
tells 0 "0714 0707 " "it is for the drafts beside it"

rm -r there
cp "$ROOT/tests/cases/bad-symbols/not-cited/input.xml" b.xml
run validate b.xml
is "what is off is not given" "$status $(ids)" "0 "
for level in advice warning error; do
	echo "UNA-0411 $level" >unagenda.conf
	run validate b.xml
	ok "until it is set: $level" grep -q ": $level: .*0411" err
done
rm unagenda.conf
sed 's/^<agenda/<?unagenda allow UNA-0411 So it is.?>\n<agenda/' b.xml >c.xml
run validate c.xml
is "and may be allowed for those who set it" "$status $(ids)" "0 "
ok "explain says how" sh -c '"$0" explain 411 | grep -q "UNA-0411 advice"' \
    "$UNAGENDA"

printf 'UNA-0401 off\nUNA-9999 off\nUNA-0714 loud\nUNA-0714\n' >unagenda.conf
run validate a.xml
is "what is wrong in it" "$status $(cut -d: -f1-3 err | tr '\n' ' ')" \
    "2 ./unagenda.conf:1:1 ./unagenda.conf:2:1 ./unagenda.conf:3:1 \
./unagenda.conf:4:1 "
rm unagenda.conf

draft 's/<p>/<?unagenda allow UNA-0714 It comes later.?><p>/'
is "an instruction in the element above silences" "$status $(ids)" "0 0707 "
draft 's/^<paper/<?unagenda allow UNA-0714 Later.?>\n<paper/'
is "or before the document" "$status $(ids)" "0 0707 "
draft 's/Text/<?unagenda allow UNA-0714 Later.?>Text/'
is "but not in another element: that is told" "$status $(ids)" \
    "0 0714 0707 0122 "
for wrong in 'alow UNA-0714 x' 'allow UNA-0714' 'allow 714 x' \
    'allow UNA-0401 x' ''; do
	draft "s/Text/<?unagenda $wrong?>Text/"
	is "<?unagenda $wrong?>" "$status $(ids)" "1 0714 0707 0121 "
done
draft 's/Text/<?editor remark?>Text/'
is "an instruction to others is told of" "$status $(ids)" "0 0714 0707 0120 "
draft 's/^<paper/<?xml-stylesheet href="x"?>\n<paper/'
is "but not before the document" "$status $(ids)" "0 0714 0707 "

unset UNAGENDA_MESSAGES
draft 's/^<paper/<?unagenda allow UNA-0714 Later.?>\n<paper/'
is "the summary says so" "$(tail -2 err | head -1)" "0 errors, 0 warnings, 1 piece of \
advice in 1 file; 1 silenced by a draft or unagenda.conf; validate --fix can mend \
2"
run validate --format=json b.xml
ok "and JSON why" grep -q '"silenced": "Later."' out
run validate --format=sarif b.xml
ok "and SARIF" grep -q '"justification": "Later."' out
done_testing
