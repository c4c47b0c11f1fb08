"""The words that a reader should find in a PDF, told from its XML without any
of the stylesheets: written a second time, so that the two check each other.
English only."""

import datetime
import os
import xml.etree.ElementTree as xml

import tap

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MONTHS = ("January February March April May June July August September "
          "October November December").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LANGUAGES = {"ar": "Arabic", "en": "English", "es": "Spanish",
             "fr": "French", "ru": "Russian", "zh": "Chinese"}
ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()


def register(kind):
    """xml/bodies.xml or xml/places.xml: English names by key."""
    root = xml.parse(os.path.join(tap.ROOT, "xml", kind + ".xml")).getroot()
    return {entry.get("key"): name.text for entry in root
            for name in entry.findall("name") if name.get(LANG) == "en"}


def parts(iso):
    return [int(n) for n in iso.split("-")]


def date(iso, weekday=False):
    y, m, d = parts(iso)
    text = "%d %s %d" % (d, MONTHS[m - 1], y)
    return DAYS[datetime.date(y, m, d).weekday()] + ", " + text \
        if weekday else text


def span(start, end, dash, before=""):
    """Two dates; what they share is said once."""
    if start == end:
        return date(start)
    (y, m, d), (y2, m2, _) = parts(start), parts(end)
    first = "%d" % d
    if (y, m) != (y2, m2):
        first += " " + MONTHS[m - 1]
    if y != y2:
        first += " %d" % y
    return before + first + dash + date(end)


def clock(time, half=True):
    hour, minute = time.split(":")
    if time == "12:00":
        return "12 noon"
    text = str((int(hour) + 11) % 12 + 1)
    if minute != "00":
        text += "." + minute
    return text + (" a.m." if int(hour) < 12 else " p.m.") if half else text


def times(start, end, dash):
    half = int(start[:2]) < 12, int(end[:2]) < 12
    return clock(start, start == "12:00" or half[0] != half[1]) \
        + dash + clock(end)


class Document:
    """body: the words of all pages in their order, without the notes;
    notes: the words of each note; outline: (level, title) of each bookmark;
    pages know nothing of all this."""

    def __init__(self, path):
        self.root = xml.parse(path).getroot()
        self.masthead = self.root.find("masthead")
        self.dash = "-" if self.masthead.get("date") < "2017" else "–"
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
        """The first words at the place of an item or an annex."""
        if node.tag == "annex":
            return "Annex"
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
            marks = "‘’" if depth % 2 else "“”"
            return marks[0] + self.text(node, notes) + marks[1]
        if node.tag == "note":
            if notes:
                self.notes.append(self.text(node))
            return ""
        if node.tag == "date":
            return date(get("value"), get("weekday") == "yes")
        if node.tag == "dates":
            text = span(get("start"), get("end"), " to ", "from ")
            return text
        if node.tag == "time":
            return clock(get("value"))
        if node.tag == "ref":
            target = self.by_id[get("to")]
            self.references.append(target)
            if get("show") == "title":
                return self.text(target.find("title"), False)
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
        letter = self.letters(index)
        if item.tag == "item":
            return ["%d." % (index + 1), "(%s)" % letter,
                    "(%s)" % ROMAN[index % 12]][depth]
        return ["(%s)" % letter, "(%s)" % ROMAN[index % 12],
                letter + "."][depth]

    @staticmethod
    def letters(index):
        text = ""
        index += 1
        while index:
            index, rest = divmod(index - 1, 26)
            text = chr(97 + rest) + text
        return text

    def number(self, node):
        if node.tag == "annex":
            return ROMAN[self.place(node)].upper()
        up = self.parent[node]
        if up.tag != "item":
            return str(self.place(node) + 1)
        return self.number(up) + " " + self.label(node)

    # -- the parts of a document

    def head(self):
        m, meeting = self.masthead, self.root.find("meeting")
        bodies, places = register("bodies"), register("places")
        self.out += ["United Nations", m.get("symbol"), bodies[m.get("body")],
                     "Distr.: " + m.get("distribution").capitalize(),
                     date(m.get("date"))]
        if m.get("original") != "en":
            self.out.append("English")
        self.out.append("Original: " + LANGUAGES[m.get("original")])
        for body in meeting:
            self.out.append(bodies[body.get("body")] if body.get("body")
                            else self.text(body))
        self.out.append(places[meeting.get("place")] + ", " + span(
            meeting.get("start"), meeting.get("end"), self.dash))
        self.out.append(self.text(self.root.find("title")))

    def items(self):
        return self.root.find("items")

    def agenda(self):
        self.out.append("Provisional agenda")
        self.outline.append((1, "Provisional agenda"))
        for item in self.items().iter("item"):
            up, last = item, True
            while self.parent[up].tag == "item":
                last = last and self.parent[up].findall("item")[-1] is up
                up = self.parent[up]
            stop = ":" if item.find("item") is not None \
                else "." if last else ";"
            self.out += [self.label(item),
                         self.text(item.find("title")) + stop]

    def annotations(self):
        if not self.is_annotated(self.items()):
            return
        self.out.append("Annotations")
        self.outline.append((1, "Annotations"))
        for item in self.items():
            self.annotated(item, 2)

    def annotated(self, item, level):
        if not self.is_annotated(item):
            return
        heading = item.find("heading")
        title = self.text(item.find("title"), False) if heading is None \
            else self.text(heading)
        self.outline.append((level, self.label(item) + " " + title))
        self.out += [self.label(item), title]
        for part in item:
            if part.tag == "annotation":
                self.blocks(part)
            elif part.tag == "documentation":
                self.out.append("Documentation")
                for d in part:
                    self.out.append("%s (%s)" % (self.text(d),
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

    def annex(self, annex):
        label = "Annex"
        if len(self.root.findall("annex")) > 1:
            label += " " + self.number(annex)
        title = self.text(annex.find("title"))
        self.out += [label, title]
        self.outline.append((1, label + " – " + title))
        self.blocks(annex)

    def timetable(self, table):
        self.out.append("Date Time Item Title or description")
        seen = set()
        for day in table:
            self.out.append(date(day.get("date"), True))
            for sitting in day:
                self.out.append(times(sitting.get("start"),
                                      sitting.get("end"), self.dash))
                for take in sitting:
                    item = self.by_id[take.get("item")]
                    title = self.text(item.find("title"), False)
                    if item in seen:
                        title += " (continued)"
                    seen.add(item)
                    self.out += [self.number(item), title]
