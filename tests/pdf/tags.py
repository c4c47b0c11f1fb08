"""The structure of a PDF, read through qpdf: what is wrong with it (faults), and
what it says (text).  Written after PDF 1.7, PDF/UA-1 and PDF/A-3; of what a
validator of these lets pass though it is wrong, it tells, too."""

import base64
import re

import structure
from structure import text as string

GROUPS = {"Document", "Sect", "BlockQuote", "L", "LI", "Table", "THead",
          "TBody", "TR", "TOC"}
PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"},
    "THead": {"Table"}, "TBody": {"Table"}, "TR": {"THead", "TBody"},
    "TH": {"TR"}, "TD": {"TR"}, "TOCI": {"TOC"}, "Caption": {"Table"},
    "Reference": {"P", "LBody", "TD", "TH", "TOCI", "Title", "H1", "H2", "H3",
                  "H4", "H5", "H6", "Note", "Caption", "Lbl"},
}
# what must not stand in what, however deep: a note is no part of a link
NOT_WITHIN = {"Link": {"Link"}, "Note": {"Link", "Span", "Reference", "Note"}}
CHILDREN = {
    "L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC"},
    "Table": {"Caption", "THead", "TBody"}, "TR": {"TH", "TD"},
    "THead": {"TR"}, "TBody": {"TR"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
KNOWN = GROUPS | set(PARENTS) | {
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "Note", "Link", "Span", "Figure"}
MAY_BE_EMPTY = {"TD", "TH"}
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")

OPERATORS = re.compile(rb"""
    \((?:\\.|[^\\()])*\)            # a string
  | <[0-9A-Fa-f\s]*>
  | /(?P<tag>\w+)\s*(?P<keys><<.*?>>)?\s*B(?:DC|MC)
  | (?<![\w*'"])(?P<op>BT|ET|EMC|Tj|TJ|Do|sh|k|K|cs|CS|gs|[fFBbSs]\*?)(?![\w*])
""", re.X | re.S)
PAINTING = {b"Tj", b"TJ", b"Do", b"sh", b"f", b"F", b"f*", b"B", b"B*", b"b",
            b"b*", b"S", b"s"}


class Element:
    def __init__(self, reference, node, parent):
        self.reference, self.node, self.parent = reference, node, parent
        self.type = node["/S"][1:]
        self.kids = []   # elements, (page, mcid), or ("OBJR", object)

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def ancestors(self):
        element = self.parent
        while element:
            yield element
            element = element.parent

    def attribute(self, key, otherwise=None):
        attributes = self.node.get("/A", [])
        for a in attributes if isinstance(attributes, list) else [attributes]:
            if key in a:
                return a[key]
        return otherwise


class Tags(structure.Objects):
    def __init__(self, path):
        super().__init__(path)
        self.faults = []
        self.marked = {}     # (page, mcid): the tag in the stream
        self.owners = {}     # (page, mcid): elements
        self.top = self.get(self.catalogue.get("/StructTreeRoot", {}))
        self.roles = self.get(self.top.get("/RoleMap", {}))
        if "/K" not in self.top:
            self.fault("there is no structure")
            return
        self.root = self.element(self.top["/K"], None)
        self.read_pages()
        for check in (self.check_marks, self.check_types, self.check_headings,
                      self.check_tables, self.check_figures, self.check_notes,
                      self.check_annotations, self.check_catalogue,
                      self.check_metadata, self.check_attachments):
            check()

    def fault(self, *words):
        self.faults.append(" ".join(str(w) for w in words))

    # --- reading -----------------------------------------------------------

    def element(self, reference, parent):
        element = Element(reference, self.get(reference), parent)
        page = element.node.get("/Pg")
        kids = element.node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                element.kids.append(self.owned(element, page, kid))
            elif isinstance(kid, dict) and kid["/Type"] == "/MCR":
                element.kids.append(self.owned(element, kid["/Pg"],
                                               kid["/MCID"]))
            elif isinstance(kid, dict):
                element.kids.append(("OBJR", kid["/Obj"]))
            else:
                element.kids.append(self.element(kid, element))
        expected = parent.reference if parent \
            else self.catalogue["/StructTreeRoot"]
        if element.node["/P"] != expected:
            self.fault(element.type, "has another parent")
        return element

    def owned(self, element, page, mcid):
        self.owners.setdefault((page, mcid), []).append(element)
        return page, mcid

    def content(self, page):
        contents = self.get(page)["/Contents"]
        streams = contents if isinstance(contents, list) else [contents]
        return b"\n".join(self.stream(s) for s in streams)

    def stream(self, reference):
        return base64.b64decode(self.get(reference)["data"])

    def read_pages(self):
        for page in self.pages:
            self.read_page(page)

    def read_page(self, page):
        depth, in_text, seen = 0, False, set()
        for match in OPERATORS.finditer(self.content(page)):
            tag, op = match.group("tag"), match.group("op")
            if tag:
                depth += 1
                mcid = re.search(rb"/MCID (\d+)", match.group("keys") or b"")
                if depth > 1:
                    self.fault("marks within marks")
                if in_text:
                    self.fault("marks begin within a text object")
                if mcid:
                    mcid = int(mcid.group(1))
                    if mcid in seen:
                        self.fault("MCID", mcid, "twice on a page")
                    seen.add(mcid)
                    self.marked[page, mcid] = tag.decode()
                elif tag != b"Artifact":
                    self.fault("marks without a number:", tag)
            elif op == b"EMC":
                depth -= 1
                if depth < 0 or in_text:
                    self.fault("marks end where none are open")
            elif op in (b"BT", b"ET"):
                in_text = op == b"BT"
            elif op in PAINTING and depth != 1:
                self.fault("content that is not marked:", op)
            elif op in (b"k", b"K"):
                self.fault("a colour for print")
        if depth:
            self.fault("marks that do not end")
        dictionary = self.get(page)
        if seen and "/StructParents" not in dictionary:
            self.fault("a page without StructParents")
        if dictionary.get("/Tabs") != "/S":
            self.fault("a page without its order of tabs")

    # --- the tree and the pages --------------------------------------------

    def parents(self):
        numbers = self.get(self.get(self.top["/ParentTree"])["/Nums"])
        return dict(zip(numbers[::2], numbers[1::2]))

    def check_marks(self):
        parents = self.parents()
        for (page, mcid), tag in self.marked.items():
            owners = self.owners.get((page, mcid), [])
            if len(owners) != 1:
                self.fault("marks with", len(owners), "elements")
                continue
            if tag not in (owners[0].type, "Span"):
                self.fault("marks say", tag, "and the tree", owners[0].type)
            back = self.get(parents[self.get(page)["/StructParents"]])
            if back[mcid] != owners[0].reference:
                self.fault("the way back from", tag, "leads elsewhere")
        for place in self.owners:
            if place not in self.marked:
                self.fault("the tree has marks that are on no page")

    def check_types(self):
        for element in self.root.walk():
            role = self.roles.get("/" + element.type, "/" + element.type)[1:]
            parent = element.parent.type if element.parent else None
            if role not in KNOWN:
                self.fault("unknown type", element.type)
            if role in PARENTS and parent not in PARENTS[role]:
                self.fault(role, "stands in", parent)
            for outer in element.ancestors():
                if outer.type in NOT_WITHIN.get(role, ()):
                    self.fault(role, "stands in", outer.type)
            if parent in CHILDREN and element.type not in CHILDREN[parent]:
                self.fault(role, "stands in", parent)
            if not element.kids and role not in MAY_BE_EMPTY:
                self.fault("empty", role)
            if role in GROUPS and any(isinstance(k, tuple)
                                      for k in element.kids):
                self.fault("text in", role)
            language = element.node.get("/Lang")
            if language and not LANGUAGE.match(string(language)):
                self.fault("language", language)

    def check_headings(self):
        level = 0
        for element in self.root.walk():
            rank = re.match(r"H(\d)$", element.type)
            if rank:
                if int(rank.group(1)) > level + 1:
                    self.fault(element.type, "after level", level)
                level = int(rank.group(1))

    def check_tables(self):
        for table in self.root.walk():
            if table.type == "Table":
                self.check_table(table)

    def check_table(self, table):
        rows, width = [], set()
        for part in table.kids:
            rows += part.kids if part.type != "Caption" else []
        covered = [0] * (len(rows) + 100)
        for i, row in enumerate(rows):
            for cell in row.kids:
                columns = cell.attribute("/ColSpan", 1)
                for k in range(cell.attribute("/RowSpan", 1)):
                    covered[i + k] += columns
                if cell.type == "TH" and cell.attribute("/Scope") not in (
                        "/Column", "/Row"):
                    self.fault("TH without a scope")
            width.add(covered[i])
        if len(width) > 1 or any(covered[len(rows):]):
            self.fault("a table with rows of", sorted(width), "columns")

    def check_figures(self):
        for element in self.root.walk():
            if element.type != "Figure":
                continue
            if not string(element.node.get("/Alt", "")):
                self.fault("a figure without alternative text")
            box = element.attribute("/BBox", [0] * 4)
            left, bottom, right, top = box
            if not 0 < left < right < 700 or not 0 < bottom < top < 900:
                self.fault("a figure at", box)

    def check_notes(self):
        names = [string(e.node.get("/ID", "")) for e in self.root.walk()
                 if e.type == "Note"]
        if "" in names or len(names) != len(set(names)):
            self.fault("notes with the names", names)
        tree = self.get(self.get(self.top.get("/IDTree", {})).get("/Names", []))
        if [string(n) for n in tree[::2]] != sorted(names):
            self.fault("the tree of names has", tree[::2])

    def check_annotations(self):
        parents, told = self.parents(), {}
        for element in self.root.walk():
            for kid in element.kids:
                if isinstance(kid, tuple) and kid[0] == "OBJR":
                    told[kid[1]] = element
        for page in self.pages:
            for reference in self.get(self.get(page).get("/Annots", [])):
                self.check_annotation(reference, parents, told)
        if told:
            self.fault("the tree has links that are on no page")

    def check_annotation(self, reference, parents, told):
        annotation, element = self.get(reference), told.pop(reference, None)
        if not element or element.type != "Link":
            self.fault("a link that is not in the tree")
        elif parents.get(annotation.get("/StructParent")) != element.reference:
            self.fault("the way back from a link leads elsewhere")
        if not string(self.get(annotation.get("/Contents", ""))).strip():
            self.fault("a link that says nothing")
        if annotation.get("/F") != 4:
            self.fault("a link that may not be printed")
        action = self.get(annotation.get("/A", {}))
        if action.get("/S") == "/GoTo" and not self.destination(action["/D"]):
            self.fault("a link that leads nowhere:", action["/D"])
        if action.get("/S") == "/URI" and not re.match(
                r"[a-z]+:", string(action["/URI"])):
            self.fault("an address without a scheme:", action["/URI"])

    # --- beside the tree ---------------------------------------------------

    def check_catalogue(self):
        c = self.catalogue
        wanted = {
            "MarkInfo": self.get(c.get("/MarkInfo", {})).get("/Marked"),
            "Lang": LANGUAGE.match(string(c.get("/Lang", ""))),
            "DisplayDocTitle": self.get(c.get("/ViewerPreferences", {})).get(
                "/DisplayDocTitle"),
            "OutputIntents": c.get("/OutputIntents"),
            "ID": self.trailer.get("/ID"),
            "Outlines": c.get("/Outlines") or not any(
                e.type == "H1" for e in self.root.walk()),
        }
        for key, there in wanted.items():
            if not there:
                self.fault("no", key)
        right_to_left = string(c.get("/Lang", "")) == "ar"
        mode = self.root.attribute("/WritingMode", "/LrTb")
        if mode != ("/RlTb" if right_to_left else "/LrTb"):
            self.fault("writing mode", mode)

    def check_metadata(self):
        xmp, info = self.xmp(), self.info()
        for wanted in ("<pdfaid:part>3<", "<pdfaid:conformance>A<",
                       "<pdfuaid:part>1<", "<pdfaSchema:prefix>pdfuaid<",
                       "<pdfaSchema:prefix>una<"):
            if wanted not in xmp:
                self.fault("XMP without", wanted)
        if self.get(self.catalogue["/Metadata"])["dict"].get("/Filter"):
            self.fault("XMP that is compressed")
        day = "%s-%s-%s" % re.match(r"D:(\d{4})(\d\d)(\d\d)",
                                    info["/CreationDate"]).groups()
        for wanted in (">%sT12:00:00Z<" % day, ">%s<" % info["/Producer"],
                       "<una:date>%s<" % day,
                       "<rdf:li>%s<" % string(self.catalogue["/Lang"])):
            if wanted not in xmp:
                self.fault("XMP without", wanted)

    def attachments(self):
        """(file specification, bytes) by name."""
        names = self.get(self.get(self.get(self.catalogue.get("/Names", {}))
                                  .get("/EmbeddedFiles", {})).get("/Names", []))
        found = {}
        for name, reference in zip(names[::2], names[1::2]):
            specification = self.get(reference)
            if reference not in self.get(self.catalogue.get("/AF", [])):
                self.fault("an attachment that is not associated")
            found[string(name)] = (specification, self.stream(
                specification["/EF"]["/F"]))
        if len(found) != len(self.get(self.catalogue.get("/AF", []))):
            self.fault("an associated file that is not attached")
        return found

    def check_attachments(self):
        for name, (specification, data) in self.attachments().items():
            stream = self.get(specification["/EF"]["/F"])["dict"]
            if string(specification["/F"]) != name or \
                    string(specification["/UF"]) != name:
                self.fault("an attachment with two names")
            for key in ("/Desc", "/AFRelationship"):
                if not specification.get(key):
                    self.fault("an attachment without", key)
            if stream["/Params"]["/Size"] != len(data) or \
                    not stream.get("/Subtype"):
                self.fault("an attachment with wrong keys")


def faults(path):
    return Tags(path).faults
