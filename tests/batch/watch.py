#!/usr/bin/env python3
"""A draft that is watched: each way of saving it makes its file anew."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import draft, name_of, tap

PATIENCE = 60       # seconds, for a machine that is busy


def heed_interrupts():
    """What a shell runs in the background ignores them, and so would what we
    run."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watch:
    """unagenda watch, with its lines as they come."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            tap.WRAPPER + [tap.UNAGENDA, "watch"] + list(arguments),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, preexec_fn=heed_interrupts)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.decode().rstrip("\n"))
        self.lines.put(None)

    def cycle(self):
        """The lines of one cycle; its last one says what became of it."""
        lines = []
        while True:
            try:
                line = self.lines.get(timeout=PATIENCE)
            except queue.Empty:
                return lines + ["(nothing for %d s)" % PATIENCE]
            lines.append(line)
            if line is None or line.endswith(" ms") or "at fault; " in line:
                return lines

    def line(self):
        return self.lines.get(timeout=PATIENCE)

    def quiet(self):
        return self.lines.empty()

    def end(self, sign):
        self.process.send_signal(sign)
        return self.process.wait(PATIENCE)


def replace(path, text):
    """As editors do that write beside and rename."""
    os.rename(tap.write(path + "~", text), path)


def in_two_goes(path, text):
    """As editors do that write, and then write once more."""
    tap.write(path, "")
    with open(path, "a", encoding="utf-8") as f:
        f.write(text[:300])
        f.flush()
        f.write(text[300:])
    tap.write(path, text)


def move_away(path, text):
    """As editors do that keep the last one beside."""
    os.rename(path, path + ".bak")
    tap.write(path, text)


def saving(d):
    path, out = d + "/a.xml", d + "/out"
    result = os.path.join(out, name_of(1))
    tap.write(path, draft(1))
    os.symlink("a.xml", d + "/link.xml")
    watch = Watch("--to=tex", "-o", out, d + "/link.xml")
    first = watch.cycle()
    tap.ok(first[-1].startswith(result + ": "), "it is made at first", first)
    for i, save in enumerate((tap.write, replace, in_two_goes, move_away)):
        word = "saved %d" % i
        save(path, draft(1, word))
        lines = watch.cycle()
        while word not in tap.read(result) and lines[-1]:
            lines = watch.cycle()
        tap.ok(lines[-1].startswith(result), "saved: " + (
            save.__doc__ or "in place").strip(), lines)
    good = tap.read(result)
    broken = draft(1).replace("<title>Opening", "<titel>Opening")
    for turn in ("once", "and once more"):
        tap.write(path, broken)
        lines = watch.cycle()
        tap.ok(any(":14:" in x and "UNA-0111" in x for x in lines) and
               lines[-1].endswith("at fault; %s is that of the last good draft"
                                  % result), "a broken draft, " + turn, lines)
    tap.equal(tap.read(result), good, "the last good result stays")
    os.unlink(path)
    replace(path, draft(2, job=""))
    lines = watch.cycle()
    tap.ok(any("UNA-0714" in x for x in lines) and
           lines[-1].startswith(os.path.join(out, name_of(2))),
           "deleted, and there again under another symbol", lines)
    tap.write(d + "/unagenda.conf", "UNA-0714 error\n")
    lines = watch.cycle()
    tap.ok(any("error" in x and "UNA-0714" in x for x in lines),
           "another unagenda.conf", lines)
    tap.write(d + "/other.xml", draft(3))
    tap.write(d + "/unagenda.conf", "UNA-0714 off\n")
    lines = watch.cycle()
    tap.ok(len(lines) == 1 and lines[0].startswith(
        os.path.join(out, name_of(2))), "and no word of another file", lines)
    tap.equal(watch.end(signal.SIGTERM), -signal.SIGTERM,
              "it is ended from outside")


def several(d):
    """Two drafts, set by a warm engine, and PDFs."""
    paths, out = [d + "/x.xml", d + "/y.xml"], d + "/pdf"
    for n, path in enumerate(paths, 5):
        tap.write(path, draft(n))
    watch = Watch("-o", out, *paths)
    made = [watch.cycle()[-1], watch.cycle()[-1]]
    tap.ok(all(m.startswith(os.path.join(out, name_of(n, "pdf")))
               for n, m in enumerate(made, 5)), "two drafts", made)
    tap.write(paths[1], draft(6, " more"))
    lines = watch.cycle()
    text = tap.output_of("pdftotext", os.path.join(out, name_of(6, "pdf")),
                         "-")
    tap.ok("One more" in text, "the one that is saved is made", lines)
    tap.ok(watch.quiet(), "and the other is not")
    tap.write(paths[0], draft(6))
    lines = watch.cycle()
    tap.ok(any("UNA-0007" in x for x in lines),
           "both cannot become one file", lines)
    tap.equal(watch.end(signal.SIGINT), -signal.SIGINT, "Ctrl-C ends it")


def folders(d):
    """A folder that is removed and made again, as a change of branches does."""
    home, out = d + "/branch", d + "/branch-out"
    os.makedirs(home)
    path = home + "/a.xml"
    watch = Watch("--to=tex", "-o", out, path)
    tap.ok(watch.line().startswith(path + ": is not there; "),
           "that a draft is not there is told")
    tap.write(path, draft(1))
    lines = watch.cycle()
    tap.ok(lines[-1].startswith(os.path.join(out, name_of(1))),
           "and it is made when it is", lines)
    shutil.rmtree(home)
    os.makedirs(home)
    tap.write(path, draft(2))
    lines = watch.cycle()
    tap.ok(lines[-1].startswith(os.path.join(out, name_of(2))),
           "a folder that is removed and made again", lines)
    tap.write(path, draft(3))
    tap.ok(name_of(3) in watch.cycle()[-1], "is watched again")
    os.rename(home, home + "-old")
    os.makedirs(home)
    replace(path, draft(4))
    tap.ok(name_of(4) in watch.cycle()[-1],
           "and so is one in the place of one that was moved")
    watch.end(signal.SIGTERM)


def wrong(d):
    for what, arguments, id_ in (
            ("a folder that is not there", [d + "/none/a.xml"], "0010"),
            ("the standard input", ["-"], "0009"), ("no file", [], "0006")):
        run = tap.Run("watch", *arguments)
        tap.ok(run.status in (2, 3) and "[UNA-%s]" % id_ in run.err, what,
               run.err)


with tap.Folder() as folder:
    for section in (saving, several, folders, wrong):
        section(folder)
tap.done()
