#!/bin/sh
# Every command, and everything that can be wrong with a command line.
. "$(dirname "$0")/../tap.sh"

agenda=$ROOT/tests/cli/agenda.xml
cd "$TMP" || exit

# refuses MESSAGE ARGUMENT...: status 2, the message, nothing else
refuses() {
	message=$1
	shift
	run "$@"
	is "unagenda $*" "$status $(cat out)$(cat err)" "2 unagenda: $message"
}

# tells WORDS ARGUMENT...: status 0, words in the output, no message
tells() {
	words=$1
	shift
	run "$@"
	found=$(grep -cF "$words" out)
	is "unagenda $*" "$status ${found%%[!0]*}$(cat err)" "0 "
}

refuses "no command is named; see 'unagenda help' [UNA-0002]"
refuses "there is no command '-'; see 'unagenda help' [UNA-0002]" -
refuses "there is no command 'biuld'; did you mean 'build'? [UNA-0002]" biuld
refuses "there is no command 'x'; see 'unagenda help' [UNA-0002]" x
refuses "there is no option '--hlep'; did you mean '--help'? [UNA-0003]" \
	--hlep build
refuses "there is no option '-z' here [UNA-0003]" -z
refuses "option '--version' takes no value [UNA-0004]" --version=2

for command in build validate; do
	refuses "no file is named; see 'unagenda help' [UNA-0006]" $command
	refuses "no file is named; see 'unagenda help' [UNA-0006]" $command --
	refuses "'a' is named twice [UNA-0008]" $command a b a
	refuses "there is no option '-z' here [UNA-0003]" $command -z a
	refuses "option '--help' takes no value [UNA-0004]" $command --help=x
done
refuses "there is no option '--ot'; did you mean '--to'? [UNA-0003]" \
	build --ot=pdf a
refuses "option '--to' cannot be 'html': it must be pdf or tex [UNA-0004]" \
	build --to=html a
refuses "option '--to' needs a value: pdf|tex [UNA-0004]" build --to
refuses "option '-o' needs a value: DIR [UNA-0004]" build a -o
refuses "option '--output' needs the name of a folder [UNA-0004]" \
	build -o '' a
refuses "option '--keep' needs the name of a folder [UNA-0004]" \
	build --keep= a
for limit in 0 -1 x 1x 99999 99999999999999999999 ''; do
	refuses "option '--time-limit' cannot be '$limit': it must be a number \
of seconds from 1 to 86400 [UNA-0004]" build --time-limit="$limit" a
done
for command in doctor version; do
	refuses "nothing can be done with 'a' here [UNA-0002]" $command a
	refuses "there is no option '-z' here [UNA-0003]" $command -z
done
refuses "nothing can be done with 'b' here [UNA-0002]" help build b
refuses "there is no option '-z' here [UNA-0003]" help -z
refuses "there is no command 'biuld'; did you mean 'build'? [UNA-0002]" \
	help biuld
refuses "there is no message 'UNA-0402'; did you mean 'UNA-0401'? [UNA-0002]" \
	help UNA-0402
refuses "there is no message 'UNA-0110x'; did you mean 'UNA-0110'? [UNA-0002]" \
	help UNA-0110x

tells "usage: unagenda COMMAND" help
tells "usage: unagenda COMMAND" --help
tells "usage: unagenda COMMAND" -h build nonsense
for command in build batch report watch validate new doctor explain help \
    version; do
	tells "usage: unagenda $command" help $command
	tells "usage: unagenda $command" $command --help
	tells "  $command " help
done
for id in UNA-0401 una-401 401; do
	tells "    <symbol>CTOC/COP/2005/8/Rev.1</symbol>" help $id
done

refuses "no message is named; see 'unagenda help explain' [UNA-0002]" explain
refuses "there is no message '402'; did you mean 'UNA-0401'? [UNA-0002]" \
	explain 402
refuses "there is no message 'UNO-0401'; did you mean 'UNA-0401'? [UNA-0002]" \
	explain UNO-0401
refuses "there is no message 'x'; see 'unagenda explain --all' [UNA-0002]" \
	explain 401 x
refuses "nothing can be done with '401' here [UNA-0002]" explain --all 401
for id in UNA-0401 una-401 401 0401; do
	tells "UNA-0401 error: a document symbol is not" explain $id
	tells "    <symbol>CTOC/COP/2005/8/Rev.1</symbol>" explain $id
done
tells "UNA-0010 error: a file cannot be read" explain 10
tells "### UNA-0714: a document has no job number yet" explain --all
is "the page has each topic once" "$(grep "^## " out | sort | uniq -d)" ""
run explain 401 601 703
is "lines are no wider than a terminal" "$(awk 'length > 78' out)" ""
UNAGENDA_DATA=$TMP/none run explain 401
is "no catalogue" "$status $(grep -c UNA-0012 err)" "3 1"
run version
is "the version is one line" "$(wc -l <out)" 1
ok "the version is a number" grep -q '^unagenda [0-9][0-9.]*$' out
run --version
ok "--version is the same" grep -q '^unagenda [0-9][0-9.]*$' out
run validate "$agenda"
is "validate is silent when all is well" "$status$(cat out err)" 0

unagenda version >/dev/full 2>err
is "output that cannot be written" "$? $(cat err)" "3 unagenda: cannot \
write to the standard output [UNA-0011]"

# Every command says how long it took, and of which stages.
for arguments in "build --to=tex -o made $agenda" "validate $agenda" \
    "concord $agenda $agenda" "batch --to=tex -o batch $agenda" \
    "explain UNA-0110" doctor version "help build"; do
	# shellcheck disable=SC2086
	run $arguments --timings
	is "unagenda $arguments --timings" \
		"$(grep -c '^all  *[0-9.]* s$' err)" 1
done
run build --timings --to=tex -o made "$agenda"
is "stages of build" "$(sed 's/ .*//' err | tr '\n' ' ')" \
	"load read check transform publish all "

done_testing
