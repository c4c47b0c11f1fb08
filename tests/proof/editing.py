"""Edits PDFs by their objects: qpdf makes JSON of them and PDFs of JSON."""

import base64
import json
import os
import subprocess


class Pdf:
    """The objects of a PDF, to be read and changed."""

    def __init__(self, path):
        text = subprocess.run(
            ["qpdf", "--json-output", "--json-stream-data=inline",
             "--decode-level=generalized", path, "-"], check=True,
            stdout=subprocess.PIPE).stdout
        self.json = json.loads(text)
        self.objects = self.json["qpdf"][1]

    def write(self, path):
        with open(path + ".json", "w") as f:
            json.dump(self.json, f)
        result = subprocess.run(
            ["qpdf", "--json-input", path + ".json", path],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        os.unlink(path + ".json")
        # 3: with warnings, as what is wrong may be just what is wanted
        if result.returncode not in (0, 3):
            raise RuntimeError(result.stdout.decode())
        return path

    def of(self, ref):
        """What a reference leads to, or the thing itself."""
        while isinstance(ref, str) and ref.endswith(" R"):
            entry = self.objects["obj:" + ref]
            ref = entry["stream"]["dict"] if "stream" in entry \
                else entry["value"]
        return ref

    def put(self, ref, value):
        self.objects["obj:" + ref] = {"value": value}

    def get(self, thing, *keys):
        for key in keys:
            thing = self.of(thing)[key]
        return self.of(thing)

    @property
    def trailer(self):
        return self.objects["trailer"]["value"]

    @property
    def root(self):
        return self.of(self.trailer["/Root"])

    def refs(self, key, value):
        """The references of dictionaries with that entry, in their order."""
        found = []
        for name, entry in self.objects.items():
            thing = entry.get("value", entry.get("stream", {}).get("dict"))
            if isinstance(thing, dict) and thing.get(key) == value:
                found.append(name[len("obj:"):])
        return sorted(found, key=lambda ref: int(ref.split()[0]))

    def elements(self, kind):
        return [self.of(r) for r in self.refs("/S", "/" + kind)]

    def page(self, number):
        pages = self.get(self.root, "/Pages", "/Kids")
        while self.get(pages[0], "/Type") == "/Pages":
            pages = [k for p in pages for k in self.get(p, "/Kids")]
        return self.of(pages[number - 1])

    def stream(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def set_stream(self, ref, data):
        self.objects["obj:" + ref]["stream"]["data"] = \
            base64.b64encode(data).decode()

    def change(self, ref, old, new):
        data = self.stream(ref)
        assert old in data, old
        self.set_stream(ref, data.replace(old, new, 1))

    def content(self, number, old, new):
        """Replaces bytes of what a page shows, once."""
        self.change(self.page(number)["/Contents"], old, new)

    def metadata(self, old, new):
        self.change(self.root["/Metadata"], old.encode(), new.encode())
