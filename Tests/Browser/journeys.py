"""Plays the journeys in a real browser, one after the other, and says how each went.

    journeys.py MOTCUA FOLDER [WORD…]    only the journeys whose title holds a WORD

`MOTCUA_TEST_POSTGRES` names the PostgreSQL to use; `MOTCUA_PICTURES` a folder that takes pictures of the main screens.
"""
import concurrent.futures
import multiprocessing
import os
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from playwright.sync_api import sync_playwright  # noqa: E402

from counter import at_the_counter  # noqa: E402
from designer import designs_a_service  # noqa: E402
from empty_site import EmptySite, empty_site  # noqa: E402
from elsewhere import is_worked_elsewhere  # noqa: E402
from endings import is_handed_over, is_refused, is_withdrawn  # noqa: E402
from interrupted import is_interrupted  # noqa: E402
from keyboard import case_by_keyboard  # noqa: E402
from main_job import main_job  # noqa: E402
from site_under_test import Site, fresh_database, national_catalogue  # noqa: E402
from registers import is_entered  # noqa: E402
from stage import Stage  # noqa: E402
from together import two_at_once  # noqa: E402

POSTGRES = os.environ.get("MOTCUA_TEST_POSTGRES")

# The installations, each started when its first journey begins and checked by `motcua verify` after its last.
SITES = {
    "sqlite": lambda motcua, place: Site(motcua, place, "journey-sqlite", catalogue=national_catalogue()),
    "empty": lambda motcua, place: EmptySite(motcua, place, "journey-empty"),
    "postgresql": lambda motcua, place: Site(
        motcua, place, "journey-postgresql", database=fresh_database(POSTGRES, "journey")),
}

# Title, what is played, on which site, how wide, with scripts or without.
JOURNEYS = [
    ("main job, 360 px", main_job, "sqlite", 360, True),
    ("main job, 1280 px", main_job, "sqlite", 1280, True),
    ("main job, 360 px, no scripts", main_job, "sqlite", 360, False),
    ("an empty installation to its first finished case, 1280 px", empty_site, "empty", 1280, True),
    ("refusal", is_refused, "sqlite", 1280, True),
    ("withdrawal", is_withdrawn, "sqlite", 360, True),
    ("handing over, another unit", is_handed_over, "sqlite", 1280, True),
    ("entered at the counter", at_the_counter, "sqlite", 1280, True),
    ("interrupted at the counter", is_interrupted, "sqlite", 1280, True),
    ("interrupted at the counter, 360 px, no scripts", is_interrupted, "sqlite", 360, False),
    ("a part worked at another agency", is_worked_elsewhere, "sqlite", 1280, True),
    ("a part worked at another agency, 360 px", is_worked_elsewhere, "sqlite", 360, True),
    ("result and register", is_entered, "sqlite", 1280, True),
    ("result and register, 360 px", is_entered, "sqlite", 360, True),
    ("two officials at once", two_at_once, "sqlite", 1280, True),
    ("keyboard alone", case_by_keyboard, "sqlite", 1280, True),
    ("designer, 1280 px", designs_a_service, "sqlite", 1280, True),
    ("main job on PostgreSQL, 1280 px", main_job, "postgresql", 1280, True),
]


def main():
    words = sys.argv[3:]
    chosen = [n for n, one in enumerate(JOURNEYS) if not words or any(word in one[0] for word in words)]
    if not POSTGRES:
        print("MOTCUA_TEST_POSTGRES is not set: no journey on PostgreSQL", flush=True)
        chosen = [n for n in chosen if JOURNEYS[n][2] != "postgresql"]
    kinds = dict.fromkeys(JOURNEYS[n][2] for n in chosen)
    # Two sites are visited at a time, each by a browser of its own.
    with concurrent.futures.ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        visits = [pool.submit(visits_site, kind, [n for n in chosen if JOURNEYS[n][2] == kind]) for kind in kinds]
        failed = sum(visit.result() for visit in visits)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def visits_site(kind, numbers):
    """Plays the journeys of one site; how many failed."""
    motcua, place = sys.argv[1:3]
    failed = 0
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=vi"])
        site = SITES[kind](motcua, place).start()
        try:
            for number in numbers:
                title, play, _, width, scripts = JOURNEYS[number]
                failed += not plays(title, play, Stage(browser, site, str(number), width, scripts, pictures(kind, scripts)))
            print(f"{kind}: {site.say('verify').strip()}", flush=True)
        finally:
            site.stop()
        browser.close()
    return failed


def plays(title, play, stage):
    """One journey; whether it came to its end."""
    began = time.time()
    try:
        play(stage)
        print(f"ok      {title} ({time.time() - began:.0f} s)", flush=True)
        return True
    except Exception as fault:
        print(f"FAILED  {title}: {fault}", flush=True)
        print("".join(traceback.format_tb(fault.__traceback__, limit=-6)), flush=True)
        for number, one in enumerate(stage.people):
            try:
                path = os.path.join(stage.site.data, f"failed-{number}.png")
                one.page.screenshot(path=path, full_page=True)
                print(f"        {one.name} was at {one.where}: {path}", flush=True)
            except Exception as other:
                print(f"        {one.name}: no picture, {other}", flush=True)
        return False
    finally:
        stage.clears()


def pictures(kind, scripts):
    return os.environ.get("MOTCUA_PICTURES") if kind == "sqlite" and scripts else None


if __name__ == "__main__":
    main()
