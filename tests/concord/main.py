#!/usr/bin/env python3
"""Mistakes in one of six language versions: each is found, with one message or
two, and at its place.  Their number is printed; all must be found."""

import concurrent.futures
import os
import random
import re
import shutil
import sys

sys.dont_write_bytecode = True
sys.path[:0] = [os.path.join(os.path.dirname(__file__), ".."),
                os.path.dirname(__file__)]
import tap
from changes import CHANGES
from drafts import Draft

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
# Of the document of the project, and of one with all that it lacks.
SETS = {"xml/documents/ctoc-cop-wg.2-2007-1": 200,
        "tests/concord/fixtures": 200}
# A program that is watched is slow.
if tap.WRAPPER or "asan" in tap.UNAGENDA:
    SETS = {name: 28 for name in SETS}
MESSAGE = re.compile(r"(\w\w)\.xml:(\d+):(\d+): error: .* \w\w\.xml:\d+:\d+ "
                     r"(?:has|and \d+ more have) .* \[UNA-10\d\d\]$")
# Of a file that is at fault by itself, which is no matter of concord's.
REFUSED = re.compile(r"\[UNA-(?!10)\d+\]$", re.M)
MOST_MESSAGES = 2
TRIES = 100


def try_once(folder, kind, drafts, rng):
    """(language, lines, run) of a change in one of the files; None when there
    is nothing to change there, or when validate finds it already."""
    language = rng.choice(LANGUAGES)
    draft = drafts[language]
    made = CHANGES[kind](draft, rng)
    if not made or made[0] == draft.text:
        return None
    path = os.path.join(folder, language + ".xml")
    tap.write(path, made[0])
    run = tap.Run("concord", *(n + ".xml" for n in LANGUAGES), cwd=folder)
    tap.write(path, draft.text)
    return None if REFUSED.search(run.err) else (language, made[1], run)


def judge(language, lines, run):
    """None if the change is found and placed, or what is wrong."""
    messages = run.err.splitlines()
    places = [MESSAGE.match(m) for m in messages]
    if run.status != 1:
        return "status %d" % run.status
    if not all(places):
        return "a message is not of its form"
    if not 0 < len(messages) <= MOST_MESSAGES:
        return "%d messages" % len(messages)
    if not any(p.group(1) == language and int(p.group(2)) in lines
               for p in places):
        return "none in %s.xml at a line of %s" % (language, sorted(lines))
    return None


def try_change(source, drafts, number, kind):
    """(what was tried, what is wrong); None when there is nothing to try."""
    rng = random.Random("%s %d" % (os.path.basename(source), number))
    with tap.Folder() as folder:
        for language in LANGUAGES:
            shutil.copy(os.path.join(source, language + ".xml"), folder)
        made = next(filter(None, (try_once(folder, kind, drafts, rng)
                                  for _ in range(TRIES))), None)
    if not made:
        return None
    fault = judge(*made)
    return kind, fault and "%d, %s, in %s.xml: %s\n%s" % (
        number, kind, made[0], fault, made[2].err)


def possible(drafts):
    """The kinds of changes that a set has anything for."""
    rng = random.Random(1)
    return [kind for kind, change in CHANGES.items()
            if change(drafts["en"], rng)]


def try_set(name, count, pool):
    source = os.path.join(tap.ROOT, name)
    run = tap.Run("concord", *("%s/%s.xml" % (name, n) for n in LANGUAGES))
    tap.equal((run.status, run.out, run.err), (0, "", ""),
              name + ": all six versions agree")
    drafts = {n: Draft(tap.read(os.path.join(source, n + ".xml")))
              for n in LANGUAGES}
    kinds = possible(drafts)
    tried = list(pool.map(
        lambda i: try_change(source, drafts, i, kinds[i % len(kinds)]),
        range(count * 5 // 4)))
    # of some kinds there may be nothing that validate lets pass
    tried = [t for t in tried if t][:count]
    faults = [t[1] for t in tried if t[1]]
    tap.comment("%s: %d of %d changes of %d kinds found and placed" % (
        name, len(tried) - len(faults), len(tried),
        len({t[0] for t in tried})))
    tap.equal(len(tried), count, "%s: %d changes are made" % (name, count))
    tap.none(faults, "%s: every change is found and placed" % name)


def main():
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, count in SETS.items():
            try_set(name, count, pool)
    tap.done()


main()
