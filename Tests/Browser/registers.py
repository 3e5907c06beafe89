"""A result from its draft to the register: what the template makes of the case, the entry, looking for it, on paper."""
from elsewhere import attaches_result
from people import DESK, LEADER, SPECIALIST, enters, official, opens_case

NAME = "Đinh Văn Sổ (mẫu)"
REGISTER = "Sổ đăng ký khai tử"


def is_entered(stage):
    desk = official(stage, DESK, "the one-stop desk")
    dossier = enters(desk, "dang-ky-khai-tu", {
        "owner": "self", "deceased.full_name": NAME, "cause": "Tuổi già", "died_on": "05/03/2020", "copies.number": "1"})
    specialist = official(stage, SPECIALIST, "the specialist")
    opens_case(specialist, dossier).follows("Dự thảo kết quả").sees(NAME, "TRÍCH LỤC KHAI TỬ").keeps("result-draft")
    opens_case(specialist, dossier).presses("Trình ký").sees("Đã ghi")
    leader = official(stage, LEADER, "the leader")
    attaches_result(opens_case(leader, dossier), "trich-luc.pdf").presses("Đã ký, chuyển trả").sees("Đã ghi")

    specialist.opens("/ban-lam-viec").follows("Sổ").sees(REGISTER).keeps("registers")
    specialist.follows(REGISTER).sees(NAME).keeps("register")
    looks_for(specialist, "dinh van so").sees(NAME)
    assert "dinh" not in specialist.page.url, "a name stands in the address of the search"
    looks_for(specialist, "khong co ai").misses(NAME)
    specialist.opens("/ban-lam-viec/so").follows(REGISTER).follows("Xem để in").sees(NAME).keeps("register-sheet")
    specialist.page.emulate_media(media="print")
    specialist.sees(REGISTER, NAME).misses("Hộp việc")
    specialist.page.emulate_media(media="screen")


def looks_for(one, text):
    return one.fills("q", text).clicks(one.page.locator("main form[role='search'] button"))
