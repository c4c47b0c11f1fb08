#!/bin/sh
# An #include names its folder and points down or sideways:
# main -> commands -> pipeline -> pdf -> engine -> util.
. "$(dirname "$0")/../tap.sh"
cd "$ROOT/generator" || exit

# How low a folder lies; main.c lies in none.
depth() {
	case $1 in
	util) echo 1 ;;
	engine | engine/preload) echo 2 ;;
	pdf) echo 3 ;;
	pipeline) echo 4 ;;
	commands) echo 5 ;;
	.) echo 6 ;;
	*) echo 0 ;;
	esac
}

# "FILE HEADER" for each include in quotation marks.
includes() {
	grep -Ho '^ *# *include *"[^"]*"' ./*.[ch] ./*/*.[ch] ./*/*/*.[ch] |
	    sed 's|^\./||; s|: *# *include *"| |; s|"$||'
}

upward() {
	includes | while read -r file header; do
		from=$(depth "$(dirname "$file")")
		to=$(depth "$(dirname "$header")")
		if [ "$to" = 0 ]; then
			echo "$file includes $header, which lies in no layer"
		elif [ "$to" -gt "$from" ]; then
			echo "$file includes $header, which lies above it"
		elif ! [ -f "$header" ]; then
			echo "$file includes $header, which is not there"
		fi
	done
}

# Headers say so when they need more than a forward declaration.
system_headers() {
	grep -lE '<(libxml|libxslt|zlib|qrencode)' ./util/*.h ./commands/*.h
}

ok "there are includes to look at" test "$(includes | wc -l)" -gt 50
is "includes point down" "$(upward)" ""
is "no folder but these" "$(for d in */; do depth "${d%/}"; done |
    grep -c '^0$')" "0"
is "headers of util and commands know nothing of XML" "$(system_headers)" ""
done_testing
