#!/usr/bin/env python3
"""A batch that is killed at any moment: no result is partial or out of date,
and the next batch makes what is missing."""

import os
import random
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import (Batch, built, engines_of, draft, files, name_of, path_of,
                    start, tap, write, write_all)

DRAFTS = range(1, 17)
KILLS = 10 if tap.WRAPPER else 100      # a wrapper such as valgrind is slow
VARIANTS = ("", " of many", " of the others")


def faults_of(out, expected, stale):
    """What stands there and should not.  `expected` are the contents by name,
    `stale` those that were out of date when the batch began."""
    found = files(out)
    made_any = any(n in found and found[n] == expected[n] != stale.get(n)
                   for n in stale)
    for name, content in found.items():
        if name not in expected:
            yield "%s is left" % name
        elif content not in (expected[name], stale.get(name)):
            yield "%s is partial" % name
        elif content == stale.get(name) and made_any:
            yield "%s is out of date when others are made" % name


def killed_at_random(d):
    made = {v: built(os.path.join(d, "build%d" % i), DRAFTS, v)
            for i, v in enumerate(VARIANTS)}
    source, out = d + "/source", d + "/out"
    write_all(source, DRAFTS)
    began = time.monotonic()
    Batch(out, source)
    whole = time.monotonic() - began
    chance = random.Random(7)
    now = {n: "" for n in DRAFTS}
    faults, again, missed = [], 0, 0
    for turn in range(KILLS):
        before = files(out)
        for n in chance.sample(list(DRAFTS), 12):
            now[n] = chance.choice(VARIANTS)
            write(source, n, draft(n, now[n]))
        expected = {name_of(n): made[now[n]][name_of(n)] for n in DRAFTS}
        stale = {n: c for n, c in before.items() if c != expected[n]}
        batch = start(out, source)
        time.sleep(chance.random() * whole * 0.6)
        batch.kill()
        batch.communicate()
        again += batch.returncode == -signal.SIGKILL
        faults += ["turn %d: %s" % (turn, f)
                   for f in faults_of(out, expected, stale)]
        if turn % 20 == 19:
            run = Batch(out, source)
            missed += run.status != 0 or files(out) != expected
            missed += Batch(out, source).counts != (0, len(DRAFTS), 0)
    tap.none(faults, "killed %d times, no result is partial or out of date"
             % KILLS)
    tap.ok(again >= KILLS / 2, "most of these died before they were done",
           again)
    tap.equal(missed, 0, "the next batch makes what is missing")
    tap.none(os.listdir(out + "/.unagenda/partial"),
             "and nothing half made is left")


def only_what_is_missing(d):
    """What was made before the kill is not made again."""
    source, out = d + "/many", d + "/many-out"
    write_all(source, DRAFTS)
    batch = start(out, source)
    for _ in range(3):
        batch.stdout.readline()
    batch.kill()
    batch.communicate()
    there = len(files(out))
    run = Batch(out, source)
    run.is_(0, len(DRAFTS) - there, there, 0,
            "only what is missing is made after a kill")


def shares(d):
    """What shares have left that were killed, a whole batch removes."""
    source, out = d + "/shares", d + "/shares-out"
    write_all(source, DRAFTS)
    os.makedirs(d + "/shares-tmp")
    env = dict(os.environ, TMPDIR=d + "/shares-tmp")
    for share in ("1/2", "3/3"):
        batch = start(out, "--shard=" + share, source, env=env)
        batch.stdout.readline()
        batch.kill()
        batch.communicate()
    tap.ok({"partial.1-of-2", "lock.3-of-3"} <=
           set(os.listdir(out + "/.unagenda")), "shares that are killed")
    Batch(out, source, env=env)
    tap.equal(sorted(os.listdir(out + "/.unagenda")),
              ["lock", "old", "partial", "state"], "leave nothing in the end")
    tap.none(os.listdir(d + "/shares-tmp"), "nor of what TeX worked in")


def engines(d):
    """With engines at work: killed, interrupted, and they killed."""
    source, out = d + "/pdf", d + "/pdf-out"
    numbers = range(1, 5)
    expected = built(d + "/pdf-build", numbers, to="pdf")
    os.makedirs(d + "/tmp")
    os.environ["TMPDIR"] = d + "/tmp"
    write_all(source, numbers)
    for sign in (signal.SIGKILL, signal.SIGTERM):
        batch = start(out, "--force", source, to="pdf")
        batch.stdout.readline()
        engines = engines_of(batch.pid)
        batch.send_signal(sign)
        said = batch.communicate()[0].decode()
        found = files(out)
        tap.ok(batch.returncode == -sign and all(
            expected[n] == c for n, c in found.items()),
            "%s ends a batch with engines, which leaves whole PDFs"
            % sign.name, said)
        deadline = time.monotonic() + 30
        while any(os.path.exists("/proc/" + e.decode()) for e in engines) \
                and time.monotonic() < deadline:
            time.sleep(0.01)
        tap.none([e for e in engines if os.path.exists("/proc/" + e.decode())],
                 "%s: no engine is left" % sign.name)
        if sign != signal.SIGKILL:
            tap.ok("left; " in said, "%s: it says how far it was" % sign.name,
                   said)
    batch = start(out, "--force", source, to="pdf")
    while not engines_of(batch.pid) and batch.poll() is None:
        time.sleep(0.01)
    for engine in engines_of(batch.pid):
        subprocess.run(["kill", "-KILL", engine], stderr=subprocess.DEVNULL)
    said = batch.communicate()[0].decode()
    tap.ok("; " in said and batch.returncode in (0, 3),
           "an engine is killed", said)
    run = Batch(out, source, to="pdf")
    tap.ok(run.status == 0 and files(out) == expected,
           "the next batch makes what is missing", run.said)
    tap.none(os.listdir(d + "/tmp"), "and nothing of TeX's is left")


with tap.Folder() as folder:
    for section in (killed_at_random, only_what_is_missing, shares, engines):
        section(folder)
tap.done()
