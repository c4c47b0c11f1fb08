#!/usr/bin/env python3
"""Engines that stay warm, with the real LuaLaTeX: they make the same PDFs as cold
runs, to the byte; what goes wrong with a document is that document's affair, and
what goes wrong with an engine nobody's."""

import glob
import os
import shutil
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import tap
from engines import Job, Pool, children, run, tex_of, wait_for

os.chdir(tap.ROOT)
GOOD = ["warm exited 0"]

BODY = r"""\documentclass[language=%s,station=vienna]{unagenda}
\unaMetadata{title}{T}\unaMetadata{symbol}{S}\unaMetadata{job}{}
\unaMetadata{language}{en}\unaMetadata{original}{en}
\unaMetadata{date}{2007-05-30}\unaMetadata{distribution}{general}
\unaMetadata{status}{final}
\makeatletter
\def\una@iffield#1#2#3{#3}\def\una@field#1{}
\begin{document}
%s
\end{document}
"""


def small(folder, name, body="Text", language="en", **options):
    return Job(folder, name, BODY % (language, body), **options)


def hows(results):
    return [r.how for r in results.values()]


def messages(job):
    return [line for line in tap.read(job.path("log")).splitlines()
            if line.startswith("unagenda-message:")]


def documents(folder):
    """(warm, single, cold) jobs of every document of the project."""
    for draft in sorted(glob.glob("xml/documents/*/*.xml")):
        tex, name = tex_of(draft, os.path.join(folder, "tex"))
        yield [Job(os.path.join(folder, how), name, tex, sources=True)
               for how in ("warm", "single", "cold")]


def same_bytes(folder):
    warm, single, cold = zip(*documents(folder))
    tap.ok(len(cold) > 10, "there are documents")
    tap.equal(set(hows(run(cold, at_once=2, warm_from=0))),
              {"cold exited 0"}, "cold runs end well")
    for how, jobs, warm_from in (("warm", warm, 1),
                                 ("single", single, len(single) + 1)):
        results = run(jobs, at_once=2, warm_from=warm_from)
        for job, c in zip(jobs, cold):
            same_as_cold("%s, %s" % (job.name, how), job,
                         results[job.name], c)
    again(list(zip(warm, cold)))


def same_as_cold(name, job, result, cold):
    tap.equal(result.how, "warm exited 0", name)
    tap.ok(job.pdf() and job.pdf() == cold.pdf(),
           "%s: the same PDF, to the byte" % name)
    tap.ok(job.name + ".xml" in tap.output_of(
        "pdfdetach", "-list", job.path("pdf")),
        "%s: with its source in it" % name)
    tap.equal(messages(job), messages(cold), "%s: the same messages" % name)


def again(pairs):
    """Fewer engines than stations, twice."""
    jobs = [w for w, _ in pairs[:1] + pairs[-1:]] * 2
    expected = [c.pdf() for _, c in pairs[:1] + pairs[-1:]] * 2
    results = run(jobs, engines=1)
    tap.equal(set(hows(results)), set(GOOD),
              "one engine at a time serves two stations")
    tap.equal([j.pdf() for j in jobs], expected, "and makes the same PDFs")


def many(folder):
    """One engine, 50 documents, four at a time: no more memory at the end."""
    jobs = [small(folder, "n%d" % n, "Text\n\n" * 200) for n in range(50)]
    pool = Pool(jobs, at_once=4)
    sizes = []
    results = []
    while result := pool.next():
        results.append(result)
        if pool.engines():
            sizes.append(resident(pool.engines()[0]))
    pool.rest()
    tap.equal([r.how for r in results], GOOD * 50,
              "50 documents, four at a time")
    tap.equal(len({j.pdf() for j in jobs}), 1, "all of them alike")
    tap.ok(max(sizes[-10:]) <= max(sizes[:10]) + 4096,
           "the engine's memory does not grow", sizes)


def resident(pid):
    """Kilobytes; 0 of one that has just ended."""
    try:
        for line in open("/proc/%d/status" % pid):
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    except FileNotFoundError:
        pass
    return 0


def bad_documents(folder):
    """Those that do harm fail; what comes before and after does not."""
    other = os.path.join(folder, "good-0")
    jobs = [
        small(folder, "good-0"),
        small(folder, "loops", r"\def\x{\x}\x", limit=2),
        small(folder, "wrong", r"\undefined"),
        small(folder, "leaves", r"\directlua{os.exit(7)}"),
        small(folder, "writes", r"\directlua{"
              r"assert(not io.open('%s/good-0.pdf', 'a'))"
              r"assert(not io.open('%s/new', 'w'))"
              r"assert(not os.rename('%s/good-0.pdf', 'mine.pdf'))"
              r"assert(not os.remove('%s/good-0.log'))"
              r"assert(io.open('mine', 'w'))}Text" % ((other,) * 4)),
        small(folder, "shell", r"\directlua{assert(not os.execute('true') or "
              r"os.execute('true') == nil) assert(not io.popen)}Text"),
        small(folder, "good-1"),
    ]
    pool = Pool(jobs)
    results = pool.rest()
    tap.equal(results["good-0"].how, "warm exited 0", "a good document")
    tap.equal(results["loops"].how, "warm time-limit 0",
              "one that goes round in circles is ended")
    tap.ok(results["loops"].seconds < 10, "in time")
    tap.equal(results["wrong"].how, "warm exited 1", "one with an error")
    tap.ok("Undefined control sequence" in tap.read(jobs[2].path("log")),
           "which its log tells")
    tap.equal(results["leaves"].how, "warm exited 7", "one that leaves")
    tap.equal(results["writes"].how, "warm exited 0",
              "one that cannot touch another's files, but has its own")
    tap.equal(sorted(os.listdir(other)), sorted(
        ["good-0.tex", "good-0.log", "good-0.pdf"]),
        "nothing is new in the other's folder")
    tap.equal(results["good-1"].how, "warm exited 0", "and a good one")
    tap.equal(pool.err, "", "the engine has lived through all of it")


def reads(folder, name, size, times=1):
    """One that asks for so many bytes, of which it uses few."""
    return small(folder, name, r"\directlua{local f = io.open('%s.tex') "
                 r"for i = 1, %d do f:seek('set', 0) f:read(%d) end}Text"
                 % (name, times, size))


def memory(folder):
    gigabyte = 10 ** 9
    results = run([reads(folder, "m0", gigabyte // 10, 100),
                   reads(folder, "m1", 5 * gigabyte // 2),
                   reads(folder, "m2", 1000 * gigabyte),
                   small(folder, "m3")])
    tap.equal(results["m0"].how, "warm exited 0",
              "what a long document needs no more it has again")
    tap.equal(results["m1"].how, "cold exited 0",
              "one that needs more than a warm engine has is set cold")
    tap.equal(results["m2"].how, "cold exited 1",
              "one that takes all memory is ended")
    tap.equal(results["m3"].how, "warm exited 0", "and the next one is set")


BUSY = (r"\directlua{local t = os.clock() "
        r"while os.clock() - t < 2 do end}Text")


def working(pool):
    """The engine, and the child that it has, once it has one."""
    return wait_for(lambda: [(e, c) for e in pool.engines()
                             for c in children(e)])[0]


def single(folder):
    """Few documents of each language, and so none with an engine of its own."""
    results = run([small(folder, "s0")], warm_from=2)
    tap.equal(hows(results), ["cold exited 0"], "one alone is set cold")
    pool = Pool([small(folder, "s1", BUSY), small(folder, "s2", BUSY, "fr"),
                 small(folder, "s3", language="es")], warm_from=2)
    engine, child = working(pool)
    os.kill(engine, signal.SIGKILL)
    results = pool.rest()
    tap.equal(hows(results), ["cold exited 0"] + GOOD * 2,
              "what that engine had when it was killed is set cold")
    tap.equal(pool.err, "unagenda: the warm engine for single documents has "
              "ended; the documents that it had are set without [UNA-0021]\n",
              "which one piece of advice tells")


def killed(folder):
    jobs = [small(folder, "k0", BUSY), small(folder, "k1"),
            small(folder, "k2")]
    pool = Pool(jobs)
    engine, child = working(pool)
    os.kill(engine, signal.SIGKILL)
    results = pool.rest()
    tap.equal(results["k0"].how, "cold exited 0",
              "what a killed engine had is set cold")
    tap.equal([results["k1"].how, results["k2"].how], GOOD * 2,
              "the next ones by another engine")
    tap.equal(pool.err, "unagenda: the warm engine for 'en' at 'vienna' has "
              "ended; the documents that it had are set without [UNA-0021]\n",
              "which one piece of advice tells")
    tap.ok(wait_for(lambda: not os.path.exists("/proc/%d" % child)),
           "its child has ended with it")

    pool = Pool([small(folder, "c0", BUSY), small(folder, "c1")])
    engine, child = working(pool)
    os.kill(child, signal.SIGSEGV)
    results = pool.rest()
    tap.equal([results["c0"].how, results["c1"].how],
              ["cold exited 0"] + GOOD,
              "what a child had that crashed is set cold")

    pool = Pool([small(folder, "d0", BUSY), small(folder, "d1")])
    engine, child = working(pool)
    os.kill(child, signal.SIGSEGV)
    cold = wait_for(lambda: [p for p in pool.engines() if p != engine])[0]
    os.kill(cold, signal.SIGSEGV)
    results = pool.rest()
    tap.equal([results["d0"].how, results["d1"].how],
              ["cold killed %d" % signal.SIGSEGV] + GOOD,
              "one that crashes there, too, is one document's failure")

    pool = Pool([small(folder, "h0", BUSY, limit=1)])
    engine, child = working(pool)
    os.kill(engine, signal.SIGSTOP)
    results = pool.rest()
    tap.equal(results["h0"].how.split()[0], "cold",
              "an engine that hangs is given up")


def orphans(folder):
    pool = Pool([small(folder, "o%d" % n, BUSY) for n in range(2)],
                at_once=2)
    engine, child = working(pool)
    pool.process.kill()
    pool.rest()
    tap.ok(wait_for(lambda: not os.path.exists("/proc/%d" % engine) and
                    not os.path.exists("/proc/%d" % child)),
           "engines and their children end with the program, however it does")


def other_site(folder):
    """A site's data without the library."""
    data = os.path.join(folder, "data")
    for name in ("xml", "xsl", "latex", "fonts", "generator",
                 "build/graphics"):
        shutil.copytree(os.path.join(tap.ROOT, name),
                        os.path.join(data, name))
    return data


def without(folder):
    data = other_site(folder)
    results = run([small(folder, "w0"), small(folder, "w1")], data=data)
    tap.equal(hows(results), ["cold exited 0"] * 2,
              "without the library all runs are cold")
    doctor = tap.Run("doctor", env={"UNAGENDA_DATA": data})
    tap.ok("without  warm engines: its library is not installed\n"
           in doctor.out, "and the doctor says so", doctor.out)


def refused(folder):
    """A lualatex that does not load it: a static one, say."""
    data = other_site(folder)
    tap.write(os.path.join(data, "build/unagenda-warm.so"), "")
    pool = Pool([small(folder, "r0"), small(folder, "r1")], data=data)
    results = pool.rest()
    tap.equal(hows(results), ["cold exited 0"] * 2,
              "where the library cannot be loaded, too")
    tap.equal(pool.err, "unagenda: the warm engine for 'en' at 'vienna' did "
              "not start; further documents are set without [UNA-0021]\n",
              "which one piece of advice tells")
    doctor = tap.Run("doctor", env={"UNAGENDA_DATA": data})
    tap.ok("without  warm engines: this lualatex does not load the library\n"
           in doctor.out, "and the doctor says so", doctor.out)


with tap.Folder() as top:
    for test in (same_bytes, many, bad_documents, memory, single, killed, orphans,
                 without, refused):
        place = os.path.join(top, test.__name__)
        os.mkdir(place)
        test(place)
tap.done()
