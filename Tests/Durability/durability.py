"""Kills the program, and the database server, at random moments under load; whatever was acknowledged must be there
afterwards. Backs up under load and restores on an empty place. Looks whether the life signs tell the truth.

    durability.py MOTCUA FOLDER [sqlite|postgresql]

MOTCUA_TEST_SEED repeats a run's choices; MOTCUA_TEST_LONG=1 kills 20 times instead of 3."""
import hashlib
import os
import random
import re
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from load import PASSWORD, Citizen, Load  # noqa: E402
from mail_sink import MailSink  # noqa: E402
from nodes import drains, limits_are_shared, tells_the_truth  # noqa: E402
from person import Person  # noqa: E402
from servers import ROOT, Failed, PostgreSQL, Site, SQLite, eventually, require  # noqa: E402

LONG = os.environ.get("MOTCUA_TEST_LONG") == "1"
KILLS = 20 if LONG else 3
# What a letter about a dossier says, in the order in which it must come.
LETTERS = [("filed", "đã được nộp"), ("received", "đã được tiếp nhận"), ("withdrawn", "đã được rút")]


def prepares(site, sink, citizens):
    """An installation with the sample province, citizens who have registered, and a one-stop official at work."""
    site.runs("migrate")
    site.runs("sample")
    site.runs("import", "procedures", os.path.join(ROOT, "services/catalogue/procedures.jsonl"))
    site.starts()
    for citizen in citizens:
        def letter(to):
            eventually(lambda: any(l.recipient == to for l in sink.letters), 30, f"no letter to citizen {to}")
            return next(l.text for l in sink.letters if l.recipient == to)

        citizen.person = Person(site.port).registers(citizen.name, citizen.email, PASSWORD, letter)
    return Person(site.port).signs_in("mot.cua.xa@mau.example", PASSWORD, site.digits)


def kills(site, load, what, moment):
    """Kills under load, and starts again."""
    load.begins()
    time.sleep(moment)
    load.is_rough.set()
    if what in ("database", "both"):
        site.database.kill()
    if what in ("program", "both"):
        site.is_killed()
    else:
        eventually(lambda: site.status("/readyz") == 503, 60, "ready is said though the database is gone")
    if what == "program":
        load.ends()
        site.starts()
    elif what == "both":
        load.ends()
        site.database.start()
        site.starts()
    else:
        # The program stays and finds the way back by itself, with everybody at work.
        time.sleep(1)
        site.database.start()
        eventually(lambda: site.status("/readyz") == 200, 60, "not ready again though the database is back")
        load.ends()
    load.is_rough.clear()


def checks(site, load, known):
    """Everything acknowledged is there; `known` remembers files that were downloaded already."""
    events = {}
    for id, kind in site.rows("SELECT dossier_id, kind FROM dossier_event ORDER BY dossier_id, number"):
        events.setdefault(id, []).append(kind)
    codes = dict(site.rows("SELECT id, code FROM dossier"))
    for dossier in list(load.dossiers.values()):
        require(codes.get(dossier.id) == dossier.code, f"the dossier {dossier.code} was acknowledged and is gone")
        missing = dossier.acts - set(events[dossier.id])
        require(not missing, f"{dossier.code}: {missing} was acknowledged and is gone")
        if dossier.id not in known:
            downloads(dossier)
            known.add(dossier.id)
    said = site.runs("verify")
    require("the journal holds" in said and "BROKEN" not in said, said)
    return len(events), sum(len(e) for e in events.values())


def downloads(dossier, person=None):
    person = person or dossier.citizen.person
    page = person.opens(f"/ho-so/{dossier.id}")
    require(page.status == 200 and dossier.code in page.text, f"{dossier.code} is not shown: {page.status}")
    found = set()
    for link in dict.fromkeys(l for l in page.links if f"/ho-so/{dossier.id}/tep/" in l):
        status, _, content = person.ask("GET", link)
        require(status == 200, f"a file of {dossier.code}: {status}")
        found.add(hashlib.sha256(content).hexdigest())
    lost = set(dossier.files) - found
    require(not lost, f"{dossier.code}: {len(lost)} of {len(dossier.files)} files are gone or changed")


def mail_arrives(site, sink):
    """The outbox empties; every act's letter has arrived, those of one dossier in the order of its acts."""
    eventually(lambda: site.rows("SELECT count(*) FROM job") == [("0",)], 180, "jobs wait forever")
    require(site.metrics()["motcua_jobs_waiting"] == 0, "the metrics count jobs that are not there")
    arrived = {}
    again = 0
    for letter in sink.letters:
        code = re.search(r"H99[.\d]*-\d{6}-\d+", letter.subject)
        if code:
            kind = next((i for i, (_, words) in enumerate(LETTERS) if words in letter.subject), None)
            arrived.setdefault(code.group(0), []).append((kind, letter.id))
    for code, acts in acts_by_code(site).items():
        letters = arrived.get(code, [])
        wanted = [i for i, (act, _) in enumerate(LETTERS) if act in acts]
        require(sorted({k for k, _ in letters}) == wanted, f"{code}: acts {acts}, letters {letters}")
        kinds = [k for k, _ in letters]
        require(kinds == sorted(kinds), f"{code}: letters came in the order {kinds}")
        require(len(set(letters)) == len(wanted), f"{code}: a letter has two identifiers: {letters}")
        again += len(letters) - len(set(letters))
    return sum(len(l) for l in arrived.values()), again


def acts_by_code(site):
    acts = {}
    for code, kind in site.rows(
            "SELECT code, kind FROM dossier_event JOIN dossier ON dossier.id = dossier_event.dossier_id"):
        acts.setdefault(code, set()).add(kind)
    return acts


def backs_up(site, load, place):
    """A backup while everybody works, restored on an empty place: what was acknowledged before it is in it."""
    load.begins()
    time.sleep(2)
    with load.lock:
        before = list(load.dossiers.values())
        acts = {d.id: set(d.acts) for d in before}
    folder = os.path.join(place, f"backup-{site.database.kind}")
    said = site.runs("backup", folder)
    load.ends()
    again = site.runs("restore", "--check", folder)
    require("every hash holds" in again, again)
    other = site.beside(f"restored-{site.database.kind}", site.database.other("restored"))
    restored = other.runs("restore", folder)
    require("BROKEN" not in restored and "the journal holds" in restored, restored)
    require("the journal holds" in other.runs("verify"), "the restored site does not verify")
    refused = other.runs("restore", folder, code=1)
    require("already" in refused, f"restoring over a site is not refused: {refused}")
    # Nobody's letters are sent a second time by the copy.
    other.starts("--no-work")
    present = acts_by_code(other)
    for dossier in before:
        missing = acts[dossier.id] - present.get(dossier.code, set())
        require(not missing, f"{dossier.code}: {missing} was acknowledged before the backup and is not in it")
        citizen = Person(other.port)
        citizen.cookies = dict(dossier.citizen.person.cookies)
        downloads(dossier, citizen)
    other.stops()
    modes = {oct(os.stat(os.path.join(path, name)).st_mode & 0o077)
             for path, _, names in os.walk(folder) for name in names}
    require(modes == {"0o0"}, f"others may read the backup: {modes}")
    require(any(d.files for d in before), "nothing with a file was filed before the backup")
    return len(before), said.splitlines()[2]


def logs_are_clean(logs, citizens):
    """No log of all these runs holds a name, number or address of anybody."""
    lines = 0
    for path in logs:
        with open(path, encoding="utf-8", errors="replace") as log:
            for line in log:
                lines += 1
                for citizen in citizens:
                    for word in citizen.personal:
                        require(word.lower() not in line.lower(), f"{path} holds personal data: {line[:300]}")
    return lines


def everything(database, motcua, place, seed):
    rng = random.Random(seed)
    sink = MailSink()
    site = Site(motcua, os.path.join(place, f"kill-{database.kind}"), database, sink.port)
    say(database, f"seed {seed}")
    citizens = [Citizen(n) for n in range(1, 6)]
    official = prepares(site, sink, citizens)
    load = Load(site, citizens, official, seed)
    known = set()
    try:
        for number in range(KILLS):
            what = ["both", "program", "database"][number % 3] if database.can_be_killed else "program"
            moment = rng.uniform(1.5, 4)
            kills(site, load, what, moment)
            require(not load.problems, f"while nobody was killed: {load.problems[:3]}")
            dossiers, events = checks(site, load, known)
            say(database, f"ok  kill -9 {number + 1}/{KILLS} of {what} after {moment:.2f} s: {len(load.dossiers)} "
                f"acknowledged dossiers "
                f"there with their {sum(len(d.files) for d in load.dossiers.values())} files; {dossiers} dossiers, {events} events; journal verifies")
        count, line = backs_up(site, load, place)
        require(not load.problems, f"under load: {load.problems[:3]}")
        say(database, f"ok  backup under load, restored on an empty place and verified: {count} dossiers; {line}")
        checks(site, load, known)
        letters, again = mail_arrives(site, sink)
        say(database, f"ok  the outbox resumed: {letters} letters, in order, {again} of them sent twice")
        second = limits_are_shared(site)
        say(database, "ok  rate limits are counted over " + ("two nodes" if second else "a restart"))
        tells_the_truth(site)
        say(database, "ok  readiness, metrics and doctor tell the truth")
        drains(site, citizens[0])
        say(database, "ok  SIGTERM: what had begun was answered")
        logs = [one.log for one in (site, second) if one] + database.logs
        lines = logs_are_clean(logs, citizens)
        say(database, f"ok  {lines} lines of log without personal data")
    except Exception:
        print(f"!!! FAILED on {database.kind}; repeat with MOTCUA_TEST_SEED={seed}; log: {site.log}", flush=True)
        raise
    finally:
        sink.close()
        if site.process:
            site.is_killed()


def say(database, text):
    print(f"durability, {database.kind}: {text}", flush=True)


def main():
    motcua, place = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    kinds = sys.argv[3:] or ["sqlite", "postgresql"]
    seed = int(os.environ.get("MOTCUA_TEST_SEED") or random.SystemRandom().randrange(1_000_000))
    for kind in kinds:
        began = time.monotonic()
        if kind == "sqlite":
            database = SQLite()
        else:
            folder = os.path.join(place, "kill-cluster")
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            database = PostgreSQL(folder)
        try:
            everything(database, motcua, place, seed)
        finally:
            database.stop()
        say(database, f"passed in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"durability: {failure}")
