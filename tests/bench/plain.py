"""A plain lualatex, as one would run it by hand on what unagenda makes."""

import os

COMMAND = ["lualatex", "--no-shell-escape", "--interaction=nonstopmode",
           "--halt-on-error"]


def environment():
    """In the root of the tree: where TeX finds our files, and what it needs to
    make the same PDF."""
    inputs = ".:%s/latex:%s/fonts:%s/build/graphics:" % ((os.getcwd(),) * 3)
    return dict(os.environ, TEXINPUTS=inputs, LUAINPUTS=inputs,
                OSFONTDIR="/usr/share/fonts", SOURCE_DATE_EPOCH="1180526400",
                FORCE_SOURCE_DATE="1", max_print_line="10000")
