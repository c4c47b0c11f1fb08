#!/usr/bin/env python3
"""Engines start ahead of their documents, and only those that have some."""

import os
import re
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import Batch, draft, engines_of, start, tap, write

EACH = 8


def write_kinds(source, languages):
    """As many drafts of each language, one language after the other."""
    for i in range(EACH * len(languages)):
        language = languages[i // EACH]
        write(source, i + 1, draft(i + 1, language=language))


def languages_of(pid):
    found = set()
    for engine in engines_of(pid):
        try:
            command = tap.read("/proc/%s/cmdline" % engine.decode())
        except OSError:
            continue
        found |= set(re.findall(r"unaLanguage\{(\w+)\}", command))
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


with tap.Folder() as folder:
    for section in (before_their_documents, not_of_faulty_documents):
        section(folder)
tap.done()
