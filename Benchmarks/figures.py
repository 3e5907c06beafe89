"""Each figure of docs/benchmarks.md: what is measured against what, in the same run, by turns."""
import itertools
import json
import os
import shutil
import sqlite3
import statistics
import time
import urllib.parse
import urllib.request

from cases import Desk, many
from machine import HERE, ROOT, Site, alternating, median, run, say


class Figure:
    """One line of the table: a ratio with what it is made of, or a value, and the aim."""

    def __init__(self, name, value, aim="", detail="", good=None):
        self.name, self.value, self.aim, self.detail, self.good = name, value, aim, detail, good


def ratio(name, ours, theirs, aim, unit):
    """Ours against theirs, medians of the rounds."""
    value = median(ours) / median(theirs)
    met = None if aim is None else value >= aim
    spread = f"{min(ours):,.0f}–{max(ours):,.0f} against {min(theirs):,.0f}–{max(theirs):,.0f}"
    return Figure(
        name, f"{value:.2f}", "" if aim is None else f"≥ {aim}", f"{median(ours):,.0f} against {median(theirs):,.0f} {unit} ({spread})", met)


def costs(site, before, done):
    """What each of `done` pieces of work cost the program and the database."""
    program, database = ((b - a) * 1000 / max(1, done) for a, b in zip(before, site.cpu()))
    words = f"; each costs {program:.2f} ms of the processor in the program"
    return words + (f" and {database:.2f} ms in the database" if site.url else "")


# MARK: a, pages against a bare route

def pages(machine):
    site = Site(machine, "pages", "sqlite", [machine.bench_server])
    site.start()
    codes = [row[0] for row in site.sql("SELECT code FROM procedure_record ORDER BY code")]
    step = max(1, len(codes) // 200)
    with open(f"{ROOT}/Tests/CatalogueTests/Queries/queries.jsonl") as file:
        queries = [json.loads(line)["query"] for line in file if line.strip()]
    sets = {
        "procedure": [f"/thu-tuc/{code}" for code in codes[::step]],
        "search": ["/thu-tuc?" + urllib.parse.urlencode({"q": query}) for query in queries[:200]],
    }
    found = []
    for name, paths in sets.items():
        sizes = [len(urllib.request.urlopen(f"http://127.0.0.1:{site.port}{path}").read()) for path in paths]
        lists = {}
        for kind, addresses in (("page", paths), ("bare", [f"/bare/{size}" for size in sizes])):
            lists[kind] = f"{site.data}/{name}-{kind}.txt"
            with open(lists[kind], "w") as file:
                file.writelines(address + "\n" for address in addresses)
        site.wrk("pages.lua", lists["page"], seconds=2)
        rates = alternating(
            machine.rounds, anew=lambda: site.wrk("pages.lua", lists["page"], "", "", "anew")["rate"],
            page=lambda: site.wrk("pages.lua", lists["page"])["rate"],
            bare=lambda: site.wrk("pages.lua", lists["bare"])["rate"],
            small=lambda: site.wrk("pages.lua", lists["page"], "", "gzip")["rate"])
        words = f"{name} page against a bare route with as many bytes"
        figure = ratio(words, rates["page"], rates["bare"], {"procedure": 0.4, "search": 0.2}[name], "pages/s")
        made = ratio(f"{name} page made anew for every request", rates["anew"], rates["bare"], None, "pages/s")
        figure.detail += (
            f"; {len(paths)} different pages of {statistics.mean(sizes) / 1000:.1f} kB on average; compressed "
            f"{median(rates['small']):,.0f} pages/s")
        found += [figure, made]
    found.append(Figure("resident memory of the server after these pages", f"{site.memory()[0]:.0f} MB"))
    site.stop()
    return found


# MARK: b, filing against raw commits

def raw_commits(path, seconds):
    """Commits a second of one row each: SQLite as the program sets it, WAL and synchronous=FULL, one after another."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS raw (id INTEGER PRIMARY KEY, text TEXT)")
    done, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        database.execute("INSERT INTO raw (text) VALUES (?)", ("x" * 100,))
        done += 1
    rate = done / (time.monotonic() - began)
    database.close()
    return rate


def filing(machine, dialect):
    site = Site(machine, f"filing_{dialect}", dialect, [machine.motcua, "serve", "--no-work"])
    site.start()
    desk = Desk(site)
    token = desk.applicant.token()[0][1]
    threads, connections = 2, 32
    cost, theirs = [], [""]

    def filed():
        drafts = desk.drafts(2_500 * machine.seconds)
        before = site.cpu()
        report = site.wrk(
            "filing.lua", drafts, desk.applicant.cookie, token, threads, threads=threads, connections=connections)
        cost.append(costs(site, before, report["cases"]))
        return report["case_rate"]

    if dialect == "sqlite":
        def raw():
            return raw_commits(f"{site.data}/raw.sqlite", machine.seconds)
        words = "dossiers filed over HTTP against raw commits, SQLite"
    else:
        bench = machine.postgres_url("simple_update")
        machine.pgbench(bench, "-i", "-q", "-s", "20")

        def raw():
            before = machine.postgres_cpu()
            rate = machine.pgbench(bench, "-N", "-M", "prepared", f"-c{connections}", "-j2", f"-T{machine.seconds}")
            used = (machine.postgres_cpu() - before) * 1000 / (rate * machine.seconds)
            theirs.append(f"; a simple-update costs {used:.2f} ms in the database")
            return rate
        words = "dossiers filed over HTTP against pgbench simple-update, PostgreSQL"
    filed()
    rates = alternating(machine.rounds, filed=filed, raw=raw)
    figure = ratio(words, rates["filed"], rates["raw"], 0.5, "commits/s")
    figure.detail += f"; {connections} filers at once{cost[-1]}{theirs[-1]}"
    memory = Figure(f"resident memory after filing, {dialect}", f"{site.memory()[0]:.0f} MB")
    site.stop()
    return [figure, memory]


# MARK: c, the same work over HTTP and bare

def race(machine):
    site = Site(machine, "race", "postgresql", [machine.motcua, "serve", "--no-work"])
    site.start()
    desk = Desk(site)
    people = desk.people()
    # The same tables and indexes, and nothing else.
    bare = Site(machine, "race_bare", "postgresql").url
    at_once = 16

    cost = []

    def ours():
        drafts = desk.drafts(500 * machine.seconds)
        before = site.cpu()
        report = site.wrk("case.lua", drafts, people, at_once, threads=at_once, connections=at_once)
        cost.append(costs(site, before, report["cases"]))
        return report["case_rate"]

    runs = itertools.count(1)

    def theirs():
        return machine.pgbench(
            bare, "-n", "-M", "prepared", "-D", "n=0", "-D", f"run={next(runs)}", "-f", f"{HERE}/bare/case.sql",
            f"-c{at_once}", "-j2", f"-T{machine.seconds}")

    ours()
    rates = alternating(machine.rounds, ours=ours, theirs=theirs)
    figure = ratio(
        "same-work race: file, five acts, one read over HTTP against the bare statements in pgbench", rates["ours"],
        rates["theirs"], 0.18, "cases/s")
    figure.detail += f"; {at_once} at once{cost[-1]}"
    memory = Figure("resident memory after the race", f"{site.memory()[0]:.0f} MB")
    site.stop()
    return [figure, memory]


# MARK: d, the inbox of a large and of a small site

def inbox(machine, dialect, large=1_000_000):
    sites = {}
    for name, count in (("small", 10_000), ("large", large)):
        site = Site(machine, f"inbox_{name}_{dialect}", dialect)
        site.start()
        desk = Desk(site)
        template = desk.filed()
        began = time.monotonic()
        many(site, template, desk.agency, 10_000, 20)
        if name == "large":
            department = site.sql("SELECT id FROM agency WHERE code = 'H99.12'")[0][0]
            many(site, template, department, count // 2, 20, first=10_000)
            for number in range(48):
                part = (count - 10_000 - count // 2) // 48
                many(
                    site, template, f"01900000-0000-7000-8000-{number:012x}", part, 20,
                    first=10_000 + count // 2 + number * part)
        site.sql("ANALYZE")
        say(f"  {count:,} dossiers in {time.monotonic() - began:.0f} s")
        sites[name] = (site, desk)
    found = []
    path = f"{machine.place}/inbox.txt"
    with open(path, "w") as file:
        file.write("/ban-lam-viec\n")

    def ask(name):
        site, desk = sites[name]
        return site.wrk("pages.lua", path, desk.officials["head"].cookie, threads=1, connections=4)["p50"] / 1000

    for name in sites:
        ask(name)
    times = alternating(machine.rounds, small=lambda: ask("small"), large=lambda: ask("large"))
    value = median(times["large"]) / median(times["small"])
    found.append(Figure(
        f"inbox page with {large:,} dossiers against 10,000, {dialect}", f"{value:.2f}", "≤ 1.2",
        f"p50 {median(times['large']):.2f} against {median(times['small']):.2f} ms, 4 officials at once, 500 open "
        "cases at the agency", value <= 1.2))
    for site, _ in sites.values():
        site.stop()
    return found


# MARK: e, start

def start(machine, dialect):
    site = Site(machine, f"start_{dialect}", dialect)
    seconds, memory = [], []
    for _ in range(max(3, machine.rounds)):
        seconds.append(site.start())
        memory.append(site.memory()[0])
        site.stop()
    return [Figure(
        f"start to first answer, {dialect}", f"{median(seconds):.2f} s", "",
        f"the search page over the national catalogue; then {median(memory):.0f} MB resident")]


# MARK: f, a thousand definitions checked

def check(machine, count=1_000):
    """`motcua check` over the project's definitions, each many times under names of its own."""
    folder = os.path.join(machine.place, "definitions")
    shutil.copytree(os.path.join(ROOT, "services"), folder)
    own = [name for name in os.listdir(folder) if name.endswith(".yaml")]
    for number in range(count - len(own)):
        name = own[number % len(own)].removesuffix(".yaml")
        with open(os.path.join(folder, f"{name}.yaml")) as file:
            text = file.read()
        with open(os.path.join(folder, f"{name}-{number}.yaml"), "w") as file:
            file.write(text.replace(f"service: {name}", f"service: {name}-{number}"))
    seconds = []
    for _ in range(machine.rounds):
        began = time.monotonic()
        told = run([machine.motcua, "check", folder, "--language", "en"]).splitlines()
        seconds.append(time.monotonic() - began)
    value = median(seconds)
    return [Figure(f"check of {count:,} definitions", f"{value:.1f} s", "< 10 s", told[-1], value < 10)]
