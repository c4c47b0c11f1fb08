#!/usr/bin/env python3
"""What a batch makes again, and what it leaves as it is."""

import gzip
import json
import os
import shutil
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import (Batch, draft, files, name_of, path_of, tap, write,
                    write_all)


def drafts_and_files(d):
    """Changes of drafts and of what was made of them."""
    source, out = d + "/source", d + "/out"
    write_all(source, range(1, 7))
    run = Batch(out, source)
    run.is_(0, 6, 0, 0, "all are made")
    tap.equal(sorted(run.out.split()),
              sorted(os.path.join(out, name_of(n)) for n in range(1, 7)),
              "the paths of the results are printed")
    before = files(out)
    run = Batch(out, source)
    run.is_(0, 0, 6, 0, "and not again")
    tap.equal(run.out, "", "of what is unchanged nothing is said")
    os.utime(path_of(source, 1))
    Batch(out, source).is_(0, 0, 6, 0, "a draft that was only touched")
    times = os.stat(path_of(source, 1))
    write(source, 1, draft(1).replace("One", "Two"))
    os.utime(path_of(source, 1), ns=(times.st_atime_ns, times.st_mtime_ns))
    Batch(out, source).is_(0, 1, 5, 0,
                           "a draft of the same size and time, but changed")
    write(source, 1, draft(1))
    Batch(out, source).is_(0, 1, 5, 0, "and changed back")
    tap.equal(files(out), before, "which makes the same as before")

    os.unlink(os.path.join(out, name_of(2)))
    Batch(out, source).is_(0, 1, 5, 0, "a result that was deleted")
    tap.write(os.path.join(out, name_of(3)), "something else")
    Batch(out, source).is_(0, 1, 5, 0, "a result that was changed")
    copy = os.path.join(d, "copy")
    shutil.copy(os.path.join(out, name_of(3)), copy)
    os.rename(copy, os.path.join(out, name_of(3)))
    Batch(out, source).is_(0, 0, 6, 0, "a result that was put back")
    tap.equal(files(out), before, "all is as it was")

    Batch(out, "--force", source).is_(0, 6, 0, 0, "--force makes all")
    tap.equal(files(out), before, "to the byte")
    write(source, 7, draft(7))
    Batch(out, source).is_(0, 1, 6, 0, "one more draft")
    Batch(out, path_of(source, 7), source).is_(
        0, 0, 7, 0, "a draft that is named, and in a folder that is, is one")
    conf = os.path.join(os.path.dirname(path_of(source, 3)), "unagenda.conf")
    tap.write(conf, "UNA-0707 off\n")
    Batch(out, source).is_(0, 3, 4, 0, "another unagenda.conf in a folder")
    os.chdir(source)
    run = tap.Run("batch", "--to=tex", "-o", "../out", ".", cwd=source)
    tap.ok("0 made, 7 unchanged" in run.err,
           "paths may be written in another way", run.err)
    os.chdir(d)


def installation(d):
    """Changes of what documents are made with."""
    source, out, data = d + "/langs", d + "/langs-out", d + "/data"
    for folder in ("xml", "xsl", "latex", "fonts"):
        shutil.copytree(os.path.join(tap.ROOT, folder),
                        os.path.join(data, folder))
    env = {"UNAGENDA_DATA": data}
    for i, language in enumerate(("en", "en", "fr", "ru")):
        write(source, i + 1, draft(i + 1, "", language))

    def again(status, made, unchanged, description):
        Batch(out, source, env=env).is_(status, made, unchanged, 0,
                                        description)

    def add(file, text):
        with open(os.path.join(data, file), "a", encoding="utf-8") as f:
            f.write(text)

    again(0, 4, 0, "documents in three languages")
    again(0, 0, 4, "and not again")
    add("xsl/locale/fr.xml", "<!-- changed -->\n")
    again(0, 1, 3, "the words of one language")
    add("xsl/locale/en.xml", "<!-- changed -->\n")
    again(0, 3, 1, "English words, which a masthead in Russian has, too")
    for file, text in (("xsl/latex.xsl", "<!-- -->"), ("latex/unagenda.cls",
                       "%\n"), ("xml/agenda.dtd", "<!-- -->"),
                       ("fonts/fontlist.lua", "--\n"),
                       ("xml/bodies.xml", "<!-- -->")):
        add(file, text)
        again(0, 4, 0, "another " + file)
    program = os.path.join(d, "unagenda")
    shutil.copy(tap.UNAGENDA, program)
    with open(program, "ab") as f:
        f.write(b"another build")
    theirs, tap.UNAGENDA = tap.UNAGENDA, program
    again(0, 4, 0, "another program")
    tap.UNAGENDA = theirs


def tex(d):
    """Changes of what TeX reads that is no package's, and of its format."""
    source, out = d + "/tex", d + "/tex-out"
    local, var = d + "/local", d + "/var"
    env = {"TEXMFLOCAL": local, "TEXMFVAR": var}
    write_all(source, (1, 2))

    def changed(made, path, description):
        if path:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "a", encoding="utf-8") as f:
                f.write("%\n")
        Batch(out, source, env=env).is_(0, made, 2 - made, 0, description)

    changed(2, None, "documents")
    changed(2, local + "/tex/latex/own/own.sty", "a file of this machine's")
    changed(0, None, "which is there still")
    changed(2, local + "/tex/latex/own/own.sty", "which is changed")
    changed(2, var + "/web2c/luahbtex/lualatex.fmt", "a format of the user's")
    changed(2, var + "/web2c/luahbtex/lualatex.fmt", "which is made anew")
    changed(0, local + "/fonts/opentype/other.otf", "a font that is not used")
    changed(0, None, "and nothing else")


def names(d):
    """What becomes of a result when its document has another name."""
    source, out = d + "/names", d + "/names-out"
    write_all(source, (1, 2))
    Batch(out, source)
    write(source, 1, draft(11))
    Batch(out, source).is_(0, 1, 1, 0, "a document has another symbol")
    tap.equal(sorted(files(out)), sorted([name_of(11), name_of(2)]),
              "its earlier name is gone")
    write(source, 1, draft(2))
    write(source, 2, draft(11))
    run = Batch(out, source)
    run.is_(0, 2, 0, 0, "two change their symbols around")
    tap.equal(sorted(files(out)), sorted([name_of(11), name_of(2)]),
              "and both are there")
    write(source, 3, draft(2))
    run = Batch(out, source)
    run.is_(2, 0, 2, 1, "two have the same symbol: the newer is refused")
    tap.ok("[UNA-0007]" in run.err, "which is said", run.err)


def gone(d):
    """Drafts that are renamed or deleted, whose files stay."""
    source, out = d + "/gone", d + "/gone-out"
    write_all(source, (1, 2, 3))
    write_all(source + "/more", (4,))
    Batch(out, source)
    run = Batch(out, source + "/more", "--report=" + d + "/gone.json")
    tap.ok("UNA-0023" not in run.err, "a draft that is not asked for is there",
           run.err)
    os.unlink(path_of(source, 1))
    os.rename(path_of(source, 2), source + "/renamed.xml")
    os.rename(path_of(source, 3), source + "/other.xml")
    tap.write(source + "/other.xml", draft(5))
    for made, unchanged in ((2, 1), (0, 3)):
        run = Batch(out, source, "--report=" + d + "/gone.json")
        run.is_(0, made, unchanged, 0, "drafts are renamed or deleted")
        for n in (1, 3):
            tap.ok("'%s' is of a draft that is gone: '%s' [UNA-0023]" % (
                os.path.join(out, name_of(n)),
                os.path.realpath(path_of(source, n))) in run.err,
                "of which files stay that are told of", run.err)
        tap.equal(run.err.count("UNA-0023"), 2, "and no others")
    with open(d + "/gone.json", encoding="utf-8") as f:
        tap.equal([os.path.basename(g["output"])
                   for g in json.load(f)["gone"]], [name_of(1), name_of(3)],
                  "and which a report names")
    tap.Run("report", "merge", "-o", d + "/gone.html", d + "/gone.json")
    tap.ok("<h2>Files of drafts that are gone" in tap.read(d + "/gone.html"),
           "as a page, too")
    tap.equal(len(files(out)), 5, "nothing is deleted")
    run = Batch(out, "--shard=1/2", source)
    tap.ok("UNA-0023" not in run.err, "a share cannot tell", run.err)
    for n in (1, 3):
        os.unlink(os.path.join(out, name_of(n)))
    run = Batch(out, source)
    tap.ok("UNA-0023" not in run.err, "files are deleted", run.err)


def found(d):
    """What of a folder is taken."""
    source, out = d + "/found", d + "/found-out"
    write_all(source, (1,))
    with gzip.open(source + "/packed.xml.gz", "wb") as f:
        f.write(draft(2).encode())
    tap.write(source + "/page.xml", "<!-- a page -->\n<!DOCTYPE html>\n"
              "<html><body/></html>\n")
    tap.write(source + "/notes.txt", "no XML")
    tap.write(source + "/.hidden.xml", "<agenda/>")
    os.makedirs(source + "/.git")
    tap.write(source + "/.git/a.xml", "<agenda/>")
    run = Batch(out, source)
    run.is_(0, 2, 0, 0, "drafts are found, gzipped ones too")
    tap.ok("; 1 of XML passed over" in run.err,
           "what is plainly not ours is counted", run.err)
    tap.write(source + "/wrong.xml", "<agendda><title/></agendda>\n")
    tap.write(source + "/broken.xml", "no XML either\n")
    run = Batch(out, source)
    run.is_(1, 0, 2, 2, "what is not plainly another thing is told of")
    run = Batch(out, source + "/page.xml")
    run.is_(1, 0, 0, 1, "and so is what is named")
    run = Batch(out, source + "/none", source)
    run.is_(2, 0, 2, 2, "a folder that is not there stops nothing")
    os.symlink("nowhere", source + "/link")
    os.mkfifo(source + "/pipe")
    for what, name in (("a link to nothing", "link"), ("a pipe", "pipe")):
        run = Batch(out, source + "/" + name)
        run.is_(2, 0, 0, 0, what + " that is named")
        tap.ok("'%s/%s'" % (source, name) in run.err
               and "[UNA-0009]" in run.err, "which is told of", run.err)
    Batch(out, source).is_(1, 0, 2, 2, "in a folder they are passed over")
    os.symlink("nowhere", source + "/link.xml")
    Batch(out, source).is_(2, 0, 2, 2, "but not a link that is called a draft")
    os.makedirs(d + "/empty")
    run = Batch(out, d + "/empty")
    run.is_(0, 0, 0, 0, "an empty folder")


def state(d):
    """The file in which a batch notes what it has made."""
    source, out = d + "/state", d + "/state-out"
    path = out + "/.unagenda/state"
    write_all(source, range(1, 7))
    Batch(out, source)
    before = files(out)
    with open(path, "rb") as f:
        good = f.read()
    lines = good.splitlines(keepends=True)
    damaged = {
        "is gone": None,
        "is empty": b"",
        "is cut short": good[:-40],
        "is of another kind": os.urandom(5000),
        "ends in zeros": good + bytes(4096),
        "is cut in the middle": good[len(good) // 2:],
        "has a bit turned": good[:300] + bytes([good[300] ^ 1]) + good[301:],
        "has its lines twice": good + good,
        "has its lines in another order": b"".join(reversed(lines)),
    }
    for how, bytes_ in damaged.items():
        if bytes_ is None:
            os.unlink(path)
        else:
            with open(path, "wb") as f:
                f.write(bytes_)
        first, second = Batch(out, source), Batch(out, source)
        tap.ok(first.status == 0 and second.counts == (0, 6, 0)
               and files(out) == before, "the state " + how,
               first.said + second.said)
    for _ in range(12):
        Batch(out, "--force", source)
    tap.ok(os.path.getsize(path) < 4 * len(good),
           "the state does not grow for ever", os.path.getsize(path))


with tap.Folder() as folder:
    for section in (drafts_and_files, installation, tex, names, gone, found,
                    state):
        section(folder)
tap.done()
