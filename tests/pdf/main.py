#!/usr/bin/env python3
"""The main document's PDF: words, places, type, bookmarks, links, metadata."""

import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap

import barcode
import checks
import vienna

PAGES = 5


def near(a, b, by=vienna.TOLERANCE):
    return abs(a - b) <= by


def first_page(p):
    for what, start, side, x, y, size, face in vienna.FIRST_PAGE:
        line = p.line(start)
        at = line.x if side == "left" else line.right
        tap.ok(near(at, x) and near(line.y, y) and near(line.size, size, 0.1)
               and line.font.endswith("-" + face),
               "%s: %s at %.1f, baseline %.1f, %g pt" % (what, side, x, y,
                                                         size), line)
    sizes = [c.size for c in p.line("CTOC/COP").chars]
    tap.equal(sizes, [vienna.SYMBOL_HEAD] * 4 +
              [vienna.SYMBOL_TAIL] * (len(sizes) - 4),
              "the symbol's first component is large")
    for what, rule in (("thin", vienna.THIN_RULE),
                       ("thick", vienna.THICK_RULE)):
        tap.equal(len(checks.find_rule(p, rule)), 1,
                  "the %s rule of the masthead" % what)
    emblem(p)
    foot(p)


def extent(boxes):
    return (min(b.left for b in boxes), min(b.top for b in boxes),
            max(b.right for b in boxes), max(b.bottom for b in boxes))


def emblem(p):
    left, top, width, height = vienna.EMBLEM
    got = extent([b for b in p.paths if b.right < left + width + 10
                  and 66 < b.top and b.bottom < 205])
    wanted = left, top, left + width, top + height
    tap.ok(all(near(a, b, vienna.EMBLEM_TOLERANCE)
               for a, b in zip(got, wanted)),
           "the emblem fills its place", "%s, wanted %s" % (got, wanted))


def foot(p):
    bars = barcode.bars_of(p)
    tap.equal(barcode.decode(bars), "*0783856*",
              "the bars say the job number")
    box = extent(bars)
    tap.ok(near(box[0], vienna.BARCODE_LEFT)
           and near(box[3], vienna.BARCODE_BOTTOM)
           and near(box[2] - box[0], vienna.BARCODE_WIDTH),
           "the bars stand under the job number", box)
    words = p.line("Please recycle")
    mark = extent([b for b in p.paths if b.top > 760 and b.left > 450])
    tap.ok(words.right < mark[0] and near(mark[3] - mark[1], 18.2, 2)
           and words.x > vienna.WIDTH / 2 and mark[2] <= vienna.RIGHT,
           "the recycling mark follows its words, at the right", mark)


def text(made):
    # but for the timetable, whose cells have lines of their own
    lines = [line for p in made.pages[:-1] for line in checks.rows(p)]
    for what, size, face, leading in vienna.LEADING:
        found = [b.y - a.y for a, b in zip(lines, lines[1:])
                 if a.size == b.size == size and a.font == b.font
                 and a.font.endswith(face) and 0 < b.y - a.y < leading + 3]
        tap.ok(found and all(near(f, leading, 0.05) for f in found),
               "%s: lines stand %g pt apart" % (what, leading), found)
    p = made.pages[1]
    pitch = p.line("The provisional agenda").y - p.line("of the Conference of the Parties, to").y
    tap.ok(near(pitch, 12 + vienna.PARAGRAPH_GAP, 0.05),
           "6 pt between paragraphs", pitch)
    pitch = p.line("In decision 3/4").y - p.line("meet needs").y
    tap.ok(near(pitch, vienna.HEADING_PITCH, 0.3),
           "a heading stands over its text", pitch)
    tap.ok(near(checks.rows(p)[0].y, vienna.FIRST_BASELINE, 0.5),
           "the text of later pages starts in its place")


def indents(made):
    first, second = made.pages[0], made.pages[1]
    left, step = vienna.BODY_LEFT, vienna.STEP
    for what, p, start, x in (
            ("body", second, "technical assistance, the Conf", left),
            ("title of a section", first, "Provisional agenda", left),
            ("number in the list", first, "2.", left),
            ("title in the list", first, "Proposals of", left + step),
            ("next line of it", first, "meet needs", left + step),
            ("letter in the list", first, "(a)", left + step),
            ("title at a letter", first, "Opening of the", left + 2 * step),
            ("heading", second, "Proposals of", left),
            ("document", second, "Note by the Secretariat on", left)):
        tap.ok(near(p.line(start).x, x), "indent: %s at %.1f" % (what, x),
               p.line(start))
    tap.none([line for p in made.pages for line in p.lines
              if re.fullmatch(r"\d\.|\([ab]\)", line.text)
              and "Bold" in line.font
              and not near(line.right, vienna.NUMBER_RIGHT)],
             "numbers of headings end at %.1f" % vienna.NUMBER_RIGHT)
    tap.ok(near(max(line.right for line in checks.text_lines(second)),
                vienna.BODY_RIGHT), "the text ends at the right indent")
    tap.equal((first.line("Annotations").size,
               first.line("Annotations").font.split("-")[-1],
               second.line("Documentation").size,
               second.line("Documentation").font.split("-")[-1]),
              (12, "Bold", 10, "Bold"), "sizes of headings")


def timetable(p):
    wide = [b for b in p.boxes if near(b.left, vienna.BODY_LEFT)
            and near(b.right, vienna.BODY_RIGHT)]
    wide.sort()
    wide.sort(key=lambda b: b.top)
    if not tap.ok(len(wide) == 3 and all(
            near(b.bottom - b.top, t, vienna.RULE_TOLERANCE)
            for b, t in zip(wide, vienna.TABLE_RULES)),
            "timetable: three rules, thin, thick, thick", wide):
        return
    head, first = p.line("Date"), p.line("Wednesday,")
    last = checks.rows(p)[-1]
    tap.ok(near(head.y - wide[0].top, vienna.TABLE_HEAD_BELOW_RULE)
           and near(wide[1].top - head.y, vienna.TABLE_HEAD_TO_RULE)
           and near(first.y - wide[1].bottom, vienna.TABLE_FIRST_BELOW_RULE)
           and near(wide[2].top - last.y, vienna.TABLE_LAST_TO_RULE),
           "timetable: rules hold their distance from the lines",
           (wide, head, first, last))
    heads = [p.line(w) for w in ("Date", "Time", "Item", "Title or")]
    tap.ok(all(h.size == vienna.TABLE_HEAD_SIZE
               and h.font.endswith("Italic") for h in heads),
           "timetable: heads of columns in small italics", heads)
    columns = [h.x for h in heads]
    cells = [line for line in checks.text_lines(p)
             if wide[1].bottom < line.y < wide[2].top]
    tap.none([c for c in cells
              if not any(near(c.x, x) for x in columns)
              and not c.text.strip().startswith(("continued", ")"))],
             "timetable: every cell starts under its head")
    tap.none([c for c in cells for x in columns
              if c.x < x - 1 and c.right > x - 3],
             "timetable: no cell runs into the next column")
    tap.equal([c.text for c in cells if near(c.x, columns[2])],
              ["1 (a)", "1 (b)", "2", "3", "2", "4", "5", "6", "7", "8"],
              "timetable: items in the order of time")
    pitch = p.line("1 (b)").y - p.line("1 (a)").y
    tap.ok(near(pitch, vienna.TABLE_ROW_PITCH, 0.3),
           "timetable: distance of rows", pitch)
    tap.equal("".join(c.c for c in p.chars if "Italic" in c.font
                      and c.size == 10).strip(), "continued",
              "timetable: (continued) in italics, once")
    width, thickness, below = vienna.END_RULE
    rule = [b for b in p.boxes if near(b.right - b.left, width, 0.2)
            and near(b.bottom - b.top, thickness, vienna.RULE_TOLERANCE)]
    tap.ok(len(rule) == 1 and near((rule[0].left + rule[0].right) / 2,
                                   vienna.WIDTH / 2, 0.2)
           and near(rule[0].top - wide[2].bottom, below, 3),
           "a short rule ends the document", rule)


def annex(p):
    label, title = p.line("Annex"), p.line("Proposed organization")
    tap.ok(label.size == title.size == 14 and "Bold" in label.font
           and near(label.x, vienna.BODY_LEFT)
           and near(title.x, vienna.BODY_LEFT) and label.y < title.y
           and checks.rows(p)[0].text == "Annex",
           "the annex starts a page, 14 bold at the body indent",
           (label, title))


def reproducible(out, pdf):
    """Another folder, home, zone and language; the same bytes."""
    again = os.path.join(out, "another folder")
    home = os.path.join(out, "home")
    os.makedirs(home)
    run = tap.Run("build", "-o", again, tap.MAIN, env={
        "TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8",
        "LC_ALL": "de_DE.UTF-8", "TMPDIR": home,
        "SOURCE_DATE_EPOCH": "1"})
    path = run.out.strip()
    tap.ok(run.status == 0 and open(path, "rb").read() ==
           open(pdf, "rb").read(), "the same bytes when built again", run.err)


def main():
    with tap.Folder() as out:
        made, run = checks.build(os.path.join(tap.ROOT, tap.MAIN), out)
        tap.equal(run.err, "", "the main document is built without a word")
        tap.equal(len(made.pages), PAGES, "number of pages")
        tap.none([(p.width, p.height) for p in made.pages
                  if not near(p.width, vienna.WIDTH, 0.05)
                  or not near(p.height, vienna.HEIGHT, 0.05)],
                 "all pages are A4")
        for check in (checks.words, checks.fonts, checks.frame,
                      checks.sentences_end, checks.running, checks.outline,
                      checks.links, checks.metadata, checks.breaks):
            check(made, "main document")
        first_page(made.pages[0])
        indents(made)
        text(made)
        annex(made.pages[-1])
        timetable(made.pages[-1])
        reproducible(out, made.pdf)
    tap.done()


main()
