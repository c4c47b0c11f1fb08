#!/usr/bin/env python3
"""Shares of a batch, in processes of their own, and the reports of batches."""

import html.parser
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from drafts import (Batch, draft, files, name_of, path_of, tap, write,
                    write_all)

DRAFTS = range(1, 41)


def report_of(out, *arguments, **options):
    path = os.path.abspath(out) + ".json"
    run = Batch(out, "--report=" + path, *arguments, **options)
    with open(path, encoding="utf-8") as f:
        return run, json.load(f)


def taken(report):
    return {d["file"] for d in report["documents"]}


def shares(d):
    source = d + "/source"
    write_all(source, DRAFTS)
    every = [path_of(source, n) for n in DRAFTS]
    sets = [taken(report_of("%s/share%d" % (d, k), "--shard=%d/3" % k,
                            source)[1]) for k in (1, 2, 3)]
    tap.equal(sorted(f for s in sets for f in s), sorted(every),
              "each document is in one share")
    tap.ok(min(map(len, sets)) >= 5, "shares are of about one size",
           list(map(len, sets)))
    write(source, 41, draft(41))
    after = [taken(report_of("%s/share%d" % (d, k), "--shard=%d/3" % k,
                             source)[1]) for k in (1, 2, 3)]
    tap.equal([a - {path_of(source, 41)} for a in after], sets,
              "which it stays in when there is one more")
    os.unlink(path_of(source, 41))
    twice = [taken(report_of("%s/share%d" % (d, k), "--shard=%d/3" % k, source,
                             source + "/d0", *every[:20])[1])
             for k in (1, 2, 3)]
    tap.equal(twice, sets, "or when it is named in another way, too")
    os.chdir(d)
    moved = taken(report_of("moved", "--shard=2/3", "source", cwd=d)[1])
    tap.equal({os.path.join(d, f) for f in moved}, sets[1],
              "and wherever its folder is")

    out = d + "/together"
    for k in (1, 2, 3):
        Batch(out, "--shard=%d/3" % k, source)
    tap.equal(sorted(files(out)), sorted(map(name_of, DRAFTS)),
              "shares can be made in one folder")
    Batch(out, source).is_(0, 0, 40, 0, "and then all is there")
    Batch(out, "--shard=2/5", source).is_(0, 0, len(
        taken(report_of(out, "--shard=2/5", source)[1])), 0,
        "in shares of another size too")


def arrays(d):
    """What schedulers tell a task of a job array."""
    source = d + "/source"
    third = taken(report_of(d + "/third", "--shard=3/4", source)[1])
    for what, env, option in (
            ("Slurm", {"SLURM_ARRAY_TASK_ID": "12",
                       "SLURM_ARRAY_TASK_MIN": "10",
                       "SLURM_ARRAY_TASK_COUNT": "4"}, []),
            ("Slurm, with steps", {"SLURM_ARRAY_TASK_ID": "4",
                                   "SLURM_ARRAY_TASK_MIN": "0",
                                   "SLURM_ARRAY_TASK_STEP": "2",
                                   "SLURM_ARRAY_TASK_COUNT": "4"}, []),
            ("Grid Engine", {"SGE_TASK_ID": "5", "SGE_TASK_FIRST": "1",
                             "SGE_TASK_LAST": "7",
                             "SGE_TASK_STEPSIZE": "2"}, []),
            ("PBS", {"PBS_ARRAY_INDEX": "3"}, ["--shard=/4"]),
            ("Torque", {"PBS_ARRAYID": "3"}, ["--shard=/4"]),
            ("LSF", {"LSB_JOBINDEX": "3", "LSB_JOBINDEX_END": "4"},
             ["--shard=/4"]),
            ("LSF, with steps", {"LSB_JOBINDEX": "5", "LSB_JOBINDEX_END": "7",
                                 "LSB_JOBINDEX_STEP": "2"}, ["--shard=/4"]),
            ("AWS Batch", {"AWS_BATCH_JOB_ARRAY_INDEX": "2",
                           "AWS_BATCH_JOB_ARRAY_SIZE": "4"}, [])):
        run, report = report_of(d + "/third", source, *option, env=env)
        tap.ok(taken(report) == third and "share 3 of 4, as " in run.err,
               what, run.err)
    for what, env in (("Grid Engine", {"SGE_TASK_ID": "undefined"}),
                      ("LSF", {"LSB_JOBINDEX": "0"})):
        run, report = report_of(d + "/all", source, env=env)
        tap.equal(len(taken(report)), 40, what + ", outside an array")
    run, report = report_of(d + "/all", source, "--shard=1/1",
                            env={"SLURM_ARRAY_TASK_ID": "1",
                                 "SLURM_ARRAY_TASK_COUNT": "9"})
    tap.equal(len(taken(report)), 40, "--shard=1/1 takes all in an array too")
    for what, env, option, said in (
            ("a task that does not know of how many",
             {"PBS_ARRAY_INDEX": "3"}, [], "say --shard=/10"),
            ("a task of LSF, whose array may not begin at 1",
             {"LSB_JOBINDEX": "5", "LSB_JOBINDEX_END": "10"}, [],
             "say --shard=/10"),
            ("task 0 of PBS", {"PBS_ARRAY_INDEX": "0"}, ["--shard=/4"],
             "counted from 1"),
            ("task 0 of Torque, of which nobody says of how many",
             {"PBS_ARRAYID": "0"}, [], "counted from 1"),
            ("a task beyond the last",
             {"SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "3"}, [],
             "task 10 of 3")):
        run = Batch(d + "/none", source, *option, env=env)
        tap.ok(run.status == 2 and "[UNA-0004]" in run.err
               and said in run.err, what, run.err)


class Page(html.parser.HTMLParser):
    """Whether elements are closed in turn, and what is loaded from elsewhere."""
    EMPTY = {"meta", "img", "br", "rect", "link"}

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.loads, self.text = [], [], [], ""
        self.pictures = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in self.EMPTY:
            self.open.append(tag)
        elif tag == "rect":
            self.open.append(tag)
        for name, value in attributes:
            if name in ("src", "href"):
                self.pictures += (value or "").startswith("data:image/")
                self.loads += [value] if not (value or "").startswith(
                    "data:") else []

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.text += data


def reports(d):
    source, out = d + "/few", d + "/few-out"
    write_all(source, (1, 2, 3))
    write(source, 2, draft(2).replace("<title>Opening", "<titel>Opening"))
    write(source, 3, draft(3, "&lt;script>alert(1)&lt;/script>", job=""))
    run, report = report_of(out, source, to="pdf")
    tap.equal(report["counts"], {"documents": 3, "made": 2, "unchanged": 0,
                                 "failed": 1, "left": 0, "foreign": 0},
              "a report counts")
    first, second, third = report["documents"]
    tap.ok(first["status"] == "made" and first["pages"] > 0
           and first["output"] == os.path.join(out, name_of(1, "pdf"))
           and re.match("[0-9a-f]{64}$", first["made_of"])
           and first["language"] == "en" and first["station"] == "vienna"
           and {"read", "check", "transform", "typeset", "publish"}
           <= set(first["seconds"]), "what is made", first)
    tap.equal(tap.output_of("sha256sum", first["output"]).split()[0],
              first["sha256"], "its digest")
    message = second["messages"][0]
    tap.ok(second["status"] == "failed" and message["file"] == second["file"]
           and message["line"] == 14 and message["level"] == "error",
           "what is at fault", second)
    tap.equal([m["id"] for m in third["messages"]], ["UNA-0714"],
              "advice on what is made")
    run, again = report_of(out, source, to="pdf")
    tap.equal([(x["status"], x["messages"]) for x in again["documents"]],
              [("unchanged", []), ("failed", second["messages"]),
               ("unchanged", third["messages"])],
              "what is unchanged keeps its messages")
    path = d + "/report.html"
    merged = tap.Run("report", "merge", "-o", path, out + ".json")
    page = Page(tap.read(path))
    tap.ok(merged.status == 0 and not page.wrong and not page.open
           and not page.loads, "a page that needs nothing else",
           (merged.err, page.wrong, page.open, page.loads))
    tap.equal(page.pictures, 2, "pictures of the first pages")
    tap.ok("%s:14:" % path_of(source, 2) in page.text
           and "1 of 3" not in page.text and "failed" in page.text,
           "it says what is at fault, and where")
    direct = d + "/direct.html"
    Batch(out, "--report=" + direct, source, to="pdf")
    tap.ok(not Page(tap.read(direct)).wrong, "batch writes it too")
    for what, name, text in (("no JSON", "a.json", "{"),
                             ("no report", "b.json", "{}"),
                             ("nothing", "none/c.json", None)):
        path = os.path.join(d, name)
        if text:
            tap.write(path, text)
        run = tap.Run("report", "merge", "-o", d + "/x.json", path)
        tap.ok(run.status == 2 and not os.path.exists(d + "/x.json"),
               what + " to merge", run.err)


def foreign(d):
    """A report in JSON that somebody else has written."""
    path = d + "/foreign.json"

    def message(text, **more):
        return dict({"file": "a.xml", "line": None, "column": None,
                     "id": "UNA-0722", "level": "error", "text": text}, **more)

    tap.write(path, json.dumps({
        "unagenda": "x", "report": 1, "shards": [], "a\"b": 1,
        "counts": {"documents": 1, "failed": 1}, "documents": [
            {"file": "a.xml", "status": "failed", "messages": [
                message("of the file"),
                message("of nobody", level="\"><script>1</script>"),
                message("of no news", silenced="the office")]}]}))
    run = tap.Run("report", "merge", "-o", d + "/foreign.html", path)
    text = tap.read(d + "/foreign.html")
    page = Page(text)
    tap.ok(run.status == 0 and not page.wrong and "<script" not in text,
           "nothing in it becomes part of the page", text)
    tap.ok("a.xml " in page.text and "a.xml:" not in page.text,
           "a file as a whole has no line", page.text)
    tap.ok("no news" not in page.text and ">2</td></tr>" in text,
           "what is silenced is not shown nor counted", page.text)
    run = tap.Run("report", "merge", "-o", d + "/again.json", path)
    tap.equal(json.loads(tap.read(d + "/again.json"))["a\"b"], 1,
              "what is not known is kept")


def joined(d):
    """Reports of shares that do not belong together, or are not all."""
    source, out, path = d + "/join", d + "/join-out", d + "/joined.json"
    write_all(source, range(1, 9))
    parts = {(k, n): report_of("%s%d-%d" % (out, k, n), source,
                               "--shard=%d/%d" % (k, n))[1]
             for k, n in ((1, 3), (2, 3), (3, 3), (1, 2))}
    names = {key: "%s%d-%d.json" % ((out,) + key) for key in parts}

    def merge(*reports, to=path):
        return tap.Run("report", "merge", "-o", to, *reports)

    run = merge(names[1, 3], names[2, 3], names[3, 3])
    tap.ok(run.status == 0 and not run.err, "all shares", run.err)
    with open(path, encoding="utf-8") as f:
        tap.equal(json.load(f)["missing"], [], "none is missing")
    run = merge(names[1, 3], names[3, 3], to=d + "/joined.html")
    tap.ok(run.status == 0 and "shares these are missing: 2 [UNA-0022]"
           in run.err and "that are missing: 2" in Page(
               tap.read(d + "/joined.html")).text,
           "one is missing, which is told, and on the page", run.err)
    os.unlink(path)
    copy = tap.write(d + "/copy.json", tap.read(names[1, 3]))
    whole = report_of(out, source)[1] and out + ".json"
    for what, reports, said in (
            ("one is given twice", (names[1, 3], copy), "3 is given twice"),
            ("they are of two batches", (names[1, 3], names[1, 2]),
             "not of the same batch"),
            ("a draft is in two", (names[1, 3], whole), "is in two reports")):
        run = merge(*reports)
        tap.ok(run.status == 2 and said in run.err
               and not os.path.exists(path), what, run.err)
    for k in (1, 2, 3):
        for document in parts[k, 3]["documents"]:
            document["output"] = out + "/same.pdf"
        tap.write(names[k, 3], json.dumps(parts[k, 3]))
    run = merge(*[names[k, 3] for k in (1, 2, 3)])
    tap.ok(run.status == 2 and run.err.count("[UNA-0007]") == 7
           and os.path.exists(path), "drafts that have become one file are told"
           " of", run.err)


def example():
    """The lines of README.md that use GNU parallel."""
    text = tap.read(os.path.join(tap.ROOT, "README.md"))
    found = re.search(r"((?: {4}[^\n]*\n)*? {4}[^\n]*\| parallel (?:[^\n]*\n)"
                      r"(?: {4}[^\n]*\n)*)", text)
    return re.sub("(?m)^ {4}", "", found[1]) if found else ""


def parallel(d):
    home = d + "/home"
    os.makedirs(home + "/bin")
    os.symlink(tap.UNAGENDA, home + "/bin/unagenda")
    write_all(home + "/drafts", range(1, 9))
    script = example().replace("batch ", "batch --to=tex ")
    result = subprocess.run(
        ["sh", "-e", "-c", script], cwd=home, stdin=subprocess.DEVNULL,
        env=dict(os.environ, HOME=home,
                 PATH=home + "/bin:" + os.environ["PATH"]),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = result.stdout.decode()
    tap.ok(script and result.returncode == 0,
           "the example with GNU parallel", script + said)
    tap.equal(sorted(files(home + "/out")), sorted(map(name_of, range(1, 9))),
              "makes all documents")
    page = Page(tap.read(home + "/report.html"))
    tap.ok("8 documents" in page.text, "and one report of them", page.text)


with tap.Folder() as folder:
    for section in (shares, arrays, reports, foreign, joined,
                    parallel):
        section(folder)
tap.done()
