#!/bin/sh
# When the machine is at fault: status 3, a message that says why, no output
# and nothing left behind.
. "$(dirname "$0")/../tap.sh"
. "$(dirname "$0")/data.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit
cp "$agenda" en.xml
mkdir bin work
# what is no sound PDF is not published: this is one
run build -o . en.xml
mv CTOC_COP_WG.2_2007_1-EN.pdf bin/good.pdf
make_data 'Hello'
pdf=made/CTOC_COP_WG.2_2007_1-EN.pdf
TMPDIR=$TMP/work
UNAGENDA_CACHE=$TMP/cache
PATH=$TMP/bin:$PATH
export TMPDIR UNAGENDA_CACHE PATH

# A lualatex that does as it is told, with $name for what it is to make.
lualatex() {
	{
		echo '#!/bin/sh'
		echo "good=$TMP/bin/good.pdf"
		echo 'for last; do :; done; name=${last%.tex}'
		cat
	} >bin/lualatex
	chmod +x bin/lualatex
}

# fails DESCRIPTION STATUS MESSAGE [OPTION...]
fails() {
	description=$1 expected="$2 $3"
	shift 3
	rm -rf made
	run build "$@" -o made en.xml
	is "$description" "$status $(cat out err; ls made 2>/dev/null)" \
		"$expected"
	is "$description: nothing is left" "$(ls work)" ""
}

lualatex <<'END'
grep -qx Hello "$last" && cp "$good" "$name.pdf"
echo "$1 $2" >"$name.log"
pwd >>"$name.log"
env | sort >>"$name.log"
END
run build -o made en.xml
is "a good run" "$status $(cat out err)" "0 $pdf"
ok "a good run: all of the PDF is there" cmp -s $pdf bin/good.pdf
is "a good run: nothing is left" "$(ls work)" ""
run build --keep=kept -o made en.xml
log=kept/CTOC_COP_WG.2_2007_1-EN/CTOC_COP_WG.2_2007_1-EN.log
ok "--keep keeps the TeX" test -s "${log%.log}.tex"
ok "TeX has no shell" grep -q '^--no-shell-escape' $log
ok "TeX starts in its folder" grep -qx "$TMP/kept/CTOC_COP_WG.2_2007_1-EN" $log
ok "the time is that of the masthead" grep -qx 'SOURCE_DATE_EPOCH=1180526400' \
	$log
ok "the class is found" grep -q "^TEXINPUTS=.*:$TMP/data/latex:" $log
ok "the cache is ours" grep -qx "TEXMFCACHE=$TMP/cache" $log
SECRET=1 run build --keep=kept -o made en.xml
is "nothing else is passed on" "$(grep -c -e SECRET -e UNAGENDA $log)" 0
run build --keep=en.xml -o made en.xml
is "--keep in a file" "$status $(cat err)" "3 unagenda: cannot make \
'en.xml/CTOC_COP_WG.2_2007_1-EN': Not a directory [UNA-0011]"

lualatex <<'END'
echo 'This is TeX' >"$name.log"
echo '! Undefined control sequence.' >>"$name.log"
echo PDF >"$name.pdf"
exit 1
END
fails "TeX finds an error" 3 "unagenda: TeX stopped: Undefined control \
sequence.; --keep=DIR keeps its log [UNA-0901]"

lualatex <<'END'
echo 'unagenda-message:16:26:error:UNA-0902:no font has U+0915' \
	>"$name.log"
echo PDF >"$name.pdf"
END
fails "a character is in no font" 1 \
	"en.xml:16:26: error: no font has U+0915 [UNA-0902]"

lualatex <<'END'
echo 'unagenda-message:16:26:warning:UNA-0903:too wide' \
	>"$name.log"
cp "$good" "$name.pdf"
END
rm -rf made
run build -o made en.xml
is "a warning, and a PDF" "$status $(cat err; ls made)" \
	"0 en.xml:16:26: warning: too wide [UNA-0903]
${pdf#made/}"

lualatex <<'END'
: >"$name.log"
head -c 9000 "$good" >"$name.pdf"
END
fails "TeX makes a PDF with faults" 3 "en.xml: error: the PDF is damaged: \
can't find startxref [UNA-1101]
en.xml: error: the PDF made of it has faults, and is not published [UNA-1170]"

echo 'exit 1' | lualatex
fails "TeX writes no log" 3 "unagenda: TeX wrote no log [UNA-0901]"
lualatex <<'END'
: >"$name.log"
exit 5
END
fails "TeX fails without a word" 3 \
	"unagenda: TeX failed with status 5; --keep=DIR keeps its log [UNA-0901]"
echo ': >"$name.log"' | lualatex
fails "TeX makes no PDF" 3 "unagenda: TeX made no PDF [UNA-0901]"
lualatex <<'END'
: >"$name.log"
: >"$name.pdf"
END
fails "TeX makes an empty PDF" 3 "unagenda: TeX made no PDF [UNA-0901]"
echo 'kill -SEGV $$' | lualatex
fails "TeX crashes" 3 "unagenda: lualatex was ended by a signal: \
Segmentation fault [UNA-0013]"
echo 'kill -KILL $$' | lualatex
fails "TeX is killed" 3 "unagenda: lualatex was ended by a signal: Killed \
[UNA-0013]"
echo 'sleep 60 & sleep 60' | lualatex
fails "TeX hangs" 3 "unagenda: lualatex took more than 1 s and was ended; \
see --time-limit [UNA-0014]" --time-limit=1
echo 'head -c 300M /dev/zero >big; kill -XFSZ $$' | lualatex
fails "TeX writes without end" 3 "unagenda: lualatex was ended by a signal: \
File size limit exceeded [UNA-0013]"

# An interrupt ends TeX, cleans up, and is then what ended us.
echo 'kill -TERM $PPID; sleep 60' | lualatex
rm -rf made
unagenda build -o made en.xml >out 2>err
status=$?
is "an interrupt" "$status $(ls made 2>/dev/null)$(ls work)" "143 "

printf '\177ELF' >bin/lualatex
fails "no program for this machine" 3 \
	"unagenda: cannot run lualatex: Exec format error [UNA-0001]"
message=$(PATH=$TMP/empty "$UNAGENDA" build -o made en.xml 2>&1)
is "no lualatex" "$? $message" "3 unagenda: cannot run lualatex: No such file \
or directory [UNA-0001]"

# Disks
echo ': >"$name.log"; cp "$good" "$name.pdf"' | lualatex
rm -rf made
mkdir made
# A limit of nothing is a disk that is full, for root too.
message=$(
	trap '' XFSZ
	ulimit -f 0
	"$UNAGENDA" build --to=tex -o made en.xml 2>&1
	echo "status $?"
)
is "a full disk" "$message $(ls made)" "unagenda: cannot write \
'made/CTOC_COP_WG.2_2007_1-EN.tex': File too large [UNA-0011]
status 3 "
run build -o en.xml/made en.xml
is "a folder that cannot be made" "$status $(cat err)" "3 unagenda: cannot \
write 'en.xml/made/CTOC_COP_WG.2_2007_1-EN.pdf': Not a directory [UNA-0011]"
mkdir -p made/CTOC_COP_WG.2_2007_1-EN.tex
run build --to=tex -o made en.xml
is "a folder where the file should be" "$status $(cat err) $(ls made)" \
	"3 unagenda: cannot write 'made/CTOC_COP_WG.2_2007_1-EN.tex': Is a \
directory [UNA-0011] CTOC_COP_WG.2_2007_1-EN.tex"
message=$(TMPDIR=$TMP/none "$UNAGENDA" build -o made en.xml 2>&1)
is "no folder for work" "$? $(echo "$message" | sed 's/-[A-Za-z0-9]\{6\}/-X/')" \
	"3 unagenda: cannot make '$TMP/none/unagenda-X': No such file or \
directory [UNA-0011]"
UNAGENDA_CACHE=$TMP/en.xml
run build -o made en.xml
is "no folder for the font cache" "$status $(cat err)" \
	"3 unagenda: cannot make '$TMP/en.xml': Not a directory [UNA-0011]"
UNAGENDA_CACHE=$TMP/cache

# Several documents
rm -rf made
cp en.xml twin.xml
sed 's/2007\/1"/2007\/9"/' en.xml >other.xml
run build --to=tex -o made en.xml twin.xml none.xml other.xml
is "two documents, one name: the second is refused, the rest go on" \
	"$status $(cat out err)" "2 made/CTOC_COP_WG.2_2007_1-EN.tex
made/CTOC_COP_WG.2_2007_9-EN.tex
unagenda: 'en.xml' and 'twin.xml' would both become \
'made/CTOC_COP_WG.2_2007_1-EN.tex' [UNA-0007]
unagenda: cannot read 'none.xml': No such file or directory [UNA-0009]"

done_testing
