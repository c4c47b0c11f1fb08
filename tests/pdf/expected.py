"""The words that a reader should find in a PDF, told from its XML without any
of the stylesheets: written a second time, so that the two check each other."""

import os
import xml.etree.ElementTree as xml

import speech
import tap

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def register(kind, language):
    """xml/bodies.xml or xml/places.xml: names by key, without the signs that
    part them."""
    root = xml.parse(os.path.join(tap.ROOT, "xml", kind + ".xml")).getroot()
    return {entry.get("key"): name.text.replace("\u200b", "")
            for entry in root for name in entry.findall("name")
            if name.get(LANG) == language}


class Document:
    """body: the words of all pages in their order, without the notes;
    notes: the words of each note; outline: (level, title) of each bookmark;
    pages know nothing of all this."""

    def __init__(self, path):
        self.root = xml.parse(path).getroot()
        self.masthead = self.root.find("masthead")
        self.language = self.root.get(LANG)
        self.say = speech.SPEECHES[self.language](self.masthead.get("date"))
        self.parent = {c: p for p in self.root.iter() for c in p}
        self.by_id = {e.get("id"): e for e in self.root.iter() if e.get("id")}
        self.notes, self.outline, self.references = [], [], []
        self.out = []
        self.head()
        self.agenda()
        self.annotations()
        for annex in self.root.findall("annex"):
            self.annex(annex)
        self.body = "\n".join(self.out)

    def link_targets(self):
        """How the places start that the links lead to: from the list to the
        headings, from references, from the timetable, in that order."""
        lists = [i for i in self.items().iter("item") if self.is_annotated(i)]
        takes = [self.by_id[t.get("item")] for t in self.root.iter("take")]
        return [self.title_of(e) for e in lists + self.references + takes]

    def title_of(self, node):
        """The first words at the place of an item, an annex, an appendix."""
        if node.tag in ("annex", "appendix"):
            return self.say.annex(word=node.tag)
        return self.label(node)

    @staticmethod
    def is_annotated(node):
        return any(e.tag in ("annotation", "documentation")
                   for e in node.iter())

    # -- within a line

    def text(self, node, notes=True):
        """A title is printed in several places, its notes in the first."""
        text = node.text or ""
        for child in node:
            tail = child.tail or ""
            inner = self.inline(child, notes) if isinstance(child.tag, str) \
                else ""
            if child.tag == "time" and inner.endswith(".") \
                    and tail.startswith("."):
                inner = inner[:-1]
            if child.tag == "note":
                text = text.rstrip()
            text += inner + tail
        return text.strip()

    def inline(self, node, notes):
        get = node.get
        if node.tag == "q":
            depth, up = 0, self.parent[node]
            while up is not None:
                depth += up.tag == "q"
                up = self.parent.get(up)
            marks = self.say.inner_quotes if depth % 2 else self.say.quotes
            return marks[0] + self.text(node, notes) + marks[1]
        if node.tag == "note":
            if notes:
                self.notes.append(self.text(node))
            return ""
        if node.tag == "date":
            return self.say.date(get("value"), get("weekday") == "yes")
        if node.tag == "dates":
            return self.say.dates(get("start"), get("end"))
        if node.tag == "time":
            return self.say.clock(get("value"))
        if node.tag == "ref":
            target = self.by_id[get("to")]
            self.references.append(target)
            if get("show") == "title":
                return self.title(target)
            return self.number(target)
        return self.text(node, notes)

    # -- labels

    def place(self, node):
        return [e for e in self.parent[node] if e.tag == node.tag].index(node)

    def label(self, item):
        depth, index, up = 0, self.place(item), self.parent[item]
        while up.tag == item.tag or up.tag in ("li", "list"):
            depth += up.tag == item.tag
            up = self.parent[up]
        label = self.say.label if item.tag == "item" else self.say.list_label
        return label(depth, index + 1)

    def title(self, item):
        """The title of an item, outside of the list."""
        return self.say.elsewhere(self.text(item.find("title"), False),
                                  self.parent[item].tag == "item")

    def number(self, node):
        if node.tag in ("annex", "appendix"):
            return speech.ROMAN[self.place(node)].upper()
        up = self.parent[node]
        if up.tag != "item":
            return str(self.place(node) + 1)
        return self.say.sub_item(self.number(up), self.label(node))

    # -- the parts of a document

    def head(self):
        m, meeting = self.masthead, self.root.find("meeting")
        bodies = register("bodies", self.language)
        places = register("places", self.language)
        self.out += [self.say.words["united-nations"], m.get("symbol"),
                     bodies[m.get("body")]]
        self.out += self.say.masthead(m.get("distribution"), m.get("date"),
                                      self.language, m.get("original"))
        for body in meeting:
            self.out.append(bodies[body.get("body")] if body.get("body")
                            else self.text(body))
        self.out.append(self.say.meeting(places[meeting.get("place")],
                                         meeting.get("start"),
                                         meeting.get("end")))
        self.out.append(self.text(self.root.find("title")))

    def bracketed(self, text):
        return self.say.brackets[0] + text + self.say.brackets[1]

    def items(self):
        return self.root.find("items")

    def agenda(self):
        heading = self.say.words["provisional-agenda"]
        self.out.append(heading)
        self.outline.append((1, heading))
        for item in self.items().iter("item"):
            up, last = item, True
            while self.parent[up].tag == "item":
                last = last and self.parent[up].findall("item")[-1] is up
                up = self.parent[up]
            stop = self.say.stops[
                "opening" if item.find("item") is not None
                else "last" if last else "more"]
            self.out += [self.label(item),
                         self.text(item.find("title")) + stop]

    def annotations(self):
        if not self.is_annotated(self.items()):
            return
        heading = self.say.words["annotations"]
        self.out.append(heading)
        self.outline.append((1, heading))
        for item in self.items():
            self.annotated(item, 2)

    def annotated(self, item, level):
        if not self.is_annotated(item):
            return
        heading = item.find("heading")
        title = self.title(item) if heading is None else self.text(heading)
        self.outline.append((level, self.label(item) + " " + title))
        self.out += [self.label(item), title]
        for part in item:
            if part.tag == "annotation":
                self.blocks(part)
            elif part.tag == "documentation":
                self.out.append(self.say.words["documentation"])
                for d in part:
                    self.out.append(self.text(d) + self.bracketed(
                        d.get("symbol")))
            elif part.tag == "item":
                self.annotated(part, level + 1)

    def blocks(self, node):
        for block in node:
            if block.tag == "p":
                self.out.append(self.text(block))
            elif block.tag == "list":
                for li in block:
                    self.out.append(self.label(li))
                    self.blocks(li)
            elif block.tag == "timetable":
                self.timetable(block)
            elif block.tag == "appendix":
                self.annex(block, 2)

    def annex(self, annex, level=1):
        """An annex, or an appendix of one."""
        alone = len(self.parent[annex].findall(annex.tag)) == 1
        label = self.say.annex(None if alone else self.place(annex) + 1,
                               annex.tag)
        title = self.text(annex.find("title"))
        self.out += [label, title]
        self.outline.append((level, label + " – " + title))
        self.blocks(annex)

    def timetable(self, table):
        self.out.append(self.say.words["columns"])
        seen = set()
        for day in table:
            self.out.append(self.say.cell(day.get("date")))
            for sitting in day:
                self.out.append(self.say.times(sitting.get("start"),
                                               sitting.get("end")))
                for take in sitting:
                    item = self.by_id[take.get("item")]
                    title = self.title(item)
                    if item in seen:
                        title += self.bracketed(self.say.words["continued"])
                    seen.add(item)
                    self.out += [self.number(item), title]
