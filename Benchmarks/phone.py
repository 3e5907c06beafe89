"""The first visit to the portal on a phone: Chromium with its own throttling, nothing kept from before."""
from playwright.sync_api import sync_playwright

from figures import Figure
from machine import Site, median

KILOBITS, LATENCY, SLOWER = 400, 150, 6


def visit(playwright, address):
    """Bytes over the wire, and the seconds until something is seen and until the page is loaded and answers."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True).new_page()
    link = page.context.new_cdp_session(page)
    link.send("Network.enable")
    link.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": LATENCY, "downloadThroughput": KILOBITS * 125, "uploadThroughput": KILOBITS * 125})
    link.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes = {}
    link.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(address, wait_until="load")
    # The page answers: a letter typed into the search field stands there.
    page.locator("main input[type=search]").first.type("k")
    times = page.evaluate(
        """() => ({seen: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            loaded: performance.getEntriesByType('navigation')[0].loadEventEnd, usable: performance.now()})""")
    page.wait_for_timeout(1500)
    browser.close()
    return sum(sizes.values()), times["seen"] / 1000, times["loaded"] / 1000, times["usable"] / 1000


def phone(machine):
    site = Site(machine, "phone", "sqlite")
    site.start()
    with sync_playwright() as playwright:
        visits = [visit(playwright, f"http://127.0.0.1:{site.port}/") for _ in range(max(3, machine.rounds))]
    site.stop()
    size, seen, loaded, usable = (median([v[i] for v in visits]) for i in range(4))
    conditions = f"{KILOBITS} kbit/s, {LATENCY} ms latency, a {SLOWER}th of the processor"
    return [
        Figure(
            "first visit to the portal, everything over the wire", f"{size / 1000:.1f} kB", "≤ 60 kB",
            "page, styles, script, icons, with headers", size <= 60_000),
        Figure(
            "first visit to the portal, usable after", f"{usable:.2f} s", "≤ 3 s",
            f"{conditions}; first seen after {seen:.2f} s, loaded after {loaded:.2f} s, then a letter is typed into "
            "the search field", usable <= 3),
    ]
