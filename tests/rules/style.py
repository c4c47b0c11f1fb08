#!/usr/bin/env python3
"""How the sources look: width of lines, length of functions and files, what
must not be in them."""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

WIDEST = 80
LONGEST_FUNCTION = 50
LONGEST_FILE = 400
SELF = "tests/rules/style.py"

os.chdir(tap.ROOT)
# Of a released archive, which has no history, all that is there.
TRACKED = subprocess.run(["git", "ls-files", "-z"], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL).stdout.decode().split("\0")
if len(TRACKED) < 2:
    TRACKED = [os.path.relpath(os.path.join(d, f)) for d, _, names in
               os.walk(".") for f in names
               if not re.match(r"\./(build|out|\.git)(/|$)", d)]
FILES = sorted(f for f in TRACKED if f and os.path.isfile(f))
C = [f for f in FILES if re.search(r"\.[ch]$", f)]


def text(path):
    with open(path, "rb") as f:
        return f.read().decode("utf-8", "replace")


def matches(files, pattern, flags=0):
    return ["%s:%d: %s" % (f, n, line.strip()[:70]) for f in files
            for n, line in enumerate(text(f).split("\n"), 1)
            if re.search(pattern, line, flags)]


def functions(path):
    """(name, lines) of each function: its brace stands in column 1."""
    start, name = None, "?"
    for n, line in enumerate(text(path).split("\n"), 1):
        if line == "{":
            start = n
        elif line == "}" and start:
            yield name, n - start - 1
            start = None
        elif not start:
            found = re.match(r"\w[\w *]*?(\w+)\(", line) or \
                re.match(r"(\w+)\(", line)
            name = found.group(1) if found else name


def code():
    tap.none(["%s:%d: %d columns" % (f, n, len(line.expandtabs(8)))
              for f in C for n, line in enumerate(text(f).split("\n"), 1)
              if len(line.expandtabs(8)) > WIDEST],
             "no line of C is wider than %d columns" % WIDEST)
    tap.none(["%s: %s: %d lines" % (f, name, lines) for f in C
              for name, lines in functions(f) if lines > LONGEST_FUNCTION
              and not f.startswith("tests/unit/")],
             "no function is longer than %d lines" % LONGEST_FUNCTION)
    tap.none(["%s: %d lines" % (f, text(f).count("\n")) for f in C
              if text(f).count("\n") > LONGEST_FILE],
             "no file of C is longer than %d lines" % LONGEST_FILE)
    generator = [f for f in C if f.startswith("generator/")]
    tap.none(matches([f for f in generator if f.endswith(".h")],
                     r"^\s*typedef\s+(struct|enum|union)\b"), "structs are not typedef'd")
    tap.none(matches(generator,
                     r"\b(system|popen|sprintf|strcat|gets|mktemp)\("),
             "no call that a shell or a long text could abuse")
    tap.none(["%s has no guard" % f for f in generator if f.endswith(".h")
              and "#ifndef" not in text(f)], "headers are guarded")
    tap.none([m for m in matches(generator, r"\bgetenv\(|\benviron\b")
              if not re.match(r"generator/(main|util/\w+|engine/preload/\w+)\.c:",
                              m)],
             "only main, util and the engine itself read the environment")
    tap.none([m for m in matches(generator, r"\bexit\(")
              if not m.startswith(("generator/util/alloc.c",
                                   "generator/main.c",
                                   "generator/util/proc.c",
                                   "generator/engine/"))],
             "no exit from the depths")


def everything():
    sources = [f for f in FILES if f != SELF and not f.endswith(
        (".pdf", ".png", ".gz")) and "/bad-reading/" not in f
        and not f.endswith("crlf/input.xml")]
    tap.none(matches(sources, r"(?<![\w.])/(work|root|home)/\w|/tmp/t"),
             "no path of the machine that this was written on")
    tap.none(matches(sources, r"\b(TODO|FIXME|XXX)\b"), "nothing is left to do")
    tap.none([m for m in matches(sources, r"[ \t]+$")
              if not re.match(r"tests/cases/.*(expect\.|white-space)", m)],
             "no space at the end of a line")
    tap.none([f for f in sources if "\r" in text(f)], "lines end as on Unix")
    tap.none([f for f in sources if text(f) and text(f)[-1] != "\n"
              and not f.endswith("expect.tex")],
             "files end with a newline")
    tap.none([f for f in FILES if re.search(r"(^|/)(\.DS_Store|.*\.(o|pyc|"
                                            r"orig|rej|log|aux))$", f)],
             "nothing made is kept")
    tap.none([f for f in FILES if text(f)[:2] == "#!"
              and not os.access(f, os.X_OK)],
             "what names its interpreter can be run, and so is no test left out")
    tap.none([f for f in FILES if os.path.islink(f)
              and not os.path.exists(f)], "no link leads nowhere")


code()
everything()
tap.done()
