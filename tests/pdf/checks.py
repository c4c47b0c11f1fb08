"""What must hold for every PDF that unagenda makes, given its XML."""

import difflib
import re
import xml.etree.ElementTree as xml

import expected
import page
import structure
import tags
import tap
import vienna


class Made:
    """A PDF, the XML that it was made from, and what is in both."""

    def __init__(self, source, pdf):
        self.source, self.pdf = source, pdf
        self.document = expected.Document(source)
        self.pages = page.pages_of(pdf)
        self.objects = tags.Tags(pdf)


def build(source, out, name=None):
    """Builds a document; its faults end the test."""
    run = tap.Run("build", "-o", out, source)
    if run.status:
        tap.ok(False, "%s is built" % (name or source), run.err)
        tap.done()
    return Made(source, run.out.strip()), run


def is_furniture(line, on):
    """Heads and feet, which are no part of what is read."""
    return line.y > vienna.HEIGHT - 46 or (on.number > 1 and line.y < 70)


def is_mark(line):
    return line.size < 7 and line.text.strip().isdigit()


def is_note(line):
    return abs(line.size - vienna.NOTE_SIZE) < 0.1 or is_mark(line)


def text_lines(on):
    """The lines of the text: no heads, no feet, no notes."""
    return [line for line in on.lines
            if not is_furniture(line, on) and not is_note(line)]


def body_lines(made):
    """The lines of all pages, without heads, feet, notes and their marks."""
    return [without_marks(line) for p in made.pages for line in text_lines(p)]


def words(made, what):
    """The words of the text in the order of the file, against the XML."""
    compare(page.words(made.document.body), page.words_of(body_lines(made)),
            what)


def compare(wanted, got, what, parted=0):
    """Two lists of words; parted: how many may be read as several."""
    matcher = difflib.SequenceMatcher(None, wanted, got, False)
    faults = [(wanted[a:b], got[c:d])
              for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    pieces = [f for f in faults if "".join(f[0]) == "".join(f[1])]
    tap.none(["wanted %s, found %s" % f for f in faults
              if f not in pieces or len(pieces) > parted],
             what + ": %d words as in the XML, in their order" % len(wanted))


def without_marks(line):
    """A line without the raised numbers of its notes."""
    chars = [c for c in line.chars if c.size >= 7]
    return page.Line(chars) if chars else line


def fonts(made, what):
    rows = structure.fonts(made.pdf)
    tap.none([r for r in rows if not (r[1] and r[2] and r[3])] or
             ([] if rows else ["no fonts"]),
             what + ": fonts are embedded, subset, and say their Unicode")
    tap.none([r[0] for r in rows
              if not re.match(r"[A-Z]{6}\+TeXGyreTermes-", r[0])],
             what + ": no other face than Termes")


def frame(made, what):
    """All letters and areas lie within the margins, and text within its
    lines."""
    faults = []
    for p in made.pages:
        bottom = vienna.TEXT_BOTTOM_FIRST if p.number == 1 \
            else vienna.TEXT_BOTTOM
        for c in p.chars:
            if c.x < vienna.LEFT - 0.1 or c.right > vienna.RIGHT + 0.1:
                faults.append("page %d: %s" % (p.number, c))
        for box in p.paths:
            if box.left < vienna.LEFT - 0.1 or box.right > vienna.RIGHT + 0.1:
                faults.append("page %d: %s" % (p.number, box))
        for line in p.lines:
            if not is_furniture(line, p) and line.y > bottom:
                faults.append("page %d: too low: %s" % (p.number, line))
    tap.none(faults, what + ": nothing sticks out of the frame")
    tap.none(["page %d: %s" % (p.number, line) for p in made.pages
              for line in text_lines(p)
              if line.x > vienna.BODY_LEFT - 1 and line.y > 320
              and line.right > vienna.BODY_RIGHT + 0.2],
             what + ": no line of the text is too long")


def sentences_end(made, what, widest=15.0):
    """No line is stretched until its words fall apart.

    The house never breaks a symbol, and stretches the line before it as far as
    it must: by 31 pt in ECE/TRADE/C/CEFACT/2018/1.  Half of that is allowed.
    """
    faults = []
    for p in made.pages:
        by_y = {}
        for line in text_lines(p):
            if line.size > 9 and "Regular" in line.font:
                by_y.setdefault(round(line.y, 1), []).append(line)
        for row in by_y.values():
            for a, b in zip(row, row[1:]):
                gap = b.x - a.right
                if len(row) > 4 and widest < gap:
                    faults.append("page %d: %.1f pt before %s"
                                  % (p.number, gap, b))
    tap.none(faults, what + ": no words more than %g pt apart" % widest)


def running(made, what):
    """Head, rule and foot of the later pages."""
    symbol = made.document.masthead.get("symbol")
    job = made.document.masthead.get("job")
    faults = []
    for p in made.pages[1:]:
        even = p.number % 2 == 0
        for text, side, y, size, face in (
                (symbol, even, vienna.HEAD_BASELINE, vienna.HEAD_SIZE, "Bold"),
                (str(p.number), even, vienna.FOLIO_BASELINE,
                 vienna.FOLIO_SIZE, "Bold"),
                (job, not even, vienna.FOOT_JOB_BASELINE,
                 vienna.FOOT_JOB_SIZE, "Regular")):
            found = [line for line in p.lines if is_furniture(line, p)
                     and line.text.strip() == text and face in line.font]
            if len(found) != 1:
                faults.append("page %d: '%s' is there %d times"
                              % (p.number, text, len(found)))
                continue
            line = found[0]
            x, x0 = (line.x, vienna.LEFT) if side \
                else (line.right, vienna.RIGHT)
            if abs(x - x0) > vienna.TOLERANCE or abs(line.y - y) > \
                    vienna.TOLERANCE or abs(line.size - size) > 0.1:
                faults.append("page %d: %s" % (p.number, line))
        if not find_rule(p, vienna.HEAD_RULE):
            faults.append("page %d: no rule under the head" % p.number)
    tap.none(faults, what + ": heads and feet of %d later pages"
             % (len(made.pages) - 1))


def find_rule(p, figures):
    left, top, width, thickness = figures
    return [b for b in p.boxes
            if abs(b.left - left) < vienna.TOLERANCE
            and abs(b.top - top) < vienna.TOLERANCE
            and abs(b.right - b.left - width) < vienna.TOLERANCE
            and abs(b.bottom - b.top - thickness) < vienna.RULE_TOLERANCE]


def starts_at(made, destination, title):
    """Whether a place leads to the line that a title starts in."""
    if destination is None:
        return False
    number, y = destination
    first = page.words(title)[0]
    for line in made.pages[number - 1].lines:
        if 0 <= line.y - y <= 20 and first in page.words(line.text):
            return True
    return False


def outline(made, what):
    got = made.objects.outline()
    wanted = [(level, " ".join(page.words(title)))
              for level, title in made.document.outline]
    tap.equal([(level, " ".join(page.words(title)))
               for level, title, _ in got], wanted,
              what + ": %d bookmarks" % len(wanted))
    tap.none([entry for entry in got
              if not starts_at(made, entry[2], entry[1])],
             what + ": bookmarks lead to their headings")


def links(made, what):
    got = made.objects.links()
    wanted = list(made.document.link_targets())
    tap.equal(len(got), len(wanted), what + ": number of links")
    tap.none(["link %d on page %d leads to %s and not to '%s'"
              % (i, number, to, title)
              for i, ((number, to), title) in enumerate(zip(got, wanted))
              if not starts_at(made, to, title)],
             what + ": links lead to their items")


def metadata(made, what):
    document = made.document
    title = " ".join(page.words(document.text(document.root.find("title"),
                                              False)))
    symbol = document.masthead.get("symbol")
    info = made.objects.info()
    tap.equal(" ".join(info.get("/Title", "").split()), title,
              what + ": title in the document information")
    tap.equal(structure.text(made.objects.catalogue.get("/Lang", "")),
              document.root.get(expected.LANG), what + ": language")
    tree = xml.fromstring(made.objects.xmp())
    dc = "{http://purl.org/dc/elements/1.1/}"

    def value(name):
        element = tree.find(".//" + dc + name)
        return "" if element is None else \
            " ".join("".join(element.itertext()).split())
    tap.equal((value("title"), value("identifier"), value("language")),
              (title, symbol, document.root.get(expected.LANG)),
              what + ": title, symbol and language in the XMP")


def breaks(made, what):
    """No heading at the foot of a page, no single line of a paragraph at the
    head or foot of one."""
    faults = []
    for before, after in zip(made.pages, made.pages[1:]):
        foot = rows(before)
        if foot and "Bold" in foot[-1].font:
            faults.append("page %d ends with a heading: %s"
                          % (before.number, foot[-1]))
        faults += widows(before, after)
    tap.none(faults, what + ": no heading, widow or orphan at a break")


def rows(p):
    """The text's lines, one for each baseline, from the top."""
    found = {}
    for line in text_lines(p):
        found.setdefault(round(line.y), line)
    return [found[y] for y in sorted(found)]


def widows(before, after):
    """Lines of one paragraph stand 12 pt apart, paragraphs 18."""
    last, first = rows(before), rows(after)
    if len(last) < 2 or len(first) < 2:
        return []
    end, start = last[-1], first[0]
    if "Bold" in start.font or not is_run_on(before, end, start):
        return []
    faults = []
    if last[-1].y - last[-2].y > 12.5:
        faults.append("page %d ends with the first line of a paragraph: %s"
                      % (before.number, end))
    if first[1].y - first[0].y > 12.5:
        faults.append("page %d starts with the last line of a paragraph: %s"
                      % (after.number, start))
    return faults


def is_run_on(before, end, start):
    """Whether a paragraph goes on over the break: its last line is full."""
    right = max(line.right for line in text_lines(before)
                if abs(line.y - end.y) < 1)
    return right > vienna.BODY_RIGHT - 3 and start.x < vienna.BODY_LEFT + 80
