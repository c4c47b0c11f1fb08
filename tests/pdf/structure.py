"""What a PDF holds beside its pages: bookmarks, links, metadata, fonts; read
through qpdf and pdffonts."""

import base64
import json
import re
import subprocess

import tap


class Objects:
    def __init__(self, path):
        result = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", "--decode-level=all",
             "--json-stream-data=inline", path],
            check=True, stdout=subprocess.PIPE)
        self.table = json.loads(result.stdout)["qpdf"][1]
        self.trailer = self.table["trailer"]["value"]
        self.catalogue = self.get(self.trailer["/Root"])
        self.pages = list(self._leaves(self.catalogue["/Pages"]))

    def get(self, value):
        """What a reference refers to; anything else as it is."""
        entry = self.table.get("obj:%s" % value) \
            if isinstance(value, str) else None
        if entry is None:
            return value
        return entry["value"] if "value" in entry else entry["stream"]

    def _leaves(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in node.get("/Kids", []):
            yield from self._leaves(kid)

    def destination(self, name):
        """(number of the page, y from its upper edge) of a name or an array;
        None if it leads nowhere."""
        value = self.get(name)
        if isinstance(value, str):
            value = self.names().get(text(value))
        value = self.get(value)
        if isinstance(value, dict):
            value = self.get(value["/D"])
        if not value or value[0] not in self.pages:
            return None
        page = self.get(value[0])
        top = self.inherited(page, "/MediaBox")[3]
        return self.pages.index(value[0]) + 1, top - value[3]

    def inherited(self, page, key):
        while key not in page:
            page = self.get(page["/Parent"])
        return self.get(page[key])

    def names(self):
        found = {}
        todo = [self.get(self.get(self.catalogue.get("/Names", {}))
                         .get("/Dests"))]
        while todo:
            node = todo.pop() or {}
            pairs = self.get(node.get("/Names", []))
            found.update((text(k), v)
                         for k, v in zip(pairs[::2], pairs[1::2]))
            todo += [self.get(k) for k in self.get(node.get("/Kids", []))]
        return found

    def outline(self):
        """(level, title, destination) of each bookmark, from the top."""
        def walk(reference, level):
            while reference:
                entry = self.get(reference)
                yield (level, text(entry["/Title"]),
                       self.destination(entry["/Dest"]))
                yield from walk(entry.get("/First"), level + 1)
                reference = entry.get("/Next")
        top = self.get(self.catalogue.get("/Outlines", {}))
        return list(walk(top.get("/First"), 1))

    def links(self):
        """(page, destination) of each link in the order of the file, but for
        marks of notes; one that goes on in the next line counts once."""
        found = []
        for number, page in enumerate(self.pages, 1):
            for a in self.get(self.get(page).get("/Annots", [])):
                a = self.get(a)
                if a["/Subtype"] != "/Link":
                    continue
                action = self.get(a["/A"]) if "/A" in a else {"/D": a["/Dest"]}
                if action.get("/S") == "/URI":
                    continue   # it leads out of the document
                to = action["/D"]
                if re.match(r"note[.-]", text(to)):
                    continue   # the mark of a note
                last = found[-1] if found else None
                y = self.get(a["/Rect"])[1]
                if last and last[2] == to and (
                        number > last[0] or 0 < last[3] - y < 24):
                    found[-1] = (number,) + last[1:3] + (y,)
                else:
                    found.append((number, self.destination(to), to, y))
        return [f[:2] for f in found]

    def xmp(self):
        stream = self.get(self.catalogue["/Metadata"])
        return base64.b64decode(stream["data"]).decode("utf-8")

    def info(self):
        return {k: text(v) for k, v in
                self.get(self.trailer.get("/Info", {})).items()}


def text(value):
    return value[2:] if value[:2] in ("u:", "b:") else value


def fonts(path):
    """The table of pdffonts: name, embedded, subset, with Unicode."""
    rows = []
    for line in tap.output_of("pdffonts", path).splitlines()[2:]:
        words = line.split()
        emb, sub, uni = words[-5:-2]
        rows.append((words[0], emb == "yes", sub == "yes", uni == "yes"))
    return rows
