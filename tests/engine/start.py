#!/usr/bin/env python3
"""What makes the start of a run short, with the real LuaLaTeX: what luaotfload
loads of Unicode's tables is loaded where it is used, and does what it did."""

import os
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

os.chdir(tap.ROOT)
START = os.path.join(tap.ROOT, "latex/unagenda-start.lua")

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
    for test in (the_same_features,):
        place = os.path.join(top, test.__name__)
        os.mkdir(place)
        test(place)
tap.done()
