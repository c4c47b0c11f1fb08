#!/bin/sh
# What validate --fix mends, and what it leaves.
. "$(dirname "$0")/../tap.sh"
cd "$TMP" || exit

draft() {
	cat <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<paper xml:lang="en" station="vienna">
  <masthead symbol='CTOC/COP/WG.2/2007/1'   body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"
            job="V.07-83856"/>
  <title>The "Annex" of the Secretary's</title>	<!-- "left" -->
  <p>It's "so" &amp; 'so' &#39;x, "that's it" (<symbol>A/1/Add2</symbol>,
  <symbol><!-- x -->A/1/Rev.1</symbol>, <![CDATA[it's "raw" &]]>).</p>
  <p>A "broken pair.</p>
  <p>A " stray " pair.</p>
</paper>
END
}

draft >a.xml
chmod 640 a.xml
run validate --fix --dry-run a.xml
cp out patch
is "a dry run shows what it would change" "$(grep '^[-+@]' out)" "$(cat <<'END'
--- a.xml
+++ a.xml
@@ -6 +6 @@
-  <title>The "Annex" of the Secretary's</title>	<!-- "left" -->
+  <title>The <q>Annex</q> of the Secretary’s</title>	<!-- "left" -->
@@ -7 +7 @@
-  <p>It's "so" &amp; 'so' &#39;x, "that's it" (<symbol>A/1/Add2</symbol>,
+  <p>It’s <q>so</q> &amp; 'so' &#39;x, <q>that’s it</q> (<symbol>A/1/Add.2</symbol>,
END
)"
draft >b.xml
ok "and changes nothing" cmp a.xml b.xml

ln -s a.xml link.xml
run validate --fix link.xml
is "what is mended is counted" "$status $(cat out)" "0 link.xml: 10 places mended"
is "what is not is told" "$(cut -d: -f2 err | tr '\n' ' ')" "7 9 10 "
ok "a link stays one" test -L link.xml
is "the file's permissions stay" "$(stat -c %a a.xml)" 640
patch -s b.xml patch
ok "the diff is what is done" cmp a.xml b.xml
cp a.xml c.xml
run validate --fix a.xml
ok "a second time nothing is left to mend" sh -c 'cmp a.xml c.xml && ! test -s out'

draft | sed 's/<title>/<?unagenda allow UNA-0707 As it is quoted.?><title>/' >d.xml
run validate --fix d.xml
is "what the draft allows is left" "$(cat out)" "d.xml: 1 place mended"

cat >i.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<paper xml:lang="en" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"
            job="V.07-83856"/>
  <title>Note</title>
  <p>Of the program,  5% or 7.5 % are  new; 8 percent.</p>
</paper>
END
run validate --fix i.xml
gap=$(printf '\302\240')
is "words, spaces and signs" "$(sed -n 7p i.xml)" \
    "  <p>Of the programme, 5${gap}per cent or 7.5${gap}per cent are new; 8 per cent.</p>"

draft | sed 's/A\/1\/Add2/A\/1\/Rov2/' >e.xml
run validate --fix e.xml
ok "what is wrong otherwise is an error still" test "$status" = 1
draft | sed 's/$/\r/' >f.xml
run validate --fix f.xml
is "line ends of Windows stay" "$(grep -c "$(printf '\r')\$" f.xml)" 11

draft | gzip >g.xml.gz
run validate --fix g.xml.gz
is "a compressed file is not mended" "$status $(tail -1 err)" "2 unagenda: \
'g.xml.gz' cannot be mended with --fix: it is compressed, or the standard \
input [UNA-0003]"
draft >h.xml
mkdir no && mv h.xml no/ && chmod 555 no
if [ "$(id -u)" != 0 ]; then
	run validate --fix no/h.xml
	is "a folder that cannot be written" "$status" 3
fi
run validate --dry-run a.xml
is "--dry-run alone" "$status $(cat err)" \
    "2 unagenda: option '--dry-run' goes with --fix [UNA-0003]"
done_testing
