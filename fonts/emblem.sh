#!/bin/sh
# Makes the emblem of the United Nations as a PDF: emblem.sh OUT.pdf
#
# The drawing is the flag in Debian's package iso-flags-svg (public domain);
# it is not part of this project.  The use of the emblem is restricted by
# General Assembly resolution 92 (I).  Name another drawing, already cropped
# and in black, with EMBLEM=FILE.svg.
set -eu
out=$1
here=$(dirname "$0")
flag=/usr/share/iso-flags-svg/country-4x3/_united_nations.svg

if [ -n "${EMBLEM:-}" ]; then
	rsvg-convert --format=pdf --output="$out" "$EMBLEM"
	exit
fi
if [ ! -r "$flag" ]; then
	echo "emblem.sh: $flag is missing: install iso-flags-svg" >&2
	exit 1
fi
trap 'rm -f "$out.svg"' EXIT
xsltproc --nonet --output "$out.svg" \
	--stringparam view-box '366.7 199.9 466.6 395.8' \
	"$here/emblem.xsl" "$flag"
rsvg-convert --format=pdf --width=560 --height=475 --output="$out" "$out.svg"
