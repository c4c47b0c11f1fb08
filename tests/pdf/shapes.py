#!/usr/bin/env python3
"""The PDF of every English document of the tree and of every shape: built
without a word, whole, in its frame, with links that lead somewhere.  What each
shape looks like is not asked here."""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import page
import structure
import tags

# Paper, margin at either side, highest and lowest baseline of all.
FRAMES = {
    "vienna": (595.28, 841.89, 60.0),
    "new-york": (612.0, 792.0, 60.0),
    "geneva": (595.28, 841.89, 56.65),
}
EDGE = 28.0    # nothing at all is nearer to the upper or lower edge
SLACK = 0.3

def sources():
    return sorted(glob.glob(os.path.join(tap.ROOT, "xml/documents/*/en.xml")) +
                  glob.glob(os.path.join(tap.ROOT,
                                         "tests/cases/shapes/*/input.xml")))


def name_of(source):
    parts = source.split(os.sep)
    return parts[-2]


class Shape:
    def __init__(self, source, out):
        self.name = name_of(source)
        self.root = xml.parse(source).getroot()
        folder = os.path.join(out, self.name)
        log = os.path.join(out, self.name + ".log")
        self.run = tap.Run("build", "-o", folder, "--keep=" + log, source)
        self.pdf = self.run.out.strip()
        self.log = "\n".join(
            open(f, encoding="utf-8", errors="replace").read()
            for f in glob.glob(log + "/**/*.log", recursive=True))
        if self.run.status == 0:
            self.pages = page.pages_of(self.pdf)
            self.objects = tags.Tags(self.pdf)
            self.qpdf = subprocess.run(
                ["qpdf", "--check", self.pdf], stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT)


def squeezed(text):
    """Without spaces, and with one kind of hyphen."""
    return "".join(page.words(text))


def flat(lines):
    """The lines of pages as one word; hyphens of line ends are not in it, nor
    those that the text has there."""
    text = ""
    for line in lines:
        text += re.sub(r"[-\u00ad\u2010]$", "", line.text.strip())
    return squeezed(text)


def words(shape):
    """Every word of the XML is on some page."""
    lines = [line for p in shape.pages for line in p.lines]
    text = flat(lines)
    bare = text.replace("-", "")
    lost = []
    for node in shape.root.iter():
        for part in (node.text, node.tail):
            for word in page.words(part or ""):
                if word not in text and word.replace("-", "") not in bare:
                    lost.append("<%s>: %s" % (node.tag, word))
    return lost


def frame(shape):
    width, height, margin = FRAMES[shape.root.get("station")]
    faults = []
    for p in shape.pages:
        # an annex in landscape has its pages turned, and no others
        w, h = (height, width) if p.number > 1 and p.width > p.height \
            else (width, height)
        if abs(p.width - w) > 0.1 or abs(p.height - h) > 0.1:
            faults.append("page %d is %g by %g" % (p.number, p.width,
                                                   p.height))
        for c in p.chars:
            if c.c.strip() and (c.x < margin - SLACK or
                                c.right > p.width - margin + SLACK):
                faults.append("page %d: %s" % (p.number, c))
            if not EDGE < c.y < p.height - EDGE:
                faults.append("page %d: %s" % (p.number, c))
        for box in p.paths:
            if box.left < margin - SLACK \
                    or box.right > p.width - margin + SLACK:
                faults.append("page %d: %s" % (p.number, box))
    return faults


def overprints(shape):
    """Letters that stand on letters."""
    faults = []
    for p in shape.pages:
        seen = {}
        for c in p.chars:
            key = (round(c.x), round(c.y))
            if c.c.strip() and c.c == seen.get(key):
                faults.append("page %d: %s" % (p.number, c))
            seen[key] = c.c
    return faults


def links(shape):
    faults = ["link on page %d leads nowhere" % number
              for number, to in shape.objects.links() if to is None]
    faults += ["bookmark '%s' leads nowhere" % title
               for _, title, to in shape.objects.outline() if to is None]
    wanted = [e for e in shape.root.iter("ref")]
    if len(shape.objects.links()) < len(wanted):
        faults.append("%d links for %d references"
                      % (len(shape.objects.links()), len(wanted)))
    return faults


def log(shape):
    """What TeX and the class complain of, whatever the program says of it."""
    return [line for line in shape.log.splitlines()
            if re.search(r"Warning|Overfull|Underfull|Missing character|"
                         r"undefined", line)]


def fonts(shape):
    rows = structure.fonts(shape.pdf)
    return [r for r in rows if not (r[1] and r[2] and r[3])
            or not re.match(r"[A-Z]{6}\+TeXGyre(Termes|Heros)-", r[0])]


def empty_pages(shape):
    return [p.number for p in shape.pages
            if len(p.lines) < (4 if p.number > 1 else 6)]


CHECKS = (
    (words, "no word is lost"),
    (frame, "nothing sticks out of the frame"),
    (overprints, "no letter stands on another"),
    (links, "links and bookmarks lead somewhere"),
    (log, "TeX has nothing to say"),
    (lambda shape: shape.objects.faults, "its structure is whole"),
    (fonts, "fonts are ours, embedded, subset, with Unicode"),
    (empty_pages, "no page is empty"),
)


def main():
    found = [s for s in sources()
             if not sys.argv[1:] or any(w in s for w in sys.argv[1:])]
    with tap.Folder() as out:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for shape in pool.map(lambda s: Shape(s, out), found):
                if not tap.ok(shape.run.status == 0 and not shape.run.err,
                              shape.name + ": is built without a word",
                              shape.run.err) and shape.run.status:
                    continue
                tap.equal((shape.qpdf.returncode, b"warning" in shape.qpdf
                           .stdout.lower()), (0, False),
                          shape.name + ": qpdf finds nothing wrong")
                for check, what in CHECKS:
                    tap.none(check(shape), "%s: %s" % (shape.name, what))
    tap.done()


if __name__ == "__main__":
    main()
