#!/bin/sh
# A duty station is one file: to add it is to add that.
. "$(dirname "$0")/../tap.sh"

UNAGENDA_DATA=$TMP/data
export UNAGENDA_DATA
mkdir -p "$TMP/data/build"
cp -R "$ROOT/xml" "$ROOT/xsl" "$ROOT/latex" "$ROOT/fonts" "$TMP/data/"
cp -R "$ROOT/build/graphics" "$TMP/data/build/"
cd "$TMP" || exit
sed 's/station="vienna"/station="nairobi"/; s/ job="[^"]*"//
    s/ processed="[^"]*"//' "$ROOT/tests/cli/agenda.xml" >nairobi.xml

run validate nairobi.xml
is "a station without a file is refused" "$status" 1
ok "by its name" grep -q "no station is listed as 'nairobi'; listed are" err

cat >data/latex/unagenda-station-nairobi.def <<'END'
% The house style of Nairobi: the template of New York, on A4.  [K]
\ProvidesFile{unagenda-station-nairobi.def}
\unaSetMeasure{paper-width}{595.276bp}
\unaSetMeasure{paper-height}{841.89bp}
\input{unagenda-template-new-york.def}
END
run build -o made nairobi.xml
is "with its file, documents are built" "$status" 0
ok "on its paper" sh -c 'pdfinfo made/*.pdf | grep -q "595.276 x 841.89"'
run new --symbol=CTOC/COP/WG.2/2007/9 --body=ctoc-cop --start=2007-10-03 \
    --end=2007-10-05 --station=nairobi --place=vienna --language=en
is "and a draft can be begun" "$status" 0
done_testing
