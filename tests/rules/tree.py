#!/usr/bin/env python3
"""What the parts of the tree say of each other: the DTD, the stylesheets, the
words, the class.  Nothing is there that nothing uses, nothing is used that is
not there."""

import glob
import os
import re
import sys
import xml.etree.ElementTree as xml

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

XSL = "{http://www.w3.org/1999/XSL/Transform}"
os.chdir(tap.ROOT)


def files(*patterns):
    return sorted(f for p in patterns for f in glob.glob(p, recursive=True))


def text_of(*patterns):
    return "\n".join(tap.read(f) for f in files(*patterns))


def documents():
    """All well-formed drafts of the tree."""
    for path in files("xml/documents/**/*.xml",
                      "tests/cases/**/input.xml"):
        try:
            yield xml.parse(path).getroot(), path
        except xml.ParseError:
            pass


# ---- the DTD ----------------------------------------------------------

DTD = text_of("xml/agenda.dtd", "xml/dtd/*.mod")
BARE = re.sub(r"<!--.*?-->", "", DTD, flags=re.S)


def elements():
    declared = set(re.findall(r"<!ELEMENT\s+([\w.-]+)", BARE))
    good = [r for r, path in documents() if "/bad-" not in path]
    used = {e.tag for r in good for e in r.iter() if isinstance(e.tag, str)}
    tap.none(sorted(declared - used), "every element is in some document")

    attributes = set()
    for name, body in re.findall(r"<!ATTLIST\s+([\w.-]+)([^>]*)>", BARE):
        for attribute in re.findall(r"^\s*([\w:.-]+)\s+[%(A-Z]", body, re.M):
            attributes.add((name, attribute))
    lang = "{http://www.w3.org/XML/1998/namespace}"
    seen = {(e.tag, a.replace(lang, "xml:")) for r in good for e in r.iter()
            for a in e.attrib}
    tap.ok(len(attributes) > 15, "attributes of the DTD are found",
           attributes)
    tap.none(sorted(attributes - seen), "every attribute is in some document")

    for name, choices in choices_of():
        values = {e.get(a.replace("xml:", lang)) for r in good
                  for e in r.iter() for a in [name[1]] if e.tag == name[0]}
        values |= {None}
        tap.none(sorted(choices - values),
                 "every value of %s/@%s is in some document" % name)
    modules = set(re.findall(r'"dtd/([\w.]+)"', BARE))
    tap.equal(modules, set(map(os.path.basename, files("xml/dtd/*"))),
              "every module of the DTD is read")


def choices_of():
    for name, body in re.findall(r"<!ATTLIST\s+([\w.-]+)([^>]*)>", BARE):
        for attribute, choice, default in re.findall(
                r"([\w:.-]+)\s+\(([^)]*)\)\s+(\"\w+\")?", body):
            values = set(re.findall(r"[\w-]+", choice))
            values -= {default.strip('"')}
            yield (name, attribute), values


# ---- stylesheets ------------------------------------------------------

SHEETS = {f: xml.parse(f).getroot() for f in files("xsl/**/*.xsl")}


def nodes(tag):
    return [(f, e) for f, root in SHEETS.items()
            for e in root.iter(XSL + tag)]


def included(path, seen):
    if path in seen:
        return
    seen.add(path)
    for tag in ("include", "import"):
        for e in SHEETS[path].iter(XSL + tag):
            included(os.path.normpath(os.path.join(
                os.path.dirname(path), e.get("href"))), seen)


def templates():
    seen = set()
    for top in files("xsl/*.xsl"):
        included(top, seen)
    tap.none(sorted(set(SHEETS) - seen), "every stylesheet is included")

    named = {e.get("name") for _, e in nodes("template") if e.get("name")}
    called = {e.get("name") for _, e in nodes("call-template")}
    tap.none(sorted(called - named), "every template called is there")
    tap.none(sorted(named - called), "every named template is called")

    matched = {e.get("mode") for _, e in nodes("template") if e.get("match")}
    applied = {e.get("mode") for _, e in nodes("apply-templates")}
    tap.none(sorted(map(str, applied - matched)), "every mode applied is there")
    tap.none(sorted(map(str, matched - applied)), "every mode is applied")

    known = set(re.findall(r"<!ELEMENT\s+([\w.-]+)", BARE)) | locale_slots()
    tap.none(["%s: match=\"%s\"" % (f, e.get("match"))
              for f, e in nodes("template") if e.get("match")
              for name in re.findall(r"(?<![@\w:.()-])[a-z][\w-]*(?![\w(:-])",
                                     re.sub(r"'[^']*'", "", e.get("match")))
              if name not in known],
             "templates match elements that there are")
    private()
    parameters()


def private():
    """tp: and mp: names are used in the module that has them."""
    faults = []
    for kind, prefix in (("call-template", "tp:"), ("apply-templates", "mp:")):
        key = "name" if prefix == "tp:" else "mode"
        homes = {}
        for f, e in nodes("template"):
            homes.setdefault(e.get(key), set()).add(f)
        for f, e in nodes(kind):
            name = e.get(key) or ""
            if name.startswith(prefix) and f not in homes.get(name, ()):
                faults.append("%s uses %s" % (f, name))
    tap.none(faults, "private templates are used in their own module")


def parameters():
    """Every parameter that is given is taken."""
    taken = {}
    for _, e in nodes("template"):
        taken[e.get("name")] = {p.get("name") for p in e.findall(
            XSL + "param")}
    tap.none(["%s: %s" % (e.get("name"), p.get("name"))
              for _, e in nodes("call-template")
              for p in e.findall(XSL + "with-param")
              if p.get("name") not in taken.get(e.get("name"), ())],
             "every parameter given to a template is one that it takes")
    variables = [(f, e.get("name")) for f, e in
                 nodes("variable") + nodes("param")]
    everything = text_of("xsl/**/*.xsl")
    tap.none(["%s: $%s" % v for v in variables
              if not re.search(r"\$" + re.escape(v[1]) + r"(?![\w-])",
                               everything)],
             "every variable is used")


# ---- words ------------------------------------------------------------

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
LOCALES = {f: xml.parse(f).getroot() for f in files("xsl/locale/*.xml")}


def locale_slots():
    slots = {"number"}
    for root in LOCALES.values():
        for form in root.iter("form"):
            slots |= {e.tag for e in form.iter()} - {"form"}
    return slots


def values_of(attribute):
    """The values that an attribute of the DTD can take."""
    for name, body in re.findall(r"<!ATTLIST\s+([\w.-]+)([^>]*)>", BARE):
        found = re.search(r"\b%s\s+\(([^)]*)\)" % attribute, body)
        if found:
            return re.findall(r"[\w-]+", found.group(1))
    return []


# Ranks of headings that are words of their own.
RANKS = {"item-word"}


def keys_asked_for():
    """Keys that stand in the stylesheets as they are, and those that are put
    together there; for the latter, how."""
    sheets = text_of("xsl/**/*.xsl")
    keys = set(re.findall(r"'([a-z][a-z0-9.-]*)'", sheets))
    keys |= set(re.findall(r">\s*([a-z][a-z0-9.-]*)\s*<", sheets))
    keys |= {"month-%02d" % n for n in range(1, 13)}
    keys |= {name + "-%d" % n for n in range(1, 8)
             for name in ("weekday", "weekday-text")}
    keys |= {"item-%d" % n for n in range(1, 4)}
    keys |= {"section-%d" % n for n in range(1, 7)}
    keys |= {"action-" + v for v in values_of("action")}
    keys |= {"language-" + v for v in values_of("original")}
    keys |= {"session-" + v for v in ("regular", "resumed", "special",
                                      "reconvened")}
    keys |= {"under-%s-%s" % (agenda, count) for agenda in values_of("agenda")
             for count in ("one", "two", "several")}
    keys |= {"also-" + count for count in ("one", "two", "several")}
    keys |= {"clock-full-hour"}
    keys |= {v for v in ("am", "pm", "secretariat-note")}
    # what stands between quotes and tags there, and is no key
    keys -= RANKS
    keys |= {"list-%d" % n for n in range(1, 4)}
    keys |= {"original-" + v for v in values_of("original")}
    keys |= {"distribution-" + v for v in values_of("distribution")}
    keys |= {inner + "quote-" + side for inner in ("", "inner-")
             for side in ("open", "close")}
    keys |= {"date-weekday", "times-same-half"}
    keys |= {form + shared for form in ("dates", "dates-text")
             for shared in ("-month", "-year", "-years")} | {"dates-two-days", "dates-text-two-days", "joint-last-i"}
    return keys


def words():
    asked = {k for k in keys_asked_for() if not k.endswith("-")}
    for path, root in LOCALES.items():
        entries = [(e.get("key"), e.get("since", "0") + e.get("station", ""))
                   for e in root if e.tag in ("word", "form")]
        tap.none(sorted(k for k in set(entries) if entries.count(k) > 1),
                 path + ": every key once")
        tap.none(["%s: %s" % ab for ab in zip(entries, entries[1:])
                  if ab[0][0] == ab[1][0] and ab[0][1] > ab[1][1]],
                 path + ": what has changed stands in the order of its years")
        keys = {key for key, since in entries if since == "0"}
        tap.none(sorted({key for key, _ in entries} - keys),
                 path + ": every word has a first form")
        tap.none(sorted(keys - asked), path + ": every word is used")
        tap.none([e.get("key") for e in root if e.tag == "word"
                  and not (e.text or "").strip()],
                 path + ": no word is empty")
        tap.none([e.get("key") for e in root
                  if e.get("source") not in ("document", "unconfirmed")],
                 path + ": every word says where it comes from")
        tap.equal(root.get("{http://www.w3.org/XML/1998/namespace}lang"),
                  os.path.basename(path)[:-4], path + ": says its language")
    english = keys_of("en")
    for path, root in LOCALES.items():
        left_in_english = {k for k in english if root.get("masthead")
                           and re.match("(distribution|language)-|only", k)}
        tap.equal(keys_of(os.path.basename(path)[:-4]),
                  english - left_in_english,
                  path + ": the keys of English, one and all")
    series()
    registers()


def keys_of(language):
    return {e.get("key") for e in LOCALES["xsl/locale/%s.xml" % language]
            if e.tag in ("word", "form")} - {"joint-last-i"}   # Spanish alone


def series():
    """Numbers in words: all that forms ask for, and none beside."""
    for path, root in LOCALES.items():
        asked = {"session"} | {e.get("series") for e in root.iter("in-words")}
        there = [e.get("key") for e in root if e.tag == "series"]
        tap.none(sorted(asked - set(there)), path + ": every series is there")
        tap.none(sorted(set(there) - asked - {"letter"}),
                 path + ": every series is used")
        for one in root.iter("series"):
            words = [n.text for n in one]
            tap.none([w for w in set(words) if words.count(w) > 1 or not w],
                     "%s: %s: each number has a word of its own" % (
                         path, one.get("key")))
        tap.equal(len(root.find("series[@key='session']")), 120,
                  path + ": 120 sessions")


def registers():
    for path in ("xml/bodies.xml", "xml/places.xml"):
        root = xml.parse(path).getroot()
        keys = [e.get("key") for e in root]
        tap.none(sorted(k for k in set(keys) if keys.count(k) > 1),
                 path + ": every key once")
        lang = "{http://www.w3.org/XML/1998/namespace}lang"
        tap.none(["%s: %s" % (e.get("key"), l) for e in root
                  for l in LANGUAGES if not any(n.get(lang) == l for n in e)],
                 path + ": every entry has its name in every language")
        tap.none([e.get("key") for e in root for n in e
                  if n.get("source") not in ("document", "unconfirmed")],
                 path + ": every name says where it comes from")
        tap.none([e.get("key") for e in root
                  if e.get("parent") and e.get("parent") not in keys],
                 path + ": parents are there")


# ---- commands ---------------------------------------------------------

def commands():
    sheets = text_of("xsl/**/*.xsl", "xsl/lib/*.xml")
    written = set(re.findall(r"\\(una[A-Za-z]+)", sheets))
    begun = set(re.findall(r"\\begin\{(una\w+)\}", sheets))
    ended = set(re.findall(r"\\end\{(una\w+)\}", sheets))
    tap.equal(begun, ended, "environments that are begun are ended")
    style = text_of("latex/*.sty", "latex/*.cls")
    lua = text_of("latex/*.lua")
    bare = re.sub(r"(?<!\\)%.*", "", style)
    macros = set(re.findall(r"\\newcommand\*?\{?\\(una[A-Za-z]+)", bare)) \
        | set(re.findall(r'define\("(una[A-Za-z]+)"', lua))
    environments = set(re.findall(r"\\newenvironment\{(una\w+)\}", bare)) \
        | set(re.findall(r"\\NewDocumentEnvironment\{(una\w+)\}", bare))
    tap.none(sorted(written - macros), "every command written is defined")
    tap.none(sorted(begun - environments),
             "every environment written is defined")
    # what a station file writes, and what the class itself writes
    stations = text_of("latex/*.def")
    known = written | set(re.findall(r"\\(una[A-Z][A-Za-z]+)", stations))
    inner = {m for m in macros if len(re.findall(
        r"\\" + m + r"(?![A-Za-z])", bare)) > 1}
    tap.none(sorted(macros - known - inner), "every command is written")
    tap.none(sorted(environments - begun), "every environment is written")
    fields(sheets, bare)
    measures(stations, bare)
    escapes()


def fields(sheets, style):
    given = set(re.findall(r"<xsl:call-template name=\"tp:(?:latin-)?field\">\s*"
                           r"<xsl:with-param name=\"name\" select=\"'"
                           r"([a-z-]+)'\"/>", sheets)) \
        | set(re.findall(r"\\unaField\{([a-z-]+)\}", sheets))
    read = set(re.findall(r"\\una@(?:if)?field\{([a-z-]+)\}", style))
    tap.none(sorted(read - given), "every field that the class reads is given")
    tap.none(sorted(given - read), "every field that is given is read")


def station_text(path):
    """A station file with the template that it reads."""
    text = tap.read(path)
    for other in re.findall(r"\\input\{([\w.-]+)\}", text):
        text += tap.read("latex/" + other)
    return text


def measures_read(style, station):
    """Measures by name; those of tables are put together of the kind of table,
    those under the lines of the title block of their role."""
    read = set(re.findall(r"\\una@m\{([a-z0-9-]+)\}", style)) \
        | set(re.findall(r"\\una@(?:held)?gap\{([a-z0-9-]+)\}", style)) \
        | set(re.findall(r"\\una@tablerule\{([a-z0-9-]+)\}", style))
    kinds = {k for _, k, _ in table_styles(station)}
    read |= {"%s-%s" % (kind, part) for kind in kinds
             for part in re.findall(r"\\una@tm\{([a-z-]+)\}", style)}
    read |= {role + "-after" for role in meeting_roles(style)}
    read |= {"tab-%d" % n for n in range(1, 5)}
    return read


def meeting_roles(style):
    return {r for role in re.findall(r"\\una@meeting\{([a-z0-9#-]+)\}", style)
            for r in ([role] if "#" not in role
                      else [role.replace("#1", n) for n in "12"])}


def table_styles(station):
    return re.findall(r"\\unaSetTableStyle\{([\w-]+)\}\{([\w-]+)\}"
                      r"\{([\w-]+)\}", station)


def roles_asked(style, station):
    roles = set(re.findall(r"\\una@font\{([a-z0-9-]+)\}", style))
    roles |= meeting_roles(style)
    roles |= {"subtitle-%d" % n for n in range(3)}
    roles |= {role for _, _, role in table_styles(station)}
    roles |= {role for _, role in headings(station)}
    roles |= set(re.findall(r"\\unaSetFontLike\{[\w-]+\}\{([\w-]+)\}", station))
    return roles


def headings(station):
    return re.findall(r"\\unaSetHeading\{([\w-]+)\}\{([\w-]+)\}", station)


def measures(stations, style):
    """Of each station: what it states is read, what is read it states."""
    ranks = {str(n) for n in range(1, 7)} | RANKS | {
        "item-1", "item-2", "item-3", "documents"}
    for path in files("latex/unagenda-station-*.def"):
        whole = station_text(path)
        station = re.sub(r"(?m)^%.*", "", whole)
        stated = re.findall(r"\\unaSetMeasure\{([a-z0-9-]+)\}", station)
        read = measures_read(style, station)
        tap.none(sorted(m for m in set(stated) if stated.count(m) > 1),
                 path + ": every measure once")
        tap.none(sorted(read - set(stated)), path + ": every measure is stated")
        tap.none(sorted(set(stated) - read), path + ": every measure is read")
        fonts = set(re.findall(r"\\unaSet(?:Symbol)?Font(?:Like)?\{([a-z0-9-]+)\}",
                               station))
        asked = roles_asked(style, station)
        tap.none(sorted(asked - fonts), path + ": every role has its type")
        tap.none(sorted(fonts - asked), path + ": every role is used")
        tap.equal({r for r, _ in headings(station)}, ranks,
                  path + ": every rank of headings is there")
        tap.equal({s for s, _, _ in table_styles(station)},
                  {"text", "small", "timetable", "documents"},
                  path + ": every style of tables is there")
        tap.none(unsourced(whole), path + ": every figure says its source")


def unsourced(station):
    """Figures with no remark of their own, nor one over their paragraph."""
    for paragraph in station.split("\n\n"):
        lines = paragraph.splitlines()
        told = lines and lines[0].startswith("%") \
            and not lines[0].startswith("% ---")
        last = ""
        for line in lines:
            if line.startswith("\\unaSet") and "%" not in line and not told \
                    and "%" not in last:
                yield line
            last = line


def escapes():
    """Each character that TeX takes for its own has its escape."""
    root = xml.parse("xsl/lib/escapes.xml").getroot()
    for table in root:
        keys = [c.find("from").text for c in table]
        tap.none([k for k in set(keys) if keys.count(k) > 1],
                 "escapes for %s: every character once" % table.tag)
        if table.tag in ("address", "raised", "runs"):   # beside the others
            continue
        tap.none([c for c in "\\{}$&#^_~%" if c not in keys],
                 "escapes for %s: none of TeX's own is missing" % table.tag)


# ---- messages ---------------------------------------------------------

def messages():
    catalogue = tap.read("generator/util/catalogue.h")
    rows = re.findall(r"X\((\w+),\s*(\d+),\s*(\w+),", catalogue)
    numbers = {int(n) for _, n, _ in rows}
    tap.equal(len(numbers), len(rows), "every message has its own number")
    named = set(re.findall(r"UNA-(\d{4})",
                           text_of("xsl/**/*.xsl", "latex/*.lua",
                                   "latex/*.sty")))
    tap.none(["UNA-" + n for n in sorted(named) if int(n) not in numbers],
             "messages of stylesheets and class are in the catalogue")
    code = text_of("generator/**/*.c")
    used = set(re.findall(r"MSG_(\w+)", code))
    tap.none(["%s (UNA-%04d)" % (name, int(n)) for name, n, _ in rows
              if name not in used and "%04d" % int(n) not in named],
             "every message can be given")
    golden = text_of("tests/cases/**/expect.diag")
    told = {int(n) for n in re.findall(r"\[UNA-(\d{4})\]", golden)}
    tap.none(["%s (UNA-%04d)" % (name, int(n)) for name, n, level in rows
              if 100 < int(n) < 800 and int(n) not in told
              and level in ("ERROR", "WARNING", "ADVICE", "OFF")
              and name not in FILES_ONLY],
             "every message about a document has a case")


# Of files that are no text, and so no cases: tests/hostile has them.  Of a name
# missing in the registers, where none is: tests/cli/stylesheet.sh.
FILES_ONLY = {"TOO_LARGE", "GZIP", "LIMIT", "NO_NAME"}


def drafts():
    """What the templates say: every word in every language, and used."""
    path = "xml/templates/words.xml"
    words = list(xml.parse(path).getroot())
    keys = [w.get("key") for w in words]
    text = "".join(tap.read(f) for f in files("xml/templates/*.xml")
                   if f != path)
    tap.none(sorted(k for k in set(keys) if keys.count(k) > 1),
             path + ": every key once")
    tap.none([k for k in keys if "{%s}" % k not in text],
             path + ": every word is used")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    tap.none([w.get("key") for w in words
              if sorted(t.get(lang) for t in w) != sorted(LANGUAGES)],
             path + ": every word in every language, once")
    tap.none([w.get("key") for w in words for t in w
              if t.get("source") not in ("document", "unconfirmed")
              or not "".join(t.itertext()).strip()],
             path + ": every text says where it comes from")


for section in (elements, templates, words, drafts, commands, messages):
    section()
tap.done()
