"""People and officials who work at the same time, and what the site has acknowledged to them."""
import datetime
import random
import threading
import time

from person import Person, Refused, Unanswered

PASSWORD = "mot-cua-mau-2026"
FAMILY = ["Trần Thị", "Nguyễn Văn", "Phạm Thị", "Hoàng Văn", "Vũ Thị", "Đỗ Văn", "Bùi Thị", "Lý Văn"]
GIVEN = ["Bền", "Vững", "Chắc", "Lâu", "Giữ", "Còn", "Nguyên", "Trọn"]


class Citizen:
    """A sample citizen with everything that a form asks for."""

    def __init__(self, number):
        self.name = f"{FAMILY[number % 8]} {GIVEN[number % 8]} (mẫu)"
        self.email = f"nguoi-nop-{number}@ben-vung.example"
        self.citizen_number = f"001190{number + 100:06d}"
        self.phone = f"09876{number:05d}"
        self.street = f"Ngõ Bền Vững {number}"
        self.person = None
        today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()
        later = today + datetime.timedelta(days=300)
        self.answers = {
            "full_name": self.name, "name": self.name, "email": self.email, "phone": self.phone,
            "citizen_number": self.citizen_number, "number": self.citizen_number, "birth_day": "05/03/1990",
            "sex": "female", "ethnicity": "Kinh", "nationality": "Việt Nam", "copies": "2", "owner": "self",
            "province": "99", "commune": "99999", "street": self.street, "address": self.street,
            "from": today.strftime("%d/%m/%Y"), "until": later.strftime("%d/%m/%Y"),
        }

    @property
    def personal(self):
        """What must never stand in a log."""
        return [self.name, self.name.removesuffix(" (mẫu)"), self.email, self.citizen_number, self.phone, self.street]


class Dossier:
    """A dossier whose filing the site has acknowledged."""

    def __init__(self, id, code, files, citizen):
        self.id, self.code, self.files, self.citizen = id, code, files, citizen
        # The acts that were acknowledged.
        self.acts = {"filed"}
        self.is_settled = False


class Load:
    """Works until it is told to stop. Nobody gives up when the site goes away: it is tried again."""

    SERVICES = ["dang-ky-tam-tru", "dang-ky-tam-tru", "ban-sao-trich-luc-ho-tich"]

    def __init__(self, site, citizens, official, seed):
        self.site, self.citizens, self.official, self.seed = site, citizens, official, seed
        self.lock = threading.Lock()
        self.rounds = 0
        self.dossiers = {}
        self.problems = []
        # Set while the site or its database is being killed: what goes wrong then is no problem.
        self.is_rough = threading.Event()
        self._threads = []
        self._over = threading.Event()

    def begins(self):
        self._over.clear()
        self.rounds += 1
        works = [(self._files, c, f"{self.seed} {self.rounds} {n}") for n, c in enumerate(self.citizens)]
        works.append((self._receives, self.official, f"{self.seed} {self.rounds}"))
        self._threads = [threading.Thread(target=self._goes_on, args=w, daemon=True) for w in works]
        for thread in self._threads:
            thread.start()

    def ends(self):
        self._over.set()
        for thread in self._threads:
            thread.join(120)
        assert not any(t.is_alive() for t in self._threads), "a visitor got no answer and no end of the connection"

    def _goes_on(self, work, who, seed):
        rng = random.Random(seed)
        while not self._over.is_set():
            try:
                work(who, rng)
            except Unanswered as error:
                self._notes(f"no answer: {error}")
                time.sleep(0.2)
            except Refused as error:
                self._notes(str(error))
                time.sleep(0.2)
            except Exception as error:  # A mistake of the test must not look like a site at rest.
                self.problems.append(f"{work.__name__}: {error!r}")
                return

    def _notes(self, problem):
        if not self.is_rough.is_set():
            with self.lock:
                self.problems.append(problem)

    def _files(self, citizen, rng):
        def paper():
            return b"\x89PNG\r\n\x1a\n" + rng.randbytes(rng.randrange(20_000, 400_000))

        id, code, files = citizen.person.files(rng.choice(self.SERVICES), "xã Mẫu", citizen.answers, paper)
        dossier = Dossier(id, code, files, citizen)
        with self.lock:
            self.dossiers[id] = dossier
        if rng.random() < 0.25:
            self._withdraws(dossier)

    def _withdraws(self, dossier):
        person = dossier.citizen.person
        page = person.opens(f"/ho-so/{dossier.id}/rut-ho-so")
        page = person.sends(page, page.form("/rut-ho-so"), {name: "Thử" for name, _ in page.form("/rut-ho-so").blank})
        if page.status == 200:
            dossier.acts.add("withdrawn")

    def _receives(self, official, rng):
        with self.lock:
            waiting = [d for d in self.dossiers.values() if d.acts == {"filed"} and not d.is_settled]
        if not waiting:
            time.sleep(0.05)
            return
        dossier = rng.choice(waiting)
        page = official.opens(f"/ban-lam-viec/ho-so/{dossier.id}")
        if page.status != 200:
            raise Refused(f"{page.status} at {page.address}")
        acts = [f for f in page.forms if f.action.endswith("/xu-ly") and ("act", "receive") in f.buttons]
        if not acts:
            # Received or withdrawn already, by an act whose answer did not arrive.
            dossier.is_settled = True
            return
        hands = {name: options[0] for name, options in acts[0].choices.items() if name == "hand.receive"}
        answer = official.sends(page, acts[0], hands, ("act", "receive"))
        if answer.status == 200:
            dossier.acts.add("received")
        elif answer.status >= 500:
            raise Refused(f"{answer.status} at {answer.address}")
