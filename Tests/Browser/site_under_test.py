"""Starts the program on a database of its own and plays its visitors."""
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

from axe_playwright_python.sync_playwright import Axe

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Site:
    """One running installation."""

    def __init__(self, motcua, place, name, database=None, sample=True):
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
        if sample:
            self.say("sample")
        else:
            self.say("services", "publish")
        self.say("import", "procedures", os.path.join(ROOT, "services/catalogue/procedures.jsonl"))
        self.process = None

    def say(self, *arguments):
        done = subprocess.run(
            [self.motcua, *arguments], env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"motcua {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self):
        self.log = open(os.path.join(self.data, "serve.log"), "ab")
        self.process = subprocess.Popen(
            [self.motcua, "serve"], env=self.environment, stdout=self.log, stderr=self.log)
        for _ in range(200):
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
            files = [os.path.join(folder, f) for f in os.listdir(folder) if f.endswith('.eml')] if os.path.isdir(folder) else []
            for path in sorted(files, key=os.path.getmtime, reverse=True):
                text = read_mail(path)
                if to in text and holding in text:
                    return text
            time.sleep(0.2)
        raise AssertionError(f"no message to {to} that holds {holding!r}")


def read_mail(path):
    import email
    import email.policy

    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    body = message.get_body(("plain",))
    return f"{message['to']}\n{message['subject']}\n{body.get_content() if body else ''}"


def link_in(text, base):
    found = re.search(re.escape(base) + r"\S+", text)
    assert found, f"no link in {text}"
    return found.group(0)


class Visitor:
    """Somebody at a browser. Every page they come to is checked by axe-core."""

    def __init__(self, browser, site, name, width, scripts=True, pictures=None):
        self.site = site
        self.name = name
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="vi-VN", bypass_csp=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.scripts = scripts
        self.width = width
        self.pictures = pictures
        self.checked = set()

    def opens(self, path):
        response = self.page.goto(path if path.startswith("http") else self.site.base + path)
        assert response is None or response.status < 500, f"{path}: {response.status}"
        self.looks()
        return self

    def looks(self):
        """Checks the page as it stands: no violation, nothing wider than the screen."""
        assert "Số của sự cố" not in self.page.content(), f"{self.name}: a fault page at {self.page.url}"
        if not self.scripts:
            return
        place = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "{}", self.page.url.replace(self.site.base, "").split("?")[0])
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{place} is {wide} px wider than the screen of {self.width}"
        if place in self.checked:
            return
        self.checked.add(place)
        found = Axe().run(self.page).response["violations"]
        assert not found, f"{place}: " + json.dumps(
            [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found], ensure_ascii=False)

    def fills(self, name, value):
        self.page.locator(f"[name='{name}']").first.fill(value)
        return self

    def chooses(self, name, value):
        self.page.locator(f"[name='{name}'][value='{value}']").first.check(force=True)
        return self

    def selects(self, name, value):
        self.page.locator(f"select[name='{name}']").first.select_option(value)
        return self

    def clicks(self, control):
        """Clicks what leads to another page, and waits for that page."""
        with self.page.expect_navigation(wait_until="load"):
            control.click()
        self.looks()
        return self

    def presses(self, text):
        return self.clicks(self.page.locator("main").get_by_role("button", name=text, exact=False).first)

    def follows(self, text):
        return self.clicks(self.page.get_by_role("link", name=text, exact=False).first)

    def sends(self):
        """Sends the page's form by its one primary button."""
        return self.clicks(self.page.locator("main form[method='post'] button.primary").first)

    def sees(self, text):
        body = self.page.locator("body").inner_text()
        assert text.lower() in body.lower(), f"{self.name} does not see {text!r} at {self.page.url}:\n{body[:1500]}"
        return self

    def keeps(self, name):
        if self.pictures:
            self.page.screenshot(path=os.path.join(self.pictures, f"{name}-{self.width}.png"), full_page=True)
        return self

    def leaves(self):
        self.context.close()
