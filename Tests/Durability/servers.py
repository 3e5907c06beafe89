"""The program and its database as processes: started, killed, asked."""
import os
import signal
import socket
import sqlite3
import subprocess
import time

from person import Person, Unanswered

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
SECRET = "a secret for the tests of durability that nobody else uses"


class Failed(Exception):
    """Something is not as it must be."""


def require(holds, what):
    if not holds:
        raise Failed(what)


def eventually(holds, seconds, what):
    """Waits until `holds()`; a test that waits for nothing passes at once."""
    until = time.monotonic() + seconds
    while True:
        if holds():
            return
        require(time.monotonic() < until, f"{what} (waited {seconds} s)")
        time.sleep(0.2)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class SQLite:
    """The database in a file of the data folder."""

    kind = "sqlite"
    can_be_killed = False
    setting = None
    logs = []

    def rows(self, site, statement):
        connection = sqlite3.connect(f"file:{site.data}/motcua.sqlite?mode=ro", uri=True, timeout=20)
        try:
            return [tuple(str(v) if v is not None else "" for v in row) for row in connection.execute(statement)]
        finally:
            connection.close()

    def other(self, name):
        return self

    def stop(self):
        pass


class PostgreSQL:
    """A cluster of the test's own, which may be killed, with a database."""

    kind = "postgresql"
    can_be_killed = True

    def __init__(self, folder, setting=None):
        self.folder = folder
        self.setting = setting or self._does("start")
        self.logs = [os.path.join(folder, "server.log")]

    def _does(self, what):
        done = subprocess.run(
            [os.path.join(ROOT, "bin/postgres-for-tests"), what, self.folder], capture_output=True, text=True)
        require(done.returncode == 0, f"postgres-for-tests {what}: {done.stderr}")
        return done.stdout.strip()

    def start(self):
        self._does("start")

    def kill(self):
        self._does("kill")

    def stop(self):
        self._does("stop")

    def other(self, name):
        """An empty database beside this one."""
        self._psql(self.setting, f"CREATE DATABASE {name}")
        head, mark, tail = self.setting.rpartition("/motcua")
        return PostgreSQL(self.folder, f"{head}/{name}{tail}")

    def rows(self, site, statement):
        text = self._psql(self.setting, statement)
        return [tuple(line.split("\x1f")) for line in text.splitlines()]

    @staticmethod
    def _psql(url, statement):
        done = subprocess.run(
            ["psql", url, "-XAtq", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", "-c", statement],
            capture_output=True, text=True, timeout=60)
        require(done.returncode == 0, f"psql: {done.stderr}")
        return done.stdout


class Site:
    """One installation: its data folder, its database, its mail server, and a node that serves it."""

    def __init__(self, motcua, data, database, mail_port, secret=SECRET):
        self.motcua, self.data, self.database = motcua, data, database
        os.makedirs(data, mode=0o700, exist_ok=True)
        self.port = free_port()
        self.process = None
        self.log = os.path.join(os.path.dirname(data), f"{os.path.basename(data)}.log")
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
            "MOTCUA_DATA": data, "MOTCUA_PORT": str(self.port), "MOTCUA_BASE_URL": f"http://localhost:{self.port}",
            "MOTCUA_SERVICES": os.path.join(ROOT, "services"), "MOTCUA_SAMPLE": "true",
            "MOTCUA_SMTP_HOST": "127.0.0.1", "MOTCUA_SMTP_PORT": str(mail_port),
            # A line for each request: all of them are searched for personal data afterwards.
            "MOTCUA_LOG_LEVEL": "debug", "MOTCUA_FILINGS_PER_DAY": "0",
        }
        if database.setting:
            self.environment |= {"MOTCUA_DATABASE": database.setting, "MOTCUA_SECRET": secret}

    def beside(self, name, database):
        """The same settings for another place."""
        return Site(self.motcua, os.path.join(os.path.dirname(self.data), name), database,
                    int(self.environment["MOTCUA_SMTP_PORT"]))

    def runs(self, *arguments, code=0, environment=()):
        """Runs a command of the program, returns what it said."""
        done = subprocess.run(
            [self.motcua, *arguments], env=self.environment | dict(environment), capture_output=True, text=True,
            timeout=300)
        self.writes(done.stderr)
        said = done.stdout + done.stderr
        require(done.returncode == code, f"motcua {' '.join(arguments)} ended with {done.returncode}: {said[-3000:]}")
        return said

    def writes(self, text):
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(text)

    def starts(self, *arguments, environment=()):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.motcua, "serve", *arguments], env=self.environment | dict(environment), stdout=log, stderr=log)
        eventually(lambda: self.status("/readyz") == 200, 120, "the program did not become ready")
        return self

    def status(self, address):
        """The status of an address, 0 when nobody answers."""
        require(self.process.poll() is None, f"the program ended by itself: see {self.log}")
        try:
            return Person(self.port, timeout=30).ask("GET", address)[0]
        except Unanswered:
            return 0

    def metrics(self):
        text = Person(self.port).ask("GET", "/metrics")[2].decode()
        return {l.split()[0]: float(l.split()[1]) for l in text.splitlines() if l.startswith("motcua_") and "{" not in l}

    def is_killed(self):
        self.process.kill()
        self.process.wait()
        self.process = None

    def stops(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            code = self.process.wait(60)
            self.process = None
            require(code == 0, f"the program ended with {code} after SIGTERM")

    def digits(self):
        return self.runs("totp").strip()

    def rows(self, statement):
        return self.database.rows(self, statement)
