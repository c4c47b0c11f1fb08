#!/usr/bin/env python3
"""Documents that mean harm, or are just monstrous: each ends soon, in little
memory, with a message and the right status, and leaves nothing."""

import gzip
import os
import re
import resource
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

# A program that watches its own memory is slow, and its shadow memory large.
WATCHED = "asan" in tap.UNAGENDA or bool(tap.WRAPPER)
SECONDS = 100 if WATCHED else 10
MEGABYTES = 700

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<agenda xml:lang="en" station="vienna">
  <masthead symbol="CTOC/COP/WG.2/2007/1" body="ctoc-cop"
            distribution="general" date="2007-05-30" original="en"
            job="V.07-83856"/>
  <meeting start="2007-10-03" end="2007-10-05" place="vienna"/>
  <title>Annotated provisional agenda</title>
  <items>
"""
TAIL = "  </items>\n</agenda>\n"


def item(body, name="one", title="One"):
    return '<item id="%s"><title>%s</title>%s</item>\n' % (name, title, body)


def agenda(body):
    return (HEAD + body + TAIL).encode()


def paragraph(text):
    return agenda(item("<annotation><p>%s</p></annotation>" % text))


def entities(kind):
    """Entities that grow without end, or that read a file."""
    if kind == "laughs":
        lines = ['<!ENTITY a0 "ha">'] + [
            '<!ENTITY a%d "%s">' % (i, 10 * ("&a%d;" % (i - 1)))
            for i in range(1, 12)]
        use = "&a11;"
    else:
        lines = ['<!ENTITY x SYSTEM "%s">' % kind]
        use = "&x;"
    text = paragraph(use).decode()
    return text.replace("?>\n", "?>\n<!DOCTYPE agenda [\n%s\n]>\n"
                        % "\n".join(lines), 1).encode()


# name: bytes, status, what the message must hold
DOCUMENTS = {
    "a billion laughs": (entities("laughs"), 1, "UNA-0114"),
    "a file asked for": (entities("file:///etc/passwd"), 1, "UNA-0114"),
    "an address asked for": (entities("http://127.0.0.1:9/x"), 1, "UNA-0114"),
    "a parameter entity": (paragraph("x").replace(
        b"?>\n", b'?>\n<!DOCTYPE agenda [<!ENTITY % p SYSTEM "file:///dev/zero">'
        b" %p;]>\n", 1), 1, "UNA-0114"),
    "100,000 elements deep": (
        b"<agenda>" + b"<p>" * 100000 + b"</p>" * 100000 + b"</agenda>", 1,
        "UNA-01"),
    "200 elements deep": (paragraph("<q>" * 200 + "x" + "</q>" * 200), 0, ""),
    "1,000,000 attributes": (
        ("<agenda %s/>" % " ".join("a%d='1'" % i for i in range(1000000)))
        .encode(), 1, "UNA-0117"),
    "1,000 tags with 90 attributes": (
        paragraph(1000 * ("<q %s/>" % " ".join(
            "a%d='1'" % i for i in range(90)))), 1, "UNA-0205"),
    "20,000 unknown elements": (
        agenda("".join("<x%d/>" % i for i in range(20000))), 1, "UNA-0201"),
    "20,000 items with one id": (agenda(item("") * 20000), 1, "UNA-0301"),
    "20,000 documents, all the same": (agenda(item(
        "<documentation>%s</documentation>"
        % ('<document symbol="CTOC/COP/2007/2">N</document>' * 20000))), 1,
        "UNA-0403"),
    "5,000 references": (paragraph('<ref to="one"/> ' * 5000), 0, ""),
    "20,000 dangling references": (paragraph('<ref to="two"/> ' * 20000), 1,
                                   "UNA-0302"),
    "an attribute of a megabyte": (paragraph(
        '<symbol>%s</symbol>' % ("A" * 1000000)), 1, "UNA-0401"),
    "escape sequences": (paragraph("<x>\x1b[31m</x>"), 1, "UNA-0110"),
    "a name that overwrites a line": (
        paragraph('<decision>1\u202e2\u2028</decision>'), 1, "UNA-0705"),
    "only a tag": (b"<", 1, "UNA-01"),
    "half a UTF-8 character": (paragraph("x")[:-1] + b"\xe4\xb8", 1,
                               "UNA-0103"),
    "a NUL": (b"\0" * 100, 1, "UNA-01"),
    "random bytes": (bytes((i * i * 31 + i * 7) % 251 for i in range(4096)),
                     1, "UNA-01"),
    "a document of no kind": (b"<x/>", 1, "UNA-0115"),
}


def confined(*command, **options):
    """Runs with limits on time and memory."""
    def limits():
        if not WATCHED:
            size = MEGABYTES << 20
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
    start = time.monotonic()
    try:
        run = subprocess.run(tap.WRAPPER + list(command), preexec_fn=limits,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, timeout=SECONDS,
                             **options)
        return run.returncode, run.stderr.decode("utf-8", "replace"), \
            time.monotonic() - start
    except subprocess.TimeoutExpired:
        return "none after %d s" % SECONDS, "", SECONDS


def judge(name, path, out, status, wanted):
    got, err, seconds = confined(tap.UNAGENDA, "build", "--to=tex", "-o", out,
                                 path)
    faults = []
    if got != status:
        faults.append("status %s, wanted %d" % (got, status))
    if wanted not in err:
        faults.append("no [%s] in the message" % wanted)
    if status and os.path.isdir(out) and os.listdir(out):
        faults.append("leaves " + ", ".join(os.listdir(out)))
    if len(err) > 200000 or any(len(line) > 5000 for line in err.split("\n")):
        faults.append("says far too much: %d characters" % len(err))
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f]", err):
        faults.append("control characters reach the terminal")
    tap.ok(not faults, "%s (%.1f s)" % (name, seconds),
           "\n".join(faults + [err[:600]]))


def bomb(path, size):
    """A small file that expands to `size` megabytes."""
    with gzip.open(path, "wb", 9) as f:
        f.write(HEAD.encode())
        for _ in range(size):
            f.write(b" " * (1 << 20))
        f.write((item("") + TAIL).encode())


def main():
    with tap.Folder() as folder:
        for i, (name, (data, status, wanted)) in enumerate(
                DOCUMENTS.items()):
            path = os.path.join(folder, "%d.xml" % i)
            with open(path, "wb") as f:
                f.write(data)
            judge(name, path, os.path.join(folder, "out%d" % i), status,
                  wanted)
        path = os.path.join(folder, "bomb.xml.gz")
        bomb(path, 500)
        judge("500 MB in a gzipped file of %d kB"
              % (os.path.getsize(path) >> 10), path,
              os.path.join(folder, "bomb"), 1, "UNA-0102")
        path = os.path.join(folder, "cut.xml.gz")
        with open(path, "wb") as f:
            f.write(gzip.compress(paragraph("x" * 1000))[:-40])
        judge("a gzipped file cut short", path, os.path.join(folder, "cut"),
              1, "UNA-0104")
        path = os.path.join(folder, "garbage.xml.gz")
        with open(path, "wb") as f:
            f.write(gzip.compress(paragraph("x"))[:60] + b"\xff" * 200)
        judge("a gzipped file that is damaged", path,
              os.path.join(folder, "garbage"), 1, "UNA-0104")
        injection(folder)
    tap.done()


def bare(text):
    """Without what pdftotext drops at the end of a line."""
    return "".join(text.replace("-", "").split())


def injection(folder):
    """No text becomes a command of TeX or of Lua."""
    mark = os.path.join(folder, "mark")
    texts = ["\\input{/etc/passwd}", "\\directlua{os.execute('id>%s')}" % mark,
             "\\write18{id>%s}" % mark, "^^5cinput /etc/passwd",
             "}}\\end{document}", "\\unaAt{1:1}", "\\endlinechar", "%",
             "\\catcode`\\%=12", "$$x$$", "\\par\\immediate\\openout3=x"]
    title = " ".join(texts).replace("&", "&amp;").replace("<", "&lt;")
    source = tap.write(
        os.path.join(folder, "in.xml"),
        agenda(item("<annotation><p>%s</p></annotation>" % title,
                    title=title + " end")).decode())
    out = os.path.join(folder, "in")
    run = tap.Run("build", "-o", out, source)
    ok = run.status == 0 and not os.path.exists(mark)
    tap.ok(ok, "TeX in a draft is text", run.err)
    if ok:
        printed = tap.output_of("pdftotext", run.out.strip(), "-")
        printed = bare(printed)
        tap.none([t for t in texts if printed.count(bare(t)) < 3],
                 "and prints as itself wherever a title prints")


main()
