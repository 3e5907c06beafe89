"""Runs the benchmarks: bench.py BINARIES [--quick] [--results FILE] [NAME …]; see bin/bench."""
import argparse
import json
import os
import platform
import sys
import time

from definitions import catalogue, definition, feel, form
from figures import Figure, check, filing, inbox, pages, race, start
from machine import Machine, run, say


def phone(machine):
    from phone import phone as visited  # Playwright is needed for this figure alone.
    return visited(machine)


FIGURES = {
    "pages": pages,
    "filing-sqlite": lambda m: filing(m, "sqlite"),
    "filing-postgresql": lambda m: filing(m, "postgresql"),
    "race": race,
    "inbox-postgresql": lambda m: inbox(m, "postgresql"),
    "inbox-sqlite": lambda m: inbox(m, "sqlite"),
    "start-sqlite": lambda m: start(m, "sqlite"),
    "start-postgresql": lambda m: start(m, "postgresql"),
    "check": check,
    "feel": feel,
    "definition": definition,
    "form": form,
    "catalogue": catalogue,
    "phone": phone,
}


def machine_words():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "?")
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1024 / 1024
    return f"{os.cpu_count()} × {model}, {memory:.0f} GB, Linux {platform.release()}"


def main():
    parser = argparse.ArgumentParser(prog="bin/bench")
    parser.add_argument("binaries")
    parser.add_argument("--quick", action="store_true", help="one short round each: whether everything works")
    parser.add_argument("--results", default="bench-results.json")
    parser.add_argument("--document", help="a Markdown file whose table of figures is replaced")
    parser.add_argument("names", nargs="*")
    asked = parser.parse_intermixed_args()
    names = [n for n in FIGURES if not asked.names or any(n.startswith(a) for a in asked.names)]
    if not names:
        sys.exit("there are these figures: " + ", ".join(FIGURES))
    machine = Machine(asked.binaries, seconds=2 if asked.quick else 5, rounds=1 if asked.quick else 3)
    results = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "machine": machine_words(), "load_before": os.getloadavg(),
        "postgresql": run(["psql", "--version"]).split()[2], "rounds": machine.rounds, "seconds": machine.seconds,
        "figures": []}
    try:
        for name in names:
            say(name)
            began = time.monotonic()
            try:
                figures = FIGURES[name](machine)
            except Exception as fault:  # The other figures are still worth having.
                figures = [Figure(name, "not measured", detail=" ".join(str(fault).split())[:300])]
                results["wrong"] = True
                machine.stop_sites()
            for figure in figures:
                results["figures"].append({"part": name, **vars(figure)})
                say(f"  {figure.name}: {figure.value} {figure.aim} {figure.detail}")
            say(f"  took {time.monotonic() - began:.0f} s")
    finally:
        machine.close()
        results["load_after"] = os.getloadavg()
        with open(asked.results, "w") as file:
            json.dump(results, file, ensure_ascii=False, indent=1)
    table = markdown(results)
    print("\n" + table + f"\nThe same as JSON: {asked.results}")
    if asked.document:
        replace(asked.document, table)
    sys.exit(1 if results.get("wrong") else 0)


def markdown(results):
    lines = [
        f"Measured {results['at'][:10]} on {results['machine']}; PostgreSQL {results['postgresql']}; load "
        f"{results['load_before'][0]:.1f} before and {results['load_after'][0]:.1f} after; medians of "
        f"{results['rounds']} rounds of {results['seconds']} s.", "", "| Figure | Measured | Aim | Met | Of which |",
        "| --- | ---: | ---: | --- | --- |"]
    for figure in results["figures"]:
        met = {True: "yes", False: "no", None: ""}[figure["good"]]
        lines.append(f"| {figure['name']} | {figure['value']} | {figure['aim']} | {met} | {figure['detail']} |")
    return "\n".join(lines) + "\n"


def replace(path, table):
    """Puts the table between the marks of the document."""
    with open(path) as file:
        before, rest = file.read().split("<!-- figures -->\n", 1)
    after = rest.split("<!-- end of figures -->", 1)[1]
    with open(path, "w") as file:
        file.write(f"{before}<!-- figures -->\n{table}<!-- end of figures -->{after}")


main()
