#!/usr/bin/env python3
"""What one hears who has a PDF read aloud by its structure: of small documents,
each made for one thing, the part of the tree that matters."""

import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import tags

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<agenda xml:lang="%s" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"
            job="V.07-83856"/>
  <meeting start="2007-10-01" end="2007-10-31" place="vienna"/>
"""
TITLE = "<title>Annotated provisional agenda</title>"


def items(title="One", annotation="<p>Text.</p>", more="", **attributes):
    """Two items; what is said of the first."""
    said = "".join(' %s="%s"' % pair for pair in attributes.items())
    return """<items%s>
      <item id="one"><title>%s</title><annotation>%s</annotation>%s</item>
      <item id="two"><title>Two</title><annotation><p>More.</p></annotation>
      </item>
    </items>""" % (said, title, annotation, more)


def compact(pdf):
    """The tree as one line: LI(Lbl("1.") LBody("Text")); of attributes, Scope
    and ListNumbering: TH/Row("Date")."""
    out, depth, gap = [], 0, ""
    for line in tap.output_of("pdfinfo", "-struct-text", pdf).splitlines():
        text = line.strip()
        attribute = re.match(r"/(?:Scope|ListNumbering) (/\w+)$", text)
        if attribute:
            out.insert(-1, attribute.group(1))
        element = re.match(r"(\w+)( <.*>)?( \((block|inline)\))?:?$", text)
        if not element and not text.startswith('"'):
            continue
        level = (len(line) - len(line.lstrip())) // 2
        closing = ")" * (depth - level)
        depth = level
        if closing:
            gap = " "
        if element:
            out += [closing, gap, element.group(1), "("]
            depth, gap = level + 1, ""
        else:
            out += [closing, gap, text]
            gap = " "
    return re.sub(r'" "', "", "".join(out)) + ")" * depth


class Document:
    def __init__(self, out, name, body, language="en"):
        self.name = name
        source = tap.write(os.path.join(out, name.replace(" ", "-") + ".xml"),
                           HEAD % language + body + "</agenda>\n")
        self.run = tap.Run("build", "-o", source + ".out", source)
        if tap.equal((self.run.status, self.run.err), (0, ""),
                     name + ": is made"):
            self.pdf = self.run.out.strip()
            tap.none(tags.faults(self.pdf), name + ": its structure is whole")
            self.tree = compact(self.pdf)

    def says(self, wanted, times=1):
        tree = getattr(self, "tree", "")
        tap.ok(tree.count(wanted) == times,
               "%s: reads %s" % (self.name, wanted), tree)


def notes_of_links(out):
    """A note stands neither in the link nor in the language of its mark."""
    made = Document(out, "note in a link", TITLE + items(
        "Opening<note>Rule 3.</note>",
        '<p>A <foreign xml:lang="fr">mot<note>Said so.</note> juste</foreign>.'
        '</p>'))
    made.says('LBody(Link("Opening") Reference(Link("1")) '
              'Note(Lbl("1") "Rule 3.") ".")')
    made.says('P("A " Span("mot") Reference(Link("2")) '
              'Note(Lbl("2") "Said so.") Span(" juste") ".")')


def links_in_links(out):
    """A link ends where another begins, and goes on behind it."""
    made = Document(out, "link in a link", TITLE + items(
        "See <url>https://www.un.org</url> there").replace(
            "<title>Two", '<title><ref to="one"/>'))
    made.says('LBody(Link("See ") Link("https://www.un.org") Link(" there") '
              '".")')
    made.says('LBody(Link("1") ".")')


def blanks(out):
    """Blanks where words are parted, none in a word; also behind a symbol that a
    paragraph begins with or that stands in a line alone."""
    made = Document(out, "blanks", TITLE + items(
        annotation="<p><symbol>A/CN.9/981</symbol> says 3&#x202F;(a).</p>"
        '<table><column width="1"/><column width="4"/><row>'
        "<cell><symbol>A/CN.9/983</symbol> <symbol>A/CN.9/984</symbol></cell>"
        "<cell>Text</cell></row></table>",
        more='<documentation layout="symbols"><document symbol="A/CN.9/982" '
        'addenda="1-3">Text</document></documentation>'))
    made.says('P("A/CN.9/981 says 3 (a).")')
    made.says('TD("A/CN.9/983 A/CN.9/984")')
    made.says('LBody("A/CN.9/982 and Add.1-3")')
    made = Document(out, "soft hyphens", TITLE + items(
        annotation="<p>%s</p>" % ("inter&#xAD;" * 40)))
    made.says('P("%s")' % ("inter" * 40))


def hyphens_of_titles(out):
    """A hyphen after which no line ends is shown as any other."""
    made = Document(out, "hyphen in the title",
                    "<title>Ad&#x2011;hoc agenda</title>" + items())
    made.says('P("Ad-hoc agenda")')


def notes_of_boxes(out):
    """Notes come out of frames and tables, in the order of their marks, and
    once: in the list, or else in the annotations."""
    made = Document(out, "notes in a frame", TITLE + items(
        annotation="<box><title>Summary<note>Of it.</note></title>"
        "<p>Text<note>Of the text.</note>.</p></box>"))
    made.says('Sect(P("Summary" Reference(Link("1")) Note(Lbl("1") "Of it.")) '
              'P("Text" Reference(Link("2")) Note(Lbl("2") "Of the text.") '
              '"."))')
    documents = """<documentation layout="table">
      <document symbol="CTOC/COP/WG.2/2007/2">Paper<note>Of it.</note>
      </document></documentation>"""
    made = Document(out, "notes in tables", TITLE + items(
        "One<note>Of one.</note>", more=documents, layout="table"))
    made.says('TD("1. " Link("One") Reference(Link("1")) '
              'Note(Lbl("1") "Of one.") ".") '
              'TD("Paper (CTOC/COP/WG.2/2007/2)")')
    made.says('TR(TD("Paper" Reference(Link("2")) Note(Lbl("2") "Of it.")) '
              'TD("CTOC/COP/WG.2/2007/2"))')
    timetable = """<annex id="work"><title>Work</title><timetable>
      <day date="2007-10-01"><sitting start="10:00" end="13:00">
        <take item="opening"/><take item="one"/><take item="two"/>
      </sitting></day></timetable></annex>"""
    event = items().replace("</items>", '<event id="opening"><title>Opening'
                            "<note>Of it.</note></title>%s</event></items>")
    made = Document(out, "note of an event", TITLE
                    + event % "<annotation><p>Text.</p></annotation>"
                    + timetable)
    made.says('H2("Opening" Reference(Link("1")) Note(Lbl("1") "Of it."))')
    made.says('Note(', 1)
    made = Document(out, "note of an event in the timetable", TITLE
                    + event.replace("<items>", '<items show="list">') % ""
                    + timetable)
    made.says('TD("Opening" Reference(Link("1")) Note(Lbl("1") "Of it."))')


def heads_of_rows(out):
    """A date or a heading over rows of a table is their head, and in its body."""
    days = "".join('<day date="2007-10-%02d"><sitting start="10:00" '
                   'end="13:00"><take item="%s"/></sitting></day>' % day
                   for day in [(1, "one"), (2, "two")])
    made = Document(out, "days in a timetable", TITLE + items()
                    + '<annex id="work"><title>Work</title>'
                    '<timetable layout="headed">%s</timetable></annex>' % days)
    made.says('THead(TR(TH/Column("Date and time") TH/Column("Agenda item"))) '
              'TBody(TR(TH/Column("Monday, 1 October")) TR(TD(')
    made.says('TR(TH/Column("Tuesday, 2 October")) TR(TD(')
    schedule = '</title><schedule start="2007-10-01"/>'
    made = Document(out, "days in a list", TITLE + items(layout="days").replace(
        "</title>", schedule, 1))
    made.says('TR(TH/Column("Monday, 1 October")) TR(TD(')
    made = Document(out, "rows under a heading", TITLE + items(
        annotation='<table><column/><column/><row><cell columns="2" '
        'strong="yes">Regular</cell></row><row><cell>A</cell><cell>B</cell>'
        "</row></table>"))
    made.says('TBody(TR(TH/Column("Regular")) TR(TD("A") TD("B")))')


def marks_of_notes(out):
    """The mark of a note that comes again leads to that note, though another
    annex has one of the same letter."""
    annex = '<annex id="%s"><title>%s</title><p>%s</p></annex>'
    made = Document(out, "marks of notes", TITLE + items()
                    + annex % ("a", "First", 'A<note id="x">N.</note>; again'
                               '<noteref to="x"/>.')
                    + annex % ("b", "Second", "B<note>O.</note>."))
    objects = tags.Tags(made.pdf)
    pages = [objects.destination(action["/D"])[0]
             for page in objects.pages
             for a in objects.get(objects.get(page).get("/Annots", []))
             for action in [objects.get(objects.get(a)["/A"])]
             if "note" in tags.string(action["/D"])]
    tap.equal(pages, [2, 2, 3], "marks of notes: pages of their notes")


def heads_of_columns(out):
    """A table in two columns has its head over each, and reads it once."""
    rows = "".join("<row><cell>S%d</cell><cell>Text</cell></row>" % n
                   for n in range(6))
    made = Document(out, "table set twice", TITLE + items(
        annotation='<table set="twice"><column width="1"/><column width="3"/>'
        "<head><row><cell>Symbol</cell><cell>Name</cell></row></head>%s"
        "</table>" % rows))
    made.says('THead(TR(TH/Column("Symbol") TH/Column("Name")))')
    made.says('Symbol"', 1)
    tap.equal(tap.output_of("pdftotext", made.pdf, "-").count("Symbol"), 2,
              "table set twice: shows its head over both columns")


def notes_of_titles(out):
    """A title that is shown at several places has its note at one."""
    sections = '<section id="%s"><title>%s</title><p>%s</p></section>'
    made = Document(out, "notes of titles", TITLE + "<contents/>"
                    + sections % ("a", "First<note>Of it.</note>", "Text.")
                    + items(annotation='<p><ref to="a" show="title"/>, '
                            '<ref to="b" show="title"/>.</p>')
                    + '<annex id="b"><title>Work<note>Of it.</note></title>'
                    "<p>Text.</p></annex>")
    made.says('H1("First" Reference(Link("1")) Note(Lbl("1") "Of it."))')
    made.says("Note(", 2)
    made.says('P(Link("First") ", " Link("Work") ".")')
    made = Document(out, "notes of annotations alone", TITLE + items(
        "One<note>Of one.</note>", show="annotations"))
    made.says('H2("1. One" Reference(Link("1")) Note(Lbl("1") "Of one."))')


def entries_of_contents(out):
    """In an entry of the contents the number of the page is a reference."""
    made = Document(out, "contents", TITLE + "<contents/>" + items())
    made.says('TOC(TOCI(Reference(Link("Provisional agenda")) Reference("1"))')
    made.says("Span(", 0)


def identities(out):
    """A draft, a final version and a corrected one are different files."""
    found = []
    for name, text, options in [("a", "One", []), ("b", "One", ["--draft"]),
                                ("c", "Two", [])]:
        source = tap.write(os.path.join(out, name + "-id.xml"), HEAD % "en"
                           + TITLE + items(annotation="<p>%s.</p>" % text)
                           + "</agenda>\n")
        run = tap.Run("build", "-o", source + ".out", *options, source)
        found.append(str(tags.Tags(run.out.strip()).trailer["/ID"]))
    tap.equal(len(set(found)), 3, "three files have three identities")


def colours_of_links(out):
    """Where an address goes on over a page, no note at its foot has its colour."""
    address = "https://www.un.org/" + "very-long-address/" * 250
    made = Document(out, "colour", TITLE + items(
        annotation="<p>See<note>A note.</note> <url>%s</url>.</p>" % address))
    objects = tags.Tags(made.pdf)
    for number, page in enumerate(objects.pages, 1):
        colours = re.findall(rb"([\d. ]+) (?:rg|g)\b", objects.content(page))
        lines = objects.content(page).count(b"0 0 1 rg")
        tap.ok(colours and colours[-1].strip() != b"0 0 1" and lines > 1,
               "colour: page %d ends in black" % number, colours)


def main():
    with tap.Folder() as out:
        notes_of_links(out)
        links_in_links(out)
        blanks(out)
        hyphens_of_titles(out)
        notes_of_boxes(out)
        heads_of_columns(out)
        heads_of_rows(out)
        entries_of_contents(out)
        identities(out)
        colours_of_links(out)
        marks_of_notes(out)
        notes_of_titles(out)
    tap.done()


main()
