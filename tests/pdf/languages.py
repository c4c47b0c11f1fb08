#!/usr/bin/env python3
"""The main document in the five other languages: its words in logical order as
the XML has them, its faces, its frame, the words that are parted, the direction
of what is Arabic; and shapes of the English cases, laid out in each language."""

import collections
import concurrent.futures
import glob
import os
import re
import sys
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import checks
import page
import shapes
import vienna

FOLDER = os.path.join(tap.ROOT, "xml/documents/ctoc-cop-wg.2-2007-1")
FACES = {
    "ar": "Scheherazade|TeXGyreTermes",
    "es": "TeXGyreTermes",
    "fr": "TeXGyreTermes",
    "ru": "STIXGeneral|TeXGyreTermes",
    "zh": "Fandol(Song|Hei|Kai)|TeXGyreTermes",
}
# A word that can be parted at one place alone, by its language's patterns and
# with three letters on either side; and how English would part it.
PARTED = {"es": ("trabajo", "tra-"), "fr": ("travaux", "tra-"),
          "ru": ("комитет", "коми-")}
# What is left in English: symbols, and the right column of the masthead.
ENGLISH = {"Distr", "General", "May", "Original", "English", "Arabic",
           "Chinese", "Russian", "CTOC", "COP", "WG"}
# English cases that have everything, to be laid out in each language.
SHAPES = ("contents-with-paragraphs", "groups", "notes", "parallel-meetings",
          "several-annexes", "tables", "tables-numbered",
          "timetable-meetings-and-rooms")
JOB = "no job number"


def without_hyphens(words):
    return [w.replace("-", "") for w in words]


def latin_words(made):
    """Words of an alphabet, perhaps parted at the ends of lines."""
    text = ""
    for line in checks.body_lines(made):
        part = line.text.strip()
        text += re.sub(r"[-–\xad]$", "", part) if part[-1:] in "-–\xad" \
            else part + "\n"
    return without_hyphens(page.words(text))


def chinese_words(made):
    """Characters: Chinese parts no words."""
    return [c for line in checks.body_lines(made) for c in line.text
            if not c.isspace()]


# ---- Arabic ---------------------------------------------------------------

def arabic_letters(text):
    """Words of Arabic letters alone.  Poppler puts the vowel before its letter,
    and a line's figures and marks where it likes; so neither is compared."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u064b-\u0652\u0640]", "", text)
    return re.findall("[\u0621-\u064a]+", text)


def figures(text):
    return collections.Counter(re.findall(r"\d+(?:/\d+)*", text))


def arabic(made):
    """All but page 1, whose masthead poppler reads in its own order, and the
    table, which it reads across its cells."""
    body = made.document.body
    annotations = made.document.say.words["annotations"]
    annex = "\n" + made.document.say.words["annex"] + "\n"
    wanted = body[body.index("\n" + annotations + "\n"):body.index(annex)]
    starts = [p.number for p in made.pages
              if annotations in arabic_page(made, p.number).split()]
    tap.ok(starts, "ar: the annotations have their heading", starts)
    ends = [p.number for p in made.pages
            if made.document.say.words["annex"]
            in arabic_page(made, p.number).split()]
    text = "\n".join(arabic_page(made, n)
                     for n in range(starts[0], ends[-1]))
    text = text[text.index(annotations):]
    checks.compare(arabic_letters(wanted), arabic_letters(text), "ar", 1)
    tap.equal(figures(text), figures(wanted), "ar: figures as in the XML")
    rest = arabic_page(made, 1) + "\n".join(
        arabic_page(made, n) for n in range(ends[-1], len(made.pages) + 1))
    head, tail = body[:body.index("\n" + annotations + "\n")], \
        body[body.index(annex):]
    lost = collections.Counter(arabic_letters(head + tail)) \
        - collections.Counter(arabic_letters(rest))
    tap.none(sorted(lost), "ar: no word of the first and last pages is lost")
    brackets = re.findall(r"[()]", text)
    tap.equal(brackets, re.findall(r"[()]", wanted),
              "ar: brackets open and close as in the XML")


def arabic_page(made, number):
    text = tap.output_of("pdftotext", "-f", str(number), "-l", str(number),
                         "-x", "0", "-y", "40" if number == 1 else "70",
                         "-W", "596", "-H", "745" if number == 1 else "715",
                         made.pdf, "-")
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def mirrored(made):
    """What stands at the left in English stands at the right."""
    p = made.pages[0]
    symbol = [c for c in p.chars if c.c == "C" and c.size > 19]
    tap.ok(symbol and abs(symbol[0].x - vienna.LEFT) < 1,
           "ar: the symbol starts at the left margin", symbol[:1])
    emblem = [b for b in p.paths if 70 < b.top and b.bottom < 122]
    tap.ok(emblem and min(b.left for b in emblem) > 400,
           "ar: the emblem is at the right", emblem[:1])
    label = [c for c in p.chars if c.c == "8" and 470 < c.right < 473]
    tap.ok(label, "ar: numbers of items start where the text does")
    folio = [line for line in made.pages[1].lines
             if line.text.strip() == "2" and line.y > 780]
    tap.ok(folio and abs(folio[0].right - vienna.RIGHT) < 1,
           "ar: an even page has its number at the right", folio)


def small_document(language, paragraphs, titles=("A", "B")):
    """With a title and an item, and paragraphs on that."""
    return """<?xml version="1.0" encoding="UTF-8"?>
<agenda xml:lang="%s" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"/>
  <meeting start="2007-10-03" end="2007-10-05" place="vienna"/>
  <title>%s</title>
  <items><item id="a"><title>%s</title>
    <annotation>%s</annotation></item></items>
</agenda>
""" % (language, *titles, paragraphs)


# Words, one in a paragraph; the first is of other letters than the words beside it.
ALEF, HAMZA = "\u0627", "\u0654"
SHAPED = {
    "hamza": "\u0623\u0646",                # of an alef and a hamza over it
    "hamza behind waw": "\u0648\u0623\u0646",      # which draws the alef nearer
    "joined": "\u0643\u0645\u0645\u0643",
    "joined over a soft hyphen": "\u0643\u0645\u00ad\u0645\u0643",
    "parted": "\u0643\u0645\u200c\u0645\u0643",
    "stretched": "\u0643\u0645\u0640\u0645\u0643",
    "lam-alef": "\u0644\u0627",
    "lam-alef with marks": "\u0644\u064e\u0627\u064e",
    "stacked": "\u0628\u0651\u064e\u0628",
    "rial": "\ufdfc",
    "figures in a sign": "\u06dd\u0661\u0662 \u0643",
}


def shaped_words(out):
    """The letters and marks of each of those words, in the order of the PDF."""
    source = tap.write(os.path.join(out, "shaped.xml"), small_document(
        "ar", "".join("<p>%s</p>\n" % word for word in SHAPED.values()),
        ("\u0628", "\u062a")))
    made, _ = checks.build(source, os.path.join(out, "shaped"))
    chars = [c for p in made.pages for c in p.chars
             if c.c.strip() and p.number == 1 and c.y < 780]
    lines = sorted({c.y for c in chars if c.right > c.x})[-len(SHAPED):]
    rows = {y: [] for y in lines}
    for c in chars:
        if c.y > lines[0] - 10:
            rows[min(lines, key=lambda y: abs(y - c.y))].append(c)
    return dict(zip(SHAPED, rows.values()))


def width(row):
    """Of the letters: a mark has none, and may stand beside them."""
    letters = [c for c in row if c.right > c.x]
    return max(c.right for c in letters) - min(c.x for c in letters)


def near(a, b):
    return abs(a - b) < 0.3


def spelling(row):
    return "".join(c.c for c in row)


def shaped(out):
    words = shaped_words(out)

    def mark_on_letter(name):
        letter, mark = (next(c for c in words[name] if c.c == wanted)
                        for wanted in (ALEF, HAMZA))
        return mark.x - letter.x

    tap.ok(near(mark_on_letter("hamza behind waw"), mark_on_letter("hamza")),
           "ar: a mark keeps to a letter that another draws nearer")
    tap.ok(near(width(words["joined over a soft hyphen"]),
                width(words["joined"])),
           "ar: letters are joined over a soft hyphen")
    tap.ok(not near(width(words["parted"]), width(words["joined"])),
           "ar: and not over a mark that parts them")
    tap.ok(width(words["stretched"]) > width(words["joined"]) + 1,
           "ar: a stroke stretches a word")
    tap.ok(near(width(words["lam-alef with marks"]), width(words["lam-alef"])),
           "ar: marks part no ligature")
    tap.equal((spelling(words["stacked"])[0], len(words["stacked"])),
              (SHAPED["stacked"][0], 4), "ar: marks come behind their letter")
    first, second = words["stacked"][1:3]
    tap.ok(first.y != second.y and abs(first.x - second.x) < 2,
           "ar: and stand one on the other", (first, second))
    tap.equal(spelling(words["rial"]), SHAPED["rial"],
              "ar: a word that is one character")
    sign, *figures, last = words["figures in a sign"]
    tap.ok(all(sign.x < c.x and c.right < sign.right for c in figures)
           and last.right < sign.x - 1,
           "ar: figures stand in their sign, and what follows beside it",
           words["figures in a sign"])


# ---- all of them ----------------------------------------------------------

def english_left(made, language):
    """Latin words of a page in another script."""
    text = "\n".join(line.text for p in made.pages for line in p.lines)
    found = set(re.findall("[A-Za-z]{2,}", text))
    tap.none(sorted(found - ENGLISH), language + ": no word is in English")


def fonts(made, language):
    rows = tap.output_of("pdffonts", made.pdf).splitlines()[2:]
    tap.none([r for r in rows if not re.match(
        r"[A-Z]{6}\+(%s)" % FACES[language], r) or " yes yes yes " not in r],
        language + ": its faces alone, embedded, subset, with Unicode")


def document(made, run, language):
    tap.none([line for line in run.err.splitlines() if JOB not in line],
             language + ": is built without a word")
    wanted = page.words(made.document.body)
    if language == "ar":
        arabic(made)
        mirrored(made)
    elif language == "zh":
        checks.compare([c for w in wanted for c in w], chinese_words(made),
                       "zh")
    else:
        checks.compare(without_hyphens(wanted), latin_words(made), language)
    if language in ("ar", "ru", "zh"):
        english_left(made, language)
    fonts(made, language)
    if language == "ar":
        tap.none([c for p in made.pages for c in p.chars if c.c.strip()
                  and not vienna.LEFT - 0.1 <= c.x <= c.right
                  <= vienna.RIGHT + 0.1],
                 "ar: nothing sticks out of the frame")
    else:
        checks.frame(made, language)
    if language in ("es", "fr", "ru"):
        checks.outline(made, language)
        checks.links(made, language)
    else:
        outline(made, language)
    checks.metadata(made, language)


def outline(made, language):
    """Bookmarks, and where they lead, where no spaces part words."""
    got = made.objects.outline()
    tap.equal([(level, squeezed(title)) for level, title, _ in got],
              [(level, squeezed(title))
               for level, title in made.document.outline],
              "%s: %d bookmarks" % (language, len(got)))
    tap.none([title for _, title, to in got if to is None],
             language + ": every bookmark leads somewhere")
    tap.none(["link on page %d" % n for n, to in made.objects.links()
              if to is None], language + ": every link leads somewhere")
    tap.equal(len(made.objects.links()),
              len(list(made.document.link_targets())),
              language + ": number of links")


def squeezed(text):
    return "".join(page.words(text))


def parted_document(language, word):
    """Paragraphs whose first line has room for a part of the word alone."""
    return small_document(language, "".join(
        "<p>%s %s</p>" % ("M" * n, " ".join([word] * 4))
        for n in range(30, 40)))


def parted(out, language):
    word, part = PARTED[language]
    source = tap.write(os.path.join(out, "parted-%s.xml" % language),
                       parted_document(language, word))
    run = tap.Run("build", "-o", os.path.join(out, "parted"), source)
    pages = page.pages_of(run.out.strip())
    ends = {line.text.split()[-1] for p in pages for line in p.lines
            if line.text.strip().endswith("\xad")}
    tap.equal(ends, {part.replace("-", "\xad")}, "%s: '%s' is parted behind '%s'"
              % (language, word, part))


TRACKING = 0.2    # bp behind each letter of the text, whatever its size


def raised(out):
    """Letters of a size that no type of the house has are as wide, and as far
    apart, as those of the text."""
    source = tap.write(os.path.join(out, "raised.xml"),
                       small_document("fr", "<p>hier, le 1er mai</p>"))
    run = tap.Run("build", "-o", os.path.join(out, "raised"), source)
    chars = [c for p in page.pages_of(run.out.strip()) for c in p.chars]
    steps = {a.size: b.x - a.x for a, b in zip(chars, chars[1:])
             if a.c + b.c == "er" and a.size in (10, 6.6)}
    tap.ok(len(steps) == 2 and abs(
        (steps[6.6] - TRACKING) - .66 * (steps[10] - TRACKING)) < 0.02,
        "fr: raised letters are set as wide as others", steps)


def shape(job):
    """An English case as if it were in another language: its words are wrong,
    its layout must not be."""
    name, language, out = job
    text = tap.read(os.path.join(tap.ROOT, "tests/cases/shapes", name,
                                 "input.xml"))
    source = tap.write(
        os.path.join(out, "%s-%s.xml" % (name, language)),
        text.replace('xml:lang="en"', 'xml:lang="%s"' % language, 1))
    return shapes.Shape(source, os.path.join(out, language))


def main():
    with tap.Folder() as out, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        sources = [f for f in sorted(glob.glob(FOLDER + "/*.xml"))
                   if not f.endswith("/en.xml")]
        tap.equal(len(sources), 5, "there are five other languages")
        for made, run in pool.map(
                lambda s: checks.build(s, os.path.join(out, "main")),
                sources):
            document(made, run, made.document.language)
        for language in PARTED:
            parted(out, language)
        raised(out)
        shaped(out)
        jobs = [(name, language, out) for name in SHAPES
                for language in FACES]
        for (name, language, _), made in zip(jobs, pool.map(shape, jobs)):
            what = "%s in %s" % (name, language)
            if tap.ok(made.run.status == 0
                      and not [line for line in made.run.err.splitlines()
                               if JOB not in line],
                      what + ": is built without a word", made.run.err):
                tap.none(shapes.frame(made), what + ": keeps to its frame")
                tap.none(made.objects.faults, what + ": its structure is whole")
                tap.none(shapes.log(made), what + ": TeX has nothing to say")
    tap.done()


main()
