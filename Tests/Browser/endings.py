"""Cases that take another way: refused, withdrawn, handed over to a colleague, passed to another unit."""
from people import (
    DESK, OTHER_SPECIALIST, SPECIALIST, begins, code_on, comes_to, files, official, opens_case, registers)

COPY = "ban-sao-trich-luc-ho-tich"


def filed(stage, service=COPY, answers=None):
    """Somebody new with a dossier just filed: the visitor and the dossier's id."""
    stage.count = getattr(stage, "count", 0) + 1
    email = f"nguoi-nop-{stage.name}-{stage.count}@mau.example"
    applicant = stage.visitor("the applicant")
    registers(applicant, email)
    begins(applicant, service)
    comes_to(applicant, "/kiem-tra", answers)
    applicant.email = email
    return applicant, files(applicant)


def is_refused(stage):
    """Not without a reason; the applicant reads it, in a letter too."""
    applicant, dossier = filed(stage)
    desk = official(stage, DESK, "the one-stop desk")
    opens_case(desk, dossier).presses("Từ chối tiếp nhận").sees("lý do")
    desk.sees("Mới đăng ký")
    desk.fills("note", "Sự kiện hộ tịch không đăng ký tại tỉnh này").presses("Từ chối tiếp nhận")
    desk.sees("Đã ghi", "Không được tiếp nhận").follows("Phiếu từ chối").sees("không đăng ký tại tỉnh này")
    assert "không đăng ký tại tỉnh này" in stage.site.mail(applicant.email, "không được tiếp nhận")
    applicant.opens(f"/ho-so/{dossier}").sees("Không được tiếp nhận", "không đăng ký tại tỉnh này").keeps("refused")
    applicant.opens(f"/ho-so/{dossier}/rut-ho-so").misses("Rút hồ sơ?")


def is_withdrawn(stage):
    """The applicant takes a dossier back; the desk is not left with it."""
    applicant, dossier = filed(stage)
    code = code_on(applicant)
    applicant.opens(f"/ho-so/{dossier}").follows("Rút hồ sơ").presses("Rút hồ sơ").sees("Lý do rút")
    assert "/rut-ho-so" in applicant.where, "a dossier was withdrawn without a reason"
    applicant.fills("reason", "Đã tìm thấy bản chính").presses("Rút hồ sơ").sees("Rút hồ sơ")
    applicant.opens("/ho-so").sees("Đã kết thúc", code)
    desk = official(stage, DESK, "the one-stop desk")
    desk.opens("/ban-lam-viec").misses(code).keeps("inbox")
    opens_case(desk, dossier).sees("Đã tìm thấy bản chính").misses("Tiếp nhận và chuyển xử lý")


def is_handed_over(stage):
    """Given to a specialist, taken and laid back, given to a colleague, passed to another unit with a reason."""
    _, dossier = filed(stage)
    desk = official(stage, DESK, "the one-stop desk")
    opens_case(desk, dossier)
    unit = desk.page.locator("main select[name='hand.receive'] option", has_text="Phòng Văn hóa").first
    desk.selects("hand.receive", unit.get_attribute("value")).presses("Tiếp nhận và chuyển xử lý").sees("Phòng Văn hóa")

    first = official(stage, SPECIALIST, "the specialist")
    second = official(stage, OTHER_SPECIALIST, "the specialist of another unit")
    opens_case(second, dossier).sees("chỉ xem được")
    opens_case(first, dossier).unfolds("Giao việc, chuyển đơn vị")
    first.presses("Tôi nhận").sees("Giao cho Phạm Văn Viên")
    first.unfolds("Giao việc, chuyển đơn vị")
    first.presses("Trả về hộp việc chung").misses("Giao cho Phạm Văn Viên")
    first.unfolds("Giao việc, chuyển đơn vị")
    first.fills("unit_note", "Việc thuộc Phòng Kinh tế").presses("Chuyển đơn vị").sees("Hãy chọn đơn vị nhận")
    first.holds("unit_note", "Việc thuộc Phòng Kinh tế")
    unit = first.page.locator("main select[name='unit'] option", has_text="Phòng Kinh tế").first
    first.selects("unit", unit.get_attribute("value")).presses("Chuyển đơn vị").sees("Đã ghi", "Phòng Kinh tế")
    first.sees("chỉ xem được").misses("Trình ký")
    second.opens("/ban-lam-viec")
    opens_case(second, dossier).sees("Việc thuộc Phòng Kinh tế").keeps("case-passed")
    second.presses("Trình ký").sees("Đã ghi")
