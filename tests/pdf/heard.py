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
        element = re.match(r"(\w+)(?: <.*>)? \((?:block|inline)\):?$", text) \
            or re.match(r"(Figure|Document):?$", text)
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


def main():
    with tap.Folder() as out:
        notes_of_links(out)
        links_in_links(out)
    tap.done()


main()
