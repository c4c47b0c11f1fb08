#!/usr/bin/env python3
"""Makes the reference page of the document type from the DTD itself.

    reference.py OUT.html

The comment before a declaration is its description; the first comment of a
module is the module's.  What a DTD says of content and attributes is taken from
the declarations, so that page and DTD cannot disagree.
"""

import html
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|<!ENTITY\s+%\s+(?P<entity>[\w.-]+)\s+\"(?P<value>[^\"]*)\"\s*>"
    r"|<!ENTITY\s+%\s+[\w.-]+\s+SYSTEM\s+\"(?P<system>[^\"]+)\"\s*>"
    r"|<!ELEMENT\s+(?P<element>[\w.-]+)\s+(?P<model>[^>]*)>"
    r"|<!ATTLIST\s+(?P<owner>[\w.-]+)\s+(?P<attributes>[^>]*)>"
    r"|%(?P<reference>[\w.-]+);", re.S)

ATTRIBUTE = re.compile(
    r"(?P<name>[\w:.-]+)\s+(?P<type>\([^)]*\)|\w+)\s+"
    r"(?P<default>#REQUIRED|#IMPLIED|\"[^\"]*\")")


class Element:
    def __init__(self, name, model, text):
        self.name, self.model, self.text = name, model, text
        self.attributes = []


class Module:
    def __init__(self, path):
        self.path, self.title, self.elements = path, None, []


class Reader:
    """Reads the DTD and its modules in their order."""

    def __init__(self):
        self.entities, self.files = {}, {}
        self.modules, self.by_name = [], {}

    def read(self, path):
        module = Module(path)
        self.modules.append(module)
        text = ""
        with open(os.path.join(HERE, path), encoding="utf-8") as file:
            source = file.read()
        for token in TOKEN.finditer(source):
            text = self.take(module, token, text)

    def take(self, module, token, text):
        """One declaration; returns the comment that waits for the next."""
        kind = token.lastgroup
        if kind == "comment":
            return self.comment(module, token["comment"])
        if kind == "value":
            self.entities[token["entity"]] = token["value"]
        elif kind == "system":
            name = re.search(r"%\s+([\w.-]+)", token[0])[1]
            self.files[name] = token["system"]
        elif kind == "reference" and token["reference"] in self.files:
            self.read(self.files[token["reference"]])
        elif kind == "model":
            self.element(module, token, text)
        elif kind == "attributes":
            self.by_name[token["owner"]].attributes = [
                match.groupdict() for match in
                ATTRIBUTE.finditer(self.expand(token["attributes"]))]
        return ""

    def comment(self, module, text):
        if module.title is None:
            module.title = text
            return ""
        return text

    def element(self, module, token, text):
        element = Element(token["element"], self.expand(token["model"]), text)
        module.elements.append(element)
        self.by_name[element.name] = element

    def expand(self, text):
        while "%" in text:
            text = re.sub(r"%([\w.-]+);",
                          lambda m: self.entities[m[1]], text)
        return " ".join(text.split())


def paragraphs(text):
    """A comment as HTML: blocks parted by empty lines; indented ones as they
    are, since they line up names with what they mean."""
    lines = [line.rstrip().rstrip("=").rstrip() for line in text.split("\n")]
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip("\n"))
    for block in filter(str.strip, blocks):
        rows = block.split("\n")
        rest = rows[1:] or rows
        indent = min(len(r) - len(r.lstrip()) for r in rest if r.strip())
        rows = [rows[0].strip()] + [r[indent:] for r in rows[1:]]
        flat = len(rows) == 1 or not any(
            re.search(r"\S {2,}\S|^ ", row) for row in rows)
        if flat:
            yield "<p>%s</p>" % html.escape(" ".join(rows))
        else:
            yield "<pre>%s</pre>" % html.escape("\n".join(rows))


def model_of(element, known):
    """The content model, each element in it a link."""
    return re.sub(r"[\w.-]+", lambda m: '<a href="#%s">%s</a>' % (m[0], m[0])
                  if m[0] in known else m[0], html.escape(element.model))


DEFAULTS = {"#REQUIRED": "must be given", "#IMPLIED": "may be left out"}


def attributes_of(element):
    if not element.attributes:
        return
    yield "<table><tr><th>attribute<th>value<th>if not given</tr>"
    for a in element.attributes:
        default = DEFAULTS.get(a["default"], a["default"].strip('"'))
        yield "<tr><td><code>%s</code><td>%s<td>%s</tr>" % (
            a["name"], html.escape(a["type"].strip("()")),
            html.escape(default))
    yield "</table>"


STYLE = """body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em}
code,pre{font-size:14px}pre{background:#f5f5f5;padding:.6em;overflow:auto}
table{border-collapse:collapse}td,th{text-align:left;padding:.1em .8em .1em 0;
vertical-align:top;border-bottom:1px solid #ddd}h3{margin-bottom:.2em}"""


def page(reader):
    yield "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
    yield "<title>The document type of unagenda</title>"
    yield "<style>%s</style><h1>The document type of unagenda</h1>" % STYLE
    yield "<p>%s</p>" % ", ".join(
        '<a href="#%s">%s</a>' % (name, name)
        for name in sorted(reader.by_name))
    for module in reader.modules:
        yield "<h2>%s</h2>" % html.escape(os.path.basename(module.path))
        yield from paragraphs(module.title or "")
        for element in module.elements:
            yield '<h3 id="%s">&lt;%s&gt;</h3>' % (element.name, element.name)
            yield from paragraphs(element.text)
            yield "<p>Holds: %s</p>" % model_of(element, reader.by_name)
            yield from attributes_of(element)


def main(out):
    reader = Reader()
    reader.read("agenda.dtd")
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(page(reader)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
