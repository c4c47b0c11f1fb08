#!/usr/bin/env python3
"""Something is wrong with one document or with the machine: every other document
is made, and the status is right."""

import fcntl
import os
import pty
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import (Batch, FakeEngine, built, engines_of, draft, files,
                    name_of, path_of, start, tap, write, write_all)


def names(numbers, ending="tex"):
    return sorted(name_of(n, ending) for n in numbers)


def at_fault(d):
    source, out = d + "/fault", d + "/fault-out"
    write_all(source, range(1, 6))
    Batch(out, source)
    before = files(out)
    write(source, 3, draft(3).replace("<title>Opening", "<titel>Opening"))
    run = Batch(out, source)
    run.is_(1, 0, 4, 1, "one of five is at fault now")
    tap.ok("%s:14:" % path_of(source, 3) in run.err, "its message is told",
           run.err)
    tap.equal(sorted(files(out)), names((1, 2, 4, 5)),
              "what it has been does not look as if it were current")
    old = out + "/.unagenda/old/" + name_of(3)
    tap.ok(old in run.err and os.path.exists(old), "but is kept, and told of",
           run.err)
    run = Batch(out, source)
    run.is_(1, 0, 4, 1, "it is told of again, and no other made")
    tap.ok(old in run.err, "where the earlier one is, too", run.err)
    write(source, 3, draft(3))
    Batch(out, source).is_(0, 1, 4, 0, "it is mended")
    tap.equal(files(out), before, "and there again")
    tap.ok(not os.path.exists(old), "with no older one beside")
    os.unlink(path_of(source, 3))
    Batch(out, source).is_(0, 0, 4, 0, "a draft that is deleted")


def hostile(d):
    source, out = d + "/hostile", d + "/hostile-out"
    write_all(source, range(1, 50))
    tap.write(source + "/bomb.xml", "<!DOCTYPE agenda [\n%s]>\n<agenda>&l9;"
              "</agenda>\n" % "".join(
                  "<!ENTITY l%d \"%s\">\n" % (n, "&l%d;" % (n - 1) * 10)
                  for n in range(1, 10)))
    Batch(out, source).is_(1, 49, 0, 1, "1 of 50 is hostile")
    tap.equal(sorted(files(out)), names(range(1, 50)), "49 are made")
    tap.write(source + "/bomb.xml", "<agenda>" * 100000)
    os.mkfifo(source + "/pipe.xml")
    Batch(out, source).is_(1, 0, 49, 1, "another one, and a pipe")


def long_draft(number):
    words = "<p>%s</p>" % ("Many words that say little. " * 2000)
    return draft(number).replace("<p>See", words + "<p>See")


def disks(d):
    source, out = d + "/disk", d + "/disk-out"
    write_all(source, range(1, 6))
    write(source, 3, long_draft(3))

    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000))

    batch = start(out, source, preexec_fn=small_files, restore_signals=False)
    said = batch.communicate()[0].decode()
    tap.ok(batch.returncode == 3 and "File too large [UNA-0011]" in said
           and "4 made, 0 unchanged, 1 failed" in said,
           "no room for one of five", said)
    tap.equal(sorted(files(out)), names((1, 2, 4, 5)), "the others are made")
    tap.none(os.listdir(out + "/.unagenda/partial"), "nothing half made is left")
    Batch(out, source).is_(0, 1, 4, 0, "when there is room, it is made")

    # each note is shorter, and all together are longer
    write_all(source, range(1, 101))
    batch = start(out, "--force", source, preexec_fn=small_files,
                  restore_signals=False)
    said = batch.communicate()[0].decode()
    made = int(re.search(r"(\d+) made", said)[1])
    tap.ok(batch.returncode == 3 and 5 < made < 100 and
           said.count("cannot note") == 100 - made,
           "no room for notes of what is made", said[-2000:])
    tap.equal(len(files(out)), made, "what is not noted is not there")
    Batch(out, source).is_(0, 100 - made, made, 0, "and is made the next time")

    os.unlink(os.path.join(out, name_of(2)))
    os.makedirs(os.path.join(out, name_of(2), "in the way"))
    Batch(out, source).is_(3, 0, 99, 1, "a folder is where a result should be")
    shutil.rmtree(os.path.join(out, name_of(2)))
    Batch(out, source).is_(0, 1, 99, 0, "and is not any more")


# root without the right to pass over permissions
PLAIN = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] \
    if os.geteuid() == 0 else []


def without_rights(*arguments):
    result = subprocess.run(PLAIN + [tap.UNAGENDA] + list(arguments),
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout.decode()


def read_only(d):
    source, out = d + "/rights", d + "/rights-out"
    write_all(source, range(1, 6))
    Batch(out, source, path_of(source, 1))
    write(source, 2, draft(2, " more"))
    os.chmod(out, stat.S_IRUSR | stat.S_IXUSR)
    status, said = without_rights("batch", "--to=tex", "-o", out, source)
    tap.ok(status == 3 and "[UNA-0011]" in said, "a folder that cannot be "
           "written", said)
    os.chmod(out, stat.S_IRWXU)
    Batch(out, source).is_(0, 1, 4, 0, "when it can, what is missing is made")
    os.chmod(path_of(source, 3), 0)
    write(source, 4, draft(4, " more"))
    status, said = without_rights("batch", "--to=tex", "-o", out, source)
    tap.ok(status == 3 and "Permission denied [UNA-0010]" in said
           and "1 made, 3 unchanged, 1 failed" in said,
           "a draft that cannot be read stops no other", said)
    os.chmod(path_of(source, 3), stat.S_IRUSR)
    status, said = without_rights("batch", "--to=tex", "-o", out + "/new/x",
                                  path_of(source, 3))
    tap.equal(status, 0, "folders are made")


def engines(d):
    """A LuaLaTeX that does as it is told."""
    source, out = d + "/tex", d + "/tex-out"
    write_all(source, range(1, 5))
    fake = FakeEngine(d, range(1, 5))
    for what, how, message in (
            ("runs for ever", "while :; do :; done", "UNA-0014"),
            ("crashes", "kill -SEGV $$", "UNA-0013"),
            ("is killed", "kill -KILL $$", "UNA-0013"),
            ("fails", "exit 1", "UNA-0901")):
        fake.do("case $name in *_2-EN) %s ;; esac" % how)
        run = Batch(out, "--force", "--time-limit=1", source, to="pdf",
                    env=fake.env)
        run.is_(3, 3, 0, 1, "an engine that " + what)
        tap.ok(message in run.err and sorted(files(out)) ==
               names((1, 3, 4), "pdf"), "%s: the others are made" % what,
               run.err)


def settings(d):
    """Another unagenda.conf, while engines are at work on what was checked."""
    source, out = d + "/conf", d + "/conf-out"
    write_all(source, range(1, 5))
    fake = FakeEngine(d + "/conf-engine", range(1, 5))
    fake.do('until [ -e "${0%/*}/go" ]; do sleep 0.02; done')
    batch = start(out, source, to="pdf", env=dict(os.environ, **fake.env))
    while not engines_of(batch.pid) and batch.poll() is None:
        time.sleep(0.01)
    for n in (1, 3):
        tap.write(os.path.dirname(path_of(source, n)) + "/unagenda.conf",
                  "UNA-0714 error\n")
    tap.write(fake.folder + "/go", "")
    said = batch.communicate()[0].decode()
    tap.ok("4 made, 0 unchanged" in said, "settings change meanwhile", said)
    Batch(out, source, to="pdf", env=fake.env).is_(
        0, 4, 0, 0, "what was checked by the earlier ones is made again")


def together(d):
    """Two batches in one folder."""
    source, out = d + "/two", d + "/two-out"
    write_all(source, range(1, 4))
    Batch(out, source)
    folder = os.open(out + "/.unagenda/lock", os.O_RDWR)
    fcntl.flock(folder, fcntl.LOCK_EX)
    run = Batch(out, source)
    tap.ok(run.status == 3 and "[UNA-0025]" in run.err,
           "another batch is at work there", run.err)
    fcntl.flock(folder, fcntl.LOCK_SH)
    tap.equal(Batch(out, source).status, 3, "or a share of one")
    tap.equal(Batch(out, "--shard=1/2", source).status, 0,
              "shares can be made together")
    share = os.open(out + "/.unagenda/lock.2-of-2", os.O_RDWR | os.O_CREAT)
    fcntl.flock(share, fcntl.LOCK_EX)
    run = Batch(out, "--shard=2/2", source)
    tap.ok(run.status == 3 and "[UNA-0025]" in run.err,
           "but not the same one twice", run.err)
    os.close(share)
    os.close(folder)


def shown_on_terminal(out, source, stdout=None):
    """What a batch prints on one, which stdout is if it is nothing else."""
    master, slave = pty.openpty()
    batch = subprocess.Popen(
        [tap.UNAGENDA, "batch", "--to=tex", "-o", out, source],
        stdout=stdout or slave, stderr=slave, stdin=subprocess.DEVNULL,
        env=dict({k: v for k, v in os.environ.items()
                  if k not in ("NO_COLOR", "UNAGENDA_MESSAGES")},
                 TERM="xterm"))
    os.close(slave)
    shown = b""
    try:
        while True:
            shown += os.read(master, 65536)
    except OSError:     # its other side is closed
        pass
    batch.wait()
    return shown.decode()


def terminal(d):
    """The bar, on a terminal that has colours."""
    source, out = d + "/bar", d + "/bar-out"
    write_all(source, range(1, 4))
    write(source, 2, draft(2).replace("<title>Opening", "<titel>Opening"))
    shown = shown_on_terminal(out, source)
    tap.ok(re.search(r"\r\[-{30}\] 0/3", shown), "a bar is shown", shown)
    tap.ok(re.search(r"\] \d/3  [\d.]+ a second, \d+ s left", shown),
           "with count, rate and time left", shown)
    tap.ok("\r\x1b[K\x1b[1m" + path_of(source, 2) in shown,
           "messages stand above it", shown)
    tap.ok(shown.rstrip().split("\x1b[K")[-1].startswith(
        "3 documents: 2 made, 0 unchanged, 1 failed; "),
        "and it is gone at the end", shown)
    tap.ok(name_of(1) not in shown, "with the bar, no list", shown)
    tap.write(source + "/\x1b[31m\u009b32m.xml", "<agenda/>")
    with open(d + "/list", "w+", encoding="utf-8") as f:
        shown = shown_on_terminal(d + "/bar-list", source, f)
        f.seek(0)
        tap.equal(sorted(f.read().split()),
                  sorted(os.path.join(d, "bar-list", name_of(n))
                         for n in (1, 3)),
                  "a list that goes elsewhere is made all the same")
    tap.ok("failed: %s/ [31m 32m.xml" % source in shown and
           "\x1b[31m" not in shown and
           "\u009b" not in shown, "names of files are no commands to it",
           [shown])


def wrong(d):
    for what, arguments, id_ in (
            ("no folder for results", [d], "0017"),
            ("no path", ["-o", d], "0006"),
            ("no number of jobs", ["-o", d, "-j", "0", d], "0004"),
            ("no kind of result", ["-o", d, "--to=html", d], "0004"),
            ("no share", ["-o", d, "--shard=5/4", d], "0004"),
            ("another share", ["-o", d, "--shard=x", d], "0004"),
            ("a share of no array", ["-o", d, "--shard=/4", d], "0004")):
        run = tap.Run("batch", *arguments)
        tap.ok(run.status == 2 and "[UNA-%s]" % id_ in run.err, what, run.err)


with tap.Folder() as folder:
    for section in (at_fault, hostile, disks, read_only, engines, settings,
                    together, terminal, wrong):
        section(folder)
tap.done()
