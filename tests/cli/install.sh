#!/bin/sh
# make install: all that is needed, and nothing else, where it should be.
. "$(dirname "$0")/../tap.sh"

root=$TMP/root
installs() {
	make -s --no-print-directory -C "$ROOT" "$1" B="${UNAGENDA%/unagenda}" \
		DESTDIR="$root" PREFIX=/opt/una >"$TMP/out" 2>&1
}

ok "make install" installs install
UNAGENDA=$root/opt/una/bin/unagenda
is "nothing lands elsewhere" "$(cd "$root" && find . -maxdepth 3 | sort | tr '\n' ' ')" \
	". ./opt ./opt/una ./opt/una/bin ./opt/una/lib ./opt/una/share "
is "documents of this project stay here" \
	"$(find "$root" -name documents)" ""
cd "$TMP" || exit
run validate "$ROOT/tests/cli/agenda.xml"
is "the installed program finds its DTD" "$status$(cat err)" 0
UNAGENDA_CACHE=$TMP/cache run doctor
is "and all else" "$status$(grep UNA- err)" 0
ok "and what makes engines warm" grep -q "^ok  *warm engines" out
ok "and LaTeX's format" grep -q "^ok  *LaTeX's format" out
run build --to=tex -o made "$ROOT/tests/cli/agenda.xml"
is "and its stylesheet" "$status$(cat err)" 0
UNAGENDA=$ROOT/build/unagenda
ok "make uninstall" installs uninstall
is "which leaves no file" "$(find "$root" -type f)" ""

done_testing
