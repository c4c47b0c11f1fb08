#!/usr/bin/env python3
"""A PDF gives its XML back, and is made again from it byte for byte; whatever
was changed in it is noticed."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import editing
import tap

MAIN = os.path.join(tap.ROOT, "xml/documents/ctoc-cop-wg.2-2007-1/en.xml")
NAME = "CTOC_COP_WG.2_2007_1-EN"
# each is a run of the whole program, so fewer under valgrind
FLIPS = 20 if tap.WRAPPER else 500


def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()


def put(path, data):
    with open(path, "wb") as f:
        f.write(data)
    return path


def ids(run):
    return re.findall(r"\[(UNA-\d+)\]", run.err)


def build(source, out, *options, stdin=None, **env):
    result = subprocess.run(
        tap.WRAPPER + [tap.UNAGENDA, "build", *options, "-o", out, source],
        stdin=stdin or subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=dict(os.environ, **env))
    if result.returncode:
        raise RuntimeError(result.stderr.decode())
    return os.path.join(out, NAME + ".pdf")


def extraction(folder, good):
    out = os.path.join(folder, "x")
    text = bytes_of(MAIN)
    run = tap.Run("extract", "-o", out, good)
    path = os.path.join(out, NAME + ".xml")
    tap.equal((run.status, run.out, run.err), (0, path + "\n", ""),
              "extract puts the source by its name")
    tap.ok(bytes_of(path) == text, "byte for byte")
    run = tap.Run("extract", "-o", out, good)
    tap.equal(run.status, 0, "once more changes nothing")
    put(path, text + b"\n")
    run = tap.Run("extract", "-o", out, good)
    tap.equal((run.status, ids(run), bytes_of(path)),
              (2, ["UNA-0028"], text + b"\n"),
              "another file is not overwritten")
    run = tap.Run("extract", "-o", "-", good)
    tap.ok(run.out.encode() == text, "extract -o - prints it")

    packed = put(os.path.join(folder, "a.xml.gz"), gzip.compress(text))
    for what, source, stdin in (("a gzipped draft", packed, None),
                                ("the standard input", "-", open(MAIN))):
        made = build(source, os.path.join(folder, "other"), stdin=stdin)
        tap.ok(bytes_of(made) == bytes_of(good),
               "%s makes the same PDF" % what)
    marked = put(os.path.join(folder, "bom.xml"), b"\xef\xbb\xbf" + text)
    made = build(marked, os.path.join(folder, "other"))
    data = subprocess.run(
        tap.WRAPPER + [tap.UNAGENDA, "extract", "-o", "-", made],
        stdout=subprocess.PIPE).stdout
    tap.ok(data == bytes_of(marked), "a byte order mark comes back")


def names(folder, good):
    """The name in a PDF may be anything."""
    for given, expected in (("../../etc/passwd", "passwd.xml"),
                            (".hidden.xml", "_hidden.xml"),
                            ("a b\u0007\u00e4;rm.xml", "a_b____rm.xml"),
                            ("-rf.xml", "_rf.xml"),
                            ("", "source.xml"), ("/", "source.xml")):
        pdf = editing.Pdf(good)
        spec = pdf.of(pdf.refs("/AFRelationship", "/Source")[0])
        spec["/F"] = spec["/UF"] = "u:" + given
        path = pdf.write(os.path.join(folder, "name.pdf"))
        out = os.path.join(folder, "names")
        tap.Run("extract", "-o", out, path)
        tap.equal(os.listdir(out), [expected],
                  "%r becomes %s" % (given, expected))
        shutil.rmtree(out)


def flips(folder, good):
    data = bytes_of(good)
    paths = []
    for n in range(FLIPS):
        at = n * (len(data) - 1) // (FLIPS - 1)
        changed = bytearray(data)
        changed[at] ^= 1 << n % 8
        paths.append(put(os.path.join(folder, "flip%03d.pdf" % n), changed))
    run = tap.Run("verify", good, *paths)
    tap.equal((run.status, run.out), (1, good + ": identical\n"),
              "one bit changed at %d places: never identical" % FLIPS)
    tap.equal({os.path.basename(m) for m in
               re.findall(r"^([^:]*): error:", run.err, re.M)},
              set(map(os.path.basename, paths)), "each is told of")
    tap.none([l for l in run.err.splitlines()
              if "identical" in l or "[UNA-00" in l],
             "and none is the machine's fault")
    for p in paths:
        os.unlink(p)


def causes(folder, good):
    def verify(path, *options, **env):
        run = tap.Run("verify", *options, path, env=env)
        return run.status, ids(run), run

    for text, what in ((b"not a PDF", "what is no PDF"),
                       (bytes_of(good)[:30000], "a PDF that is cut short")):
        path = put(os.path.join(folder, "bad.pdf"), text)
        status, told, run = verify(path)
        tap.equal((status, told), (1, ["UNA-1101", "UNA-1160"]), what)
    pdf = editing.Pdf(good)
    del pdf.root["/AF"]
    del pdf.get(pdf.root, "/Names")["/EmbeddedFiles"]
    status, told, run = verify(pdf.write(os.path.join(folder, "bad.pdf")))
    tap.equal((status, told), (1, ["UNA-1160"]), "a PDF without its source")

    pdf = editing.Pdf(good)
    pdf.metadata("una:status>final", "una:status>draft")
    status, told, run = verify(pdf.write(os.path.join(folder, "bad.pdf")))
    tap.equal((status, told), (1, ["UNA-1171"]), "a draft")

    def with_file(relationship, change, *options):
        pdf = editing.Pdf(good)
        spec = pdf.of(pdf.refs("/AFRelationship", "/" + relationship)[0])
        ref = pdf.of(spec["/EF"])["/F"]
        pdf.set_stream(ref, change(pdf.stream(ref)))
        return verify(pdf.write(os.path.join(folder, "bad.pdf")), *options)

    def with_source(change, *options):
        return with_file("Source", change, *options)

    status, told, run = with_source(
        lambda t: t.replace(b"Opening of the", b"Closing of the"))
    tap.ok(status == 1 and {"UNA-1162", "UNA-1164", "UNA-1174"} <= set(told),
           "another text in the source", run.err)
    status, told, run = with_source(lambda t: t + b"<")
    tap.ok(status == 1 and "UNA-1175" in told, "a source that is no XML",
           run.err)
    status, told, run = with_source(lambda t: re.sub(
        rb"<!DOCTYPE[^>]*>", b'<!DOCTYPE agenda [<!ENTITY a SYSTEM '
        b'"file:///etc/passwd">]>', t))
    tap.ok(status == 1 and {"UNA-1175", "UNA-0114"} <= set(told) and
           "root" not in run.out + run.err.replace(tap.ROOT, ""),
           "a source that would read a file", run.err)
    status, told, run = with_source(lambda t: b"<agenda>" * 100000)
    tap.ok(status == 1 and "UNA-1175" in told, "a source without end",
           run.err[:500])
    status, told, run = with_source(
        lambda t: t + b"<!-- %s -->" % (b"x" * (4 << 20)))
    tap.equal((status, told), (1, ["UNA-1102"]), "a source of 4 MiB")
    words = b"Opening of the " + b"session " * 400000
    status, told, run = with_source(
        lambda t: t.replace(b"Opening of the ", words), "--time-limit=2")
    tap.ok(status == 1 and "UNA-1175" in told and "UNA-1102" in told,
           "a source that takes hours", run.err[:800])
    status, told, run = with_file("Supplement", lambda t: b"a\n" * 100000)
    tap.equal((status, told), (1, ["UNA-1102"]), "a manifest of 200 kB")

    data = bytearray(bytes_of(good))
    pdf = editing.Pdf(good)
    spec = pdf.of(pdf.refs("/AFRelationship", "/Supplement")[0])
    ref = pdf.of(spec["/EF"])["/F"]
    at = data.index(b"stream\n", data.index(b"\n%s obj" % ref[:-2].encode()))
    data[at + len(b"stream\n")] ^= 1
    status, told, run = verify(put(os.path.join(folder, "bad.pdf"), data))
    tap.ok(status == 1 and "UNA-1161" in told and "UNA-1174" in told and
           "UNA-1173" not in told, "a manifest that cannot be unpacked: of "
           "no file is said that it has no part", run.err[:800])
    installation(folder, good, verify)


def installation(folder, good, verify):
    """Another file of the installation is named."""
    data = os.path.join(folder, "data")
    os.makedirs(os.path.join(data, "build"))
    base = os.environ.get("UNAGENDA_DATA", tap.ROOT)
    for part in "xml", "xsl", "latex", "fonts", "build/graphics":
        shutil.copytree(os.path.join(base, part), os.path.join(data, part))
    with open(os.path.join(data, "latex/unagenda.cls"), "a") as f:
        f.write("% another\n")
    os.unlink(os.path.join(data, "graphics") if os.path.exists(
        os.path.join(data, "graphics")) else
        os.path.join(data, "xsl/locale/fr.xml"))
    put(os.path.join(data, "latex/unagenda-more.sty"), b"% one more\n")
    status, told, run = verify(good, UNAGENDA_DATA=data)
    tap.equal((status, told),
              (1, ["UNA-1173", "UNA-1173", "UNA-1174"]),
              "other files of the installation, and not other languages'")
    tap.ok("another latex/unagenda.cls" in run.err and
           "without latex/unagenda-more.sty" in run.err,
           "each is named", run.err)


def digest(path):
    return hashlib.sha256(bytes_of(path)).hexdigest()


def manifest(folder, good):
    pdf = editing.Pdf(good)
    spec = pdf.of(pdf.refs("/AFRelationship", "/Supplement")[0])
    text = pdf.stream(pdf.of(spec["/EF"])["/F"]).decode()
    lines = text.splitlines()
    tap.ok(lines[0] == "# unagenda " + tap.output_of(
        tap.UNAGENDA, "version").split()[1], "the manifest names the program",
        lines[:3])
    named = dict(reversed(l.split("  ", 1)) for l in lines if l[0] != "#")
    base = os.environ.get("UNAGENDA_DATA", tap.ROOT)
    sums = os.path.join(folder, "SUMS")
    with open(sums, "w") as f:
        f.writelines("%s  %s\n" % (d, n) for n, d in named.items()
                     if os.path.exists(os.path.join(base, n)))
    result = subprocess.run(["sha256sum", "--quiet", "-c", sums], cwd=base,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    tap.equal((result.returncode, result.stdout), (0, b""),
              "and files as sha256sum checks them")
    tap.ok({"xml/agenda.dtd", "xsl/latex.xsl", "latex/unagenda.cls",
            "xsl/locale/en.xml", "graphics/emblem.pdf",
            "source/%s.xml" % NAME} <= set(named) and
           "xsl/locale/fr.xml" not in named and
           any(n.startswith("fonts/texgyre") for n in named),
           "all that has a part, and no other language", list(named))
    programs = {l.split()[1] for l in lines if l[0] == "#"}
    tap.equal(programs, {"unagenda", "libxml2", "libxslt", "fribidi",
                         "qrencode", "luahbtex", "luaotfload", "LaTeX"},
              "and the versions of all programs and libraries")
    tap.ok(lines == sorted(lines, key=lambda l: l[0] != "#"),
           "which stand before the files", lines[:12])
    of_tex = {l.split("  ")[1]: l.split("  ")[0] for l in lines
              if "  tex/" in l}
    path = tap.output_of("kpsewhich", "sRGB.icc").strip()
    tap.equal(of_tex, {"tex/sRGB.icc": digest(path)},
              "and the colour profile; English words are not parted")
    french = build(MAIN.replace("en.xml", "fr.xml"), folder)
    text = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable",
         french.replace("-EN", "-FR"), "-"], stdout=subprocess.PIPE).stdout
    path = tap.output_of("kpsewhich", "hyph-fr.pat.txt").strip()
    tap.ok(("%s  tex/hyph-fr.pat.txt" % digest(path)).encode() in text,
           "but French ones are, by patterns")


def places(folder, good):
    """Neither the folder nor the user, clock or locale has a part."""
    here = os.path.join(folder, "somewhere else", "deeper")
    os.makedirs(here)
    copy = shutil.copy(MAIN, os.path.join(here, "draft.xml"))
    made = build(copy, here, HOME=here, TZ="Pacific/Auckland",
                 LANG="ar_EG.UTF-8", LC_ALL="C", TMPDIR=here,
                 SOURCE_DATE_EPOCH="1")
    tap.ok(bytes_of(made) == bytes_of(good),
           "the same XML makes the same bytes elsewhere")


def many(folder):
    """Engines that stay warm make the same, and are asked again."""
    drafts = os.path.join(folder, "drafts")
    os.makedirs(drafts)
    for n in range(1, 5):
        put(os.path.join(drafts, "%d.xml" % n), bytes_of(MAIN).replace(
            b"CTOC/COP/WG.2/2007/1", b"CTOC/COP/WG.2/2007/%d" % n))
    out = os.path.join(folder, "batch")
    run = tap.Run("batch", "-o", out, drafts)
    made = sorted(os.path.join(out, f) for f in os.listdir(out)
                  if f.endswith(".pdf"))
    tap.equal((run.status, len(made)), (0, 4), "a batch is made")
    run = tap.Run("verify", *made)
    tap.equal((run.status, run.out),
              (0, "".join(p + ": identical\n" for p in made)),
              "each of it is identical")


with tap.Folder() as folder:
    good = build(MAIN, folder)
    extraction(folder, good)
    names(folder, good)
    manifest(folder, good)
    places(folder, good)
    many(folder)
    flips(folder, good)
    causes(folder, good)
tap.done()
