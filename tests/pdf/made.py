#!/usr/bin/env python3
"""PDFs of documents made for the purpose: long ones, with notes, with every
special character, with a QR code, with a timetable over several pages, and
with a character that no font has."""

import concurrent.futures
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import barcode
import checks
import page
import vienna

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<agenda xml:lang="en" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="%s" original="en"
            job="V.%s-83856"%s/>
  <meeting start="%s" end="%s" place="vienna"/>
  <title>Annotated provisional agenda</title>
"""
WORDS = ("the Working Group may wish to consider proposals of the Secretariat "
         "for technical assistance activities designed to meet needs "
         "identified by States parties in priority areas and to advise the "
         "Conference on appropriate action at its fourth session").split()


def head(date="2007-05-30", more="", start="2007-10-01", end="2007-10-31"):
    return HEAD % (date, date[2:4], more, start, end)


def sentence(seed, length):
    """Words that look like a text; the same for the same seed."""
    return " ".join(WORDS[(seed * 7 + i * (1 + seed % 3)) % len(WORDS)]
                    for i in range(length)).capitalize() + "."


def long_document():
    """Paragraphs of every length, so that breaks fall everywhere."""
    items = []
    for i in range(30):
        paragraphs = "\n".join(
            "        <p>%s</p>" % sentence(i + j, 15 + (i * 13 + j * 29) % 90)
            for j in range(1 + i % 4))
        items.append("""    <item id="i%d">
      <title>%s</title>
      <annotation>
%s
      </annotation>
      <documentation>
        <document symbol="CTOC/COP/WG.2/2007/%d">%s</document>
      </documentation>
    </item>
""" % (i, sentence(i, 4 + i % 18)[:-1], paragraphs, i + 2,
            sentence(i + 3, 8 + i)[:-1]))
    return head() + "  <items>\n%s  </items>\n</agenda>\n" % "".join(items)


def notes_document():
    """Thirty notes, some longer than a line, six paragraphs without."""
    paragraphs = []
    for i in range(36):
        note = "" if i % 6 == 5 else "<note>Noted%d %s</note>" % (
            i, sentence(i, 5 + i % 25))
        paragraphs.append("<p>Marked%d %s%s And so on.</p>" % (
            i, sentence(i, 30 + i % 20), note))
    return head() + """  <items>
    <item id="one"><title>Notes</title>
      <annotation>
%s
      </annotation>
    </item>
  </items>
</agenda>
""" % "\n".join(paragraphs)


def timetable_document():
    """Eighteen days, of which one is longer than a page."""
    items = ["    <item id=\"i%d\"><title>%s</title></item>\n"
             % (i, sentence(i, 3 + i % 14)[:-1]) for i in range(40)]
    days = []
    for d in range(1, 19):
        takes = range(40) if d == 9 else range(d, d + 3)
        days.append("""      <day date="2007-10-%02d">
        <sitting start="10:00" end="13:00">
%s        </sitting>
        <sitting start="15:00" end="18:00"><take item="i%d"/></sitting>
      </day>
""" % (d, "".join('          <take item="i%d"/>\n' % i for i in takes), d))
    return head() + """  <items>
%s  </items>
  <annex id="work"><title>Organization of work</title>
    <timetable>
%s    </timetable>
  </annex>
</agenda>
""" % ("".join(items), "".join(days))


def small_document(text="Text.", **options):
    return head(**options) + """  <items>
    <item id="one"><title>One</title>
      <annotation><p>%s</p></annotation>
    </item>
  </items>
</agenda>
""" % text


def case(name):
    return tap.read(os.path.join(tap.ROOT, "tests", "cases", name,
                                 "input.xml"))


DOCUMENTS = {
    "long": long_document,
    "notes": notes_document,
    "timetable": timetable_document,
    "special": lambda: case("text/special"),
    "letters": lambda: case("text/letters"),
    "lists": lambda: case("blocks/lists"),
    "deep": lambda: case("items/three-levels"),
    "qr": lambda: small_document(more=' qr="yes"'),
    "qr-2025": lambda: case("masthead/qr-2025"),
    "annexes": lambda: case("annexes/several"),
    "appendices": lambda: case("annexes/appendices"),
    "translation": lambda: case("masthead/original-fr"),
}


def make(out, name):
    folder = os.path.join(out, name)
    os.makedirs(folder)
    source = tap.write(os.path.join(folder, "input.xml"), DOCUMENTS[name]())
    return name, checks.build(source, folder, name)[0]


def long_one(made):
    tap.ok(len(made.pages) >= 8, "a long document has many pages",
           len(made.pages))
    for check in (checks.words, checks.frame, checks.running, checks.breaks,
                  checks.outline, checks.links):
        check(made, "long document")


def notes_of(p):
    """Number and first word of each note at the foot of a page."""
    lines = [line for line in p.lines if checks.is_note(line)
             and not checks.is_mark(line)]
    text = " ".join(page.words_of([checks.without_marks(n) for n in lines]))
    return re.findall(r"Noted(\d+)", text)


def notes(made):
    checks.words(made, "notes")
    lines = [checks.without_marks(line) for p in made.pages for line in p.lines
             if checks.is_note(line) and not checks.is_mark(line)
             and not checks.is_furniture(line, p)]
    tap.equal(page.words_of(lines),
              page.words("\n".join(made.document.notes)),
              "notes: their words, in their order")
    faults = []
    for p in made.pages:
        text = " ".join(line.text for line in checks.text_lines(p))
        for number in notes_of(p):
            end = re.search(r"Marked%s\b" % number, text)
            after = "Marked%d" % (int(number) + 1)
            if not end and after not in text:
                faults.append("page %d: note %s is without its mark"
                              % (p.number, number))
    tap.none(faults, "notes: each on the page of its mark")
    tap.equal(sum(len(notes_of(p)) for p in made.pages), 30,
              "notes: thirty of them")
    marks = [re.sub(r"\D", "", "".join(c.c for c in line.chars
                                       if c.size < 7))
             for p in made.pages for line in p.lines
             if not checks.is_furniture(line, p)]
    marks = [m for m in marks if m]
    tap.equal(sorted(set(map(int, marks))), list(range(1, 31)),
              "notes: marks from 1 to 30")
    tap.equal(sorted(marks), sorted(2 * [str(i) for i in range(1, 31)]),
              "notes: each mark in the text and at the note")
    small = [line for p in made.pages for line in p.lines
             if abs(line.size - vienna.NOTE_SIZE) < 0.1
             and not checks.is_furniture(line, p)]
    pitch = [b.y - a.y for a, b in zip(small, small[1:]) if 0 < b.y - a.y < 14]
    tap.ok(pitch and all(abs(d - vienna.NOTE_LEADING) < 0.05 for d in pitch),
           "notes: %g on %g pt" % (vienna.NOTE_SIZE, vienna.NOTE_LEADING),
           sorted(set(round(d, 2) for d in pitch)))
    checks.frame(made, "notes")


def timetable(made):
    pages = [p for p in made.pages
             if any(line.text == "Title or description" for line in p.lines)]
    annex = [p for p in made.pages if p.number >= pages[0].number]
    tap.ok(len(pages) > 3 and pages == annex,
           "timetable: its head is on each of its %d pages" % len(annex),
           [p.number for p in pages])
    faults = []
    for p in pages:
        cells = [line for line in checks.text_lines(p)
                 if line.size == 10 and line.y > p.line("Date").y]
        if not re.match(r"\w+day, ?", cells[0].text):
            faults.append("page %d starts with %s" % (p.number, cells[0]))
        if not any(re.match(r"\d+( a\.m\.)?-\d", c.text)
                   and abs(c.y - cells[0].y) < 1 for c in cells):
            faults.append("page %d starts without a time" % p.number)
    tap.none(faults, "timetable: each page starts with date and time")
    # the words once, whatever is repeated at the top of a page
    wanted = set(page.words(made.document.body))
    got = set(page.words_of([line for p in made.pages
                             for line in checks.text_lines(p)]))
    tap.none(sorted(wanted ^ got), "timetable: no word is lost or added")
    numbers = [int(line.text) for p in pages for line in checks.text_lines(p)
               if re.fullmatch(r"\d+", line.text) and line.size == 10]
    takes = [int(t.get("item")[1:]) + 1
             for t in made.document.root.iter("take")]
    tap.equal(numbers, takes, "timetable: every item, in its order")
    checks.frame(made, "timetable")
    tap.none(["page %d: %s and %s" % (p.number, a, b)
              for p in pages for a, b in zip(checks.text_lines(p),
                                             checks.text_lines(p)[1:])
              if abs(a.x - b.x) < 1 and 0 <= b.y - a.y < 11
              and b.y > p.line("Date").y + 2],
             "timetable: no line stands on another")


def special(made):
    checks.words(made, "special characters")
    text = "".join(c.c for p in made.pages for c in p.chars)
    tap.none([c for c in "\\{}$&#^_~%\"'`|<>@=*+-" if c not in text],
             "special characters: each prints as itself")
    for check in (checks.outline, checks.metadata, checks.links):
        check(made, "special characters")


def qr(made, what, address):
    left, top, size = vienna.QR
    p = made.pages[0]
    got = barcode.matrix_of(p, left, top, size)
    wanted = []
    for line in tap.output_of("qrencode", "-m", "0", "-l", "M", "-t", "ASCII",
                              "-o", "-", address).splitlines():
        wanted.append("".join("1" if line[i] == "#" else "0"
                              for i in range(0, len(line), 2)))
    tap.equal(got, wanted, what + ": its squares say " + address)
    boxes = [b for b in p.boxes if b.left > left - 2 and b.top > top - 2]
    box = (min(b.left for b in boxes), min(b.top for b in boxes),
           max(b.right for b in boxes), max(b.bottom for b in boxes))
    tap.ok(all(abs(a - b) <= vienna.TOLERANCE for a, b in zip(
        box, (left, top, left + size, top + size))),
        what + ": stands in its place", box)
    mark = [b for b in p.paths if b.top > 760 and b.left > 380
            and b.right < left]
    tap.ok(mark and abs(max(b.right for b in mark) - vienna.RECYCLE_RIGHT) <= 1
           and abs(max(b.bottom for b in mark) - vienna.RECYCLE_BOTTOM) <= 1,
           what + ": the recycling mark makes room for it",
           max([b.right for b in mark] or [0]))


def lists(made):
    checks.words(made, "lists")
    p = made.pages[0]
    left, step = vienna.BODY_LEFT, vienna.STEP
    for start, x in (("First;", left + step), ("Deeper;", left + 2 * step),
                     ("Deepest;", left + 3 * step)):
        line = p.line(start)
        tap.ok(abs(line.x - x) <= vienna.TOLERANCE,
               "lists: %s at %.1f" % (start, x), line)


def others(made):
    checks.words(made["deep"], "three levels")
    checks.outline(made["deep"], "three levels")
    checks.words(made["letters"], "letters")
    checks.fonts(made["letters"], "letters")
    for name in ("annexes", "appendices"):
        checks.words(made[name], name)
        checks.links(made[name], name)
        checks.outline(made[name], name)
    checks.words(made["translation"], "translation")


def no_glyph(out):
    """A character that no font has is named where it stands."""
    source = tap.write(os.path.join(out, "glyph.xml"),
                       small_document("Text with \u4e2d in it."))
    folder = os.path.join(out, "glyph")
    run = tap.Run("build", "-o", folder, source)
    wanted = "%s:10:19: error: no font has the character U+4E2D '\u4e2d' " \
        "[UNA-0902]\n" % source
    tap.equal((run.status, run.err), (1, wanted),
              "a character that no font has is named at its paragraph")
    tap.none(os.listdir(folder) if os.path.isdir(folder) else [],
             "and makes no file")
    source = tap.write(os.path.join(out, "title.xml"), small_document()
                       .replace("<title>One", "<title>One \u2603"))
    run = tap.Run("build", "-o", folder, source)
    tap.ok(run.status == 1 and run.err.count("U+2603") == 1
           and source + ":9:" in run.err,
           "a character in a title, printed twice, is named once", run.err)
    # a word is shaped once, and its fault is named wherever it stands
    source = tap.write(os.path.join(out, "arabic.xml"), small_document(
        "\u0628\ufdfa</p>\n<p>\u0643 \u0628\ufdfa")
        .replace('"en"', '"ar"', 1))
    run = tap.Run("build", "-o", folder, source)
    tap.equal((run.status, run.err), (1, "".join(
        "%s:%s: error: no font has the character U+FDFA '\ufdfa' "
        "[UNA-0902]\n" % (source, place) for place in ("10:19", "11:1"))),
              "one in a word that is joined is named at each of its paragraphs")


def overfull(out):
    """A word wider than the line is told at its paragraph."""
    source = tap.write(os.path.join(out, "wide.xml"),
                       small_document("See " + "m" * 120 + "."))
    run = tap.Run("build", "-o", os.path.join(out, "wide"), source)
    tap.ok(run.status == 0 and re.match(
        re.escape(source) + r":10:19: warning: .*\[UNA-0903\]\n$", run.err),
        "a line that is too long is told", run.err)


def main():
    with tap.Folder() as out:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            made = dict(pool.map(lambda name: make(out, name), DOCUMENTS))
        long_one(made["long"])
        notes(made["notes"])
        timetable(made["timetable"])
        special(made["special"])
        qr(made["qr"], "QR code",
           "https://undocs.org/CTOC/COP/WG.2/2007/1")
        qr(made["qr-2025"], "QR code of 2025",
           "https://docs.un.org/en/CTOC/COP/2025/6(PartI)")
        lists(made["lists"])
        others(made)
        no_glyph(out)
        overfull(out)
    tap.done()


main()
