"""Many small drafts, and batches of them, for the tests of this folder."""

import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                ".."))
import tap

SMALL = tap.read(os.path.join(tap.ROOT, "tests/cli/agenda.xml"))


def draft(number, variant="", language="en", job='job="V.07-83856"'):
    """One that becomes CTOC_COP_WG.2_2007_<number>-EN; another variant has
    another text."""
    text = SMALL.replace('2007/1"', '2007/%d"' % number)
    text = text.replace('job="V.07-83856"', job)
    text = text.replace('xml:lang="en"', 'xml:lang="%s"' % language)
    return text.replace("<p>One</p>", "<p>One%s</p>" % variant)


def write_all(folder, numbers, variant=""):
    for n in numbers:
        write(folder, n, draft(n, variant))


def path_of(folder, number):
    """Three drafts lie in a folder."""
    return os.path.join(folder, "d%d" % (number // 3), "%03d.xml" % number)


def write(folder, number, text):
    path = path_of(folder, number)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return tap.write(path, text)


def name_of(number, ending="tex", language="EN"):
    return "CTOC_COP_WG.2_2007_%d-%s.%s" % (number, language, ending)


class Batch(tap.Run):
    """A batch of TeX, unless it is to be PDF, run to its end: with made,
    unchanged, failed of its last line, and what it printed."""

    def __init__(self, out, *arguments, to="tex", **options):
        super().__init__("batch", "--to=" + to, "-o", out, *arguments,
                         **options)
        counts = re.search(r"(\d+) made, (\d+) unchanged, (\d+) failed",
                           self.err)
        self.counts = tuple(map(int, counts.groups())) if counts else None
        self.said = "%s%s" % (self.out, self.err)

    def is_(self, status, made, unchanged, failed, description):
        return tap.ok((self.status, self.counts) ==
                      (status, (made, unchanged, failed)), description,
                      "status %s, counts %s\n%s" % (
                          self.status, self.counts, self.said))


def start(out, *arguments, to="tex", **options):
    """One that goes on while the test does."""
    return subprocess.Popen(
        tap.WRAPPER + [tap.UNAGENDA, "batch", "--to=" + to, "-o", out] +
        list(arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, **options)


def engines_of(pid):
    return subprocess.run(
        ["pgrep", "-P", str(pid), "-f", "no-shell-escape"],
        stdout=subprocess.PIPE).stdout.split()


def files(out):
    """What stands there: name and content."""
    found = {}
    for name in os.listdir(out):
        if name != ".unagenda":
            with open(os.path.join(out, name), "rb") as f:
                found[name] = f.read()
    return found


def built(folder, numbers, variant="", to="tex"):
    """What `build` makes of such drafts: name and content."""
    source, out = (os.path.join(folder, d) for d in ("source", "out"))
    write_all(source, numbers, variant)
    run = tap.Run("build", "--to=" + to, "-o", out,
                  *[path_of(source, n) for n in numbers])
    if run.status:
        sys.exit(run.err)
    return files(out)


class FakeEngine:
    """A lualatex that does as it is told, and makes its PDF of one that lies
    ready; env is what makes it found."""

    def __init__(self, folder, numbers):
        self.folder = os.path.join(folder, "bin")
        os.makedirs(self.folder)
        ready = built(os.path.join(folder, "ready"), numbers, to="pdf")
        for name, content in ready.items():
            with open(os.path.join(self.folder, name), "wb") as f:
                f.write(content)
        self.env = {"PATH": self.folder + ":" + os.environ["PATH"],
                    "UNAGENDA_CACHE": os.path.join(folder, "cache")}

    def do(self, commands):
        """$name is the document's."""
        path = tap.write(
            os.path.join(self.folder, "lualatex"),
            "#!/bin/sh\nfor last; do :; done\nname=${last%%.tex}\n%s\n"
            ": >\"$name.log\"\n"
            "cat \"${0%%/*}/$name.pdf\" >\"$name.pdf\"\n" % commands)
        os.chmod(path, 0o755)
