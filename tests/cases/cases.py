#!/usr/bin/env python3
"""The cases: one folder each, found by walking, which hold

    input.xml    a document
    expect.tex   what the stylesheets make of it (none: it makes nothing)
    expect.diag  what is said of it, the path cut to input.xml (none: nothing)
    status       the exit status (none: 0)

    cases.py [WORD...]            runs those whose path holds one of the words
    cases.py --golden [WORD...]   shows what has changed, and asks whether that
                                  is what is expected from now on
"""

import concurrent.futures
import difflib
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = ("status", "expect.diag", "expect.tex")


def find(words):
    cases = [os.path.relpath(folder, HERE)
             for folder, _, files in os.walk(HERE) if "input.xml" in files]
    return sorted(c for c in cases if not words or any(w in c for w in words))


class Case:
    """What a case says and makes, and what it should."""

    def __init__(self, name):
        self.name = name
        self.folder = os.path.join(HERE, name)
        with tap.Folder() as out:
            build = tap.Run("build", "--to=tex", "-o", out, "input.xml",
                            cwd=self.folder)
            made = sorted(os.listdir(out))
            self.got = {
                "status": str(build.status) + "\n",
                "expect.diag": build.err,
                "expect.tex": tap.read(os.path.join(out, made[0]))
                if made else "",
            }
        self.made = made
        self.validate = tap.Run("validate", "input.xml", cwd=self.folder)

    def expected(self, file):
        path = os.path.join(self.folder, file)
        if os.path.exists(path):
            return tap.read(path)
        return "0\n" if file == "status" else ""

    def difference(self, file):
        return "\n".join(difflib.unified_diff(
            self.expected(file).splitlines(), self.got[file].splitlines(),
            "%s/%s" % (self.name, file), "now", lineterm="", n=1))

    def faults(self):
        faults = [self.difference(file) for file in EXPECTED]
        # The stylesheet's complaints come after what validate looks at.
        if "[UNA-08" not in self.got["expect.diag"]:
            if self.validate.err != self.got["expect.diag"]:
                faults.append("validate says\n" + self.validate.err)
            if str(self.validate.status) + "\n" != self.got["status"]:
                faults.append("validate ends with %d" % self.validate.status)
        if self.got["status"] != "0\n" and self.made:
            faults.append("leaves " + ", ".join(self.made))
        return "\n".join(f for f in faults if f)

    def refusal(self):
        """Why this must not become what is expected; None if it may."""
        if self.got["status"] not in ("0\n", "1\n"):
            return "status " + self.got["status"].strip()
        if tap.ROOT in self.got["expect.diag"]:
            return "a message that names a path of this machine"
        if self.got["status"] == "1\n":
            return "a document at fault makes something" if self.made else None
        with tap.Folder() as out:
            pdf = tap.Run("build", "-o", out, "input.xml", cwd=self.folder)
        return "TeX refuses it: " + pdf.err if pdf.status else None

    def accept(self):
        for file in EXPECTED:
            path = os.path.join(self.folder, file)
            if self.got[file] not in ("", "0\n"):
                tap.write(path, self.got[file])
            elif os.path.exists(path):
                os.remove(path)


def all_of(words):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(Case, find(words))


def golden(words):
    for case in all_of(words):
        changes = [d for d in map(case.difference, EXPECTED) if d]
        if not changes:
            continue
        print("\n".join(changes))
        refusal = case.refusal()
        if refusal:
            print("%s: refused: %s" % (case.name, refusal))
        elif input("%s: is this expected from now on? [y/N] "
                   % case.name).strip().lower() == "y":
            case.accept()


def main():
    if sys.argv[1:2] == ["--golden"]:
        return golden(sys.argv[2:])
    for case in all_of(sys.argv[1:]):
        faults = case.faults()
        tap.ok(not faults, case.name, faults)
    tap.done()


main()
