#!/usr/bin/env python3
"""Ctrl-C, or the like, at any moment: what was begun is cleaned up and told,
and who is not to heed it goes on."""

import os
import random
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import (Batch, FakeEngine, draft, name_of, path_of, tap, write,
                    write_all)

DRAFTS = range(1, 9)
TURNS = 4 if tap.WRAPPER else 16        # a wrapper such as valgrind is slow
ENDS = (-signal.SIGTERM, -signal.SIGINT)


class Command:
    """A command under way; what it says is read at its end."""

    def __init__(self, *arguments, env, before=None):
        self.process = subprocess.Popen(
            tap.WRAPPER + [tap.UNAGENDA] + list(arguments),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, env=dict(os.environ, **env),
            preexec_fn=before or heed)

    def send(self, *signals):
        for sign in signals:
            self.process.send_signal(sign)

    def line(self):
        return self.process.stdout.readline().decode()

    def end(self):
        """Its status and what it said."""
        said = self.process.communicate()[0].decode()
        return self.process.returncode, said


def heed():
    """What a shell runs in the background ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ignore():
    """As nohup does, and a shell without job control."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def block():
    """The first process of a container does not die of them either."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})


def left_by(d):
    """What is left of work, whose end was not told."""
    partial = d + "/out/.unagenda/partial"
    return os.listdir(d + "/tmp") + (
        os.listdir(partial) if os.path.exists(partial) else [])


def interrupted(d, chance, *arguments, env):
    """Complaints about a command that is interrupted at any moment, once or
    twice; and how often it was before its end."""
    began = time.monotonic()
    Command(*arguments, env=env).end()
    whole = time.monotonic() - began
    faults, ended = [], 0
    for turn in range(TURNS):
        command = Command(*arguments, env=env)
        time.sleep(chance.random() * whole)
        command.send(signal.SIGTERM, *[signal.SIGINT] * (turn % 2))
        status, said = command.end()
        ended += status in ENDS
        faults += ["turn %d: %s is left" % (turn, f) for f in left_by(d)]
        if arguments[0] == "batch" and said and " failed" not in said:
            faults.append("turn %d: no summary: %s" % (turn, said))
    return faults, ended


def at_any_moment(d):
    source = d + "/source"
    write_all(source, DRAFTS)
    for n in (2, 3, 7):
        write(source, n, draft(n).replace("<title>Opening", "<titel>Opening"))
    paths = [path_of(source, n) for n in DRAFTS]
    os.makedirs(d + "/tmp")
    fake = FakeEngine(d, DRAFTS)
    fake.do("sleep 0.05")
    env = dict(fake.env, TMPDIR=d + "/tmp")
    chance = random.Random(3)
    for what, *arguments in (
            ("a batch", "batch", "--force", "-j2", source),
            ("a batch of TeX", "batch", "--force", "--to=tex", source),
            ("build", "build", *paths)):
        faults, ended = interrupted(d, chance, *arguments, "-o", d + "/out",
                                    env=env)
        tap.none(faults, "%s, interrupted %d times: nothing is left, and all "
                 "is told" % (what, TURNS))
        tap.ok(ended >= TURNS / 4, "most of these ended by it", ended)


def not_heeded(d):
    """Under nohup, or in the background of a script."""
    source, out = d + "/source", d + "/out"
    write_all(source, DRAFTS)
    fake = FakeEngine(d, DRAFTS)
    fake.do("sleep 0.1")
    for what, *arguments in (
            ("a batch", "batch", source),
            ("build", "build", *[path_of(source, n) for n in DRAFTS])):
        command = Command(*arguments, "-o", out, env=fake.env, before=ignore)
        said = command.line()
        command.send(signal.SIGHUP, signal.SIGINT)
        status, rest = command.end()
        said += rest
        tap.ok(status == 0 and all(name_of(n, "pdf") in said for n in DRAFTS),
               "%s that is to ignore them goes on to its end" % what, said)


def survived(d):
    """What does not die of it must not say that all is done."""
    source, out = d + "/source", d + "/out"
    write_all(source, DRAFTS)
    fake = FakeEngine(d, DRAFTS)
    fake.do("sleep 0.2")
    message = "unagenda: ended from outside: Terminated [UNA-0013]"
    paths = [path_of(source, n) for n in DRAFTS]
    for what, *arguments in (("a batch", "batch", source),
                             ("build", "build", *paths),
                             ("watch", "watch", *paths)):
        command = Command(*arguments, "-o", out, env=fake.env, before=block)
        said = command.line()
        command.send(signal.SIGTERM)
        status, rest = command.end()
        tap.ok(status == 3 and message in rest, "%s that outlives it says so"
               % what, "%d %s%s" % (status, said, rest))
    tap.ok(Batch(out, source, to="pdf", env=fake.env).status == 0,
           "and the next one makes the rest")


with tap.Folder() as top:
    for test in (at_any_moment, not_heeded, survived):
        place = os.path.join(top, test.__name__)
        os.mkdir(place)
        test(place)
tap.done()
