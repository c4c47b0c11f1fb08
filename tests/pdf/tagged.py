#!/usr/bin/env python3
"""What a reader that follows the structure reads of the main document, in six
languages, from top to bottom; and that the same draft gives the same bytes
wherever it is built.

    tests/pdf/tagged.py --golden    shows what has changed in trees/, and asks
"""

import concurrent.futures
import difflib
import glob
import hashlib
import os
import re
import shutil
import sys
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import checks
import page
import structure
import tags

FOLDER = os.path.join(tap.ROOT, "xml/documents/ctoc-cop-wg.2-2007-1")
TREES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trees")


def tree_of(pdf):
    """The tree and its text, without the numbers of objects."""
    text = tap.output_of("pdfinfo", "-struct-text", pdf)
    return "".join(line + "\n" for line in text.splitlines()
                   if not re.match(r"\s*Object \d+ \d+$", line))


def text_of(tree):
    """The text alone.  A piece of it is a line of the tree, in quotation marks;
    pieces of one block follow each other without a space."""
    pieces = []
    for line in tree.splitlines():
        found = re.match(r'\s*"(.*)"$', line)
        if found:
            pieces.append(found.group(1))
        elif not line.endswith("(inline)"):
            pieces.append("\n")
    return unicodedata.normalize("NFC", "".join(pieces).replace("\xad", ""))


# Poppler does not heed what is said of a glyph: it reads the bracket that a
# bracket looks like, and a madda that has no code of its own as unknown.
def as_said(text):
    text = text.translate(str.maketrans("()", ")("))
    return text.replace("ا\ufffd", "آ")


def vowels_off(word):
    return re.sub("[\u064b-\u0652\u0640]", "", word)


def reading(made, tree, language):
    """The words of the tree in its order are those of the XML."""
    wanted = page.words(unicodedata.normalize("NFC", made.document.body))
    text = text_of(tree)
    got = page.words(as_said(text) if language == "ar" else text)
    if language == "zh":
        wanted, got = ([c for w in words for c in w] for words in (wanted, got))
    if language == "ar":
        wanted, got = ([vowels_off(w) for w in words]
                       for words in (wanted, got))
    checks.compare(wanted, got, language + ": read by its structure")


def link_words(made, language):
    """What a link says of itself are words of the XML, as they stand there."""
    def plain(text):
        text = unicodedata.normalize("NFC", text.replace("\xad", ""))
        return ("" if language == "zh" else " ").join(text.split())
    body = plain(made.document.body)
    objects = made.objects
    said = [structure.text(objects.get(objects.get(a)["/Contents"]))
            for p in objects.pages
            for a in objects.get(objects.get(p).get("/Annots", []))]
    tap.ok(len(said) > 20, language + ": there are links", len(said))
    tap.none([s for s in said if plain(s) not in body],
             language + ": links say their words")


def golden(language, tree):
    path = os.path.join(TREES, language + ".txt")
    before = tap.read(path) if os.path.exists(path) else ""
    if before == tree:
        return
    sys.stdout.writelines(difflib.unified_diff(
        before.splitlines(True), tree.splitlines(True), path, "now"))
    if input("Replace %s? [y/n] " % path) == "y":
        tap.write(path, tree)


# ---- the same bytes -------------------------------------------------------

def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def elsewhere(source, out, number, **variables):
    """Built in another folder, of another user, place and language."""
    folder = os.path.join(out, "elsewhere-%d" % number)
    os.makedirs(os.path.join(folder, "home"))
    copy = shutil.copy(source, os.path.join(folder, "draft.xml"))
    run = tap.Run("build", "-o", ".", os.path.basename(copy), cwd=folder,
                  env=dict(variables, HOME=os.path.join(folder, "home"),
                           TMPDIR=folder))
    return os.path.join(folder, run.out.strip())


def same_bytes(made, out, number):
    name = made.document.language
    other = elsewhere(made.source, out, 2 * number, TZ="Pacific/Auckland",
                      LANG="tr_TR.UTF-8", LC_ALL="tr_TR.UTF-8")
    third = elsewhere(made.source, out, 2 * number + 1, TZ="America/Lima",
                      LANG="C", SOURCE_DATE_EPOCH="1", USER="nobody")
    tap.equal({digest(p) for p in (made.pdf, other, third)},
              {digest(made.pdf)},
              name + ": the same bytes, wherever it is built")


# ---- drafts ---------------------------------------------------------------

DRAFT = "Advance unedited version"


def draft(out):
    """What is not final says so to whoever looks, hears or asks."""
    run = tap.Run("build", "--draft", "-o", os.path.join(out, "draft"),
                  tap.MAIN)
    pdf = run.out.strip()
    made = tags.Tags(pdf)
    tap.none(made.faults, "draft: its structure is whole")
    tap.equal(text_of(tree_of(pdf)).count(DRAFT), 1,
              "draft: it is said once, over the masthead")
    marks = [c for p in page.pages_of(pdf) for c in p.chars if c.size > 30]
    tap.equal("".join(c.c for c in marks if c.c.strip()),
              DRAFT.replace(" ", "") * len(made.pages),
              "draft: it stands across each page")
    tap.ok("<una:status>draft<" in made.xmp(), "draft: the metadata say so")
    run = tap.Run("verify", pdf)
    tap.ok(run.status == 1 and "UNA-1171" in run.err,
           "draft: it is not verified", run.err)


def main():
    with tap.Folder() as out, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        sources = sorted(glob.glob(FOLDER + "/*.xml"))
        tap.equal(len(sources), 6, "there are six languages")
        for number, (made, _) in enumerate(pool.map(
                lambda s: checks.build(s, os.path.join(out, "main")),
                sources)):
            language = made.document.language
            tree = tree_of(made.pdf)
            if "--golden" in sys.argv:
                golden(language, tree)
                continue
            tap.none(made.objects.faults,
                     language + ": its structure is whole")
            tap.equal(tree, tap.read(os.path.join(TREES, language + ".txt")),
                      language + ": the tree is as it was read")
            reading(made, tree, language)
            link_words(made, language)
            same_bytes(made, out, number)
        draft(out)
    tap.done()


if __name__ == "__main__":
    main()
