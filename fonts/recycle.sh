#!/bin/sh
# Makes the recycling mark as a PDF: recycle.sh OUT.pdf
set -eu
rsvg-convert --format=pdf --output="$1" "$(dirname "$0")/recycle.svg"
