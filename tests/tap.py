"""What the tests written in Python share: results in TAP, and the program
under test.  Sister of tap.sh, and ruled by the same environment:

    UNAGENDA  the program under test   WRAPPER  what runs it (valgrind ...)
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
UNAGENDA = os.path.abspath(
    os.environ.get("UNAGENDA") or os.path.join(ROOT, "build", "unagenda"))
WRAPPER = shlex.split(os.environ.get("WRAPPER", ""))
MAIN = "xml/documents/ctoc-cop-wg.2-2007-1/en.xml"

# a message is a line
os.environ["UNAGENDA_MESSAGES"] = "short"

_count = 0
_failed = 0


def comment(text):
    for line in str(text).splitlines():
        print("# " + line)


def ok(passed, description, why=""):
    """One result; `why` is told when it failed."""
    global _count, _failed
    _count += 1
    print("%sok %d - %s" % ("" if passed else "not ", _count, description))
    if not passed:
        _failed += 1
        comment(why)
    sys.stdout.flush()
    return bool(passed)


def equal(got, expected, description):
    return ok(got == expected, description,
              "got      %r\nexpected %r" % (got, expected))


def none(faults, description):
    """Passes when a list of complaints is empty."""
    faults = [str(f) for f in faults]
    shown = faults[:12] + (["... %d in all" % len(faults)]
                           if len(faults) > 12 else [])
    return ok(not faults, description, "\n".join(shown))


def done():
    print("1..%d" % _count)
    sys.exit(1 if _failed else 0)


class Run:
    """unagenda, run to its end: status, out, err."""

    def __init__(self, *arguments, cwd=ROOT, env=None):
        result = subprocess.run(
            WRAPPER + [UNAGENDA] + list(arguments), cwd=cwd,
            env=dict(os.environ, **(env or {})), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.status = result.returncode
        self.out = result.stdout.decode("utf-8", "replace")
        self.err = result.stderr.decode("utf-8", "replace")


def output_of(*command, **options):
    """What a tool prints, as text; it must succeed."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL,
                          **options).stdout.decode("utf-8")


class Folder:
    """with Folder() as name: a scratch folder, removed at the end."""

    def __enter__(self):
        self.name = tempfile.mkdtemp(prefix="unagenda-test-")
        return self.name

    def __exit__(self, *_):
        shutil.rmtree(self.name, ignore_errors=True)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path
