"""The text of a draft for programs that are not TeX, each in its own language
and as plain as can be: title, headings, paragraphs, on A4 in 10 points."""

import html
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml

NPM = "@myriaddreamin/typst-ts-node-compiler@0.7.0"
TYPST = """import { readFileSync, writeFileSync } from "fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
const [, , from, to] = process.argv;
const typst = NodeCompiler.create({
  fontArgs: [{ fontPaths: ["/usr/share/texmf/fonts/opentype/public/tex-gyre"] }],
});
writeFileSync(to, typst.pdf({ mainFileContent: readFileSync(from, "utf-8") }));
"""


def words(element):
    """The text of an element; dates and the like by their values."""
    found = element.text or ""
    for child in element:
        found += words(child) or " ".join(child.attrib.values())
        found += child.tail or ""
    return re.sub(r"\s+", " ", found).strip()


def text_of(path):
    """(kind, words) of each piece: title, heading or paragraph."""
    root = xml.parse(path).getroot()
    yield "title", words(root.find("title"))
    for element in root.iter():
        if element.tag == "title" and element is not root.find("title"):
            yield "heading", words(element)
        elif element.tag == "p":
            yield "paragraph", words(element)


def typst(pieces):
    def escaped(text):
        return re.sub(r"([\\#*_`$<>@=\[\]~/-])", r"\\\1", text)
    marks = {"title": "= ", "heading": "== ", "paragraph": ""}
    return '#set page(paper: "a4")\n#set text(font: "TeX Gyre Termes", ' \
        'size: 10pt, lang: "en")\n#set par(justify: true)\n' + "\n\n".join(
            marks[kind] + escaped(text) for kind, text in pieces) + "\n"


def weasyprint(pieces):
    tags = {"title": "h1", "heading": "h2", "paragraph": "p"}
    return '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">' \
        "<title>x</title><style>@page { size: A4 } body { font: 10pt " \
        '"TeX Gyre Termes" } p { text-align: justify }</style></head><body>' \
        + "\n".join("<%s>%s</%s>" % (tags[k], html.escape(t), tags[k])
                    for k, t in pieces) + "</body></html>\n"


def fop(pieces):
    sizes = {"title": "16pt", "heading": "12pt", "paragraph": "10pt"}
    blocks = "\n".join('<fo:block font-size="%s" text-align="justify" '
                       'space-after="6pt">%s</fo:block>' % (
                           sizes[k], html.escape(t)) for k, t in pieces)
    return """<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="serif">
<fo:layout-master-set><fo:simple-page-master master-name="a4"
 page-width="210mm" page-height="297mm" margin="25mm"><fo:region-body/>
</fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a4"><fo:flow
 flow-name="xsl-region-body">%s</fo:flow></fo:page-sequence></fo:root>
""" % blocks


def groff(pieces):
    macros = {"title": ".TL", "heading": ".SH", "paragraph": ".PP"}

    def escaped(text):
        text = text.replace("\\", "\\e")
        return "\\&" + text if text[:1] in ".'" else text
    return "\n".join(macros[k] + "\n" + escaped(t) for k, t in pieces) + "\n"


class Rival:
    """A program: how it is given the text, and run for one document."""

    def __init__(self, name, ending, source, command):
        self.name, self.ending, self.source = name, ending, source
        self.command = command

    def write(self, draft, folder, number):
        """Returns the command that makes a PDF of the draft's text."""
        path = os.path.join(folder, "%s-%d" % (self.name, number))
        with open(path + self.ending, "w", encoding="utf-8") as f:
            f.write(self.source(list(text_of(draft))))
        return self.command(path + self.ending, path + ".pdf")


def install_typst(folder):
    """The compiler of Typst, as npm has it, in a folder of the bench."""
    os.makedirs(folder, exist_ok=True)
    if not os.path.isdir(os.path.join(folder, "node_modules")):
        subprocess.run(["npm", "install", "--silent", "--no-audit",
                        "--no-fund", "--prefix", folder, NPM], check=True)
    script = os.path.join(folder, "typst.mjs")
    with open(script, "w", encoding="utf-8") as f:
        f.write(TYPST)
    return script


def rivals(folder):
    script = install_typst(folder)
    return [
        Rival("typst", ".typ", typst, lambda a, b: ["node", script, a, b]),
        Rival("weasyprint", ".html", weasyprint,
              lambda a, b: ["weasyprint", "-q", a, b]),
        Rival("fop", ".fo", fop, lambda a, b: ["fop", "-q", a, b]),
        Rival("groff", ".ms", groff, lambda a, b: [
            "sh", "-c", 'exec groff -Kutf8 -Tpdf -ms "$0" >"$1"', a, b]),
    ]


def missing():
    return [p for p in ("node", "npm", "weasyprint", "fop", "groff")
            if not shutil.which(p)]
