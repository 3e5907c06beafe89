"""An official who knows no YAML puts a procedure of the catalogue online, by the keyboard alone; another publishes it; a
citizen files it and officials finish it."""
import re

from keyboard import answers_by_keyboard, chooses_file, presses_key, tabs_to, types
from papers import pdf
from people import DESK, HEAD, LEADER, OTHER_SPECIALIST, SPECIALIST, code_on, official, opens_case, registers, wanted_papers
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
    says_what_comes_out(author, draft)
    looks_at_it(author, draft)
    hands_it_over(author, draft)
    service = is_published(stage, author, draft)
    is_turned_on(author, service)
    citizen = is_filed(stage, service)
    code = code_on(citizen)
    dossier = citizen.number_in(r"/ho-so/([0-9a-f-]{36})")
    is_finished(stage, dossier)
    citizen.opens(f"/ho-so/{dossier}").sees(code, "Đã trả kết quả")


# The keyboard


def goes(visitor, words):
    """Tab to a link or button, Enter, the next page."""
    tabs_to(visitor, {"words": words}, most=400)
    return presses_key(visitor, "Enter")


def unfolds(visitor, words):
    tabs_to(visitor, {"words": words}, most=400)
    visitor.page.keyboard.press("Enter")


def adds(visitor, what, vi, en, kind=None, role=None, new="new"):
    """A new part of the page's block: its name in both languages, what kind it is or who works it."""
    unfolds(visitor, what)
    types(visitor, f"{new}.vi", vi)
    types(visitor, f"{new}.en", en)
    if kind:
        picks(visitor, f"{new}.kind", kind)
    if role:
        radio(visitor, f"{new}.role", role)
    return goes(visitor, what).sees("Đã lưu", vi)


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
    goes(author, "Lập dự thảo từ danh mục").sees("Đã lập dự thảo", "Cần làm rõ", "Gửi duyệt")
    author.keeps("designer-overview")


def says_what_it_is(author, draft):
    goes(author, "Thông tin chung").sees("Tên dịch vụ", "Có hiệu lực từ")
    types(author, "title.en", "Deleting temporary residence")
    tabs_to(author, {"name": "owners", "value": "organisation"})
    author.page.keyboard.press("Space")
    goes(author, "Lưu").sees("Đã lưu")


def makes_the_form(author, draft):
    """Two pages; a choice, a group that is asked several times, only where the choice calls for it."""
    author.opens(f"{draft}/muc/bieu-mau").sees("Người đề nghị", "Liên hệ", "Nên xem lại")
    for page in ["Tổ chức đề nghị", "Liên hệ"]:
        goes(author, f"Bỏ: {page}").sees("Đã lưu").misses(f"Bỏ: {page}")
    # Organisations do not file it any more: the check says beside the first page that its condition names them.
    goes(author, "Sửa trang, thêm câu hỏi: Người đề nghị").sees("luôn luôn đúng")
    types(author, "when", "")
    author.page.keyboard.press("Delete")
    goes(author, "Lưu").sees("Đã lưu").misses("luôn luôn đúng")
    goes(author, "Biểu mẫu").misses("Nên xem lại")
    assert author.page.get_by_text("Sửa trang, thêm câu hỏi").count() == 2, "the form has not two pages"
    goes(author, "Sửa trang, thêm câu hỏi: Nội dung đề nghị")
    adds(author, "Thêm câu hỏi", "Xóa cho ai", "Whose residence", kind="Chọn một đáp án").sees("Lựa chọn 1")
    for number, (vi, en) in enumerate([("Một người", "One person"), ("Nhiều người", "Several people")], 1):
        types(author, f"options.+{number}.vi", vi)
        types(author, f"options.+{number}.en", en)
    goes(author, "Lưu").sees("Đã lưu").misses("0 lỗi")

    goes(author, "Biểu mẫu")
    goes(author, "Sửa trang, thêm câu hỏi: Nội dung đề nghị")
    adds(author, "Thêm câu hỏi", "Người cùng xóa", "The other people", kind="Nhóm hỏi nhiều lần")
    adds(author, "Thêm câu hỏi", "Họ và tên", "Full name")
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
    """The template's four steps and a fifth before the signature, in which two are asked at the same time."""
    author.opens(f"{draft}/muc/quy-trinh").sees("Mẫu quy trình", "Sơ đồ")
    goes(author, "Tách ra để sửa từng bước").sees("Đã lưu", "Ký kết quả")
    adds(author, "Thêm bước", "Lấy ý kiến", "Opinions", role="specialist")
    goes(author, "Quy trình")
    for _ in range(2):
        goes(author, "Lên: Lấy ý kiến").sees("Đã lưu")
    # Who prepares the result hands the case to the new step from now on.
    goes(author, "Trình ký")
    picks(author, "to", "Lấy ý kiến")
    goes(author, "Lưu").sees("Đã lưu")
    goes(author, "Quy trình")
    goes(author, "Lấy ý kiến")

    adds(author, "Thêm nhánh lấy ý kiến", "Ý kiến về đất đai", "Opinion on land", role="specialist", new="new-branch")
    author.sees("Hỏi ở đâu")
    radio(author, "at", "chosen")
    types(author, "limit.value", "hai")
    # What is wrong is told beside its field, and what was typed stays.
    goes(author, "Lưu").sees("“hai” không phải số nguyên").holds("limit.value", "hai")
    types(author, "limit.value", "2")
    goes(author, "Lưu").sees("Đã lưu").holds("limit.value", "2")
    goes(author, "Lấy ý kiến")
    adds(
        author, "Thêm nhánh lấy ý kiến", "Ý kiến của trưởng đơn vị", "Opinion of the head", role="head", new="new-branch")
    goes(author, "Lấy ý kiến").sees("Đủ ý kiến thì hồ sơ tự chuyển đến bước", "cán bộ chọn", "tại cơ quan")
    assert author.page.locator("main select[name='to']").input_value() == "signing", "the next step is not proposed"

    unfolds(author, "Thêm hẹn giờ")
    types(author, "new-timer.value", "2")
    goes(author, "Thêm hẹn giờ").sees("Đã lưu", "Sau 2 ngày làm việc: nhắc người đang giữ hồ sơ")
    goes(author, "Lấy ý kiến").keeps("designer-step")
    goes(author, "Quy trình").sees("3. Lấy ý kiến", "Đủ tất cả ý kiến → bước 4", "2 ngày làm việc: nhắc")
    author.misses("1 lỗi", "1 lưu ý").keeps("designer-steps")


def says_what_comes_out(author, draft):
    """A text of the result with a variable, a register with a column; both read the form."""
    author.opens(f"{draft}/muc/ket-qua").sees("Mẫu kết quả", "Vào sổ", "Tin báo thêm")
    goes(author, "Dùng mẫu này").sees("Đã lưu", "Biến có sẵn")
    unfolds(author, "Thêm biến")
    goes(author, "Thêm biến").sees("Hãy chọn câu hỏi, hoặc viết công thức")
    picks(author, "new.rule", "Xóa cho ai")
    goes(author, "Thêm biến").sees("Đã lưu", "{{whose_residence}}")
    goes(author, "Mẫu kết quả")
    types(author, "text", "Đồng ý xóa đăng ký tạm trú cho: {{whose_residence}}.")
    goes(author, "Lưu").sees("Đã lưu").misses("Nên xem lại").keeps("designer-template")
    goes(author, "Mẫu, tin báo, sổ")
    unfolds(author, "Thêm sổ")
    types(author, "new-register.vi", "Sổ xóa tạm trú (mẫu)")
    types(author, "new-register.en", "Register of deletions (sample)")
    goes(author, "Thêm sổ").sees("không có cột nào")
    unfolds(author, "Thêm cột")
    picks(author, "new.rule", "Xóa cho ai")
    goes(author, "Thêm cột").sees("Đã lưu", "Tên cột").misses("1 lỗi")
    author.opens(f"{draft}/muc/ket-qua").sees("Sổ xóa tạm trú (mẫu)", "Xóa cho ai").keeps("designer-outcome")


def looks_at_it(author, draft):
    goes(author, "Xem trước").sees("Nộp cho ai", "Cách nộp")
    # As the applicant: what is missing is told as in the real form, a sample answers it all.
    goes(author, "Trả lời biểu mẫu").sees("Phần 1 trên")
    goes(author, "Tiếp tục").sees("Xin xem lại những chỗ sau").keeps("designer-preview-form")
    goes(author, "Điền câu trả lời mẫu").sees("Thời hạn và ngày hẹn", "“Xóa cho ai” là “").keeps("designer-preview")
    unfolds(author, "Mẫu kết quả")
    author.sees("Đồng ý xóa đăng ký tạm trú cho: ")
    # As officials: act after act to the end, with both opinions.
    goes(author, "Xem tiếp như cán bộ").sees("Hồ sơ vừa nộp")
    goes(author, "Tiếp nhận và chuyển xử lý").sees("Đã làm")
    goes(author, "Trình ký").sees("Việc song song", "nơi mà cán bộ chọn").keeps("designer-preview-desk")
    goes(author, "Trả lời: Ý kiến về đất đai").sees("Đã trả lời")
    goes(author, "Trả lời: Ý kiến của trưởng đơn vị").sees("Ký kết quả")
    goes(author, "Lùi một việc").sees("Trả lời: Ý kiến của trưởng đơn vị")
    goes(author, "Trả lời: Ý kiến của trưởng đơn vị")
    goes(author, "Đã ký, chuyển trả")
    goes(author, "Đã trả kết quả").sees("Hồ sơ đã kết thúc", "Đã trả kết quả")
    goes(author, "So sánh").sees("bản đầu tiên")
    goes(author, "Văn bản").keeps("designer-text")
    text = author.page.locator("main textarea").input_value()
    assert text.startswith("# Dự thảo lập từ bản ghi 1.010028"), text[:200]
    goes(author, "Lịch sử").sees("Lập dự thảo", "Đưa về sau lần 1")
    author.opens("/thiet-ke/huong-dan").sees("Viết điều kiện", "Lập quy trình")


def hands_it_over(author, draft):
    author.opens(draft).sees("Không có lỗi").keeps("designer-ready")
    # What the catalogue left open is named with its number, and handed over only by whoever says that they know.
    goes(author, "Gửi duyệt").sees("điều để ngỏ: hãy xem từng điều")
    confirms(author).sees("Đã gửi duyệt", "Đang chờ duyệt")
    # Whoever wrote it does not publish it.
    author.opens(f"{draft}/duyet", status=404)


def confirms(author):
    tabs_to(author, {"name": "open_seen"}, most=400)
    author.page.keyboard.press("Space")
    return goes(author, "Gửi duyệt")


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
    confirms(author).sees("Đã gửi duyệt")

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
    """By the keyboard alone, as it was designed; the citizen at the receipt."""
    citizen = stage.visitor("the citizen")
    registers(citizen, f"tam-tru-{stage.name}@mau.example")
    citizen.opens(f"/dich-vu/{service}")
    goes(citizen, "Nộp hồ sơ")
    pages(citizen, "/trang/matter")
    # The first answer calls for the group, which was not there before.
    citizen.misses("Người cùng xóa")
    radio(citizen, "matter.whose_residence", "several_people")
    pages(citizen, "/kiem-tra")
    citizen.sees("Người cùng xóa", "9.000 đồng")
    tabs_to(citizen, {"name": "promise"})
    citizen.page.keyboard.press("Space")
    goes(citizen, "Nộp hồ sơ").sees("Mã tra cứu")
    return citizen


def pages(visitor, end):
    """Page after page until the address ends with `end`."""
    for _ in range(20):
        if visitor.page.url.endswith(end):
            return
        if visitor.page.url.endswith("/giay-to"):
            for link in wanted_papers(visitor):
                tabs_to(visitor, {"href": link}, most=400)
                presses_key(visitor, "Enter")
                chooses_file(visitor, pdf())
                goes(visitor, "Tải lên").sees("Đã đính kèm")
        answers_by_keyboard(visitor)
    raise AssertionError(f"{visitor.name} is stuck at {visitor.where}: {visitor.page.inner_text('main')[:800]}")


def is_finished(stage, dossier):
    """Received, prepared, asked beside each other, signed, paid, handed over; each by the official whose work it is."""
    desk = official(stage, DESK, "the one-stop desk")
    opens_case(desk, dossier)
    goes(desk, "Tiếp nhận và chuyển xử lý").sees("Đã ghi")
    specialist = official(stage, SPECIALIST, "the specialist")
    opens_case(specialist, dossier)
    goes(specialist, "Trình ký").sees("Đã ghi")
    opens_case(specialist, dossier).sees("Ý kiến về đất đai", "Chưa hỏi", "Đã có 0 trên 2 trả lời")
    picks(specialist, "place.opinion_on_land", "Phòng Kinh tế")
    types(specialist, "question", "Thửa đất có tranh chấp không?")
    goes(specialist, "Gửi").sees("Đang chờ trả lời")

    other = official(stage, OTHER_SPECIALIST, "the specialist of the other unit")
    opens_case(other, dossier).sees("Thửa đất có tranh chấp không?").keeps("designer-opinion")
    radio(other, "verdict.opinion_on_land", "agree")
    goes(other, "Gửi trả lời")
    head = official(stage, HEAD, "the head of unit")
    opens_case(head, dossier).sees("Đã có 1 trên 2 trả lời")
    radio(head, "verdict.opinion_of_the_head", "agree")
    goes(head, "Gửi trả lời")

    # With the second answer the case has gone on by itself.
    leader = official(stage, LEADER, "the leader")
    opens_case(leader, dossier).sees("Ý kiến về đất đai", "Đồng ý")
    chooses_file(leader, pdf("ket-qua.pdf", "Ket qua (mau)"))
    goes(leader, "Đính kèm kết quả").sees("ket-qua.pdf")
    goes(leader, "Đã ký, chuyển trả").sees("Đã ghi")
    opens_case(desk, dossier)
    unfolds(desk, "Thu phí, lệ phí tại quầy")
    goes(desk, "Thu tiền và lập biên lai").sees("9.000 đồng")
    opens_case(desk, dossier)
    goes(desk, "Đã trả kết quả").sees("Đã ghi")
