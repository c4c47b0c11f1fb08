#!/usr/bin/env python3
"""Good documents with one thing amiss each: every attribute left out, emptied
or given another's value, every element left out, doubled or emptied.  The
program judges each, and neither crashes nor hangs nor blames the machine."""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

SECONDS = 60 if not tap.WRAPPER else 600
# Run at once, so that the start of the program counts less.
TOGETHER = 200
TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+\s*=\s*"
                 r"(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
ATTRIBUTE = re.compile(r"\s+([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
MESSAGE = re.compile(r"\d+\.xml:\d+:\d+: (error|warning|advice): .*"
                     r" \[UNA-0\d{3}\]$|unagenda: and \d+ more messages$")
VALUES = ["", "zz", "0", "99999999999999999999", "2007-02-30"]


def parse(text):
    """(start, end) of each start tag; (start, inner start, inner end, end) of
    each element."""
    bare = re.sub(r"<!--.*?-->", lambda m: " " * len(m.group()), text,
                  flags=re.S)
    tags, elements, opened = [], [], []
    for tag in TAG.finditer(bare):
        if tag.group(1):
            start, inner = opened.pop()
            elements.append((start, inner, tag.start(), tag.end()))
            continue
        tags.append((tag.start(), tag.end()))
        if tag.group(4):
            elements.append((tag.start(), tag.end(), tag.end(), tag.end()))
        else:
            opened.append((tag.start(), tag.end()))
    return tags, elements


def mutants(text):
    tags, elements = parse(text)
    for start, end in tags:
        for a in ATTRIBUTE.finditer(text, start, end):
            first, last = a.span(2)
            yield text[:a.start()] + text[a.end():]
            for value in VALUES:
                yield text[:first + 1] + value + text[last - 1:]
    for start, inner, inner_end, end in elements:
        yield text[:start] + text[end:]
        yield text[:end] + text[start:end] + text[end:]
        if inner < inner_end:
            yield text[:inner] + text[inner_end:]
            # what it holds, in the place of the element itself
            yield text[:start] + text[inner:inner_end] + text[end:]


def judge(folder, files):
    """None, or what went wrong."""
    try:
        run = subprocess.run(
            tap.WRAPPER + [tap.UNAGENDA, "validate"] + files, cwd=folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "no end after %d s" % SECONDS
    err = run.stderr.decode("utf-8", "replace")
    if run.returncode not in (0, 1):
        return "status %d: %s" % (run.returncode, err[-2000:])
    # what watches memory ends with status 1, too, but says more
    strange = [line for line in err.splitlines()
               if not MESSAGE.match(line) or "(null)" in line]
    return "\n".join(strange[:20]) or None


def culprits(folder, files):
    return ["%s: %s" % (name, fault) for name in files
            for fault in [judge(folder, [name])] if fault]


def try_document(path, pool):
    with tap.Folder() as folder:
        names = []
        for i, text in enumerate(mutants(tap.read(path))):
            names.append("%d.xml" % i)
            tap.write(os.path.join(folder, names[-1]), text)
        batches = [names[i:i + TOGETHER]
                   for i in range(0, len(names), TOGETHER)]
        faults = pool.map(lambda b: judge(folder, b)
                          and culprits(folder, b), batches)
        tap.none([f for found in faults for f in found or []],
                 "%s: %d mutants" % (os.path.relpath(path, tap.ROOT),
                                     len(names)))


def main():
    paths = sys.argv[1:] or sorted(
        glob.glob(os.path.join(tap.ROOT, "xml/documents/*/en.xml"))
        + glob.glob(os.path.join(tap.ROOT, "tests/cases/shapes/*/input.xml")))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path in paths:
            try_document(path, pool)
    tap.done()


main()
