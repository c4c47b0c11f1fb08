#!/usr/bin/env python3
"""Engines start ahead of their documents, and only those that have some; and they go
on while a document is inspected."""

import os
import re
import signal
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import Batch, draft, engines_of, start, tap, write
from engines import children, command_of, wait_for

EACH = 8


def write_kinds(source, languages):
    """As many drafts of each language, one language after the other."""
    for i in range(EACH * len(languages)):
        language = languages[i // EACH]
        write(source, i + 1, draft(i + 1, language=language))


def languages_of(pid):
    found = set()
    for engine in engines_of(pid):
        found |= set(re.findall(r"unaLanguage\{(\w+)\}",
                                command_of(int(engine))))
    return found


def made(out):
    return [f for f in os.listdir(out) if f.endswith(".pdf")] \
        if os.path.isdir(out) else []


def before_their_documents(d):
    """Each engine is there before the first document of its language is due."""
    source, out = d + "/source", d + "/out"
    languages = ["en", "es", "fr"]
    write_kinds(source, languages)
    batch = start(out, "-j2", source, to="pdf")
    first = {}
    while batch.poll() is None:
        done = len(made(out))
        for language in languages_of(batch.pid):
            first.setdefault(language, done)
        time.sleep(0.01)
    batch.communicate()
    tap.equal((batch.returncode, len(made(out))), (0, 3 * EACH),
              "documents of three languages are made")
    tap.ok(sorted(first) == languages and first["en"] == 0
           and first["es"] == 0 and first["fr"] < 2 * EACH - 2,
           "their engines start while those before have work", first)


def not_of_faulty_documents(d):
    """What is no language has no engine, nor what has no document to be set."""
    source, out = d + "/faulty", d + "/faulty-out"
    write_kinds(source, ["en", "xx"])
    run = Batch(out, "-j2", source, to="pdf")
    run.is_(1, EACH, 0, EACH, "documents in an unknown language")
    tap.ok("warm engine" not in run.err,
           "of an engine for them there is no word", run.err)


def inspections_of(pid):
    """Its children that inspect; it has the one that forks them before."""
    return [c for c in children(pid) if command_of(c) == command_of(pid)][1:]


def send(pid, number):
    """Whether it was there to get that signal."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def while_one_is_inspected(d):
    """However long that takes, the engine goes on."""
    source, out = d + "/inspected", d + "/inspected-out"
    write_kinds(source, ["en"])
    batch = start(out, "-j1", source, to="pdf")
    # before, it also forks to start engines
    wait_for(lambda: made(out), pause=0)
    stopped = wait_for(lambda: [c for c in inspections_of(batch.pid)
                                if send(c, signal.SIGSTOP)], pause=0)
    tap.ok(wait_for(lambda: len(made(out)) == EACH - 1, 20),
           "while one is inspected, all others are made", made(out))
    for inspection in stopped:
        send(inspection, signal.SIGCONT)
    batch.communicate()
    tap.equal((batch.returncode, len(made(out))), (0, EACH), "all are made")


with tap.Folder() as folder:
    for section in (before_their_documents, not_of_faulty_documents,
                    while_one_is_inspected):
        section(folder)
tap.done()
