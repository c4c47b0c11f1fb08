#!/usr/bin/env python3
"""Every fault that inspect knows, made once in a good PDF, and found; and PDFs
that are meant to do harm."""

import concurrent.futures
import copy
import hashlib
import json
import os
import re
import sys
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import editing
import tap

MAIN = "xml/documents/ctoc-cop-wg.2-2007-1/en.xml"
NOTES = "xml/documents/a-inf-76-1/en.xml"
os.chdir(tap.ROOT)

FAULTS = []     # (ids that are told, what is made, the source, the editing)


def fault(ids, what, source=MAIN):
    def add(function):
        FAULTS.append((["UNA-%d" % i for i in ids], what, source, function))
        return function
    return add


def drop(thing, key):
    del thing[key]


def font(pdf, number=0):
    fonts = pdf.get(pdf.page(1), "/Resources", "/Font")
    return pdf.of(fonts[sorted(fonts)[number]])


def annotation(pdf):
    return pdf.get(pdf.page(1), "/Annots")[0]


def spec(pdf, relationship):
    return pdf.of(pdf.refs("/AFRelationship", "/" + relationship)[0])


# ---- the file -----------------------------------------------------------

@fault([1104], "another version")
def _(pdf):
    pdf.json["qpdf"][0]["pdfversion"] = "1.6"


@fault([1105], "no MarkInfo")
def _(pdf):
    drop(pdf.root, "/MarkInfo")


@fault([1105], "no DisplayDocTitle")
def _(pdf):
    drop(pdf.get(pdf.root, "/ViewerPreferences"), "/DisplayDocTitle")


@fault([1105], "no output intent")
def _(pdf):
    drop(pdf.root, "/OutputIntents")


@fault([1106, 1151], "no language")
def _(pdf):
    drop(pdf.root, "/Lang")


@fault([1106, 1151], "a language that is none")
def _(pdf):
    pdf.root["/Lang"] = "u:en_GB!"


@fault([1106], "an element's language that is none")
def _(pdf):
    pdf.elements("P")[0]["/Lang"] = "u:-"


@fault([1106], "an element's language of more letters than there are")
def _(pdf):
    pdf.elements("P")[0]["/Lang"] = "u:engl"


@fault([1106], "a language of a piece that is none")
def _(pdf):
    pdf.content(2, b"/MCID 0>>", b"/MCID 0/Lang(en_GB!)>>")


@fault([1105], "tags that are called doubtful")
def _(pdf):
    pdf.of(pdf.root["/MarkInfo"])["/Suspects"] = True


# ---- what pages show ----------------------------------------------------

@fault([1108], "an operator that there is not")
def _(pdf):
    pdf.content(1, b"\nET", b"\nET\nxyz")


@fault([1108], "a font that is not there")
def _(pdf):
    fonts = pdf.get(pdf.page(1), "/Resources", "/Font")
    pdf.content(1, b"BT", b"BT /Nowhere 9 Tf")
    assert "/Nowhere" not in fonts


@fault([1109], "a colour of printing")
def _(pdf):
    pdf.content(2, b"BT", b"0 0 0 1 k BT")


def with_resource(pdf, kind, value, content, page=2):
    """The page's resources have one more thing of a kind, called /New."""
    resources = pdf.get(pdf.page(page), "/Resources")
    of_kind = dict(pdf.of(resources.get(kind, {})))
    of_kind["/New"] = value
    resources[kind] = of_kind
    pdf.content(page, b"", content + b"\n")


def stream(pdf, ref, values, data):
    pdf.objects["obj:" + ref] = {"stream": {"dict": values, "data": ""}}
    pdf.set_stream(ref, data)
    return ref


IMAGE = {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1,
         "/BitsPerComponent": 8}
INKS = ["/Separation", "/Spot", "/DeviceCMYK",
        {"/FunctionType": 2, "/Domain": [0, 1], "/N": 1,
         "/C0": [0, 0, 0, 0], "/C1": [1, 0, 0, 0]}]


@fault([1109], "a space of printing by another name")
def _(pdf):
    with_resource(pdf, "/ColorSpace", "/DeviceCMYK",
                  b"/New cs 0 0 0 1 scn")


@fault([1109], "a single ink")
def _(pdf):
    with_resource(pdf, "/ColorSpace", INKS, b"/New CS 1 SCN")


@fault([1109], "a picture of inks")
def _(pdf):
    ref = stream(pdf, "9001 0 R", dict(
        IMAGE, **{"/ColorSpace": ["/Indexed", INKS, 1, "b:0001"]}), b"\0")
    with_resource(pdf, "/XObject", ref, b"/Artifact BMC /New Do EMC")


@fault([1109], "a picture of inks in the content")
def _(pdf):
    pdf.content(2, b"", b"/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /CMYK "
                b"ID \0\0\0\0 EI EMC\n")


@fault([1109], "a shading of inks")
def _(pdf):
    with_resource(pdf, "/Shading", {
        "/ShadingType": 2, "/ColorSpace": INKS, "/Coords": [0, 0, 9, 9],
        "/Function": INKS[3]}, b"/Artifact BMC /New sh EMC")


@fault([1109], "a pattern of inks")
def _(pdf):
    ref = stream(pdf, "9001 0 R", {
        "/PatternType": 1, "/PaintType": 1, "/TilingType": 1,
        "/BBox": [0, 0, 9, 9], "/XStep": 9, "/YStep": 9, "/Resources": {}},
        b"0 0 0 1 k 0 0 9 9 re f")
    with_resource(pdf, "/Pattern", ref, b"/Pattern cs /New scn")


@fault([1109], "inks in what is seen through")
def _(pdf):
    pdf.page(2)["/Group"] = {"/S": "/Transparency", "/CS": "/DeviceCMYK"}


@fault([1105], "an output intent of inks")
def _(pdf):
    intent = pdf.of(pdf.of(pdf.root["/OutputIntents"])[0])
    pdf.of(intent["/DestOutputProfile"])["/N"] = 4


@fault([1105], "an output intent whose profile is none")
def _(pdf):
    intent = pdf.of(pdf.of(pdf.root["/OutputIntents"])[0])
    pdf.set_stream(intent["/DestOutputProfile"], b"null")


for _key, _value in (("/BM", "/Multiply"), ("/ca", 0.5), ("/CA", 0),
                     ("/SMask", {"/S": "/Alpha"}), ("/TR", "/Identity"),
                     ("/TR2", {"/FunctionType": 2}), ("/RI", "/Brilliant")):
    @fault([1114], "a graphics state with %s" % _key)
    def _(pdf, key=_key, value=_value):
        with_resource(pdf, "/ExtGState", {key: value}, b"/New gs")


@fault([1114], "a rendering intent that there is not")
def _(pdf):
    pdf.content(2, b"BT", b"/Brilliant ri BT")


@fault([1114], "a picture with points of the reader's")
def _(pdf):
    ref = stream(pdf, "9001 0 R", dict(
        IMAGE, **{"/ColorSpace": "/DeviceGray", "/Interpolate": True}), b"\0")
    with_resource(pdf, "/XObject", ref, b"/Artifact BMC /New Do EMC")


@fault([1114], "a picture in the content with points of the reader's")
def _(pdf):
    pdf.content(2, b"", b"/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /I true "
                b"ID \0 EI EMC\n")


@fault([1110], "a font that is not embedded")
def _(pdf):
    descriptor = pdf.get(pdf.get(font(pdf), "/DescendantFonts")[0],
                         "/FontDescriptor")
    drop(descriptor, "/FontFile3")


@fault([1111, 1152], "a font without characters")
def _(pdf):
    drop(font(pdf), "/ToUnicode")


@fault([1112], "a code without a character")
def _(pdf):
    ref = font(pdf)["/ToUnicode"]
    rows = re.findall(rb"<[0-9A-F]{4}> <[0-9A-F]{4}>\n", pdf.stream(ref))
    pdf.change(ref, rows[-1], rows[-1].split(b" ")[0] + b" <E000>\n")


@fault([1112], "a character that could not be told")
def _(pdf):
    ref = font(pdf)["/ToUnicode"]
    rows = re.findall(rb"<[0-9A-F]{4}> <[0-9A-F]{4}>\n", pdf.stream(ref))
    pdf.change(ref, rows[-1], rows[-1].split(b" ")[0] + b" <FFFD>\n")


@fault([1153], "a title that goes on in a form")
def _(pdf):
    data = pdf.stream(pdf.page(1)["/Contents"])
    title = data[data.index(b"/Title"):]
    show = re.search(rb"/\w+ [\d.]+ Tf.*?TJ", title, re.S).group()
    ref = stream(pdf, "9001 0 R", {
        "/Subtype": "/Form", "/BBox": [0, 0, 9, 9],
        "/Resources": pdf.page(1)["/Resources"]}, b"BT %s ET" % show)
    with_resource(pdf, "/XObject", ref, b"", 1)
    mark = re.match(rb"/Title *<<.*?>> *BDC", title).group()
    pdf.content(1, mark, mark + b" /New Do")


@fault([1113], "a character that is not in the font")
def _(pdf):
    ref = pdf.page(3)["/Contents"]
    data = pdf.stream(ref)
    at = data.index(b"[<", data.index(b"/H2"))
    pdf.set_stream(ref, data[:at] + b"[<0000" + data[at + 6:])


@fault([1121, 1126, 1152], "a page without tags")
def _(pdf):
    ref = pdf.page(2)["/Contents"]
    pdf.set_stream(ref, re.sub(rb"/\w+ *(<<.*?>> *BDC|BMC)|EMC", b"",
                               pdf.stream(ref), flags=re.S))


@fault([1121], "a page that does not lead to its tags")
def _(pdf):
    drop(pdf.page(2), "/StructParents")


@fault([1121, 1126], "a page that is nothing but an artefact")
def _(pdf):
    ref = pdf.page(2)["/Contents"]
    pdf.set_stream(ref, re.sub(rb"/\w+ *<</MCID \d+>> *BDC", b"/Artifact BMC",
                               pdf.stream(ref)))


@fault([1122], "text outside tags and artefacts")
def _(pdf):
    pdf.content(2, b"", b"0 0 m 9 9 l S\n")


@fault([1123], "a mark that does not end")
def _(pdf):
    data = pdf.stream(pdf.page(2)["/Contents"])
    at = data.rindex(b"EMC")
    pdf.set_stream(pdf.page(2)["/Contents"], data[:at] + data[at + 3:])


@fault([1123], "a mark that was not begun")
def _(pdf):
    data = pdf.stream(pdf.page(2)["/Contents"])
    pdf.set_stream(pdf.page(2)["/Contents"], data + b"\nEMC\n")


@fault([1124], "a piece in another")
def _(pdf):
    pdf.content(2, b"BDC", b"BDC /Artifact BMC EMC")


@fault([1125, 1126], "two pieces with one number")
def _(pdf):
    pdf.content(2, b"/MCID 1>>", b"/MCID 0>>")


@fault([1126], "a piece that is in no element")
def _(pdf):
    for kind in "P", "LBody", "H2", "H3":
        for e in pdf.elements(kind):
            if isinstance(e["/K"], list) and len(e["/K"]) > 1:
                e["/K"].pop()
                return


@fault([1127], "a piece that leads to another element")
def _(pdf):
    rows = pdf.get(pdf.root, "/StructTreeRoot", "/ParentTree", "/Nums")
    parents = pdf.of(rows[1])
    parents[0] = parents[-1]


@fault([1128], "links in another order than the tags")
def _(pdf):
    drop(pdf.page(1), "/Tabs")


# ---- elements -----------------------------------------------------------

@fault([1120], "no tags", NOTES)
def _(pdf):
    drop(pdf.root, "/StructTreeRoot")


@fault([1130], "a type that nobody knows")
def _(pdf):
    pdf.elements("P")[3]["/S"] = "/Absatz"


@fault([1130], "a known type with another meaning")
def _(pdf):
    roles = pdf.of(pdf.get(pdf.root, "/StructTreeRoot")["/RoleMap"])
    roles["/Div"] = "/P"


@fault([1126, 1131], "an empty element")
def _(pdf):
    drop(pdf.elements("P")[3], "/K")


@fault([1132], "an LI outside a list")
def _(pdf):
    pdf.elements("L")[0]["/S"] = "/Div"


@fault([1132], "a TR outside a table")
def _(pdf):
    pdf.elements("TBody")[0]["/S"] = "/Sect"


@fault([1132], "an element that leads to another parent")
def _(pdf):
    pdf.elements("LI")[0]["/P"] = pdf.elements("LI")[-1]["/P"]


@fault([1132], "a tree that is no Document")
def _(pdf):
    pdf.elements("Document")[0]["/S"] = "/Part"


@fault([1132], "a label of nothing")
def _(pdf):
    pdf.elements("P")[3]["/S"] = "/Lbl"


@fault([1132], "a caption of nothing")
def _(pdf):
    pdf.elements("P")[3]["/S"] = "/Caption"


@fault([1133], "a heading without a level")
def _(pdf):
    pdf.elements("H3")[-1]["/S"] = "/H"


@fault([1133], "a gap in headings")
def _(pdf):
    pdf.elements("H3")[0]["/S"] = "/H5"


@fault([1134], "a figure without text")
def _(pdf):
    drop(pdf.elements("Figure")[0], "/Alt")


@fault([1135], "a figure without a place")
def _(pdf):
    drop(pdf.elements("Figure")[0], "/A")


@fault([1136], "a note without an identifier", NOTES)
def _(pdf):
    drop(pdf.elements("Note")[0], "/ID")


@fault([1136], "an identifier that is there twice", NOTES)
def _(pdf):
    pdf.elements("P")[0]["/ID"] = pdf.elements("Note")[0]["/ID"]


@fault([1137], "a header cell without scope")
def _(pdf):
    drop(pdf.elements("TH")[0], "/A")


@fault([1138], "a row that is too long")
def _(pdf):
    cell = pdf.elements("TD")[0]
    cell["/A"] = {"/O": "/Table", "/ColSpan": 2}


# ---- links --------------------------------------------------------------

@fault([1140], "a link without words")
def _(pdf):
    drop(pdf.of(annotation(pdf)), "/Contents")


@fault([1140], "a link that is not printed")
def _(pdf):
    pdf.of(annotation(pdf))["/F"] = 0


@fault([1141], "a link that is in no element")
def _(pdf):
    drop(pdf.of(annotation(pdf)), "/StructParent")


@fault([1141], "a link that its element does not hold")
def _(pdf):
    for link in pdf.elements("Link"):
        kids = pdf.of(link["/K"])
        if any(isinstance(pdf.of(k), dict) and
               pdf.of(k).get("/Obj") == annotation(pdf) for k in kids):
            link["/K"] = [k for k in kids if not isinstance(
                pdf.of(k), dict) or "/Obj" not in pdf.of(k)]


@fault([1141], "a Link without an annotation")
def _(pdf):
    pdf.elements("P")[3]["/S"] = "/Link"


@fault([1141], "an annotation that is on no page")
def _(pdf):
    pdf.of(pdf.page(1)["/Annots"]).pop()


@fault([1142], "a link to nowhere")
def _(pdf):
    pdf.of(pdf.of(annotation(pdf))["/A"])["/D"] = "u:nowhere"


@fault([1142], "a bookmark to nowhere")
def _(pdf):
    row = pdf.get(pdf.root, "/Outlines", "/First")
    row.pop("/A", None)
    row["/Dest"] = "u:nowhere"


@fault([1143], "no outline")
def _(pdf):
    drop(pdf.root, "/Outlines")


@fault([1143], "a bookmark without a title")
def _(pdf):
    pdf.get(pdf.root, "/Outlines", "/First")["/Title"] = "u:"


for _where, _key, _value in (
        ("root", "/OpenAction", {"/S": "/JavaScript", "/JS": "u:x"}),
        ("root", "/AA", {}), ("root", "/AcroForm", {"/Fields": []}),
        ("root", "/OCProperties", {"/OCGs": [], "/D": {}}),
        ("names", "/JavaScript", {"/Names": []}), ("page", "/AA", {})):
    @fault([1115], "%s of the %s" % (_key, _where))
    def _(pdf, where=_where, key=_key, value=_value):
        {"root": pdf.root, "names": pdf.of(pdf.root["/Names"]),
         "page": pdf.page(2)}[where][key] = value


for _kind in ("Launch", "JavaScript", "ResetForm", "Hide", "Named"):
    @fault([1115], "a link that does %s" % _kind)
    def _(pdf, kind=_kind):
        pdf.of(annotation(pdf))["/A"] = {"/S": "/" + kind, "/URI": "u:x"}


@fault([1115], "a bookmark that does more")
def _(pdf):
    row = pdf.get(pdf.root, "/Outlines", "/First")
    row["/A"] = {"/S": "/GoTo", "/D": row.pop("/Dest"),
                 "/Next": {"/S": "/Launch"}}


for _kind in ("Sound", "Screen", "RichMedia", "FileAttachment", "Text",
              "Popup"):
    @fault([1140], "a %s on the page" % _kind)
    def _(pdf, kind=_kind):
        pdf.of(annotation(pdf))["/Subtype"] = "/" + kind


# ---- metadata -----------------------------------------------------------

@fault([1150], "no metadata")
def _(pdf):
    drop(pdf.root, "/Metadata")


@fault([1150], "metadata that are no XML")
def _(pdf):
    pdf.metadata("</rdf:RDF>", "</rdf:RDG>")


@fault([1150], "metadata that declare entities")
def _(pdf):
    pdf.metadata("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta')


@fault([1150], "metadata without a status")
def _(pdf):
    pdf.metadata("una:status>final", "una:status>finished")


@fault([1150], "a title for readers of English only")
def _(pdf):
    pdf.metadata('xml:lang="x-default"', 'xml:lang="en"')


@fault([1150], "a title that is not in languages")
def _(pdf):
    data = pdf.stream(pdf.root["/Metadata"])
    pdf.set_stream(pdf.root["/Metadata"], data.replace(
        b"rdf:Alt", b"rdf:Seq"))


@fault([1150], "a property that nobody knows")
def _(pdf):
    pdf.metadata("<una:symbol>", '<x:y xmlns:x="urn:x">z</x:y><una:symbol>')


@fault([1150], "a property of ours without its schema")
def _(pdf):
    pdf.metadata("<pdfaProperty:name>symbol<", "<pdfaProperty:name>cymbal<")


@fault([1150], "a date that is none")
def _(pdf):
    pdf.get(pdf.trailer, "/Info")["/ModDate"] = "u:2007-05-30 120000"


@fault([1151], "two dates of one time and different zones")
def _(pdf):
    pdf.metadata("ModifyDate>2007-05-30T12:00:00Z",
                 "ModifyDate>2007-05-30T12:00:00+02:00")
    pdf.get(pdf.trailer, "/Info")["/ModDate"] = "u:D:20070530120000-02'00'"


@fault([1107], "a standard that is not claimed")
def _(pdf):
    pdf.metadata("<pdfaid:conformance>A", "<pdfaid:conformance>B")


@fault([1151], "two titles")
def _(pdf):
    pdf.get(pdf.trailer, "/Info")["/Title"] = "u:Another title"


@fault([1151], "two dates")
def _(pdf):
    pdf.get(pdf.trailer, "/Info")["/ModDate"] = "u:D:20200101000000Z"


@fault([1151, 1152, 1163], "a symbol that is not the document's")
def _(pdf):
    data = pdf.stream(pdf.root["/Metadata"]).replace(
        b"una:symbol>CTOC/COP/WG.2/2007/1<",
        b"una:symbol>CTOC/COP/WG.2/2007/2<")
    pdf.set_stream(pdf.root["/Metadata"], data)


@fault([1153, 1163], "a title that is not the page's")
def _(pdf):
    info = pdf.get(pdf.trailer, "/Info")
    title = info["/Title"][2:]
    info["/Title"] = "u:Another title"
    data = pdf.stream(pdf.root["/Metadata"]).replace(
        title.encode(), b"Another title")
    pdf.set_stream(pdf.root["/Metadata"], data)


# ---- files inside -------------------------------------------------------

@fault([1160], "no source")
def _(pdf):
    spec(pdf, "Source")["/AFRelationship"] = "/Data"


@fault([1160], "no manifest")
def _(pdf):
    spec(pdf, "Supplement")["/AFRelationship"] = "/Data"


@fault([1161], "a file without its relationship, which is no source then")
def _(pdf):
    other = dict(spec(pdf, "Source"), **{"/F": "u:x", "/UF": "u:x"})
    del other["/AFRelationship"]
    pdf.put("9001 0 R", other)
    pdf.of(pdf.root["/AF"]).append("9001 0 R")
    pdf.get(pdf.root, "/Names", "/EmbeddedFiles",
            "/Names").extend(["u:x", "9001 0 R"])


@fault([1161], "a file that is not associated")
def _(pdf):
    pdf.of(pdf.root["/AF"]).pop()


@fault([1161], "a file with two names")
def _(pdf):
    spec(pdf, "Supplement")["/UF"] = "u:other"


@fault([1161], "a file that is another one by its other name")
def _(pdf):
    source, manifest = (pdf.of(spec(pdf, s)["/EF"])
                        for s in ("Source", "Supplement"))
    source["/UF"] = manifest["/F"]


@fault([1160, 1161], "a file whose entries are no objects")
def _(pdf):
    names = pdf.get(pdf.root, "/Names", "/EmbeddedFiles", "/Names")
    ref = pdf.refs("/AFRelationship", "/Source")[0]
    pdf.of(pdf.root["/AF"])[1] = names[names.index(ref)] = \
        dict(spec(pdf, "Source"))


@fault([1102, 1161, 1162, 1164], "junk that hides what was changed")
def _(pdf):
    files = pdf.get(pdf.root, "/Names", "/EmbeddedFiles", "/Names")
    files.extend(["u:x", {"/F": "u:x"}] * 600)
    ref = pdf.get(spec(pdf, "Source"), "/EF")["/F"]
    pdf.change(ref, b"Opening of the", b"Closing of the")
    # whose names come last
    for s in "Source", "Supplement":
        spec(pdf, s)["/F"] = spec(pdf, s)["/UF"] = "u:y"


@fault([1162, 1164], "a source that was changed")
def _(pdf):
    ref = pdf.get(spec(pdf, "Source"), "/EF")["/F"]
    pdf.change(ref, b"Opening of the", b"Closing of the")


@fault([1162], "a check sum of another file")
def _(pdf):
    source, manifest = (pdf.get(spec(pdf, s), "/EF", "/F", "/Params")
                        for s in ("Source", "Supplement"))
    source["/CheckSum"] = manifest["/CheckSum"]


def with_source(pdf, old, new):
    """The source says something else, and all that leads to it agrees."""
    ref = pdf.get(spec(pdf, "Source"), "/EF")["/F"]
    assert old in pdf.stream(ref), old
    data = pdf.stream(ref).replace(old, new, 1)
    pdf.set_stream(ref, data)
    params = pdf.get(spec(pdf, "Source"), "/EF", "/F", "/Params")
    params["/CheckSum"] = "b:" + hashlib.md5(data).hexdigest()
    manifest = pdf.get(spec(pdf, "Supplement"), "/EF")["/F"]
    text = re.sub(rb"\w{64}  source/", hashlib.sha256(data).hexdigest()
                  .encode() + b"  source/", pdf.stream(manifest))
    pdf.set_stream(manifest, text)
    params = pdf.get(spec(pdf, "Supplement"), "/EF", "/F", "/Params")
    params["/CheckSum"] = "b:" + hashlib.md5(text).hexdigest()
    source = pdf.get(spec(pdf, "Source"), "/EF", "/F", "/Params")
    source["/Size"] = len(data)


for _what, _old, _new in (
        ("original", b'original="en"', b'original="fr"'),
        ("distribution", b'distribution="general"', b'distribution="limited"'),
        ("job number", b'job="V.', b'job="W.'),
        ("title", b"<title>Annotated", b"<title>Unannotated")):
    @fault([1163], "a source of another %s" % _what)
    def _(pdf, old=_old, new=_new):
        with_source(pdf, old, new)


# ---- what never ends ----------------------------------------------------

@fault([1103, 1126], "elements that lead back to themselves")
def _(pdf):
    document = pdf.get(pdf.root, "/StructTreeRoot", "/K")
    document = document[0] if isinstance(document, list) else document
    ref = pdf.of(pdf.root["/StructTreeRoot"])["/K"]
    ref = ref[0] if isinstance(ref, list) else ref
    pdf.elements("TD")[0]["/K"] = [ref]


@fault([1103], "an outline that leads back to itself")
def _(pdf):
    row = pdf.get(pdf.root, "/Outlines")
    pdf.of(row["/Last"])["/Next"] = row["/First"]


@fault([1103, 1142], "names that lead back to themselves")
def _(pdf):
    ref = pdf.of(pdf.root["/Names"])["/Dests"]
    node = pdf.of(ref)
    node.pop("/Names", None)
    node["/Kids"] = [ref]


@fault([1101], "pages that lead back to themselves")
def _(pdf):
    pdf.get(pdf.root, "/Pages")["/Kids"] = [pdf.root["/Pages"]]


# ---- the tests ----------------------------------------------------------

def bomb(out):
    """A PDF whose first page unpacks to 1 GiB."""
    z = zlib.compressobj(9)
    parts = [z.compress(b" " * (1 << 24)) for _ in range(64)] + [z.flush()]
    data = b"".join(parts)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
               b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
               % (len(data), data)]
    text = b"%PDF-1.7\n"
    places = []
    for n, o in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (n, o)
    xref = len(text)
    text += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % p for p in places)
    text += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % xref
    with open(out, "wb") as f:
        f.write(text)
    return out


def inspect(paths):
    """Of each path the ids that are told, and the record."""
    run = tap.Run("inspect", "--format=json", *paths)
    records = json.loads(run.out)
    return {r["file"]: ({f["id"] for f in r["faults"]}, r)
            for r in records}, run


with tap.Folder() as folder:
    good = {}
    for source in MAIN, NOTES:
        run = tap.Run("build", "-o", folder, source)
        tap.equal(run.status, 0, "%s is built" % source)
        good[source] = run.out.strip()
    told, run = inspect(good.values())
    tap.none([(p, r["faults"]) for p, (ids, r) in told.items() if ids],
             "a good PDF has no fault")
    tap.equal(run.status, 0, "and status 0")

    def edited(n):
        ids, what, source, edit = FAULTS[n]
        pdf = copy.deepcopy(read[source])
        edit(pdf)
        path = pdf.write(os.path.join(folder, "%02d.pdf" % n))
        return path, ids, what

    read = {s: editing.Pdf(p) for s, p in good.items()}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        made = list(pool.map(edited, range(len(FAULTS))))
    told, run = inspect([m[0] for m in made])
    tap.equal(run.status, 1, "faults make status 1")
    for path, ids, what in made:
        tap.ok(told[path][0] == set(ids), "%s: %s" % (what, " ".join(ids)),
               [(f["id"], f["page"], f["text"])
                for f in told[path][1]["faults"]])

    told, run = inspect([bomb(os.path.join(folder, "bomb.pdf")), *good.values()])
    # either its memory ends first or its time, and then nothing else is told
    refused = "UNA-1102" in run.err or "UNA-1108" in run.out
    tap.equal([refused, [told[p][0] for p in good.values()], run.status],
              [True, [set(), set()], 1],
              "a PDF that unpacks to 1 GiB is refused, and no other")
tap.done()
