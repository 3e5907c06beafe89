"""Life signs, rate limits and the end of a node."""
import os
import socket
import threading
import time

from person import Person
from servers import Site, eventually, require

# Look-ups of a dossier from one address in a minute (docs/settings.md has no setting for it).
TRIES = 10


def limits_are_shared(site):
    """Tries at one node count at the other. On SQLite, where there is one node, they outlive a restart."""
    other = None
    if site.database.can_be_killed:
        other = Site(site.motcua, site.data, site.database, int(site.environment["MOTCUA_SMTP_PORT"]))
        other.log = site.log.replace(".log", "-second.log")
        other.starts("--no-work")
    # The tries of one minute count together.
    if time.time() % 60 > 45:
        time.sleep(61 - time.time() % 60)
    statuses = [looks_up(site.port) for _ in range(TRIES // 2)]
    if other is None:
        site.stops()
        site.starts()
    statuses += [looks_up((other or site).port) for _ in range(TRIES - TRIES // 2)]
    require(statuses == [422] * TRIES, f"look-ups within the limit are answered with {statuses}")
    last = [looks_up(node.port) for node in (site, other or site)]
    require(last == [429, 429], f"look-ups above the limit are answered with {last}")
    if other:
        other.stops()
    return other


def looks_up(port):
    person = Person(port)
    page = person.opens("/tra-cuu")
    return person.sends(page, page.form("/tra-cuu"), {"ma": f"H99.41-260101-{time.time_ns() % 9999:04d}", "khoa": "x"}).status


def tells_the_truth(site):
    require(site.status("/healthz") == 200, "healthz")
    require(site.metrics()["motcua_database_up"] == 1, "the metrics say that the database is away")
    said = site.runs("doctor")
    require("BROKEN" not in said, f"doctor finds fault with a site in order: {said}")
    gone = takes_away(site)
    try:
        require(site.status("/readyz") == 503, "ready is said though the database is gone")
        require(site.status("/healthz") == 200, "the process is alive and says it is not")
        up = site.metrics()
        require(up["motcua_database_up"] == 0 and "motcua_jobs_waiting" not in up, f"metrics without a database: {up}")
        if site.database.can_be_killed:
            said = site.runs("doctor", code=2)
            require("cannot be reached" in said, f"doctor without a database: {said}")
    finally:
        gone()
    eventually(lambda: site.status("/readyz") == 200, 60, "not ready again though the database is back")


def takes_away(site):
    """Takes the database away; returns what brings it back."""
    if site.database.can_be_killed:
        site.database.kill()
        return site.database.start
    path = os.path.join(site.data, "motcua.sqlite")
    os.rename(path, path + ".away")
    return lambda: os.rename(path + ".away", path)


def drains(site, citizen):
    """SIGTERM while requests are on their way: they are answered, then the program ends with 0."""
    page = citizen.person.opens("/tra-cuu")
    form = page.form("/tra-cuu")
    body = "&".join(f"{k}={v}" for k, v in form.values if k.startswith("_")).encode() + b"&ma=H99.41-260101-0001&khoa=y"
    cookies = "; ".join(f"{k}={v}" for k, v in citizen.person.cookies.items())
    head = (f"POST /tra-cuu HTTP/1.1\r\nHost: localhost:{site.port}\r\nCookie: {cookies}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    lines = [socket.create_connection(("127.0.0.1", site.port), timeout=30) for _ in range(4)]
    for line in lines:
        line.sendall(head + body[:20])
    time.sleep(0.5)
    ending = threading.Thread(target=site.stops)
    ending.start()
    time.sleep(0.5)
    require(ending.is_alive(), "the program ended while requests were on their way")
    answers = []
    for line in lines:
        line.sendall(body[20:])
        answers.append(line.makefile("rb").readline().decode().split()[1:2])
        line.close()
    require(all(a in (["422"], ["429"]) for a in answers), f"requests on their way were answered with {answers}")
    ending.join(60)
    require(not ending.is_alive(), "the program does not end after SIGTERM")
