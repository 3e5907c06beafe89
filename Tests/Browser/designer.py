"""An official who knows no YAML puts a procedure of the catalogue online, by the keyboard alone; another publishes it; a
citizen files it and officials finish it."""
import re

from keyboard import presses_key, tabs_to, types
from main_job import opens_case
from papers import pdf
from people import DESK, HEAD, LEADER, SPECIALIST, begins, comes_to, files, official, registers
from site_under_test import national_catalogue

AUTHOR = "quan.tri.xa@mau.example"
REVIEWER = "quan.tri@mau.example"
# Xóa đăng ký tạm trú: in the catalogue, without a definition.
PROCEDURE = "1.010028"


def designs_a_service(stage):
    if not national_catalogue():
        return
    author = official(stage, AUTHOR, "the author")
    begins_a_draft(author)
    draft = author.where.split("?")[0]
    says_what_it_is(author, draft)
    makes_the_form(author, draft)
    makes_the_fee(author, draft)
    makes_the_steps(author, draft)
    looks_at_it(author, draft)
    hands_it_over(author, draft)
    service = is_published(stage, author, draft)
    is_turned_on(author, service)
    dossier = is_filed(stage, service)
    is_finished(stage, dossier)


# The keyboard


def goes(visitor, words):
    """Tab to a link or button, Enter, the next page."""
    tabs_to(visitor, {"words": words}, most=400)
    return presses_key(visitor, "Enter")


def unfolds(visitor, words):
    tabs_to(visitor, {"words": words}, most=400)
    visitor.page.keyboard.press("Enter")


def picks(visitor, name, label):
    """Tab to a list and type the beginning of an entry."""
    tabs_to(visitor, {"name": name}, most=400)
    found = visitor.page.locator(f"main select[name='{name}'] option", has_text=label).first
    wanted = found.get_attribute("value")
    visitor.page.keyboard.press("Home")
    for _ in range(60):
        if visitor.page.locator(f"main select[name='{name}']").first.input_value() == wanted:
            return
        visitor.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{visitor.name}: {label} is not in {name} at {visitor.where}")


def radio(visitor, name, value):
    """Tab to a group of radios and arrow to one."""
    tabs_to(visitor, {"name": name}, most=400)
    for _ in range(10):
        if visitor.page.evaluate("name => document.querySelector(`[name=\"${name}\"]:checked`)?.value", name) == value:
            return
        visitor.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{visitor.name}: no {value} in {name} at {visitor.where}")


# The author


def begins_a_draft(author):
    author.opens("/thiet-ke").sees("Thiết kế dịch vụ").keeps("designer")
    goes(author, "Lập dự thảo mới")
    types(author, "q", PROCEDURE)
    presses_key(author, "Enter").sees(PROCEDURE, "Không")
    goes(author, "Xóa đăng ký tạm trú").sees("lấy từ danh mục")
    goes(author, "Lập dự thảo từ danh mục").sees("Đã lập dự thảo", "Danh mục chưa nói rõ", "Gửi duyệt")
    author.keeps("designer-overview")


def says_what_it_is(author, draft):
    goes(author, "Thông tin chung").sees("Tên dịch vụ", "Có hiệu lực từ")
    types(author, "title.en", "Deleting temporary residence")
    goes(author, "Lưu").sees("Đã lưu")


def makes_the_form(author, draft):
    """Two pages; a choice, a group that is asked several times, only where the choice calls for it."""
    author.opens(f"{draft}/muc/bieu-mau").sees("Người đề nghị", "Liên hệ")
    goes(author, "Bỏ: Liên hệ").sees("Đã lưu").misses("Bỏ: Liên hệ")
    goes(author, "Sửa trang, thêm câu hỏi: Nội dung đề nghị")
    unfolds(author, "Thêm câu hỏi")
    types(author, "new.vi", "Xóa cho ai")
    types(author, "new.en", "Whose residence")
    picks(author, "new.kind", "Chọn một đáp án")
    goes(author, "Thêm câu hỏi").sees("Lựa chọn 1")
    for number, (vi, en) in enumerate([("Một người", "One person"), ("Nhiều người", "Several people")], 1):
        types(author, f"options.+{number}.vi", vi)
        types(author, f"options.+{number}.en", en)
    goes(author, "Lưu").sees("Đã lưu").misses("0 lỗi")

    goes(author, "Biểu mẫu")
    goes(author, "Sửa trang, thêm câu hỏi: Nội dung đề nghị")
    unfolds(author, "Thêm câu hỏi")
    types(author, "new.vi", "Người cùng xóa")
    types(author, "new.en", "The other people")
    picks(author, "new.kind", "Nhóm hỏi nhiều lần")
    goes(author, "Thêm câu hỏi").sees("Người cùng xóa")
    unfolds(author, "Thêm câu hỏi")
    types(author, "new.vi", "Họ và tên")
    types(author, "new.en", "Full name")
    goes(author, "Thêm câu hỏi").sees("Họ và tên")
    goes(author, "Chọn điều kiện thay vì viết").sees("Điều kiện 1")
    picks(author, "field.0", "Xóa cho ai")
    types(author, "value.0", "nhiều người")
    goes(author, "Lưu điều kiện").sees('matter.whose_residence = "several_people"').keeps("designer-condition")
    author.opens(f"{draft}/muc/bieu-mau").sees("Nhóm hỏi nhiều lần").keeps("designer-form")


def makes_the_fee(author, draft):
    goes(author, "Phí, lệ phí")
    unfolds(author, "Thêm khoản phí")
    types(author, "new.vi", "Lệ phí")
    types(author, "new.en", "Charge")
    types(author, "new.amount", "0")
    goes(author, "Thêm khoản phí").sees("Lập bảng phí")
    goes(author, "Lập bảng phí")
    picks(author, "theo", "Xóa cho ai")
    goes(author, "Chọn").sees("Một người", "Nhiều người")
    types(author, "amount.0", "5.000")
    types(author, "amount.1", "9.000")
    goes(author, "Lưu bảng phí").sees("Đã lưu").holds("amount.1", "9000").keeps("designer-fees")


def makes_the_steps(author, draft):
    """The template's four steps and a fifth: the head looks again."""
    author.opens(f"{draft}/muc/quy-trinh").sees("Mẫu quy trình", "Sơ đồ")
    goes(author, "Tách ra để sửa từng bước").sees("Đã lưu", "Ký kết quả")
    unfolds(author, "Thêm bước")
    types(author, "new.vi", "Trưởng đơn vị xem lại")
    types(author, "new.en", "The head looks again")
    radio(author, "new.role", "head")
    goes(author, "Thêm bước").sees("Trưởng đơn vị xem lại")
    unfolds(author, "Thêm hành động")
    types(author, "new.vi", "Đồng ý trình ký")
    types(author, "new.en", "Agree and submit")
    goes(author, "Thêm hành động").sees("Chuyển đến bước")
    picks(author, "to", "Ký kết quả")
    goes(author, "Lưu").sees("Đã lưu")
    goes(author, "Quy trình")
    # Who prepares the result hands it to the head from now on.
    goes(author, "Trình ký")
    picks(author, "to", "Trưởng đơn vị xem lại")
    goes(author, "Lưu").sees("Đã lưu")
    goes(author, "Quy trình").sees("5. Trưởng đơn vị xem lại").keeps("designer-steps")


def looks_at_it(author, draft):
    goes(author, "Xem trước").sees("Người nộp:", "Cán bộ: hồ sơ này").keeps("designer-preview")
    goes(author, "So sánh").sees("bản đầu tiên")
    goes(author, "Văn bản").keeps("designer-text")
    text = author.page.locator("main textarea").input_value()
    assert text.startswith("# Dự thảo lập từ bản ghi 1.010028"), text[:200]
    goes(author, "Lịch sử").sees("Lập dự thảo", "Đưa về sau lần 1")
    author.opens("/thiet-ke/huong-dan").sees("Viết điều kiện", "Lập quy trình")


def hands_it_over(author, draft):
    author.opens(draft).sees("Không có lỗi").keeps("designer-ready")
    goes(author, "Gửi duyệt").sees("Đã gửi duyệt", "Đang chờ duyệt")
    # Whoever wrote it does not publish it.
    author.opens(f"{draft}/duyet", status=404)


def is_published(stage, author, draft):
    """A second person sends it back once, then publishes it."""
    reviewer = official(stage, REVIEWER, "the reviewer")
    reviewer.opens("/thiet-ke").sees("Chờ duyệt")
    goes(reviewer, "Xóa đăng ký tạm trú")
    goes(reviewer, "Xem để duyệt").sees("Duyệt và công bố", "bản đầu tiên").keeps("designer-review")
    types(reviewer, "note", "Sửa tên khoản lệ phí")
    goes(reviewer, "Trả lại để sửa").sees("Đã trả lại")

    author.opens(draft).sees("Sửa tên khoản lệ phí")
    author.opens(f"{draft}/muc/phi")
    goes(author, "Lệ phí")
    types(author, "title.vi", "Lệ phí xóa đăng ký tạm trú")
    goes(author, "Lưu").sees("Đã lưu")
    goes(author, "Tổng quan")
    goes(author, "Gửi duyệt").sees("Đã gửi duyệt")

    reviewer.opens(f"{draft}/duyet")
    goes(reviewer, "Duyệt và công bố").sees("Đã công bố")
    return re.search(r"dịch vụ “([a-z0-9-]+)”", reviewer.page.locator("main").inner_text()).group(1)


def is_turned_on(author, service):
    author.opens("/quan-tri/dich-vu").sees("Xóa đăng ký tạm trú")
    tabs_to(author, {"name": "on", "value": service}, most=400)
    author.page.keyboard.press("Space")
    goes(author, "Lưu").sees("Đã lưu")


# What came of it


def is_filed(stage, service):
    citizen = stage.visitor("the citizen")
    registers(citizen, f"tam-tru-{stage.name}@mau.example")
    begins(citizen, service)
    comes_to(citizen, "/trang/matter", {"owner": "self"})
    # The first answer calls for the group, which was not there before.
    citizen.misses("Người cùng xóa").chooses("matter.whose_residence", "several_people")
    comes_to(citizen, "/kiem-tra", {"matter.whose_residence": "several_people"})
    citizen.sees("Người cùng xóa", "9.000 đồng")
    return files(citizen)


def is_finished(stage, dossier):
    desk = official(stage, DESK, "the one-stop desk")
    opens_case(desk, dossier).presses("Tiếp nhận và chuyển xử lý").sees("Đã ghi")
    specialist = official(stage, SPECIALIST, "the specialist")
    opens_case(specialist, dossier).presses("Trình ký").sees("Đã ghi")
    head = official(stage, HEAD, "the head of unit")
    opens_case(head, dossier).sees("Trưởng đơn vị xem lại").presses("Đồng ý trình ký").sees("Đã ghi")
    leader = official(stage, LEADER, "the leader")
    opens_case(leader, dossier)
    leader.page.locator("main input[name='result']").set_input_files(pdf("ket-qua.pdf", "Ket qua (mau)"))
    leader.presses("Đính kèm kết quả").sees("ket-qua.pdf").presses("Đã ký, chuyển trả").sees("Đã ghi")
    opens_case(desk, dossier).unfolds("Thu phí, lệ phí tại quầy")
    desk.presses("Thu tiền và lập biên lai").sees("9.000 đồng")
    opens_case(desk, dossier).presses("Đã trả kết quả").sees("Đã ghi")
