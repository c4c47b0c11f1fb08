#!/bin/sh
# Installs the Debian packages of the phases named, so far as they are missing:
#
#	packages.sh run build test
#
# As root or through sudo; elsewhere it says what to install, and fails.
set -u
list=$(dirname "$0")/packages.tsv

# Whether what a probe names is there.
there() {
	case $1 in
	command:*) command -v "${1#*:}" ;;
	file:*) test -e "${1#*:}" ;;
	pkg-config:*) pkg-config --exists "${1#*:}" ;;
	tex:*) kpsewhich "${1#*:}" ;;
	*) echo "packages.sh: unknown probe: $1" >&2; return 1 ;;
	esac >/dev/null 2>&1
}

# The packages of a phase that lack one of their probes.
missing() {
	grep -v '^#' "$list" | while IFS="$(printf '\t')" read -r \
	    package phase probe _; do
		[ "$phase" = "$1" ] || continue
		there "$probe" || echo "$package"
	done
}

wanted=$(for phase; do missing "$phase"; done | sort -u | tr '\n' ' ')
[ -n "$wanted" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
	root="sudo -n"
	if ! $root true 2>/dev/null; then
		echo "Please install these packages, as root:" >&2
		echo "	apt-get install $wanted" >&2
		exit 1
	fi
fi
if ! command -v apt-get >/dev/null; then
	echo "Missing here, by their Debian names: $wanted" >&2
	exit 1
fi
echo "Installing $wanted"
# shellcheck disable=SC2086 # both are lists of words
$root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $wanted && exit 0
echo "apt-get could not install: $wanted" >&2
exit 1
