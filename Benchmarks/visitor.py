"""Somebody with a browser, without the browser: keeps cookies, sends the forms that pages show."""
import http.client
import re
import urllib.parse
from html.parser import HTMLParser

PASSWORD = "mot-cua-mau-2026"
# What the questions of the sample service are answered with, by the end of the field's name.
ANSWERS = {
    "citizen_number": "001190000018", "full_name": "Trần Thị Mẫu", "birth_day": "05/03/1990", "sex": "female",
    "ethnicity": "Kinh", "nationality": "Việt Nam", "phone": "0912345678", "email": "nguoi.nop@mau.example",
    "province": "99", "commune": "99999", "name": "Trần Thị Mẫu", "number": "001190000018", "address": "Thôn Mẫu",
    "street": "Thôn Mẫu", "from": "01/01/2021", "until": "01/01/2024", "current": "never_married", "copies": "2",
    "is_marriage": "no", "use_for": "Mua nhà", "is_repeated": "yes", "has_old_paper": "yes", "way": "counter",
    "owner": "self", "promise": "yes",
}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6364f8cf500f00030601805a34"
    "7d6b0000000049454e44ae426082")


class Form(HTMLParser):
    """The fields of the forms of a page that have an effect, by the address they are sent to."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.now, self.select = {}, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form" and a.get("method") == "post":
            self.now = self.forms.setdefault(a.get("action") or "", [])
        elif tag == "form":
            self.now = None
        elif self.now is None:
            return
        elif tag == "select":
            self.select = a.get("name")
            self.now.append((self.select, "select", "", False))
        elif tag == "option" and self.select and "selected" in a:
            self.now.append((self.select, "option", a.get("value", ""), True))
        elif tag == "textarea":
            self.now.append((a.get("name"), "text", "", False))
        elif tag in ("input", "button") and a.get("name"):
            self.now.append((a["name"], a.get("type", "text"), a.get("value") or "", "checked" in a))

    def handle_endtag(self, tag):
        if tag == "form":
            self.now = None
        elif tag == "select":
            self.select = None


class Visitor:
    """One person or official of the sample province, signed in."""

    def __init__(self, port, email=None, digits=None):
        self.port, self.cookies, self.address = port, {}, "/"
        if email:
            self.sign_in(email, digits)

    def ask(self, method, path, body=None, content_type="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie, "Host": f"localhost:{self.port}"}
        if body is not None:
            headers["Content-Type"] = content_type
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        for field in answer.headers.get_all("Set-Cookie") or []:
            name, value = field.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.headers.get("Location", ""), text.decode(errors="replace")

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def opens(self, path):
        """The page there, after what it leads to; its address stays in `address`."""
        for _ in range(10):
            status, to, text = self.ask("GET", path)
            if status not in (301, 302, 303):
                assert status == 200, f"{path}: {status}"
                self.address = path
                return text
            path = to.split("#")[0]
        raise AssertionError(f"{path} leads round in a circle")

    def sends(self, action, pairs):
        status, to, text = self.ask("POST", action, urllib.parse.urlencode(pairs))
        assert status == 303, f"{action}: {status} {text[-3000:]}"
        return to.split("#")[0]

    def sign_in(self, email, digits):
        html = self.opens("/dang-nhap")
        html = self.opens(self.sends("/dang-nhap", self.token(html) + [("email", email), ("password", PASSWORD)]))
        for action, fields in Form(html).forms.items():
            if any(field[0] == "code" for field in fields):
                self.sends(action, [(n, v) for n, k, v, _ in fields if k == "hidden"] + [("code", digits())])
        assert "mc_session" in self.cookies, f"{email} is not signed in"

    def token(self, html=None):
        """The form token of this browser, as a pair to send."""
        for fields in Form(html or self.opens("/tra-cuu")).forms.values():
            for name, _, value, _ in fields:
                if name == "_token":
                    return [(name, value)]
        raise AssertionError("the page has no form")

    def answers(self, html):
        """Answers every question of the page's own form; returns where the answers go and the pairs."""
        for action, fields in Form(html).forms.items():
            if action.endswith("/dang-xuat") or action.endswith("/xoa"):
                continue
            pairs, seen = [], set()
            for name, kind, value, checked in fields:
                end = (name or "").split(".")[-1]
                if kind == "hidden":
                    pairs.append((name, value))
                elif kind in ("radio", "checkbox"):
                    if name not in seen:
                        seen.add(name)
                        pairs.append((name, ANSWERS.get(end, value)))
                elif kind not in ("file", "submit", "button", "option") and name not in seen:
                    seen.add(name)
                    pairs.append((name, ANSWERS.get(end, value or "Mẫu")))
            return action, pairs
        raise AssertionError(f"no form at {self.address}")

    def drafts(self, service, agency):
        """Fills in the service up to its last screen, with a file for each paper; returns the draft's id."""
        html = self.opens(f"/dich-vu/{service}")
        html = self.opens(self.sends(f"/dich-vu/{service}/ban-nhap", self.token(html) + [("agency", agency)]))
        for _ in range(40):
            if self.address.endswith("/kiem-tra"):
                return self.address.split("/")[3]
            if self.address.endswith("/giay-to"):
                for paper in sorted(set(re.findall(r'href="([^"]*/giay-to/[^"]+)"', html))):
                    self.attaches(paper)
            action, pairs = self.answers(html)
            html = self.opens(self.sends(action, pairs))
        raise AssertionError(f"the form does not end: {self.address}")

    def attaches(self, paper):
        """Sends a small picture to the page of a paper."""
        action, fields = next(
            (a, f) for a, f in Form(self.opens(paper)).forms.items() if any(k == "file" for _, k, _, _ in f))
        name = next(n for n, k, _, _ in fields if k == "file")
        pairs = [(n, v) for n, k, v, _ in fields if k == "hidden"]
        mark = "----mau"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in pairs]
        parts.append(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="giay.png"\r\n'
            f"Content-Type: image/png\r\n\r\n".encode() + PICTURE + f"\r\n--{mark}--\r\n".encode())
        status, _, text = self.ask("POST", action, b"".join(parts), f"multipart/form-data; boundary={mark}")
        assert status == 303, f"{action}: {status} {text[-1500:]}"
