"""What the benchmarks measure with: programs, databases, wrk and pgbench, and how often."""
import glob
import json
import os
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SECRET = "a secret for the benchmarks that nobody else uses"


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def run(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)[:300]}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def processor(pid):
    """Seconds of the processor of a process, of its children that have ended, and its parent; None for none."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
    except OSError:
        return None
    tick = os.sysconf("SC_CLK_TCK")
    return (int(fields[11]) + int(fields[12])) / tick, (int(fields[13]) + int(fields[14])) / tick, fields[1]


class Machine:
    """Where everything of one run is: programs, a folder on the disk, a PostgreSQL of its own."""

    def __init__(self, binaries, seconds, rounds):
        self.motcua, self.bench_server = (os.path.join(binaries, name) for name in ("motcua", "bench-server"))
        self.seconds, self.rounds = seconds, rounds
        self.place = tempfile.mkdtemp(prefix="motcua-bench.", dir="/var/tmp")
        os.chmod(self.place, 0o755)
        self.postgres = None
        self.running = []

    def postgres_url(self, name):
        """The URL of an empty database on the run's own server."""
        if not self.postgres:
            self.postgres = run([f"{ROOT}/bin/postgres-for-tests", "start", f"{self.place}/postgres"]).strip()
        self.psql(self.postgres, f"CREATE DATABASE {name}")
        return self.postgres.replace("/motcua?", f"/{name}?")

    def psql(self, url, sql):
        return run(["psql", url, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=sql).strip()

    def pgbench(self, url, *options):
        """Transactions a second; initialisation when asked for."""
        binary = sorted(glob.glob("/usr/lib/postgresql/*/bin/pgbench"))[-1]
        out = run([binary, *options, url])
        rates = [line for line in out.splitlines() if line.startswith("tps = ")]
        return float(rates[-1].split()[2]) if rates else None

    def postgres_cpu(self):
        """Seconds of the processor that the server's processes have used."""
        with open(f"{self.place}/postgres/data/postmaster.pid") as file:
            postmaster = file.readline().strip()
        own, ended, _ = processor(postmaster)
        return own + ended + sum(
            times[0] for times in map(processor, os.listdir("/proc")) if times and times[2] == postmaster)

    def stop_sites(self):
        for site in list(self.running):
            site.stop()

    def close(self):
        self.stop_sites()
        if self.postgres:
            run([f"{ROOT}/bin/postgres-for-tests", "stop", f"{self.place}/postgres"])
        shutil.rmtree(self.place, ignore_errors=True)


class Site:
    """One installation with the sample province and the national catalogue."""

    def __init__(self, machine, name, dialect, program=None):
        self.machine, self.name, self.dialect = machine, name, dialect
        self.program = program or [machine.motcua, "serve"]
        self.data = os.path.join(machine.place, name)
        os.makedirs(self.data)
        self.url = machine.postgres_url(name) if dialect == "postgresql" else None
        self.port = free_port()
        self.process = None
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "MOTCUA_DATA": self.data,
            "MOTCUA_PORT": str(self.port), "MOTCUA_BASE_URL": f"http://localhost:{self.port}",
            "MOTCUA_SERVICES": f"{ROOT}/services", "MOTCUA_LOG_LEVEL": "warning", "MOTCUA_SAMPLE": "true",
            "MOTCUA_SECRET": SECRET, "MOTCUA_FILINGS_PER_DAY": "0",
        }
        if self.url:
            self.environment["MOTCUA_DATABASE"] = self.url
        self.tells("migrate")
        self.tells("sample")
        reference = os.environ.get("MOTCUA_REFERENCE_DATA", f"{ROOT}/../shared/data") + "/national-procedures.jsonl"
        records = reference if os.path.exists(reference) else f"{ROOT}/services/catalogue/procedures.jsonl"
        self.tells("import", "procedures", records)

    def tells(self, *command):
        return run([self.machine.motcua, *command], env=self.environment)

    def digits(self):
        return self.tells("totp").strip()

    def start(self):
        """Starts the program; returns the seconds until its first page was there."""
        log = open(f"{self.data}/serve.log", "ab")
        began = time.monotonic()
        self.process = subprocess.Popen(self.program, env=self.environment, stdout=log, stderr=log)
        self.machine.running.append(self)
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/thu-tuc?q=khai+sinh", timeout=30).read()
                return time.monotonic() - began
            except OSError:
                assert self.process.poll() is None, f"the program ended: {open(log.name).read()[-2000:]}"
                time.sleep(0.002)

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)
            self.process = None
            self.machine.running.remove(self)

    def cpu(self):
        """Seconds of the processor that the program and its database have used."""
        return processor(self.process.pid)[0], self.machine.postgres_cpu() if self.url else 0.0

    def memory(self):
        """Resident memory now and at most, in MB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            lines = dict(line.split(":", 1) for line in file)
        return tuple(int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "VmHWM"))

    def sql(self, statement):
        """The rows of a statement, each a list of texts."""
        if self.url:
            out = self.machine.psql(self.url, statement)
            return [line.split("|") for line in out.splitlines()]
        with sqlite3.connect(f"{self.data}/motcua.sqlite", timeout=30) as database:
            found = database.execute(statement).fetchall()
        database.close()
        return [["" if v is None else str(v) for v in row] for row in found]

    def script(self, statements, rows=None):
        """Runs statements in one transaction; `rows` go into the table bench_row(n, a, b) first."""
        table = "CREATE TABLE bench_row (n INTEGER, a TEXT, b TEXT)"
        if self.url:
            parts = ["BEGIN; SET LOCAL session_replication_role = replica;"]
            if rows is not None:
                parts.append(table + "; COPY bench_row FROM stdin;")
                parts.append("".join(f"{n}\t{a}\t{b}\n" for n, a, b in rows) + "\\.\n")
            parts += [s + ";\n" for s in statements]
            parts.append(("DROP TABLE bench_row; " if rows is not None else "") + "COMMIT;")
            self.machine.psql(self.url, "\n".join(parts))
            return
        database = sqlite3.connect(f"{self.data}/motcua.sqlite", timeout=60)
        with database:
            if rows is not None:
                database.execute(table)
                database.executemany("INSERT INTO bench_row VALUES (?, ?, ?)", rows)
            for statement in statements:
                database.execute(statement.replace("::uuid", ""))
            if rows is not None:
                database.execute("DROP TABLE bench_row")
        database.close()

    def wrk(self, script, *arguments, threads=2, connections=32, seconds=None):
        """Loads the site with a script of the folder wrk; returns its report with the rate."""
        out = run([
            "wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds or self.machine.seconds}s", "--timeout", "30s",
            "-s", f"{HERE}/wrk/{script}", f"http://127.0.0.1:{self.port}", "--", *map(str, arguments)])
        report = json.loads(next(line for line in out.splitlines() if line.startswith("REPORT "))[7:])
        report["rate"] = report["requests"] / report["seconds"]
        report["case_rate"] = report["cases"] / report["seconds"]
        if report["wrong"]:
            say(f"  {report['wrong']} answers were wrong: {report['first']}")
        return report


def alternating(rounds, **measures):
    """Measures A B A B …; the values of each by its name."""
    values = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            values[name].append(measure())
    return values


def median(values):
    return statistics.median(values)
