"""The document type, so far as it is needed to know what is a mistake."""

import os
import re

import tap

DECLARED = re.compile(r"<!ELEMENT\s+(\S+)\s+([^>]+)>")
ATTLIST = re.compile(r"<!ATTLIST\s+(\S+)\s+([^>]+)>")
ATTRIBUTE = re.compile(r"([\w:-]+)\s+(\([^)]*\)|\w+)\s+"
                       r"(#REQUIRED|#IMPLIED|\"[^\"]*\")")
ENTITY = re.compile(r"<!ENTITY\s+%\s+(\S+)\s+(SYSTEM\s+)?\"([^\"]*)\"\s*>")


def expanded(path, entities):
    """The text of a file of the DTD, with its entities and modules in it."""
    text = re.sub(r"<!--.*?-->", "", tap.read(path), flags=re.S)
    while True:
        found = re.search(r"<!ENTITY[^>]*>|%([\w.-]+);", text)
        if not found:
            return text
        if found.group(1):
            new = entities[found.group(1)]
        else:
            name, system, value = ENTITY.match(found.group()).groups()
            entities[name] = expanded(os.path.join(
                os.path.dirname(path), value), entities) if system else value
            new = ""
        text = text[:found.start()] + new + text[found.end():]


class Attribute:
    def __init__(self, kind, default):
        self.choices = re.findall(r"[\w-]+", kind) if kind[0] == "(" else []
        self.type = "choice" if self.choices else kind
        self.required = default == "#REQUIRED"


class Dtd:
    def __init__(self):
        text = expanded(os.path.join(tap.ROOT, "xml/agenda.dtd"), {})
        self.models = dict(DECLARED.findall(text))
        self.attributes = {name: {} for name in self.models}
        for name, body in ATTLIST.findall(text):
            for attribute, kind, default in ATTRIBUTE.findall(body):
                self.attributes[name][attribute] = Attribute(kind, default)
        self.patterns = {name: re.compile(self.pattern(model))
                         for name, model in self.models.items()}

    @staticmethod
    def pattern(model):
        if model.strip() == "EMPTY":
            return ""
        model = re.sub(r"[\s,]+", "", model.replace(",", " , "))\
            if "," not in model else re.sub(r"\s+", "", model)
        model = re.sub(r"#PCDATA\|?", "", model).replace("()", "(?:)")
        model = re.sub(r"[A-Za-z][\w-]*", lambda m: "(?:%s )" % m.group(),
                       model)
        return model.replace(",", "")

    def is_mixed(self, name):
        return "#PCDATA" in self.models[name]

    def holds_elements(self, name):
        return not self.is_mixed(name) and self.models[name] != "EMPTY"

    def names_in(self, name):
        """All that may stand in it, wherever."""
        return set(re.findall(r"(?<!#)\b[a-z][\w-]*", self.models[name]))

    def fits(self, name, children):
        return bool(self.patterns[name].fullmatch(
            "".join(c + " " for c in children)))
