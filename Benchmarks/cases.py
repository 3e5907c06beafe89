"""Drafts that are ready to be filed, and dossiers by the hundred thousand, copied from one that was filled in by hand."""
import os
import random
import time

from visitor import Visitor

SERVICE = "xac-nhan-tinh-trang-hon-nhan"
ROLES = {
    "one_stop": "mot.cua.xa@mau.example", "head": "truong.phong.xa@mau.example",
    "specialist": "chuyen.vien.xa@mau.example", "leader": "lanh.dao.xa@mau.example",
}


def new_ids(count):
    """UUIDv7 in rising order, as the program itself makes them (RFC 9562, 5.7)."""
    start = int(time.time() * 1000)
    for n in range(count):
        low = random.getrandbits(62) | 1 << 63
        text = f"{start + n // 4:012x}7{random.getrandbits(10) | (n % 4) << 10:03x}{low:016x}"
        yield f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Desk:
    """The people of a site that takes part in a benchmark, and the drafts that wait to be filed."""

    def __init__(self, site):
        self.site = site
        self.agency = site.sql("SELECT id FROM agency WHERE code = 'H99.41'")[0][0]
        self.applicant = Visitor(site.port, "cong.dan@mau.example")
        self.template = self.applicant.drafts(SERVICE, self.agency)
        self.officials = {role: Visitor(site.port, email, site.digits) for role, email in ROLES.items()}
        self.batch = 0

    def people(self):
        """A file with role, cookie and form token of each."""
        path = f"{self.site.data}/people.txt"
        with open(path, "w") as file:
            for role, who in [("applicant", self.applicant), *self.officials.items()]:
                print(role, who.cookie.replace(" ", ""), who.token()[0][1], file=file)
        return path

    def drafts(self, count):
        """Makes drafts that are ready to be filed, each with its file; the path of a file with their ids."""
        self.batch += 1
        path = f"{self.site.data}/drafts-{self.batch}.txt"
        rows = list(zip(range(count), new_ids(count), new_ids(count)))
        self.site.script([
            # No two have the same answers.
            f"""INSERT INTO draft SELECT a::uuid, account, service, definition, agency_id, channel,
                replace(answers, '"Trần Thị Mẫu"', '"Trần Thị Mẫu ' || n || '"'), owner, page,
                1, created_at, changed_at, origins FROM draft CROSS JOIN bench_row WHERE id = '{self.template}' ORDER BY n""",
            f"""INSERT INTO dossier_paper SELECT b::uuid, a::uuid, paper, kind, sha256, filename, media_type, size,
                added_at, request, verdict, verdict_note, replaced
                FROM dossier_paper CROSS JOIN bench_row WHERE dossier_id = '{self.template}' ORDER BY n""",
        ], rows)
        with open(path, "w") as file:
            file.writelines(f"{a}\n" for _, a, _ in rows)
        return path

    def filed(self):
        """Files one more draft and receives it; the dossier's id."""
        with open(self.drafts(1)) as file:
            dossier = file.read().strip()
        token = self.applicant.token()
        self.applicant.sends(f"/ho-so/nhap/{dossier}/nop", token + [("version", "1"), ("promise", "yes")])
        one = self.officials["one_stop"]
        one.sends(
            f"/ban-lam-viec/ho-so/{dossier}/xu-ly", one.token(one.opens("/ban-lam-viec")) + [("seen", "1"), ("act", "receive")])
        return dossier


def many(site, template, agency, count, open_every, first=0):
    """Copies a received dossier: `count` of them at an agency, one in `open_every` still open."""
    step = 200_000
    for start in range(0, count, step):
        part = min(step, count - start)
        rows = [(first + start + n, a, "") for n, a in enumerate(new_ids(part))]
        ended = f"CASE WHEN n % {open_every} = 0 THEN"
        # The promised dates of the copies are spread over sixty days.
        shift = "(n % 60 - 30) * 86400000000"
        site.script([
            f"""INSERT INTO dossier SELECT a::uuid, code || '-' || n, service, definition, procedure_code, '{agency}',
                unit_id, step, {ended} official ELSE 10 END, assignee, submitter, owner_kind, channel, clock,
                due_at + {shift}, filed_at + {shift}, {ended} ended_at ELSE filed_at END, supplements, open_request,
                has_result, rating, version, journal_number, journal_hash
                FROM dossier CROSS JOIN bench_row WHERE id = '{template}'""",
            f"""INSERT INTO dossier_content SELECT a::uuid, answers, owner, owner_name, salt, origins
                FROM dossier_content CROSS JOIN bench_row WHERE dossier_id = '{template}'""",
            f"""INSERT INTO dossier_event SELECT a::uuid, number, kind, at, actor, actor_name, schema_version, payload
                FROM dossier_event CROSS JOIN bench_row WHERE dossier_id = '{template}'""",
            f"""INSERT INTO dossier_key SELECT '{agency}', kind, value, a::uuid
                FROM dossier_key CROSS JOIN bench_row WHERE dossier_id = '{template}' AND kind = 'phone'""",
            f"""INSERT INTO task SELECT a::uuid, '{agency}', unit_id, role, step, assignee, official, service,
                opened_at + {shift}, step_due_at, due_at + {shift}, sort_at + {shift}
                FROM task CROSS JOIN bench_row WHERE dossier_id = '{template}' AND n % {open_every} = 0""",
        ], rows)
