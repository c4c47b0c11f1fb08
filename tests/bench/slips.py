"""Slips of the pen: one mistake each, made on the text of a good document.

A kind is a function that yields slips of its kind in a draft, in an order that
chance has given: the edits, (start, end, new); `near`, the offsets at whose
line (before the edit and behind it) a message may point; and words of which
the message must have one.  What each kind holds for the right line is said by
its `near`: the tag, the attribute, the text itself; of what is left out, the
place where it was and the element that lacks it.
"""

import re
from collections import namedtuple

from drafts import Draft, line_of, shifted
from dtd import Dtd

Slip = namedtuple("Slip", "edits near words")
KINDS = {}
SET = {}
DTD = Dtd()
DATES = {"masthead": ["date"], "meeting": ["start", "end"],
         "part": ["start", "end"], "date": ["value"],
         "dates": ["start", "end"], "day": ["date", "until"],
         "schedule": ["start", "end"]}
TIMES = {"time": ["value"], "sitting": ["start", "end"],
         "break": ["start", "end"], "schedule": ["from", "to"]}
PAIRS = {"meeting": ("start", "end"), "part": ("start", "end"),
         "dates": ("start", "end"), "schedule": ("start", "end"),
         "sitting": ("start", "end"), "break": ("start", "end")}
TITLES = ("title", "heading", "list-title", "annotations-title")


class Source(Draft):
    """A good document, and what the kinds ask of it."""

    def __init__(self, path, text):
        super().__init__(text)
        self.path = path
        self.bare = re.sub(r"<!--.*?-->|<\?.*?\?>",
                           lambda m: " " * len(m.group()), text, flags=re.S)
        for e in self.elements:
            e.inner = self.bare.index(">", e.start) + 1
            e.empty = self.bare[e.inner - 2] == "/"
            e.inner_end = e.end if e.empty else \
                self.bare.rindex("<", e.start, e.end)
        self.root = self.elements[0]
        self.ids = {self.value(e, "id"): e for e in self.elements
                    if "id" in e.attributes}
        self.references = [
            (e, a, v) for e in self.elements for a in e.attributes
            if self.type_of(e, a).startswith("IDREF")
            for v in self.value(e, a).split()]

    @staticmethod
    def type_of(element, attribute):
        return DTD.attributes[element.name][attribute].type

    def referred(self, name):
        return [r for r in self.references if r[2] == name]

    def within(self, element, other):
        return element.start <= other.start < element.end

    def is_free(self, element):
        """Nothing outside refers to what is inside it."""
        return not any(
            v in self.ids and self.within(element, self.ids[v])
            and not self.within(element, e) for e, _, v in self.references)

    def has_ids(self, element):
        return any(self.within(element, e) for e in self.ids.values())

    def tag(self, element):
        return self.text[element.start:element.inner]

    def mixed(self, rng, *names):
        """The elements of the names, or all, in any order."""
        found = self.all(*names) if names else list(self.elements)
        rng.shuffle(found)
        return found

    def words(self, rng, *names):
        """(start, end, element) of words in running text."""
        found = [(start + m.start(), start + m.end(), e)
                 for start, end, e in self.texts
                 if DTD.is_mixed(e.name) and (not names or e.name in names)
                 for m in re.finditer(r"[^\W\d_]{3,}(?= )",
                                      self.bare[start:end])
                 if self.text[start + m.start() - 1] != "&"]
        rng.shuffle(found)
        return found

    def plain(self, element):
        """Its text, when nothing stands in it."""
        return None if element.children or element.empty else \
            self.text[element.inner:element.inner_end]

    def attribute(self, element, name, value):
        start, end = element.attributes[name]
        return start, end, value

    def name_at(self, element, name):
        return self.text.rindex(name, element.start,
                                element.attributes[name][0])

    def whole(self, element, name):
        """An attribute with the space before it."""
        start = self.name_at(element, name)
        while self.text[start - 1].isspace():
            start -= 1
        return start, element.attributes[name][1] + 1

    def apply(self, slip):
        """The new text, and the lines that are right."""
        edits = sorted(slip.edits)
        text, last = "", 0
        for start, end, new in edits:
            text += self.text[last:start] + new
            last = end
        text += self.text[last:]
        lines = set()
        for offset in slip.near:
            for behind in (False, True):
                moved = offset + sum(
                    len(new) - (end - start) for start, end, new in edits
                    if end <= offset and (behind or start < offset))
                lines.add(line_of(text, min(moved, len(text))))
        return text, lines


def kind(function):
    KINDS[function.__name__.replace("_", "-")] = function
    return function


def of_setting(line):
    """Of a rule that is off until that line of unagenda.conf."""
    def add(function):
        SET[function.__name__.replace("_", "-")] = (line, function)
        return function
    return add


def misspelt(rng, word, known=()):
    """One letter left out, doubled, changed, or two exchanged; None when
    that is a word again."""
    i = rng.randrange(len(word))
    new = rng.choice([word[:i] + word[i + 1:], word[:i] + word[i] + word[i:],
                      word[:i] + rng.choice("etaonri") + word[i + 1:],
                      word[:i] + word[i + 1:i + 2] + word[i:i + 1]
                      + word[i + 2:]])
    return new if new and new != word and new not in known \
        and new[0].isalpha() else None


def names(elements):
    return [e.name for e in elements]


# ---- elements ----

@kind
def element_dropped(d, rng):
    for e in d.mixed(rng):
        rest = [c for c in e.parent.children if c is not e] if e.parent else []
        if e.parent and d.is_free(e) and \
                not DTD.fits(e.parent.name, names(rest)):
            yield Slip([(e.start, e.end, "")],
                       [e.start, e.parent.start] +
                       [c.start for c in rest if c.start > e.start][:1],
                       [e.name])


@kind
def element_doubled(d, rng):
    for e in d.mixed(rng):
        if not e.parent or d.has_ids(e):
            continue
        i = e.parent.children.index(e)
        after = names(e.parent.children)
        after.insert(i, e.name)
        if not DTD.fits(e.parent.name, after):
            yield Slip([(e.start, e.start, d.source(e) + "\n")], [e.start],
                       [e.name])


@kind
def element_swapped(d, rng):
    for e in d.mixed(rng):
        for i, (a, b) in enumerate(zip(e.children, e.children[1:])):
            after = names(e.children)
            after[i:i + 2] = [b.name, a.name]
            if not DTD.fits(e.name, after):
                yield Slip([(a.start, a.end, d.source(b)),
                            (b.start, b.end, d.source(a))],
                           [a.start, b.start], [a.name, b.name])


def renamed(d, e, new, near, words):
    edits = [(e.start + 1, e.start + 1 + len(e.name), new)]
    if not e.empty:
        edits.append((e.inner_end + 2, e.inner_end + 2 + len(e.name), new))
    return Slip(edits, near, words)


@kind
def element_renamed(d, rng):
    for e in d.mixed(rng):
        if e.parent:
            allowed = DTD.names_in(e.parent.name)
            new = rng.choice(sorted(set(DTD.models) - allowed))
            yield renamed(d, e, new, [e.start], [new])


@kind
def element_misspelt(d, rng):
    for e in d.mixed(rng):
        new = misspelt(rng, e.name, DTD.models) if len(e.name) > 1 else None
        if new:
            yield renamed(d, e, new, [e.start], [new])


@kind
def element_capital(d, rng):
    for e in d.mixed(rng):
        yield renamed(d, e, e.name.capitalize(), [e.start],
                      [e.name.capitalize()])


@kind
def element_of_html(d, rng):
    for start, end, e in d.words(rng):
        new = rng.choice(["b", "i", "em", "strong", "span", "br", "a"])
        yield Slip([(start, start, "<%s>" % new), (end, end, "</%s>" % new)],
                   [start], ["<%s>" % new])


@kind
def element_in_wrong_parent(d, rng):
    for e in d.mixed(rng):
        rest = [c for c in e.parent.children if c is not e] if e.parent else []
        if not e.parent or not DTD.fits(e.parent.name, names(rest)):
            continue
        for to in d.mixed(rng):
            if not to.empty and not d.within(e, to) and \
                    e.name not in DTD.names_in(to.name):
                yield Slip([(e.start, e.end, ""),
                            (to.inner, to.inner, d.source(e))], [to.inner],
                           [e.name])
                break


@kind
def start_tag_misspelt(d, rng):
    for e in d.mixed(rng):
        new = misspelt(rng, e.name, DTD.models) if len(e.name) > 1 else None
        if new and not e.empty:
            yield Slip([(e.start + 1, e.start + 1 + len(e.name), new)],
                       [e.start, e.inner_end], [new])


@kind
def end_tag_misspelt(d, rng):
    for e in d.mixed(rng):
        new = misspelt(rng, e.name, DTD.models) if len(e.name) > 1 else None
        if new and not e.empty:
            at = e.inner_end + 2
            yield Slip([(at, at + len(e.name), new)], [e.inner_end], [new])


@kind
def end_tag_of_another(d, rng):
    for e in d.mixed(rng):
        new = rng.choice(sorted(set(DTD.models) - {e.name}))
        if not e.empty:
            at = e.inner_end + 2
            yield Slip([(at, at + len(e.name), new)], [e.inner_end], [new])


@kind
def end_tag_dropped(d, rng):
    """Where it starts, where it must end, or at the tag that cannot be."""
    for e in d.mixed(rng):
        if not e.empty and e.parent:
            yield Slip([(e.inner_end, e.end, "")],
                       [e.start, e.inner_end, e.parent.inner_end], [e.name])


@kind
def start_tag_dropped(d, rng):
    for e in d.mixed(rng):
        if not e.empty and e.parent:
            yield Slip([(e.start, e.inner, "")], [e.start, e.inner_end],
                       [e.name])


@kind
def end_tag_without_slash(d, rng):
    for e in d.mixed(rng):
        if not e.empty and e.parent:
            yield Slip([(e.inner_end + 1, e.inner_end + 2, "")],
                       [e.start, e.inner_end, e.parent.inner_end], [e.name])


@kind
def empty_tag_without_slash(d, rng):
    for e in d.mixed(rng):
        if e.empty and e.parent:
            yield Slip([(e.inner - 2, e.inner - 1, "")],
                       [e.start, e.parent.inner_end], [e.name])


@kind
def tag_without_end(d, rng):
    for e in d.mixed(rng):
        yield Slip([(e.inner - 1, e.inner, "")], [e.start, e.inner - 1],
                   [e.name, ">"])


@kind
def root_misspelt(d, rng):
    new = misspelt(rng, d.root.name)
    if new:
        yield renamed(d, d.root, new, [d.root.start], [new])


# ---- attributes ----

def attributes(d, rng, wanted=lambda a: True):
    found = [(e, name) for e in d.elements for name in e.attributes
             if wanted(DTD.attributes[e.name][name])]
    rng.shuffle(found)
    return found


@kind
def attribute_dropped(d, rng):
    for e, name in attributes(d, rng, lambda a: a.required):
        if name != "id" or not d.referred(d.value(e, "id")):
            start, end = d.whole(e, name)
            yield Slip([(start, end, "")], [e.start], [name])


@kind
def attribute_doubled(d, rng):
    for e, name in attributes(d, rng):
        start, end = d.whole(e, name)
        yield Slip([(end, end, " " + d.text[start:end].strip())], [end],
                   ["'%s'" % name])


@kind
def attribute_misspelt(d, rng):
    for e, name in attributes(d, rng):
        new = misspelt(rng, name, DTD.attributes[e.name])
        start = d.name_at(e, name)
        if new and ":" not in name and name != "id":
            yield Slip([(start, start + len(name), new)], [start], [new])


@kind
def attribute_capital(d, rng):
    for e, name in attributes(d, rng):
        start = d.name_at(e, name)
        if ":" not in name and name != "id":
            yield Slip([(start, start + len(name), name.capitalize())],
                       [start], [name.capitalize()])


@kind
def attribute_of_another(d, rng):
    for e in d.mixed(rng):
        new = rng.choice(["class", "style", "number", "symbol", "kind",
                          "date", "layout"])
        at = e.start + 1 + len(e.name)
        if new not in DTD.attributes[e.name]:
            yield Slip([(at, at, ' %s="1"' % new)], [e.start], [new])


@kind
def choice_wrong(d, rng):
    for e, name in attributes(d, rng, lambda a: a.choices):
        yield Slip([d.attribute(e, name, "sideways")],
                   [d.name_at(e, name)], ["sideways"])


@kind
def choice_misspelt(d, rng):
    for e, name in attributes(d, rng, lambda a: a.choices):
        new = misspelt(rng, d.value(e, name),
                       DTD.attributes[e.name][name].choices)
        if new:
            yield Slip([d.attribute(e, name, new)], [d.name_at(e, name)],
                       ["'%s'" % new])


@kind
def value_empty(d, rng):
    for e, name in attributes(d, rng):
        if name not in ("room", "id"):
            yield Slip([d.attribute(e, name, "")], [d.name_at(e, name)],
                       [name])


@kind
def quotation_mark_missing(d, rng):
    for e, name in attributes(d, rng):
        start, end = e.attributes[name]
        yield Slip([(end, end + 1, "")], [start], ["'%s'" % name])


@kind
def quotation_marks_missing(d, rng):
    for e, name in attributes(d, rng):
        start, end = e.attributes[name]
        yield Slip([(start - 1, start, ""), (end, end + 1, "")],
                   [start, e.start], ["quotation"])


@kind
def equals_sign_missing(d, rng):
    for e, name in attributes(d, rng):
        start = e.attributes[name][0]
        yield Slip([(start - 2, start - 1, "")], [start],
                   ["'%s'" % name])


@kind
def attributes_run_together(d, rng):
    for e, name in attributes(d, rng):
        start = d.name_at(e, name)
        first = min(e.attributes.values())[0] == e.attributes[name][0]
        if not first and d.text[start - 1] == " " \
                and d.text[start - 2] == '"':
            yield Slip([(start - 1, start, "")], [start], ["space"])


# ---- ids and references ----

@kind
def id_doubled(d, rng):
    for name, e in d.ids.items():
        other = rng.choice(list(d.ids))
        if other != name and not d.referred(name):
            yield Slip([d.attribute(e, "id", other)],
                       [e.start, d.ids[other].start,
                        d.name_at(d.ids[other], "id"),
                        d.name_at(e, "id")], ["'%s'" % other])


@kind
def id_malformed(d, rng):
    for name, e in d.ids.items():
        if not d.referred(name):
            new = rng.choice(["1" + name, name + " x", "#" + name])
            yield Slip([d.attribute(e, "id", new)], [d.name_at(e, "id")],
                       ["'%s'" % new])


@kind
def reference_to_nothing(d, rng):
    for e, name, _ in d.references:
        yield Slip([d.attribute(e, name, "no-such-thing")],
                   [d.name_at(e, name)], ["'no-such-thing'"])


@kind
def reference_misspelt(d, rng):
    for e, name, value in d.references:
        new = misspelt(rng, value, d.ids)
        if new and d.value(e, name) == value:
            yield Slip([d.attribute(e, name, new)], [d.name_at(e, name)],
                       ["'%s'" % new])


@kind
def id_misspelt(d, rng):
    """The one reference to it, or the id itself."""
    for name, e in d.ids.items():
        new, found = misspelt(rng, name, d.ids), d.referred(name)
        if new and len(found) == 1:
            yield Slip([d.attribute(e, "id", new)],
                       [d.name_at(e, "id"), d.name_at(*found[0][:2])],
                       ["'%s'" % name])


@kind
def take_of_no_item(d, rng):
    others = [n for n, e in d.ids.items() if e.name not in ("item", "event")]
    for e in d.mixed(rng, "take"):
        if others and "item" in e.attributes:
            new = rng.choice(others)
            yield Slip([d.attribute(e, "item", new)], [d.name_at(e, "item")],
                       ["'%s'" % new])


@kind
def noteref_to_no_note(d, rng):
    others = [n for n, e in d.ids.items() if e.name != "note"]
    for e in d.mixed(rng, "noteref"):
        if others:
            new = rng.choice(others)
            yield Slip([d.attribute(e, "to", new)], [d.name_at(e, "to")],
                       ["'%s'" % new])


@kind
def ref_to_note(d, rng):
    notes = [n for n, e in d.ids.items() if e.name in ("note", "track")]
    for e in d.mixed(rng, "ref"):
        if notes and "through" not in e.attributes:
            new = rng.choice(notes)
            yield Slip([d.attribute(e, "to", new)], [d.name_at(e, "to")],
                       ["'%s'" % new])


# ---- dates and times ----

def dates(d, rng, table=None):
    table = table or DATES
    found = [(e, a) for e in d.elements for a in table.get(e.name, [])
             if a in e.attributes]
    rng.shuffle(found)
    return found


def valued(d, rng, table, make):
    for e, name in dates(d, rng, table):
        new = make(d.value(e, name))
        if new:
            yield Slip([d.attribute(e, name, new)], [d.name_at(e, name)],
                       ["'%s'" % new])


@kind
def date_impossible(d, rng):
    return valued(d, rng, DATES, lambda v: v[:5] + rng.choice(
        ["02-30", "13-01", "04-31", "11-00", "00-10"]))


@kind
def date_american(d, rng):
    return valued(d, rng, DATES, lambda v: rng.choice(
        [v[5:7] + "/" + v[8:] + "/" + v[:4], v[5:7] + "-" + v[8:] + "-"
         + v[:4], v[5:] + "-" + v[:4]]))


@kind
def date_in_words(d, rng):
    return valued(d, rng, DATES, lambda v: rng.choice(
        ["3 October 2007", "tomorrow", v.replace("-", "."),
         v.replace("-", ""), v[:8] + v[8:].lstrip("0") + ".", v[:7]]))


@kind
def day_outside_meeting(d, rng):
    meeting = d.all("meeting")
    if not meeting or "end" not in meeting[0].attributes:
        return
    end = d.value(meeting[0], "end")
    for e in d.mixed(rng, "day"):
        if e is d.all("day")[-1] and "until" not in e.attributes:
            new = shifted(end, rng.choice([1, 7, 365]))
            yield Slip([d.attribute(e, "date", new)], [d.name_at(e, "date")],
                       ["'%s'" % new])


@kind
def span_backwards(d, rng):
    for e in d.mixed(rng, *PAIRS):
        a, b = PAIRS[e.name]
        if d.value(e, a) != d.value(e, b) and d.value(e, a) and d.value(e, b):
            yield Slip([d.attribute(e, a, d.value(e, b)),
                        d.attribute(e, b, d.value(e, a))],
                       [d.name_at(e, a), d.name_at(e, b)],
                       ["'%s'" % d.value(e, a)])


@kind
def half_a_span(d, rng):
    for e in d.mixed(rng, "meeting", "sitting"):
        a, b = PAIRS[e.name]
        gone = rng.choice([a, b]) if e.name == "meeting" else a
        if a in e.attributes and b in e.attributes:
            start, end = d.whole(e, gone)
            yield Slip([(start, end, "")], [e.start], [gone])


@kind
def agenda_late(d, rng):
    meeting, masthead = d.all("meeting"), d.all("masthead")[0]
    if d.root.name == "agenda" and meeting and \
            "start" in meeting[0].attributes:
        new = shifted(d.value(meeting[0], "start"), rng.choice([1, 30]))
        yield Slip([d.attribute(masthead, "date", new)],
                   [d.name_at(masthead, "date")], ["'%s'" % new])


def days(d):
    return [(a, b) for t in d.all("timetable")
            for found in [[c for c in t.children if c.name == "day"]]
            for a, b in zip(found, found[1:])
            if not {"until"} & (set(a.attributes) | set(b.attributes))]


@kind
def day_twice(d, rng):
    for a, b in days(d):
        new = d.value(a, "date")
        yield Slip([d.attribute(b, "date", new)], [d.name_at(b, "date")],
                   ["'%s'" % new])


@kind
def days_exchanged(d, rng):
    """One message at the day that stands too early or too late."""
    for a, b in days(d):
        yield Slip([(a.start, a.end, d.source(b)),
                    (b.start, b.end, d.source(a))], [a.start, b.start],
                   [d.value(a, "date"), d.value(b, "date")])


@kind
def time_malformed(d, rng):
    return valued(d, rng, TIMES, lambda v: rng.choice(
        ["10 a.m.", "3 p.m.", v.replace(":", "."), v.replace(":", ""),
         v[:2], v + ":00", "noon"]))


@kind
def time_impossible(d, rng):
    return valued(d, rng, TIMES, lambda v: rng.choice(
        ["25:00", v[:2] + ":60", "24:30", "10:99"]))


@kind
def sittings_overlap(d, rng):
    for day in d.mixed(rng, "day"):
        for a, b in zip(day.children, day.children[1:]):
            if d.value(a, "start") and d.value(a, "end") and \
                    d.value(b, "start") and "track" not in b.attributes:
                new = d.value(a, "start")
                yield Slip([d.attribute(b, "start", new)],
                           [d.name_at(b, "start")], ["'%s'" % new])


@kind
def sittings_exchanged(d, rng):
    for day in d.mixed(rng, "day"):
        for a, b in zip(day.children, day.children[1:]):
            if d.value(a, "end") and d.value(b, "end") and \
                    "track" not in b.attributes and len(day.children) == 2:
                yield Slip([(a.start, a.end, d.source(b)),
                            (b.start, b.end, d.source(a))],
                           [a.start, b.start], [d.value(a, "start"),
                                                d.value(b, "start")])


@kind
def item_taken_twice(d, rng):
    for e in d.mixed(rng, "take"):
        if "item" in e.attributes:
            yield Slip([(e.start, e.start, d.source(e) + "\n")], [e.start],
                       ["'%s'" % d.value(e, "item")])


@kind
def item_not_taken(d, rng):
    """The item, or where the take was."""
    for e in d.mixed(rng, "take"):
        name = d.value(e, "item")
        item = d.ids.get(name)
        if item and item.name == "item" and len(e.parent.children) > 1 and \
                d.root.name == "agenda" and \
                len([r for r in d.referred(name) if r[0].name == "take"]) \
                == 1 and "through" not in e.attributes and \
                item.parent.name != "item" and "item" not in \
                names(item.children):
            yield Slip([(e.start, e.end, "")], [e.start, item.start],
                       ["'%s'" % name])


@kind
def take_of_nothing(d, rng):
    for e in d.mixed(rng, "take"):
        if "item" in e.attributes and e.empty and \
                "through" not in e.attributes:
            start, end = d.whole(e, "item")
            yield Slip([(start, end, "")], [e.start],
                       ["nothing is taken up"])


# ---- symbols, numbers, keys ----

def symbols(d, rng):
    """(start, end, where) of each document symbol."""
    found = [(e.inner, e.inner_end, e.start) for e in d.all("symbol")] + \
        [(*e.attributes["symbol"], d.name_at(e, "symbol"))
         for e in d.elements if "symbol" in e.attributes]
    rng.shuffle(found)
    return found


def bad_symbols(d, rng, make):
    for start, end, near in symbols(d, rng):
        old = d.text[start:end]
        new = make(old)
        if new and new != old and "&" not in old:
            yield Slip([(start, end, new)], [near], [new])


@kind
def symbol_without_point(d, rng):
    return bad_symbols(d, rng, lambda s: re.sub(
        r"/(Rev|Add|Corr|WG|L)\.(\d)", r"/\1\2", s, count=1))


@kind
def symbol_lower_case(d, rng):
    return bad_symbols(d, rng, lambda s: s.lower())


@kind
def symbol_small_word(d, rng):
    return bad_symbols(d, rng, lambda s: re.sub(
        r"/(Rev|Add|Corr)(?=\.\d)", lambda m: rng.choice(
            [m.group().lower(), m.group().upper()]), s, count=1))


@kind
def symbol_without_slash(d, rng):
    return bad_symbols(d, rng, lambda s: s.replace("/", "")
                       if "(" not in s else None)


@kind
def symbol_two_slashes(d, rng):
    return bad_symbols(d, rng, lambda s: rng.choice(
        [s.replace("/", "//", 1), s + "/"]))


@kind
def symbol_with_space(d, rng):
    return bad_symbols(d, rng, lambda s: rng.choice(
        [s.replace("/", "/ ", 1), s.replace("/", " /", 1), s + " "]))


@kind
def symbol_wrong_dash(d, rng):
    return bad_symbols(d, rng, lambda s: s.replace(
        "/", rng.choice(["\\", "-", "\u2215", "_"])) if "(" not in s
        else None)


@kind
def own_symbol_of_other_kind(d, rng):
    masthead = d.all("masthead")[0]
    symbol = d.value(masthead, "symbol")
    words = [w for w in ("Add", "Rev", "Corr") if "/%s." % w not in symbol]
    if len(words) == 3:
        new = symbol + "/%s.1" % rng.choice(words)
        yield Slip([d.attribute(masthead, "symbol", new)],
                   [d.name_at(masthead, "symbol")], ["'%s'" % new])
    else:
        new = symbol[:symbol.rindex("/")]
        yield Slip([d.attribute(masthead, "symbol", new)],
                   [d.name_at(masthead, "symbol")], ["'%s'" % new])


@kind
def own_symbol_of_other_body(d, rng):
    masthead = d.all("masthead")[0]
    symbol = d.value(masthead, "symbol")
    if d.value(masthead, "body") == "ctoc-cop" and "/" in symbol[5:]:
        new = "CAC/" + symbol[5:]
        yield Slip([d.attribute(masthead, "symbol", new)],
                   [d.name_at(masthead, "symbol")], ["'%s'" % new])


@kind
def document_twice(d, rng):
    for e in d.mixed(rng, "document"):
        if "symbol" in e.attributes and not d.has_ids(e):
            yield Slip([(e.start, e.start, d.source(e) + "\n")], [e.start],
                       ["'%s'" % d.value(e, "symbol")])


@kind
def decision_malformed(d, rng):
    for e in d.mixed(rng, "decision"):
        old = d.plain(e).strip()
        new = rng.choice([old.replace("/", "."), old + "/", "no. " + old,
                          "twelve", old + ","])
        if new != d.plain(e):
            yield Slip([(e.inner, e.inner_end, new)], [e.start],
                       ["'%s'" % new])


@kind
def address_malformed(d, rng):
    for e in d.mixed(rng, "url"):
        old = d.plain(e)
        new = rng.choice([old.replace("://", ":/"), "www.un.org",
                          old.replace("://", "//"), old + " x"])
        yield Slip([(e.inner, e.inner_end, new)], [e.start], ["'%s'" % new])


@kind
def addenda_malformed(d, rng):
    for e in d.mixed(rng, "document"):
        if "addenda" in e.attributes:
            new = rng.choice(["3-1", "Add.1", "every", "0"])
            yield Slip([d.attribute(e, "addenda", new)],
                       [d.name_at(e, "addenda")], ["'%s'" % new])


@kind
def job_malformed(d, rng):
    for e in d.mixed(rng, "masthead"):
        job = d.value(e, "job")
        if job:
            new = rng.choice([job[:-1], job.replace("-", ""), job[2:],
                              "XX." + job[2:], job.replace(".", "-")])
            if new != job:
                yield Slip([d.attribute(e, "job", new)],
                           [d.name_at(e, "job")], ["'%s'" % new])


@kind
def job_of_other_year(d, rng):
    for e in d.mixed(rng, "masthead"):
        job = re.search(r"(\d\d)-\d{5}$", d.value(e, "job"))
        if job:
            start = e.attributes["job"][0] + job.start()
            new = "%02d" % ((int(job.group(1)) + 7) % 100)
            yield Slip([(start, start + 2, new)], [d.name_at(e, "job")],
                       [new + "-"])


@kind
def key_misspelt(d, rng):
    for e, name in [(e, a) for e in d.mixed(rng, "masthead", "meeting",
                                            "subsidiary", "part",
                                            d.root.name)
                    for a in ("body", "place", "station")
                    if a in e.attributes]:
        new = misspelt(rng, d.value(e, name))
        if new:
            yield Slip([d.attribute(e, name, new)], [d.name_at(e, name)],
                       ["'%s'" % new])


@kind
def number_not_following(d, rng):
    for e in d.mixed(rng, "item"):
        if e.parent.name == "items" and "number" not in e.attributes and \
                names(e.parent.children).index("item") < \
                e.parent.children.index(e):
            yield Slip([(e.start + 5, e.start + 5, ' number="1"')],
                       [e.start], ["'1'"])


@kind
def under_malformed(d, rng):
    for e in d.mixed(rng, "under"):
        new = rng.choice(["2(a)", "3b", "two", "2.a-", "8.c-a"])
        if "(" not in new:
            yield Slip([d.attribute(e, "items", new)],
                       [d.name_at(e, "items")], ["'%s'" % new])


@kind
def session_in_letters(d, rng):
    for e in d.mixed(rng, "session"):
        if "number" in e.attributes:
            new = rng.choice(["five", "24th", "0", "999", "XX"])
            yield Slip([d.attribute(e, "number", new)],
                       [d.name_at(e, "number")], ["'%s'" % new])


@kind
def only_without_own(d, rng):
    masthead = d.all("masthead")[0]
    if "only" not in masthead.attributes:
        own = d.value(d.root, "xml:lang")
        other = rng.choice([o for o in ("en", "fr", "es") if o != own])
        at = masthead.start + len("<masthead")
        yield Slip([(at, at, ' only="%s"' % other)], [masthead.start],
                   ["'%s'" % own])


# ---- tables and lists ----

def is_simple(d, row):
    table = row.parent if row.parent.name == "table" else row.parent.parent
    return not any("rows" in c.attributes for r in d.elements
                   if d.within(table, r) for c in [r] if c.name == "cell")


@kind
def cell_dropped(d, rng):
    for e in d.mixed(rng, "cell"):
        if len(e.parent.children) > 1 and is_simple(d, e.parent) and \
                d.is_free(e):
            yield Slip([(e.start, e.end, "")], [e.parent.start, e.start],
                       ["row"])


@kind
def cell_doubled(d, rng):
    for e in d.mixed(rng, "cell"):
        if is_simple(d, e.parent) and not d.has_ids(e):
            last = e.parent.children[-1]
            yield Slip([(e.start, e.start, d.source(e))],
                       [e.start, last.start], ["cell"])


@kind
def cell_too_wide(d, rng):
    for e in d.mixed(rng, "cell"):
        if "columns" not in e.attributes and is_simple(d, e.parent):
            at = e.start + len("<cell")
            yield Slip([(at, at, ' columns="77"')], [e.start], ["77"])


@kind
def entry_alone(d, rng):
    for e in d.mixed(rng, "list"):
        if len(e.children) == 2 and "label" not in e.attributes and \
                d.is_free(e.children[1]):
            gone = e.children[1]
            yield Slip([(gone.start, gone.end, "")],
                       [e.start, e.children[0].start, gone.start],
                       ["alone"])


# ---- text ----

@kind
def text_where_none_belongs(d, rng):
    for e in d.mixed(rng):
        if DTD.holds_elements(e.name) and not e.empty:
            at = rng.choice([e.inner] + [c.end for c in e.children])
            yield Slip([(at, at, "\nMeanwhile")], [at + 0],
                       ["Meanwhile"])


@kind
def ampersand_bare(d, rng):
    for start, end, _ in d.words(rng):
        new = rng.choice([" & ", " R&D ", " &c. "])
        yield Slip([(end, end + 1, new)], [end], ["&"])


@kind
def entity_unknown(d, rng):
    for start, end, _ in d.words(rng):
        new = rng.choice(["&nbsp;", "&eacute;", "&mdash;"])
        yield Slip([(end, end + 1, new)], [end], [new])


@kind
def less_than_bare(d, rng):
    for start, end, _ in d.words(rng):
        yield Slip([(end, end + 1, rng.choice([" < ", " <5 ", " <= "]))],
                   [end], ["<"])


@kind
def character_of_control(d, rng):
    for start, end, _ in d.words(rng):
        yield Slip([(end, end + 1, rng.choice("\x01\x08\x0b\x0c\x1b"))],
                   [end], ["control"])


@kind
def byte_of_latin_1(d, rng):
    for start, end, _ in d.words(rng):
        yield Slip([(end, end + 1, "\udce9 ")], [end], ["UTF-8"])


@kind
def comment_open(d, rng):
    for e in d.mixed(rng):
        yield Slip([(e.start, e.start, "<!-- later ")], [e.start], ["-->", "hyphens"])


@kind
def comment_with_hyphens(d, rng):
    for e in d.mixed(rng):
        yield Slip([(e.start, e.start, "<!-- now -- or never -->")],
                   [e.start], ["hyphens"])


@kind
def text_behind_end(d, rng):
    yield Slip([(d.root.end, d.root.end, "\nThe end")], [d.root.end],
               ["end"])


def title_ends(d, rng):
    return [e for e in d.mixed(rng, *TITLES) if d.plain(e) and
            d.plain(e).strip() and e.parent.name != "under"]


@kind
def continued_typed(d, rng):
    for e in title_ends(d, rng):
        yield Slip([(e.inner_end, e.inner_end, rng.choice(
            [" (continued)", " (cont.)", " (Continued)"]))],
            [e.start, e.inner_end], ["continued"])


@kind
def label_typed(d, rng):
    for e in title_ends(d, rng):
        new = rng.choice(["1.", "2)", "(a)", "(iv)", "IV.", "A."])
        yield Slip([(e.inner, e.inner, new + " ")], [e.start, e.inner],
                   ["'%s'" % new])


@kind
def stop_typed(d, rng):
    for e in title_ends(d, rng):
        new = rng.choice(".;:,")
        if not d.plain(e).rstrip().endswith("."):
            yield Slip([(e.inner_end, e.inner_end, new)],
                       [e.start, e.inner_end], [e.name])


@kind
def emptied(d, rng):
    for e in d.mixed(rng, "title", "heading", "p", "q", "note", "work",
                     "lead", "name", "office", "place", "instruction"):
        if d.plain(e):
            yield Slip([(e.inner, e.inner_end, rng.choice(["", " "]))],
                       [e.start], [e.name])


@kind
def straight_marks(d, rng):
    for start, end, _ in d.words(rng):
        yield Slip([(start, start, '"'), (end, end, '"')], [start],
                   ["quotation"])


@kind
def straight_apostrophe(d, rng):
    for start, end, _ in d.words(rng):
        yield Slip([(end, end, "'s")], [end], ["apostrophe"])


# ---- language ----

# What is another's, and so as it is.
OTHERS = ("q", "quote", "work", "correction")


def own_words(d, rng, *languages):
    if d.value(d.root, "xml:lang") in languages:
        return [w for w in d.words(rng, "p", "title")
                if not any(w[2].inside(o) for o in OTHERS)]
    return []


@kind
def word_repeated(d, rng):
    for start, end, _ in own_words(d, rng, "en", "fr", "es", "ru"):
        word = d.text[start:end]
        if word.islower() and word not in ("had", "that", "nous", "vous") \
                and d.text[start - 1] in " \n" and d.text[end + 1] != word[0]:
            yield Slip([(end, end, " " + word)], [start, end], [word])


@kind
def placeholder_left(d, rng):
    for start, end, _ in own_words(d, rng, "en", "fr", "es", "ru"):
        new = rng.choice(["TBC", "TBD", "xxxx", "???", "[insert date]"])
        yield Slip([(end, end, " " + new)], [end], [new.split()[0]])


@kind
def weekday_wrong(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        new = rng.choice(["Monday", "Tuesday", "Friday"])
        yield Slip([(end, end, " (%s, 3 October 2007)" % new)], [end],
                   [new])


@kind
def weekday_typed_before_date(d, rng):
    """A day of the week that the element makes, and that is another."""
    for e in d.mixed(rng, "date"):
        if d.value(e, "weekday") == "yes" and \
                d.value(d.root, "xml:lang") == "en":
            yield Slip([(e.start, e.start, "Sunday, ")], [e.start],
                       ["Sunday"])


@kind
def marks_of_another_language(d, rng):
    for start, end, _ in own_words(d, rng, "en", "zh"):
        yield Slip([(start, start, "«")], [start], ["«"])


@kind
def hyphen_for_dash(d, rng):
    for start, end, _ in own_words(d, rng, "en", "fr", "es"):
        yield Slip([(end, end, rng.choice([" -", " --"]))], [end],
                   ["hyphen"])


@kind
def space_before_punctuation(d, rng):
    for start, end, _ in own_words(d, rng, "en", "es", "ru"):
        yield Slip([(end, end, " ,")], [end], ["space"])


@kind
def spelling_of_others(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        new = rng.choice(["organise", "program", "recognised", "utilising"])
        yield Slip([(start, end, new)], [start], [new])


@kind
def hours_unusual(d, rng):
    for e in d.mixed(rng, "sitting"):
        if d.value(e, "start") == "15:00" and d.value(e, "end") == "18:00" \
                and e is e.parent.children[0]:
            yield Slip([d.attribute(e, "start", "03:00"),
                        d.attribute(e, "end", "06:00")],
                       [d.name_at(e, "start")], ["'03:00'"])


@kind
def capital_word_repeated(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        word = d.text[start:end]
        if word.istitle():
            yield Slip([(end, end, " " + word)], [start, end], [word])


@kind
def quotation_open(d, rng):
    mark = {"ar": "\u00ab", "ru": "\u00ab"}.get(d.value(d.root, "xml:lang"),
                                                "\u201c")
    for start, end, e in d.words(rng, "p"):
        if start > e.inner and d.text[e.inner:start].strip():
            yield Slip([(start, start, mark)], [start], [mark])


@kind
def quotation_not_opened(d, rng):
    for start, end, _ in own_words(d, rng, "en", "fr", "es", "zh"):
        yield Slip([(end, end, "\u201d")], [end], ["\u201d"])


@kind
def symbol_typed_in_text(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        new = rng.choice(["CTOC/COP/2005/Rev1", "A/57/301", "E/CN.15/2007/5"])
        yield Slip([(end, end, " " + new)], [end], [new])


@kind
def date_typed_as_numbers(d, rng):
    for start, end, _ in own_words(d, rng, "en", "fr", "es", "ru"):
        new = rng.choice(["10/03/2007", "3.10.2007", "03-10-2007",
                          "2007-10-03"])
        yield Slip([(end, end, " " + new)], [end], [new])


@kind
def sign_of_per_cent(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        yield Slip([(end, end, rng.choice([" 5%", " 12.5 %"]))], [end],
                   ["per cent"])


@kind
def name_of_body_misspelt(d, rng):
    """As it is printed, but for a letter behind the first two."""
    names = {"en": "General Assembly", "es": "Grupo de Examen de la "
             "Aplicaci\u00f3n", "fr": "Groupe d\u2019examen de "
             "l\u2019application"}
    name = names.get(d.value(d.root, "xml:lang"))
    for start, end, _ in own_words(d, rng, *names):
        new = misspelt(rng, name[2:])
        if new and new[:1] != " " and new[-1] != " " and "  " not in new:
            yield Slip([(end, end, " " + name[:2] + new)], [end], [name])


@kind
def part_that_is_not_there(d, rng):
    for start, end, _ in own_words(d, rng, "en"):
        new = rng.choice(["annex XX", "appendix IX", "table 77"])
        yield Slip([(end, end, " (see %s)" % new)], [end], [new])


@kind
def label_over_annex(d, rng):
    for e in d.mixed(rng, "title"):
        if e.parent.name in ("annex", "appendix") and d.plain(e) and \
                d.value(d.root, "xml:lang") == "en":
            new = "%s II" % e.parent.name.capitalize()
            yield Slip([(e.inner, e.inner, new + ". ")], [e.start],
                       ["'%s'" % new])


@kind
def item_typed_in_timetable(d, rng):
    for e in d.mixed(rng, "sitting"):
        items = [i for i in d.all("item") if d.plain(i.children[0])]
        if items:
            title = " ".join(d.plain(rng.choice(items).children[0]).split())
            yield Slip([(e.inner, e.inner, "<take>3. %s</take>" % title)],
                       [e.inner], ["'3. "])


@kind
def job_of_other_station(d, rng):
    for e in d.mixed(rng, "masthead"):
        number = re.search(r"\d\d-\d{5}$", d.value(e, "job"))
        if number:
            new = rng.choice([p + number.group() for p in ("", "V.", "GE.")
                              if p + number.group() != d.value(e, "job")])
            yield Slip([d.attribute(e, "job", new)], [d.name_at(e, "job")],
                       ["'%s'" % new])


@kind
def job_with_language(d, rng):
    for e in d.mixed(rng, "masthead"):
        if re.search(r"\d\d-\d{5}$", d.value(e, "job")):
            new = d.value(e, "job") + rng.choice("ACEFRS")
            yield Slip([d.attribute(e, "job", new)], [d.name_at(e, "job")],
                       ["'%s'" % new])


@kind
def distribution_of_room_paper(d, rng):
    masthead = d.all("masthead")[0]
    new = re.sub(r"/(\d+)$", r"/CRP.\1", d.value(masthead, "symbol"))
    if d.value(masthead, "distribution") == "general" and "/CRP." in new:
        yield Slip([d.attribute(masthead, "symbol", new)],
                   [d.name_at(masthead, "symbol"),
                    d.name_at(masthead, "distribution")], ["'%s'" % new])


@kind
def sitting_on_twelve_hours(d, rng):
    for e in d.mixed(rng, "sitting"):
        if d.value(e, "start") == "15:00" and d.value(e, "end") == "18:00" \
                and "track" not in e.attributes:
            yield Slip([d.attribute(e, "start", "03:00"),
                        d.attribute(e, "end", "06:00")],
                       [d.name_at(e, "start")], ["'03:00'"])


@kind
def comment_open_before_hyphens(d, rng):
    for e in d.mixed(rng, "p"):
        if not e.empty and e.children == []:
            yield Slip([(e.start, e.start, "<!-- later "),
                        (e.inner_end, e.inner_end, " -- so it is said")],
                       [e.start], ["-->"])


ADOPTION = {"en": "Adoption of the report", "fr": "Adoption du rapport",
            "es": "Aprobaci\u00f3n del informe", "zh": "\u901a\u8fc7\u62a5\u544a"}


@kind
def report_not_adopted(d, rng):
    """Of a whole agenda, its last item put in the place of another."""
    items = d.all("items")
    title = ADOPTION.get(d.value(d.root, "xml:lang"))
    if not items or d.value(d.all("masthead")[0], "body") == "ga":
        return
    found = [e for e in items[0].children if e.name == "item"]
    for e in found:
        if len(found) > 4 and d.plain(e.children[0]) == title:
            yield Slip([(e.children[0].inner, e.children[0].inner_end,
                         {"zh": "\u95ed\u5e55"}.get(
                             d.value(d.root, "xml:lang"), "Closure"))],
                       [items[0].start], ["adopts"])


# ---- of rules that are off ----

@of_setting("UNA-0411 advice")
def document_not_cited(d, rng):
    for e in d.mixed(rng, "document"):
        item = e.parent.parent
        if "symbol" in e.attributes and item.name == "item" and \
                any(c.name == "annotation" for c in item.children):
            new = d.value(e, "symbol") + "/Add.9"
            yield Slip([(e.start, e.start, '<document symbol="%s">Note'
                         '</document>\n' % new)], [e.start], ["'%s'" % new])
