"""Somebody who uses the site, as a browser without scripts does: pages, forms, cookies."""
import html
import html.parser
import http.client
import re
import secrets
import urllib.parse


class Refused(Exception):
    """The site answered something else than was expected."""


class Unanswered(Exception):
    """No whole answer came: whether the request was carried out is not known."""


class Form:
    def __init__(self, action, method):
        self.action, self.method = action, method
        self.values, self.choices, self.blank, self.buttons, self.uploads = [], {}, [], [], []


class _Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.links, self.text = [], [], []
        self._form = self._select = self._area = self._button = None

    def handle_starttag(self, tag, pairs):
        a = dict(pairs)
        form, name = self._form, a.get("name")
        if tag == "a" and a.get("href"):
            self.links.append(a["href"])
        if tag == "form":
            self._form = Form(a.get("action") or "", (a.get("method") or "get").lower())
            self.forms.append(self._form)
        if not form or not name:
            if tag == "option" and self._select is not None:
                self._select[1].append((a.get("value", ""), "selected" in a))
            if tag == "button" and form:
                self._button = (form, "", "")
            return
        if tag == "input":
            kind = a.get("type", "text")
            if kind in ("radio", "checkbox"):
                options = form.choices.setdefault(name, [])
                options.append(a.get("value", "on"))
                if "checked" in a:
                    form.values.append((name, a.get("value", "on")))
            elif kind == "file":
                form.uploads.append(name)
            elif kind not in ("submit", "search"):
                form.values.append((name, a.get("value") or ""))
                if not a.get("value") and kind != "hidden":
                    form.blank.append((name, a.get("placeholder") or ""))
        elif tag == "textarea":
            self._area = (form, name, [])
        elif tag == "select":
            self._select = (name, [])
        elif tag == "button":
            form.buttons.append((name, a.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            form, name, text = self._area
            form.values.append((name, "".join(text)))
            if not "".join(text).strip():
                form.blank.append((name, ""))
            self._area = None
        elif tag == "select" and self._select:
            name, options = self._select
            chosen = [value for value, is_chosen in options if is_chosen]
            self._form.values.append((name, chosen[0] if chosen else ""))
            if not (chosen and chosen[0]):
                self._form.choices[name] = [value for value, _ in options if value]
            self._select = None

    def handle_data(self, data):
        if self._area:
            self._area[2].append(data)
        self.text.append(data)


class Page:
    def __init__(self, status, address, body):
        self.status, self.address, self.source = status, address, body
        reader = _Reader()
        reader.feed(body)
        self.forms, self.links, self.text = reader.forms, reader.links, " ".join(reader.text)

    def form(self, part=""):
        """The first form to send whose action holds `part`."""
        for form in self.forms:
            if form.method == "post" and part in (form.action or self.address) and "/dang-xuat" not in form.action:
                return form
        raise Refused(f"no form {part!r} at {self.address}: {self.text[:600]!r}")


class Person:
    def __init__(self, port, timeout=60):
        self.port, self.timeout = port, timeout
        self.cookies = {}

    def ask(self, method, address, body=None, content_type=None):
        """One request; returns status, headers and bytes. Raises Unanswered when no whole answer came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        headers = {"Host": f"localhost:{self.port}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if content_type:
            headers["Content-Type"] = content_type
        try:
            connection.request(method, address, body=body, headers=headers)
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered(f"{method} {address}: {error!r}") from error
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if value:
                self.cookies[name.strip()] = value.strip()
            else:
                self.cookies.pop(name.strip(), None)
        return answer.status, answer.headers, content

    def opens(self, address, hops=8):
        status, headers, content = self.ask("GET", self._path(address))
        return self._arrives(address, status, headers, content, hops)

    def _path(self, address):
        parts = urllib.parse.urlsplit(address)
        return urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))

    def _arrives(self, address, status, headers, content, hops=8):
        if status in (302, 303) and hops:
            return self.opens(urllib.parse.urljoin(address, headers["Location"]), hops - 1)
        return Page(status, self._path(address), content.decode("utf-8", "replace"))

    def sends(self, page, form, values=(), button=None, files=()):
        """Sends a form with its present values, those of `values` in their place."""
        given = dict(values)
        pairs = [(k, v) for k, v in form.values if k not in given]
        for key, value in given.items():
            pairs += [(key, one) for one in (value if isinstance(value, list) else [value])]
        if button:
            pairs.append(button)
        address = urllib.parse.urljoin(page.address, html.unescape(form.action) or page.address)
        if files:
            body, kind = _multipart(pairs, files)
        else:
            body, kind = urllib.parse.urlencode(pairs).encode(), "application/x-www-form-urlencoded"
        status, headers, content = self.ask("POST", self._path(address), body, kind)
        return self._arrives(address, status, headers, content)

    # What people do on this site.

    def registers(self, name, email, password, sink_letter):
        page = self.opens("/dang-ky")
        page = self.sends(page, page.form("/dang-ky"), {
            "name": name, "email": email, "phone": "0912345678", "password": password})
        link = re.search(r"http://\S+/tai-khoan/\S+", sink_letter(email)).group(0)
        page = self.opens(link)
        self.sends(page, page.form("/tai-khoan"))
        return self.signs_in(email, password)

    def signs_in(self, email, password, digits=None):
        page = self.opens("/dang-nhap")
        page = self.sends(page, page.form("/dang-nhap"), {"email": email, "password": password})
        if digits:
            page = self.sends(page, page.form(), {"code": digits()})
        if "dang-nhap" in page.address:
            raise Refused(f"{email} is not signed in: {page.status} {page.text[:300]!r}")
        return self

    def fills(self, page, answers):
        """Answers what has no answer yet, and goes on."""
        form = page.form()
        values = {}
        for name, placeholder in form.blank:
            short = name.split(".")[-1]
            values[name] = answers.get(short, "05/03/2020" if "dd/mm" in placeholder else "Mẫu")
        present = {name for name, value in form.values if value}
        for name, options in form.choices.items():
            if name not in present and options:
                wanted = answers.get(name.split(".")[-1])
                values[name] = wanted if wanted in options else options[0]
        button = next((b for b in form.buttons if b[1] == "next"), form.buttons[-1] if form.buttons else None)
        return self.sends(page, form, values, button)

    def files(self, service, agency_part, answers, paper):
        """From the start page of a service to the receipt. `paper()` gives the bytes of a picture to attach.

        Returns the dossier's id, its code and the hashes of what was attached; raises Unanswered when the site went
        away before it answered the filing."""
        page = self.opens(f"/dich-vu/{service}")
        form = page.form("/ban-nhap")
        values = {name: self._agency(page, options, agency_part) for name, options in form.choices.items()}
        page = self.sends(page, form, values)
        attached = []
        for _ in range(40):
            if page.status >= 500:
                raise Refused(f"{page.status} at {page.address}")
            if page.address.endswith("/kiem-tra"):
                unfinished = re.search(r'class="[^"]*banner-warning.*?href="([^"]+)"', page.source, re.S)
                if not unfinished:
                    break
                page = self.opens(html.unescape(unfinished.group(1)))
            if page.address.endswith("/giay-to"):
                here = page.address
                for link in dict.fromkeys(l for l in page.links if "/giay-to/" in l):
                    attached += self._attaches(link, paper())
                page = self.opens(here)
            page = self.fills(page, answers)
        if not page.address.endswith("/kiem-tra"):
            raise Refused(f"stuck at {page.address}: {page.text[:600]!r}")
        form = page.form("/nop")
        page = self.sends(page, form, {name: options[0] for name, options in form.choices.items()})
        found = re.search(r"/ho-so/([0-9a-f-]{36})", page.address)
        code = re.search(r"H99[.\d]*-\d{6}-\d+", page.text)
        if not found or not code:
            raise Refused(f"not filed: {page.status} {page.address} {page.text[:600]!r}")
        return found.group(1), code.group(0), attached

    @staticmethod
    def _agency(page, options, part):
        for option in options:
            label = page.source.split(f'value="{option}"', 1)[-1].split("<input", 1)[0]
            if part in label:
                return option
        return options[0]

    def _attaches(self, link, content):
        page = self.opens(link)
        if page.status != 200:
            raise Refused(f"{page.status} at {page.address}")
        form = next((f for f in page.forms if f.uploads), None)
        if not form:
            return []
        import hashlib

        page = self.sends(page, form, files=[(form.uploads[0], "anh.png", "image/png", content)])
        if page.status != 200:
            # What was not acknowledged need not be there.
            raise Refused(f"{page.status} at {page.address}")
        return [hashlib.sha256(content).hexdigest()]


def _multipart(pairs, files):
    boundary = "----motcua" + secrets.token_hex(12)
    out = []
    for name, value in pairs:
        out.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, filename, kind, content in files:
        out.append(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
            f"Content-Type: {kind}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(out) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
