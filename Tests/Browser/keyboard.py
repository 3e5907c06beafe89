"""The keyboard alone: Tab, Space, Enter, arrows. Nothing is clicked."""
from people import ANSWERS, DESK, code_on, official, registers


def tabs_to(visitor, wanted, most=150):
    """Presses Tab until the focus stands on a control that fits; where it stands must be seen."""
    page = visitor.page
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate("""wanted => {
            const e = document.activeElement, words = (e.textContent || '').replace(/\s+/g, ' ').trim();
            const fits = wanted.href ? e.getAttribute('href') === wanted.href : wanted.name ? e.name === wanted.name && (!wanted.value || e.value === wanted.value)
                : (e.matches('a,button,summary') && words.includes(wanted.words) && !e.matches('.unseen'));
            if (!fits) return null;
            const box = (e.closest('.choice') || e).getBoundingClientRect();
            return {seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight};
        }""", wanted)
        if found:
            assert found["seen"], f"{visitor.name}: the focus on {wanted} is out of sight at {visitor.where}"
            return visitor
    raise AssertionError(f"{visitor.name}: Tab never comes to {wanted} at {visitor.where}")


def presses_key(visitor, key):
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.keyboard.press(key)
    return visitor.arrives()


def types(visitor, name, text):
    tabs_to(visitor, {"name": name})
    visitor.page.keyboard.press("Control+A")
    visitor.page.keyboard.type(text)


def chooses_file(visitor, file):
    """Tab to the page's field for files, Space, a file in the window that the browser opens."""
    tabs_to(visitor, {"name": visitor.page.locator("main input[type='file']").first.get_attribute("name")})
    with visitor.page.expect_file_chooser() as chooser:
        visitor.page.keyboard.press("Space")
    chooser.value.set_files(file)


def form_by_keyboard(stage):
    """One application, from the start page to the receipt."""
    applicant = stage.visitor("somebody at the keyboard")
    registers(applicant, f"ban-phim-{stage.name}@mau.example")
    applicant.opens("/dich-vu/ban-sao-trich-luc-ho-tich")
    tabs_to(applicant, {"name": "agency"})
    applicant.page.keyboard.press("ArrowDown")
    tabs_to(applicant, {"words": "Nộp hồ sơ"})
    presses_key(applicant, "Enter")
    while not applicant.page.url.endswith("/kiem-tra"):
        answers_by_keyboard(applicant)
    tabs_to(applicant, {"name": "promise"})
    applicant.page.keyboard.press("Space")
    tabs_to(applicant, {"words": "Nộp hồ sơ"})
    presses_key(applicant, "Enter").sees("Mã tra cứu")
    return applicant


def answers_by_keyboard(visitor):
    """Fills in a page in the order in which Tab walks it, and sends it by Enter on its button."""
    page = visitor.page
    where, done = visitor.where, set()
    for _ in range(150):
        page.keyboard.press("Tab")
        at = page.evaluate("""() => { const e = document.activeElement; return {name: e.name || '', type: e.type || '',
            tag: e.tagName, value: e.value || '', words: (e.innerText || '').trim(), hint: e.placeholder || '',
            checked: !!document.querySelector(`[name="${CSS.escape(e.name || '_')}"]:checked`),
            primary: e.matches('main button.primary:not(.unseen)')}; }""")
        last = at["name"].split(".")[-1]
        if at["primary"]:
            presses_key(visitor, "Enter")
            return
        if at["name"] in done or not at["name"]:
            continue
        if at["type"] == "radio":
            done.add(at["name"])
            if not at["checked"]:
                page.keyboard.press("Space")
        elif at["tag"] == "SELECT":
            if not at["value"]:
                page.keyboard.press("ArrowDown")
        elif at["tag"] == "TEXTAREA":
            if not at["value"]:
                page.keyboard.type("Mẫu")
        elif at["type"] in ("text", "tel", "email", "search") and at["tag"] == "INPUT" and at["name"] != "q":
            if not at["value"]:
                page.keyboard.type(ANSWERS.get(last) or ("05/03/1990" if "dd/mm" in at["hint"] else "Mẫu"))
    raise AssertionError(f"{visitor.name}: no button to go on at {where}")


def case_by_keyboard(stage):
    """One case at the desk: down the inbox with j, into the case, a note, the act."""
    applicant = form_by_keyboard(stage)
    code = code_on(applicant)
    desk = official(stage, DESK, "the one-stop desk at the keyboard")
    desk.opens("/ban-lam-viec")
    for _ in range(60):
        desk.page.keyboard.press("j")
        if code in desk.page.evaluate("document.activeElement.innerText"):
            break
    else:
        raise AssertionError(f"j never comes to {code}")
    presses_key(desk, "Enter").sees(code, "Mới đăng ký")
    types(desk, "note", "Đủ giấy tờ")
    tabs_to(desk, {"words": "Tiếp nhận và chuyển xử lý"})
    presses_key(desk, "Enter").sees("Đã ghi")
    desk.opens("/ban-lam-viec").keeps("inbox")
    # The way by the search, and the sheet of keys.
    desk.page.keyboard.press("?")
    desk.page.wait_for_selector("dialog[open]")
    desk.looks()
    desk.page.keyboard.press("Escape")
    desk.page.wait_for_selector("dialog", state="detached")
    desk.page.keyboard.press("/")
    desk.page.keyboard.type(code)
    presses_key(desk, "Enter").sees(code)
