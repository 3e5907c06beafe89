"""Starts the program on a database of its own and reads what it sends."""
import email
import email.policy
import os
import re
import signal
import socket
import subprocess
import time
import urllib.parse
import urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def national_catalogue():
    """The national catalogue's records, where the reference data is at hand; otherwise one loud line."""
    folder = os.environ.get("MOTCUA_REFERENCE_DATA", os.path.join(ROOT, "../shared/data"))
    path = os.path.join(folder, "national-procedures.jsonl")
    if os.path.exists(path):
        return path
    print("!!! REFERENCE DATA MISSING: national-procedures.jsonl; the journeys search only the project's own procedures "
          "(set MOTCUA_REFERENCE_DATA)", flush=True)
    return None


def fresh_database(address, name):
    """A database of its own on the PostgreSQL of an address; the address of the new one."""
    name = f"{name}_{os.getpid()}"
    subprocess.run(["psql", address, "-qc", f"CREATE DATABASE {name}"], check=True, timeout=60)
    parts = urllib.parse.urlsplit(address)
    # Without a host in it an address keeps its two slashes: postgres://user@/name?host=…
    return f"{parts.scheme}://{parts.netloc}/{name}" + (f"?{parts.query}" if parts.query else "")


class Site:
    """One running installation: with the sample province, or empty."""

    def __init__(self, motcua, place, name, database=None, sample=True, catalogue=None):
        self.motcua = motcua
        self.data = os.path.join(place, name)
        os.makedirs(self.data, exist_ok=True)
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"),
            "MOTCUA_DATA": self.data, "MOTCUA_PORT": str(self.port), "MOTCUA_BASE_URL": self.base,
            "MOTCUA_SERVICES": os.path.join(ROOT, "services"), "MOTCUA_LOG_LEVEL": "warning",
            # Mail goes to files below the data folder.
            "MOTCUA_SAMPLE": "true",
        }
        if database:
            self.environment["MOTCUA_DATABASE"] = database
            self.environment["MOTCUA_SECRET"] = "a secret for the journeys that nobody else uses"
        self.say("migrate")
        # `sample=None`: the program and nothing else.
        if sample:
            self.say("sample")
        elif sample is not None:
            self.say("services", "publish")
        if sample is not None:
            self.say("import", "procedures", os.path.join(ROOT, "services/catalogue/procedures.jsonl"))
        if catalogue:
            self.say("import", "procedures", catalogue)
        self.process = None
        # Who has signed in here already: their cookies, by e-mail address.
        self.cookies = {}

    def say(self, *arguments):
        """A command of the program; what it printed."""
        done = subprocess.run(
            [self.motcua, *arguments], env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"motcua {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self):
        self.log = open(os.path.join(self.data, "serve.log"), "ab")
        self.process = subprocess.Popen(
            [self.motcua, "serve"], env=self.environment, stdout=self.log, stderr=self.log)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.base + "/readyz", timeout=2)
                return self
            except OSError:
                assert self.process.poll() is None, "the program ended: see " + self.log.name
                time.sleep(0.1)
        raise AssertionError("the program did not answer")

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = None

    def digits(self):
        """The sample officials' present code."""
        return self.say("totp").strip()

    def mail(self, to, holding, seconds=30):
        """The newest message to somebody that holds a text."""
        folder = os.path.join(self.data, "mail")
        until = time.time() + seconds
        while time.time() < until:
            names = os.listdir(folder) if os.path.isdir(folder) else []
            paths = [os.path.join(folder, name) for name in names if name.endswith(".eml")]
            for path in sorted(paths, key=os.path.getmtime, reverse=True):
                text = read_mail(path)
                if to in text and holding in text:
                    return text
            time.sleep(0.2)
        raise AssertionError(f"no message to {to} that holds {holding!r}")


def read_mail(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    body = message.get_body(("plain",))
    return f"{message['to']}\n{message['subject']}\n{body.get_content() if body else ''}"


def link_in(text, base):
    found = re.search(re.escape(base) + r"\S+", text)
    assert found, f"no link in {text}"
    return found.group(0)
