"""At the counter: a dossier is entered for somebody present, with the receipt on paper."""
from people import ANSWERS, DESK, code_on, fills_the_page, official

ABSENT = "submitter.name"


def at_the_counter(stage):
    desk = official(stage, DESK, "the one-stop desk")
    desk.opens("/ban-lam-viec").follows("Tiếp nhận tại quầy").keeps("counter")
    desk.selects("service", "xac-nhan-tinh-trang-hon-nhan").presses("Bắt đầu nhập")
    entry = desk.where

    # What is wrong is told, and what was typed stays.
    desk.fills(ABSENT, "Đinh Thị Quầy (mẫu)").presses("Tiếp nhận hồ sơ").holds(ABSENT, "Đinh Thị Quầy (mẫu)")
    assert desk.page.locator("main .error-summary, main [role='alert']").count(), "an empty form was received"
    desk.chooses("owner", "self").presses("Lưu và cập nhật biểu mẫu")

    # Somebody else comes first; the entry waits in the list of the counter.
    desk.opens("/ban-lam-viec/tiep-nhan").sees("Đang nhập dở", "Đinh Thị Quầy (mẫu)")
    desk.opens(entry).holds(ABSENT, "Đinh Thị Quầy (mẫu)")
    for _ in range(6):
        fills_the_page(desk, {
            "submitter.number": ANSWERS["citizen_number"], "from": "01/01/2015", "until": "01/01/2020",
            "person.full_name": "Đinh Thị Quầy (mẫu)"})
        for handed in desk.page.locator("main select[name^='handed.']").all():
            values = handed.locator("option").evaluate_all("o => o.map(x => x.value).filter(v => v)")
            if not handed.input_value() and handed.get_attribute("name") != "handed.identity":
                handed.select_option(values[0])
        desk.presses("Tiếp nhận hồ sơ")
        if desk.where != entry:
            break
    desk.sees("Đinh Thị Quầy (mẫu)", "GIẤY TIẾP NHẬN HỒ SƠ", "Cách tính").keeps("counter-receipt")
    code = code_on(desk)
    desk.page.emulate_media(media="print")
    desk.sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code).misses("Hộp việc", "Bàn làm việc")
    desk.page.emulate_media(media="screen")
    desk.opens("/ban-lam-viec/tim").fills("q", "dinh thi quay").clicks(desk.page.locator("main form[role='search'] button"))
    desk.sees(code)
    assert "quay" not in desk.page.url, "a name stands in the address of the search"
