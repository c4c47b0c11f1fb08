#!/bin/sh
# The doctor names what is missing, and the package that has it.
. "$(dirname "$0")/../tap.sh"

cd "$TMP" || exit
UNAGENDA_CACHE=$TMP/cache
export UNAGENDA_CACHE

run doctor
is "all is there" "$status$(grep -c '^missing' out)$(grep UNA- err)" 00
for what in lualatex "the emblem" "the font cache" "the class"; do
	ok "it has looked for $what" grep -q "^ok  *$what " out
done
ok "and for Landlock" grep -q Landlock out
ok "fonts are prepared in its cache" test -d cache

# Only what build machines need is of no interest to it.
ok "not for compilers" sh -c '! grep -q gcc out'

mkdir empty
for program in sh dirname; do
	ln -s "$(command -v $program)" empty/
done
PATH_before=$PATH
PATH=$TMP/empty "$UNAGENDA" doctor >out 2>err
status=$?
PATH=$PATH_before
is "an empty PATH" "$status" 3
ok "lualatex is missing" grep -qx "unagenda: lualatex is missing (TeX itself): \
apt-get install texlive-luatex \[UNA-0016\]" err
ok "what TeX would find is missing" grep -q "apt-get install \
texlive-latex-base" err

mkdir data
UNAGENDA_DATA=$TMP/data
export UNAGENDA_DATA
run doctor
is "no data" "$status" 3
ok "the DTD is missing" grep -q "^unagenda: the document type is missing: \
'$TMP/data/xml/agenda.dtd'; .*UNA-0012" err
ok "the list of packages is missing" grep -q "cannot use \
'$TMP/data/generator/packages.tsv'" err

UNAGENDA_CACHE=$TMP/out
run doctor
ok "a cache that cannot be written" grep -q "^unagenda: the font cache \
'$TMP/out' cannot be written: Not a directory \[UNA-0011\]" err

done_testing
