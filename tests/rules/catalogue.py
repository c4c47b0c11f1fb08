#!/usr/bin/env python3
"""What drafters are told of messages: each has an entry, and the samples of
each give that message, or none."""

import concurrent.futures
import os
import re
import sys
import xml.etree.ElementTree as xml

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

os.chdir(tap.ROOT)
MESSAGES = list(xml.parse("xml/catalogue/messages.xml").getroot())
BASE = tap.read("xml/catalogue/base.xml")
# Of pages, what has a line of the draft; the rest is the machine's.
OF_PAGES = {902, 903, 904}


ROWS = [("UNA-%04d" % int(n), int(n), level) for n, level in re.findall(
    r"X\(\w+,\s*(\d+),\s*(\w+),", tap.read("generator/util/catalogue.h"))]
OFF = {id_ for id_, _, level in ROWS if level == "OFF"}


def of_documents():
    return [id_ for id_, n, level in ROWS
            if level in ("ERROR", "WARNING", "ADVICE", "OFF")
            and (100 < n < 800 or n in OF_PAGES or n > 1100)]


def placed(sample):
    """The document that the sample makes: see messages.xml."""
    start = re.match(r"<([a-z-]+)\b", sample)
    id_ = re.match(r"<[^>]*\sid=\"([^\"]*)\"", sample)
    if not start or start[1] in ("agenda", "paper", "corrigendum"):
        return sample
    name = re.escape(start[1])
    wanted = r"<%s\b[^>]*" % name
    if id_:
        wanted += r"\sid=\"%s\"" % re.escape(id_[1])
    found = re.search(wanted, BASE) or re.search(r"<%s\b" % name, BASE)
    if not found:
        return sample
    depth = 0
    for tag in re.finditer(r"<(/?)%s\b[^>]*?(/?)>" % name, BASE):
        if tag.start() < found.start():
            continue
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth == 0:
            return BASE[:found.start()] + sample + BASE[tag.end():]
    return sample


def said_of(sample, id_=""):
    """(level, id) of each message about the sample in its place; the one that
    it is of is given even if it is off as a rule."""
    with tap.Folder() as folder:
        path = tap.write(os.path.join(folder, "a.xml"), placed(sample))
        if id_ in OFF:
            tap.write(os.path.join(folder, "unagenda.conf"),
                      id_ + " advice\n")
        err = tap.Run("validate", path).err
    return re.findall(r": (error|warning|advice): .*\[(UNA-\d+)\]", err), err


def faults_of(message):
    id_ = message.get("id")
    grave, err = said_of(message.findtext("wrong") or "", id_)
    if id_ not in {i for _, i in grave} or any(
            i != id_ for level, i in grave if level != "advice"):
        return "%s: the wrong sample says\n%s" % (id_, err)
    grave, err = said_of(message.findtext("right") or "", id_)
    if any(level != "advice" or i == id_ for level, i in grave):
        return "%s: the right sample says\n%s" % (id_, err)
    return ""


ids = [m.get("id") for m in MESSAGES]
tap.none(sorted(set(of_documents()) - set(ids)), "every message has an entry")
tap.none(sorted(set(ids) - set(of_documents())), "every entry has a message")
tap.equal(ids, sorted(set(ids)), "entries stand in the order of their ids")
tap.none([m.get("id") for m in MESSAGES for part in ("about", "source")
          if not (m.findtext(part) or "").strip()],
         "every entry says what it is about, and its source")
base = said_of(BASE)
tap.none(base[0], "the base of the samples is without fault")
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    tried = [m for m in MESSAGES if not m.get("untested")]
    for m, why in zip(tried, pool.map(faults_of, tried)):
        tap.ok(not why, m.get("id"), why)
tap.done()
