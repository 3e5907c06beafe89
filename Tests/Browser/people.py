"""What people do in more than one journey: registering, signing in, filling in a form, filing."""
import re
import time

from papers import pdf
from site_under_test import link_in

PASSWORD = "mot-cua-mau-2026"
DESK = "mot.cua.xa@mau.example"
SPECIALIST = "chuyen.vien.xa@mau.example"
OTHER_SPECIALIST = "chuyen.vien.kinh.te.xa@mau.example"
HEAD = "truong.phong.xa@mau.example"
LEADER = "lanh.dao.xa@mau.example"

# What is answered to a question, by the last part of its name.
ANSWERS = {
    "citizen_number": "001190000018", "number": "001190000018", "full_name": "Trần Thị Mẫu", "name": "Trần Thị Mẫu",
    "birth_day": "05/03/1990", "ethnicity": "Kinh", "nationality": "Việt Nam", "phone": "0912345678",
    "email": "nguoi.nop@mau.example", "copies": "2", "address": "Thôn Mẫu, xã Mẫu, tỉnh Mẫu", "sex": "female",
    "street": "Thôn Mẫu", "birth_year": "1965", "registered_on": "10/03/1990",
    "province": "99", "commune": "99999", "old_province": "99", "old_district": "999", "old_commune": "99999",
    "birth_place": "Trạm y tế xã Mẫu", "reason": "Bản chính đã mất", "is_public_servant": "no",
}

CONTROLS = """form => [...form.querySelectorAll('input, select, textarea')].filter(e => e.name && !e.name.startsWith('_')
    && !['hidden', 'file', 'submit', 'search'].includes(e.type)).map(e => ({name: e.name, kind: e.type || '',
    tag: e.tagName, value: e.value, checked: !!e.checked, hint: e.placeholder || '',
    options: e.tagName == 'SELECT' ? [...e.options].map(o => o.value).filter(v => v) : []}))"""


def fills_the_page(visitor, answers=None):
    """Answers every question of a form page that has no answer yet."""
    answers = {**ANSWERS, **(answers or {})}

    def wanted(name):
        return answers.get(name, answers.get(name.split(".")[-1]))

    form = visitor.page.locator("main form[method='post']").first
    controls = form.evaluate(CONTROLS)
    groups = {}
    for control in controls:
        name = control["name"]
        if control["kind"] in ("radio", "checkbox"):
            groups.setdefault(name, []).append(control)
        elif control["tag"] == "SELECT":
            if not control["value"]:
                value = wanted(name) if wanted(name) in control["options"] else control["options"][0]
                form.locator(f"select[name='{name}']").first.select_option(value)
        elif not control["value"]:
            usual = "05/03/2020" if "dd/mm" in control["hint"] else "Mẫu"
            form.locator(f"[name='{name}']").first.fill(wanted(name) or usual)
    for name, options in groups.items():
        if any(option["checked"] for option in options):
            continue
        values = [option["value"] for option in options]
        value = wanted(name) if wanted(name) in values else values[0]
        form.locator(f"input[name='{name}'][value='{value}']").first.check(force=True)
    return visitor


def signs_in(visitor, email, password=PASSWORD):
    visitor.opens("/dang-nhap").fills("email", email).fills("password", password).presses("Đăng nhập")
    gives_code(visitor)
    assert "dang-nhap" not in visitor.page.url, f"{email} is not signed in: {visitor.where}"
    return visitor


def gives_code(visitor):
    """The second step of an official. A code opens once: whoever comes second in the same half minute waits for the
    next."""
    for _ in range(5):
        if not visitor.page.locator("[name='code']").count():
            break
        visitor.fills("code", visitor.site.digits()).sends()
        if visitor.page.locator("[name='code']").count():
            time.sleep(8)


def signs_out(visitor):
    """By the account's menu, which is folded on narrow screens and on wide ones."""
    menu = visitor.page.locator("header details.account:visible, header details.menu:visible").first
    menu.locator("summary").first.click()
    return visitor.clicks(menu.locator("form[action*='/dang-xuat'] button"))


def official(stage, email, name):
    """An official at a browser of their own. On each site they sign in once; later they come with their cookies."""
    known = stage.site.cookies.get(email)
    one = stage.visitor(name, cookies=known)
    if not known:
        signs_in(one, email)
        stage.site.cookies[email] = one.context.storage_state()
    return one


def opens_case(one, dossier):
    return one.opens(f"/ban-lam-viec/ho-so/{dossier}")


def registers(visitor, email, name="Trần Thị Mẫu"):
    """Registers, opens the link of the letter, signs in."""
    visitor.opens("/dang-ky").fills("name", name).fills("email", email).fills("phone", "0912345678")
    visitor.fills("password", PASSWORD).sends()
    visitor.opens(link_in(visitor.site.mail(email, "/tai-khoan/"), visitor.site.base)).sends()
    return signs_in(visitor, email)


def begins(visitor, service):
    """From the start page of a service into a draft."""
    visitor.opens(f"/dich-vu/{service}")
    commune = visitor.page.get_by_label("Ủy ban nhân dân xã Mẫu", exact=False)
    if commune.count():
        commune.first.check(force=True)
    return visitor.presses("Nộp hồ sơ")


def goes_on(visitor):
    """Sends a page of the form by the button that leads on."""
    onward = visitor.page.locator("main button[value='next']:not(.unseen)")
    return visitor.clicks(
        onward.last if onward.count() else visitor.page.locator("main form[method='post'] button.primary").last)


def comes_to(visitor, end, answers=None, attach=None):
    """Answers page after page until the address ends with `end`."""
    for _ in range(40):
        if visitor.page.url.endswith(end):
            return visitor
        if visitor.page.url.endswith("/giay-to"):
            for link in wanted_papers(visitor):
                attaches(visitor, link, attach or pdf())
        fills_the_page(visitor, answers)
        goes_on(visitor)
    raise AssertionError(f"{visitor.name} is stuck at {visitor.where}: {visitor.page.inner_text('main')[:1200]}")


def wanted_papers(visitor):
    """Where the papers are attached that are needed and not there."""
    return visitor.page.locator("main section, main .card").filter(has_text="Bắt buộc").locator(
        "a[href*='/giay-to/']").evaluate_all("l => [...new Set(l.map(a => a.getAttribute('href')))]")


def attaches(visitor, link, *files):
    """Sends files for one paper, and comes back to the list of papers."""
    visitor.opens(link)
    visitor.page.locator("input[type='file']").first.set_input_files(list(files))
    return visitor.presses("Tải lên")


def files(visitor):
    """From the check page to the receipt; the dossier's id."""
    visitor.misses("Còn phần chưa xong")
    visitor.page.locator("main form input[type='checkbox']").last.check(force=True)
    visitor.clicks(visitor.page.locator("main form button.primary").last)
    visitor.sees("H99.")
    return visitor.number_in(r"/ho-so/([0-9a-f-]{36})")


def enters(desk, service, answers):
    """Somebody's dossier entered at the counter and received; its id."""
    desk.opens("/ban-lam-viec/tiep-nhan").selects("service", service).presses("Bắt đầu nhập")
    entry = desk.where
    for _ in range(8):
        fills_the_page(desk, answers)
        for handed in desk.page.locator("main select[name^='handed.']").all():
            if not handed.input_value():
                handed.select_option(handed.locator("option").evaluate_all("o => o.map(x => x.value).filter(v => v)")[0])
        desk.presses("Tiếp nhận hồ sơ")
        if desk.where.split("#")[0] != entry.split("#")[0]:
            return desk.number_in(r"/ho-so/([0-9a-f-]{36})")
    raise AssertionError(f"{desk.name} cannot enter {service}: {desk.page.inner_text('main')[:1500]}")


def code_on(visitor):
    """The dossier's code on a page."""
    found = re.search(r"H99\.\d\d-\d{6}-\d+", visitor.page.locator("body").inner_text())
    assert found, f"{visitor.name}: no code at {visitor.where}"
    return found.group(0)
