"""The main job in a real browser: a citizen registers, files and follows; the one-stop desk receives the dossier."""
import base64
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from playwright.sync_api import sync_playwright  # noqa: E402

from site_under_test import Site, Visitor, link_in  # noqa: E402

PASSWORD = "mot-cua-mau-2026"
# A picture of one pixel, as a paper to attach.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
ANSWERS = [
    ("citizen_number", "001190000018"), ("full_name", "Trần Thị Mẫu"), ("birth_day", "05/03/1990"),
    ("ethnicity", "Kinh"), ("nationality", "Việt Nam"), ("phone", "0912345678"), ("email", "nguoi.nop@mau.example"),
    ("copies", "2"), ("province", "Tỉnh Mẫu (mẫu)"), ("commune", "Xã Mẫu (mẫu)"), ("name", "Trần Thị Mẫu"),
    ("number", "001190000018"), ("address", "Thôn Mẫu"),
]


def fills_the_page(visitor):
    """Answers every question of a form page that has no answer yet."""
    page = visitor.page
    form = page.locator("main form[method='post']").first
    groups = set()
    for control in form.locator("input, select, textarea").all():
        name, kind = control.get_attribute("name"), control.get_attribute("type")
        if not name or name.startswith("_") or kind in ("hidden", "file", "submit", "search"):
            continue
        if kind in ("radio", "checkbox"):
            if name in groups:
                continue
            groups.add(name)
            options = form.locator(f"input[name='{name}']")
            if options.locator(":checked").count() == 0 and not any(o.is_checked() for o in options.all()):
                wanted = form.locator(f"input[name='{name}'][value='female']")
                (wanted if wanted.count() else options).first.check(force=True)
            continue
        if control.evaluate("e => e.tagName") == "SELECT":
            if not control.input_value():
                values = [v for v in control.locator("option").evaluate_all("o => o.map(x => x.value)") if v]
                control.select_option("99" if "99" in values else values[0])
            continue
        if not control.input_value():
            value = next((v for key, v in ANSWERS if name.split(".")[-1] == key), None)
            control.fill(value or ("05/03/2020" if "dd/mm" in (control.get_attribute("placeholder") or "") else "Mẫu"))


def signs_in(visitor, email, password=PASSWORD):
    visitor.opens("/dang-nhap").fills("email", email).fills("password", password).presses("Đăng nhập")
    if visitor.page.locator("[name='code']").count():
        # A code opens once: whoever comes second in the same half minute waits for the next.
        for _ in range(4):
            visitor.fills("code", visitor.site.digits()).sends()
            if not visitor.page.locator("[name='code']").count():
                break
            time.sleep(8)
    assert "dang-nhap" not in visitor.page.url, f"{email} is not signed in: {visitor.page.url}"
    return visitor


def registers(visitor, email):
    visitor.opens("/dang-ky").fills("name", "Trần Thị Mẫu").fills("email", email).fills("phone", "0912345678")
    visitor.fills("password", PASSWORD).sends()
    visitor.opens(link_in(visitor.site.mail(email, "/tai-khoan/"), visitor.site.base)).sends()
    return signs_in(visitor, email)


def files(visitor, service):
    """From the start page of a service to the receipt; returns the dossier's address."""
    visitor.opens(f"/dich-vu/{service}").keeps("service")
    page = visitor.page
    commune = page.get_by_label("Ủy ban nhân dân xã Mẫu", exact=False)
    if commune.count():
        commune.first.check(force=True)
    visitor.presses("Nộp hồ sơ")
    for _ in range(30):
        if page.url.endswith("/kiem-tra"):
            unfinished = page.locator("main .banner-warning a")
            if not unfinished.count():
                break
            visitor.clicks(unfinished.first)
        form = page.locator("main form[method='post']").first
        upload = page.locator("main a[href*='/giay-to/']")
        if page.url.endswith("/giay-to") and upload.count():
            attaches(visitor)
        fills_the_page(visitor)
        before = page.url
        if page.locator("main button[value='next']").count():
            visitor.clicks(page.locator("main button[value='next']").last)
        else:
            visitor.clicks(form.locator("button.primary").last)
        if page.url == before and page.locator("[role='alert']").count():
            # A province was chosen, or a question came up: answer what is new.
            continue
    assert page.url.endswith("/kiem-tra"), f"{visitor.name} is stuck at {page.url}: {page.inner_text('main')[:800]}"
    visitor.keeps("check")
    page.locator("main form input[type='checkbox']").last.check(force=True)
    visitor.clicks(page.locator("main form button.primary").last)
    visitor.sees("H99.").keeps("receipt")
    found = re.search(r"/ho-so/([0-9a-f-]{36})", page.url)
    assert found, f"no dossier at {page.url}"
    return found.group(1)


def attaches(visitor):
    page = visitor.page
    here = page.url
    links = page.locator("main a[href*='/giay-to/']").evaluate_all("l => [...new Set(l.map(a => a.getAttribute('href')))]")
    for link in links:
        visitor.opens(link)
        box = page.locator("input[type='file']")
        if box.count():
            box.first.set_input_files({"name": "anh.png", "mimeType": "image/png", "buffer": PICTURE})
            visitor.presses("Tải lên")
    visitor.opens(here)


def finds_case(official, dossier):
    return official.opens(f"/ban-lam-viec/ho-so/{dossier}")


def does(official, act):
    """Presses an act of the present step."""
    official.clicks(official.page.get_by_role("button", name=act, exact=False).first)
    return official


def main_job(browser, site, width, scripts, pictures):
    visitor = Visitor(browser, site, "the applicant", width, scripts, pictures)
    visitor.opens("/").keeps("home")
    visitor.opens("/thu-tuc?q=trich+luc+khai+sinh").sees("Trích lục").keeps("search")
    visitor.opens("/thu-tuc/2.000635").sees("trực tuyến").keeps("procedure")
    registers(visitor, f"nguoi-nop-{width}-{int(scripts)}@mau.example")
    dossier = files(visitor, "ban-sao-trich-luc-ho-tich")

    desk = Visitor(browser, site, "the one-stop desk", width, scripts, pictures)
    signs_in(desk, "mot.cua.xa@mau.example")
    desk.opens("/ban-lam-viec").keeps("inbox")
    finds_case(desk, dossier).keeps("case")
    does(desk, "Tiếp nhận")
    visitor.opens(f"/ho-so/{dossier}").sees("tiếp nhận").keeps("follow")
    site.mail(f"nguoi-nop-{width}-{int(scripts)}@mau.example", "H99.")
    visitor.opens("/ho-so").opens("/thong-bao").opens("/ho-so-cua-toi/truy-cap").sees("mẫu")
    desk.opens("/ban-lam-viec")
    for one in (visitor, desk):
        one.leaves()


def main():
    motcua, place = sys.argv[1:3]
    pictures = os.environ.get("MOTCUA_PICTURES")
    passed = 0
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        runs = [("sqlite", None, 360, True), ("sqlite", None, 1280, True), ("sqlite", None, 360, False)]
        if os.environ.get("MOTCUA_TEST_POSTGRES"):
            runs.append(("postgresql", os.environ["MOTCUA_TEST_POSTGRES"], 1280, True))
        site = None
        for number, (kind, database, width, scripts) in enumerate(runs):
            if site is None or kind != runs[number - 1][0]:
                if site:
                    site.stop()
                site = Site(motcua, place, f"journey-{kind}", database).start()
            main_job(browser, site, width, scripts, pictures if scripts else None)
            print(f"ok  main job, {kind}, {width} px, scripts {'on' if scripts else 'off'}", flush=True)
            passed += 1
        print(site.say("verify").strip())
        site.stop()
        browser.close()
    print(f"{passed} passed, 0 failed")


main()
