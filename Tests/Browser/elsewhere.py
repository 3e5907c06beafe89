"""A case that hands a part of itself to another agency: what everybody sees of it, from the counter to the result."""
import datetime
import time

from papers import pdf
from people import DESK, LEADER, SPECIALIST, enters, official, opens_case

OTHER_SPECIALIST = "chuyen.vien.so@mau.example"
OTHER_LEADER = "lanh.dao.so@mau.example"
BORN = (datetime.date.today() - datetime.timedelta(days=40)).strftime("%d/%m/%Y")


def is_worked_elsewhere(stage):
    """A birth with the health insurance card: the commune registers the birth, the other agency makes the card."""
    desk = official(stage, DESK, "the one-stop desk")
    dossier = enters(desk, "khai-sinh-the-bao-hiem-y-te", {
        "for.name": "Trần Bé Mẫu (mẫu)", "baby.full_name": "Trần Bé Mẫu (mẫu)", "baby.birth_day": BORN, "is_known": "no"})
    specialist = official(stage, SPECIALIST, "the specialist")
    opens_case(specialist, dossier).presses("Trình ký Giấy khai sinh").sees("Đã ghi")
    leader = official(stage, LEADER, "the leader")
    attaches_result(opens_case(leader, dossier), "giay-khai-sinh.pdf").presses("Đã ký, chuyển cơ quan bảo hiểm xã hội")

    # One agency takes the other part here; it has a case of its own a moment later.
    opens_until(specialist, f"/ban-lam-viec/ho-so/{dossier}", "Hồ sơ con H99.12").keeps("child-parent")

    other = official(stage, OTHER_SPECIALIST, "the specialist of the other agency")
    child = finds_child(other)
    other.sees("Trần Bé Mẫu (mẫu)", "Cấp thẻ bảo hiểm y tế", "Hồ sơ gốc").misses("Người nộp rút hồ sơ").keeps("child-case")
    other.presses("Trình ký").sees("Đã ghi")
    signer = official(stage, OTHER_LEADER, "the leader of the other agency")
    attaches_result(opens_case(signer, child), "the-bao-hiem.pdf").presses("Đã ký, chuyển trả").sees("Đã ghi")

    # What came back lies in the first agency's case, which goes on by itself.
    opens_until(specialist, f"/ban-lam-viec/ho-so/{dossier}", "the-bao-hiem.pdf").keeps("child-answered")
    specialist.presses("Xong, chuyển trả kết quả").sees("Đã ghi")
    opens_case(desk, dossier).presses("Đã trả kết quả").sees("Đã ghi", "Đã trả kết quả")


def attaches_result(one, name):
    one.page.locator("main input[name='result']").set_input_files(pdf(name, "Ket qua (mau)"))
    return one.presses("Đính kèm kết quả").sees(name)


def finds_child(other):
    """The case that the other agency got: the newest of its inbox."""
    other.opens("/ban-lam-viec").sees("Cấp thẻ bảo hiểm y tế")
    other.clicks(other.page.locator("main table tbody a", has_text="H99.12").first)
    return other.number_in(r"/ho-so/([0-9a-f-]{36})")


def opens_until(one, path, text, seconds=20):
    """Opens a page until a text stands on it: what another agency is sent comes a moment later."""
    until = time.time() + seconds
    one.opens(path)
    while text not in one.page.locator("body").inner_text() and time.time() < until:
        time.sleep(0.5)
        one.opens(path)
    return one.sees(text)
