"""Jobs for the engines by themselves, through tests/tools/typeset.c: shared by
the tests of the engines and the measurement of them."""

import os
import re
import subprocess
import time

import tap

TOOL = os.path.join(os.path.dirname(tap.UNAGENDA), "tools", "typeset")
CACHE = os.environ.get("UNAGENDA_CACHE") or os.path.join(
    os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"),
    "unagenda")
# 30 May 2007, noon: any day will do
EPOCH = 1180526400


class Job:
    """A TeX file in a folder of its own, perhaps with what its PDF is to have
    inside."""

    def __init__(self, folder, name, tex, limit=60, sources=False):
        self.folder = os.path.join(folder, name)
        self.name = name
        self.limit = limit
        found = re.match(r"\\documentclass\[language=(\w+),station=([\w-]+)\]",
                         tex)
        self.language, self.station = found.groups()
        os.makedirs(self.folder, exist_ok=True)
        tap.write(self.path("tex"), tex)
        if sources:
            tap.write(self.path("xml"), "<source/>")
            tap.write(self.path("manifest"), "made with\n")

    def path(self, ending):
        return os.path.join(self.folder, "%s.%s" % (self.name, ending))

    def pdf(self):
        try:
            with open(self.path("pdf"), "rb") as f:
                return f.read()
        except FileNotFoundError:
            return None

    def line(self):
        return "%s %s %s %s %d %d\n" % (self.language, self.station,
                                        self.folder, self.name, EPOCH,
                                        self.limit)


class Result:
    def __init__(self, line):
        self.name, self.end, value, how, seconds, cpu = line.split()
        self.value = int(value)
        self.warm = how == "warm"
        self.seconds, self.cpu = float(seconds), float(cpu)
        self.how = "%s %s %d" % (how, self.end, self.value)


class Pool:
    """The tool, with its jobs: these, and then perhaps others one at a time."""

    def __init__(self, jobs, at_once=1, warm_from=1, engines=0,
                 data=tap.ROOT, more=False):
        self.process = subprocess.Popen(
            tap.WRAPPER + [TOOL, data, CACHE, str(at_once), str(warm_from),
                           str(engines)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        self.process.stdin.write("".join(j.line() for j in jobs))
        if not more:
            self.process.stdin.close()

    def do(self, job):
        """The result of another job."""
        self.process.stdin.write(job.line() + "\n")
        self.process.stdin.flush()
        return self.next()

    def next(self):
        """The next result; None at the end."""
        line = self.process.stdout.readline()
        return Result(line) if line else None

    def rest(self):
        """All further results, by name, in the order in which they came."""
        self.process.stdin.close()
        results = {}
        while result := self.next():
            results[result.name] = result
        self.err = self.process.stderr.read()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        return results

    def engines(self):
        """The processes that it has started: engines, if all is warm."""
        return children(self.process.pid)


def wait_for(what, seconds=60, pause=0.05):
    """Its first value that is something; None if it has none for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(pause)
    return None


def read_proc(pid, name):
    """What the system says of a process; nothing of one that is gone."""
    try:
        return tap.read("/proc/%d/%s" % (pid, name))
    except OSError:
        return ""


def children(pid):
    return [int(p) for p in
            read_proc(pid, "task/%d/children" % pid).split()]


def command_of(pid):
    return read_proc(pid, "cmdline")


def run(jobs, **options):
    return Pool(jobs, **options).rest()


def tex_of(draft, folder):
    """The TeX of a draft, and the name of its document."""
    result = tap.Run("build", "--to=tex", "-o", folder, draft)
    path = result.out.strip()
    return tap.read(path), os.path.basename(path)[:-len(".tex")]
