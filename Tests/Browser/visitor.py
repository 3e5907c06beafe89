"""Somebody at a browser. Every page they come to is looked at: axe-core, and nothing wider than the screen."""
import json
import os
import re

from axe_playwright_python.sync_playwright import Axe

# What is looked at on every page: a fault, its width, and its bones, which are what axe-core judges, without the words.
LOOK = """() => {
    let bones = 7;
    const add = text => { for (let k = 0; k < text.length; k++) bones = (bones * 31 + text.charCodeAt(k)) | 0; };
    document.querySelectorAll('body, body *').forEach(e => add(e.tagName + (e.className.baseVal ?? e.className)
        + (e.getAttribute('role') || '') + (e.getAttribute('type') || '') + (e.hasAttribute('aria-label') ? 'l' : '')
        + (e.hidden ? 'h' : '') + (e.open ? 'o' : '') + (e.lang || '')));
    return {bones, fault: document.body.innerText.includes('Số của sự cố'),
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth}; }"""


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
        self.page.set_default_timeout(30_000)
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
            assert text not in body, f"{self.name} sees {text!r} at {self.where}:\n{body[:2500]}"
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
        """Checks the page as it stands: no fault, no violation, nothing wider than the screen. Pages with the same
        bones are judged by axe-core once for each width."""
        found = self.page.evaluate(LOOK)
        assert not found["fault"], f"{self.name}: a fault page at {self.where}"
        if found["wide"] > 0:
            raise AssertionError(
                f"{self.name}: {self.where} is {found['wide']} px wider than {self.width}: {self.culprits()}")
        if self.scripts and (self.width, found["bones"]) not in Visitor.judged:
            self.judges()
            Visitor.judged.add((self.width, found["bones"]))
        return self

    def judges(self):
        """Lets axe-core judge the page."""
        found = Axe().run(self.page).response["violations"]
        assert not found, f"{self.name}, {self.where}, {self.width} px: " + json.dumps(
            [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found], ensure_ascii=False)

    def culprits(self):
        """What stands out over the right edge."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right
                > document.documentElement.clientWidth + 1).slice(0, 4).map(e => e.outerHTML.slice(0, 120))""")

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
