"""FEEL beside two public implementations in Python: the same expressions, read and run each time.

    swift build -c release --product bench-rules
    python3 -m pip install pySFeel==1.4.2 bkflow-feel==1.2.0     (in an environment of its own)
    python3 Benchmarks/feel.py "$(swift build -c release --show-bin-path)/bench-rules"

Prints a Markdown table, medians in microseconds; a dash stands where an implementation does not know the expression.
`bin/bench feel` does all of it, and takes its figures with --json.
"""

import json
import logging
import statistics
import subprocess
import sys
import time

import pySFeel
from bkflow_feel.api import parse_expression

NAMES = {"age": 20, "income": 6000000, "amount": 1250000, "kind": "x"}
EXPRESSIONS = [
    "age >= 18 and income > 5000000",
    "amount * 5 / 100 + 20000",
    "age between 18 and 60",
    "age in [18..60]",
    'kind = "x" or kind = "y"',
    "not(age < 18)",
    "count([1, 2, 3]) > 2",
    'contains("one-stop shop", "stop")',
    'date("2026-04-22") > date("2026-01-01")',
    "some x in [1, 2, 3] satisfies x > 2",
    "[1, 2, 3, 4][item > 2]",
]


def median(work):
    """Microseconds of one turn, the median of nine rounds; None when it does not work."""
    try:
        if work() is None:
            return None
        rounds = []
        for _ in range(9):
            start = time.perf_counter()
            for _ in range(50):
                work()
            rounds.append((time.perf_counter() - start) / 50 * 1e6)
        return statistics.median(rounds)
    except Exception:
        return None


def main(program, *options):
    logging.disable(logging.CRITICAL)
    sfeel = pySFeel.SFeelParser()
    for name, value in NAMES.items():
        sfeel.sFeelParse(f"{name} <- {json.dumps(value)}")
    out = subprocess.run([program], input="\n".join(EXPRESSIONS) + "\n", capture_output=True, text=True, check=True)
    rows = []
    for line in out.stdout.splitlines():
        own = json.loads(line)
        text = own["expression"]
        peers = [median(lambda: sfeel.sFeelParse(text)[1]), median(lambda: parse_expression(text, NAMES))]
        rows.append(own | {"each": peers, "peers": [peer for peer in peers if peer]})
    if "--json" in options:
        print(json.dumps(rows))
        return
    print("| Expression | read and run | run alone | pySFeel | bkflow-feel | times the faster |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows:
        ratio = f"{min(row['peers']) / row['read_and_run']:.1f}" if row["peers"] else "–"
        shown = [f"{peer:.0f}" if peer else "–" for peer in row["each"]]
        print(
            f"| `{row['expression']}` | {row['read_and_run']:.2f} | {row['run']:.3f} | {shown[0]} | {shown[1]} | {ratio} |")


if __name__ == "__main__":
    main(sys.argv[1], *sys.argv[2:])
