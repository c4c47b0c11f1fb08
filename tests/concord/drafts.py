"""A document as text with its elements, and changes made to it by hand, as it
were: what is not changed stays as it is, letter by letter."""

import datetime
import re

TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+\s*=\s*"
                 r"(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*\"([^\"]*)\"")


class Element:
    def __init__(self, name, start, parent):
        self.name, self.start, self.parent = name, start, parent
        self.attributes = {}     # name: (start, end) of the value
        self.children = []
        if parent:
            parent.children.append(self)

    def near(self):
        """Where a message about it may point: it, or what it stands in."""
        return [self.start] + ([self.parent.start] if self.parent else [])

    def inside(self, name):
        return self.name == name or bool(
            self.parent and self.parent.inside(name))


class Draft:
    def __init__(self, text):
        self.text = text
        self.elements = []
        # remarks are no text, but take up room
        bare = re.sub(r"<!--.*?-->", lambda m: " " * len(m.group()), text,
                      flags=re.S)
        self.texts = []          # (start, end, element) of running text
        current, last = None, 0
        for tag in TAG.finditer(bare):
            if current:
                self.texts.append((last, tag.start(), current))
            last = tag.end()
            if tag.group(1):
                current.end = tag.end()
                current = current.parent
                continue
            element = Element(tag.group(2), tag.start(), current)
            element.end = tag.end()
            self.elements.append(element)
            for a in ATTRIBUTE.finditer(bare, tag.start(3), tag.end(3)):
                element.attributes[a.group(1)] = a.span(2)
            if not tag.group(4):
                current = element

    def all(self, *names):
        return [e for e in self.elements if e.name in names]

    def value(self, element, attribute):
        start, end = element.attributes.get(attribute, (0, 0))
        return self.text[start:end]

    def source(self, element):
        return self.text[element.start:element.end]

    def edit(self, *changes):
        """The text with (start, end, new) in it, and a function that tells
        where an offset has come to."""
        changes = sorted(changes)
        text, last = "", 0
        for start, end, new in changes:
            text += self.text[last:start] + new
            last = end
        text += self.text[last:]

        def moved(offset):
            return offset + sum(len(new) - (end - start)
                                for start, end, new in changes
                                if end <= offset)
        return text, moved


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def shifted(date, days):
    return (datetime.date.fromisoformat(date)
            + datetime.timedelta(days)).isoformat()
