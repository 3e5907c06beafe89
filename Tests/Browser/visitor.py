"""Somebody at a browser. Every page they come to is looked at: axe-core, and nothing wider than the screen."""
import hashlib
import json
import os
import re

from axe_playwright_python.sync_playwright import Axe

# The bones of a page: what axe-core judges, without the words. Pages with the same bones are judged once.
BONES = """() => [...document.querySelectorAll('body, body *')].map(e => e.tagName + (e.className.baseVal ?? e.className)
    + (e.getAttribute('role') || '') + (e.getAttribute('type') || '') + (e.hasAttribute('aria-label') ? 'l' : '')
    + (e.hidden ? 'h' : '') + (e.open ? 'o' : '')).join()"""


class Visitor:
    """One browser of one person, with its own cookies."""

    judged = set()

    def __init__(self, browser, site, name, width=1280, scripts=True, pictures=None, cookies=None):
        self.site = site
        self.name = name
        self.context = browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 740}, java_script_enabled=scripts,
            locale="vi-VN", bypass_csp=True, storage_state=cookies, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.scripts = scripts
        self.width = width
        self.pictures = pictures

    # Going somewhere

    def opens(self, path, status=None):
        response = self.page.goto(path if path.startswith("http") else self.site.base + path)
        found = response.status if response else 200
        if status:
            assert found == status, f"{self.name}: {path} answers {found}, not {status}"
        assert found < 500, f"{self.name}: {path} answers {found}"
        return self.looks()

    def clicks(self, control):
        """Clicks what leads to another page, and waits for that page."""
        with self.page.expect_navigation(wait_until="load"):
            control.click()
        return self.arrives()

    def arrives(self):
        # An upload writes its answer over the page: that document is complete a moment later.
        self.page.wait_for_function("document.readyState === 'complete' && !document.querySelector('progress')") \
            if self.scripts else self.page.wait_for_load_state("load")
        return self.looks()

    def presses(self, text):
        """A button of the page's own part."""
        return self.clicks(self.button(text))

    def follows(self, text):
        return self.clicks(self.page.get_by_role("link", name=text, exact=False).first)

    def sends(self):
        """Sends the page's form by its one primary button."""
        return self.clicks(self.page.locator("main form[method='post'] button.primary").first)

    def button(self, text):
        return self.page.locator("main").get_by_role("button", name=text, exact=False).first

    def unfolds(self, text):
        """Opens what stands folded below a heading, when it is not open yet."""
        fold = self.page.locator("main details").filter(has=self.page.locator("summary", has_text=text)).first
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()
        return fold

    # Filling in

    def fills(self, name, value):
        self.page.locator(f"main [name='{name}']").first.fill(value)
        return self

    def chooses(self, name, value):
        self.page.locator(f"main [name='{name}'][value='{value}']").first.check(force=True)
        return self

    def selects(self, name, value):
        self.page.locator(f"main select[name='{name}']").first.select_option(value)
        return self

    # Looking

    def sees(self, *texts):
        body = self.page.locator("body").inner_text()
        for text in texts:
            assert text.lower() in body.lower(), f"{self.name} does not see {text!r} at {self.where}:\n{body[:2500]}"
        return self

    def misses(self, *texts):
        """The opposite of seeing."""
        body = self.page.locator("body").inner_text()
        for text in texts:
            assert text.lower() not in body.lower(), f"{self.name} sees {text!r} at {self.where}:\n{body[:2500]}"
        return self

    def holds(self, name, value):
        """A field with what was typed."""
        found = self.page.locator(f"main [name='{name}']").first.input_value()
        assert found == value, f"{self.name}: {name} holds {found!r}, not {value!r}, at {self.where}"
        return self

    @property
    def where(self):
        return self.page.url.replace(self.site.base, "") or "/"

    def looks(self):
        """Checks the page as it stands: no fault, no violation, nothing wider than the screen."""
        assert "Số của sự cố" not in self.page.content(), f"{self.name}: a fault page at {self.where}"
        self.measures()
        if not self.scripts:
            return self
        bones = hashlib.sha256(f"{self.width} {self.page.evaluate(BONES)}".encode()).hexdigest()
        if bones in Visitor.judged:
            return self
        found = Axe().run(self.page).response["violations"]
        assert not found, f"{self.name}, {self.where}, {self.width} px: " + json.dumps(
            [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found], ensure_ascii=False)
        Visitor.judged.add(bones)
        return self

    def measures(self):
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            culprits = self.page.evaluate(
                """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right
                    > document.documentElement.clientWidth + 1).slice(0, 4).map(e => e.outerHTML.slice(0, 120))""")
            raise AssertionError(
                f"{self.name}: {self.where} is {wide} px wider than the screen of {self.width}: {culprits}")

    def keeps(self, name, whole=True):
        """A picture of the page, where pictures are wanted."""
        if self.pictures:
            path = os.path.join(self.pictures, f"{name}-{self.width}.png")
            self.page.screenshot(path=path, full_page=whole)
        return self

    def number_in(self, pattern):
        """The first group of a pattern in the page's address."""
        found = re.search(pattern, self.page.url)
        assert found, f"{self.name}: no {pattern} in {self.where}"
        return found.group(1)

    def leaves(self):
        self.context.close()
