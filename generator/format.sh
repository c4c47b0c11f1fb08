#!/bin/sh
# Unpacks LaTeX's format, if there is one and it is not unpacked yet:
#
#	format.sh FILE
#
# TeX reads it in each run that is not on a warm engine, and spends a fifth of
# that run on unpacking it.  FILE.source says what FILE is of, for the program to
# see whether TeX is still the same: of lualatex and of the packed format the size,
# the time and the path.
set -eu
file=$1
program=$(command -v lualatex) || exit 0
packed=$(kpsewhich -engine=luahbtex -progname=lualatex lualatex.fmt) || exit 0
source=$(stat -L -c '%s %Y %n' "$program" "$packed")

[ -f "$file" ] && [ "$source" = "$(cat "$file.source" 2>/dev/null)" ] && exit
echo "Unpacking LaTeX's format"
mkdir -p "$(dirname "$file")"
rm -f "$file.source"
zcat "$packed" >"$file"
echo "$source" >"$file.source"
