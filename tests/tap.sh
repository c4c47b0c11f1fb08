# shellcheck shell=sh
# Sourced by the tests: results in TAP, and the program under test.
#
#	run ARGUMENT...			runs unagenda; $status, $TMP/out, $TMP/err
#	ok DESCRIPTION COMMAND...	passes when the command succeeds
#	is DESCRIPTION GOT EXPECTED
#	done_testing			last
#
# $ROOT is the tree, $TMP a folder that is removed at the end.

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
UNAGENDA=${UNAGENDA:-$ROOT/build/unagenda}
# a message is a line; text.sh asks for more
UNAGENDA_MESSAGES=short
export UNAGENDA_MESSAGES
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
tap_count=0
tap_failed=0

# A wrapper such as valgrind is several words.
unagenda() {
	# shellcheck disable=SC2086
	${WRAPPER:-} "$UNAGENDA" "$@"
}

run() {
	unagenda "$@" >"$TMP/out" 2>"$TMP/err" </dev/null
	status=$?
}

tap_result() {
	tap_count=$((tap_count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_count - $2"
	else
		echo "not ok $tap_count - $2"
		tap_failed=$((tap_failed + 1))
	fi
}

ok() {
	tap_text=$1
	shift
	"$@"
	tap_result $? "$tap_text"
}

is() {
	if [ "$2" = "$3" ]; then
		tap_result 0 "$1"
	else
		tap_result 1 "$1"
		printf '%s\n' "got:" "$2" "expected:" "$3" | sed 's/^/# /'
	fi
}

done_testing() {
	echo "1..$tap_count"
	[ "$tap_failed" = 0 ]
	exit
}
