#!/usr/bin/env python3
"""What makes the start of a run short, with the real LuaLaTeX: LaTeX's format is
unpacked beforehand, and used only while TeX is the same; what luaotfload loads of
Unicode's tables is loaded where it is used, and does what it did."""

import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

os.chdir(tap.ROOT)
START = os.path.join(tap.ROOT, "latex/unagenda-start.lua")
UNPACKED = "ok       LaTeX's format is unpacked\n"
PACKED = "without  LaTeX's format, unpacked"

# capitals and letters with accents of their own, in fonts that luaotfload sets
# by itself, one of which is found by its name
TEX = r"""\documentclass{article}
\font\upper="file:texgyretermes-regular.otf:mode=node;+upper" at 12pt
\font\lower="file:texgyretermes-italic.otf:mode=node;+lower;normalize=nfd"
\font\named="name:TeX Gyre Termes/B:mode=node" at 9pt
\begin{document}
\upper straße e^^^^0301 \lower ÇA É \named word e^^^^0301
\end{document}
"""


def other_site(folder):
    """A site's data with a format of its own, and what that is of."""
    data = os.path.join(folder, "data")
    for name in ("xml", "xsl", "latex", "fonts", "generator",
                 "build/graphics"):
        shutil.copytree(name, os.path.join(data, name))
    format = os.path.join(data, "build/lualatex.fmt")
    source = tap.read("build/lualatex.fmt.source")
    tap.write(format, "this is no format")
    tap.write(format + ".source", source)
    return data, format + ".source", source.splitlines(True)


def built(data, folder, **variables):
    run = tap.Run("build", "-o", folder, tap.MAIN,
                  env=dict(variables, UNAGENDA_DATA=data))
    return run.status == 0


def used_while_the_same(folder):
    data, source, (program, packed) = other_site(folder)
    # that it is of no use is what shows that it is used
    tap.ok(not built(data, folder), "a run uses the format that is unpacked")
    for lines, what in (
            ("9" + program + packed, "lualatex"),
            (program + "9" + packed, "the format"),
            (program, "the format, of which nothing is told,"),
            (packed + packed, "lualatex, which is another program,")):
        tap.write(source, lines)
        tap.ok(built(data, folder), "not where %s has changed" % what)
    tap.write(source, program + packed)
    tap.ok(built(data, folder, TEXMFHOME=folder),
           "nor where TeX has trees of the user's own")
    os.remove(source)
    tap.ok(built(data, folder), "nor where nothing is told of it")


def told(folder):
    doctor = tap.Run("doctor")
    tap.ok(UNPACKED in doctor.out, "the doctor says that it is there",
           doctor.out)
    data, source, _ = other_site(folder)
    os.remove(source)
    doctor = tap.Run("doctor", env={"UNAGENDA_DATA": data})
    tap.ok(PACKED in doctor.out, "or is not", doctor.out)


def unpack(file):
    return tap.output_of("generator/format.sh", file)


def made(folder):
    file = os.path.join(folder, "new/lualatex.fmt")
    tap.equal(unpack(file), "Unpacking LaTeX's format\n", "it is unpacked")
    with open(file, "rb") as new, open("build/lualatex.fmt", "rb") as old:
        tap.ok(new.read() == old.read(), "to the same bytes")
    tap.equal(unpack(file), "", "once")
    tap.write(file + ".source", "1 1 /bin/sh\n")
    tap.equal(unpack(file), "Unpacking LaTeX's format\n",
              "and again when TeX is another")


def pdf_of(folder, *arguments):
    tap.write(os.path.join(folder, "a.tex"), TEX)
    run = subprocess.run(
        ["lualatex", "--interaction=batchmode", *arguments, "a.tex"],
        cwd=folder, stdout=subprocess.DEVNULL,
        env=dict(os.environ, SOURCE_DATE_EPOCH="0", FORCE_SOURCE_DATE="1"))
    tap.equal(run.returncode, 0, "LuaLaTeX sets it")
    with open(os.path.join(folder, "a.pdf"), "rb") as f:
        return f.read()


def the_same_features(folder):
    # in one folder: a PDF's number comes from it, too
    tap.ok(pdf_of(folder) == pdf_of(folder, "--lua=" + START),
           "what is loaded later does the same")
    text = tap.output_of("pdftotext", os.path.join(folder, "a.pdf"), "-")
    tap.ok("STRASSE" in text and "ça" in text,
           "letters become capitals, and small", text)


with tap.Folder() as top:
    for test in (used_while_the_same, told, made, the_same_features):
        place = os.path.join(top, test.__name__)
        os.mkdir(place)
        test(place)
tap.done()
