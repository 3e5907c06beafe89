"""The main job: a citizen searches, registers, files and follows; the desk works the case; the citizen gets an answer."""
import os
import re

from papers import pdf, photograph, wrong_kind
from people import (
    DESK, HEAD, LEADER, PASSWORD, SPECIALIST, attaches, begins, code_on, comes_to, files, fills_the_page, goes_on, official,
    opens_case, registers, signs_in, signs_out)

SERVICE = "dang-ky-lai-khai-sinh"
REASON = "Bản chính thất lạc khi chuyển nhà năm 2019, đã tìm nhiều nơi không thấy"


def main_job(stage):
    email = f"nguoi-nop-{stage.name}@mau.example"
    applicant = stage.visitor("the applicant")
    searches(applicant)
    registers(applicant, email)
    other = leaves_and_resumes(stage, applicant, email)
    attaches_papers(stage, other)
    dossier, code, secret = checks_and_files(other)
    receipt_on_paper(other, dossier)
    follows_without_signing_in(stage, code, secret)

    desk = official(stage, DESK, "the one-stop desk")
    finds(desk, code)
    asks_for_supplements(desk, dossier)
    answers_supplements(stage, other, email, dossier)
    receives(desk, dossier)
    other.opens(f"/ho-so/{dossier}").sees("Hẹn trả", "Đang xử lý").keeps("follow")
    is_worked(stage, dossier)
    is_returned(stage, desk, dossier)
    gets_the_result(stage, other, email, dossier)


# The applicant


def searches(visitor):
    """In the words of the street, without accents; a filter; the page of the procedure; the start of the service."""
    visitor.opens("/").keeps("home")
    visitor.fills("q", "lam lai giay khai sinh bi mat").clicks(visitor.page.locator("main form button").first)
    visitor.sees("đăng ký lại khai sinh").keeps("search")
    visitor.clicks(visitor.page.locator("main .filters a", has_text="Cấp xã").first).sees("đăng ký lại khai sinh")
    visitor.clicks(visitor.page.locator("main a[href*='/thu-tuc/1.004884']").first)
    visitor.sees("Cần chuẩn bị", "Bao lâu", "Bao nhiêu tiền").keeps("procedure")
    visitor.clicks(visitor.page.locator(f"main a[href*='/dich-vu/{SERVICE}']").first)
    visitor.sees("Cần chuẩn bị", "Đăng ký lại khai sinh").keeps("service")


def leaves_and_resumes(stage, visitor, email):
    """Fills some pages, leaves in the middle and signs out; goes on in another browser, where everything is there."""
    begins(visitor, SERVICE)
    visitor.sees("cho ai").keeps("owner")
    comes_to(visitor, "/trang/earlier", {"owner": "self"})
    visitor.fills("earlier.reason", REASON).clicks(visitor.page.locator("main button[value='later']").first)
    visitor.sees("đã được lưu")
    signs_out(visitor)
    visitor.opens("/ho-so")
    assert "/dang-nhap" in visitor.page.url, f"the applicant is still signed in: {visitor.where}"

    other = stage.visitor("the applicant on another device")
    signs_in(other, email)
    other.opens("/ho-so").sees("Bản nháp").clicks(other.page.locator("main #ban-nhap a").first)
    other.holds("earlier.reason", REASON).keeps("form")
    # What was answered before is there too, and what is wrong is told beside its field without losing the rest.
    other.fills("earlier.registered_on", "31/02/1990")
    goes_on(other)
    other.holds("earlier.reason", REASON).holds("earlier.registered_on", "31/02/1990").keeps("problem")
    other.fills("earlier.registered_on", "10/03/1990")
    comes_to(other, "/giay-to")
    return other


def attaches_papers(stage, visitor):
    """A wrong kind of file is refused kindly; a PDF and a photograph from a telephone are taken together."""
    link = visitor.page.locator("main a[href*='/giay-to/']").first.get_attribute("href")
    attaches(visitor, link, wrong_kind())
    visitor.sees("giay-to.pdf", "PDF, ảnh hoặc văn bản").keeps("wrong-file")
    visitor.misses("Số của sự cố")
    attaches(visitor, link, pdf("hoc-ba.pdf"), photograph(stage.browser))
    visitor.sees("hoc-ba.pdf", "anh chụp giấy tờ.jpg", "MB", "Đã đính kèm").keeps("papers")


def checks_and_files(visitor):
    comes_to(visitor, "/kiem-tra")
    visitor.sees(REASON, "hoc-ba.pdf", "16.000 đồng", "Dự kiến").keeps("check")
    dossier = files(visitor)
    visitor.sees("Mã tra cứu", "Vì sao là ngày này", "Việc tiếp theo").keeps("receipt")
    assert visitor.page.locator("main svg").count(), "no QR code on the receipt"
    code = code_on(visitor)
    secret = visitor.page.locator("main .big-code-value").nth(1).inner_text().strip()
    visitor.unfolds("Vì sao là ngày này").inner_text()
    return dossier, code, secret


def receipt_on_paper(visitor, dossier):
    """Printed, the receipt is form 01 alone, on one column, with nothing of the screen."""
    visitor.opens(f"/ho-so/{dossier}/giay-tiep-nhan")
    visitor.page.emulate_media(media="print")
    visitor.sees("GIẤY", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").misses("Việc tiếp theo", "Hồ sơ của tôi", "Sao chép")
    visitor.keeps("receipt-printed")
    pages = visitor.page.pdf(prefer_css_page_size=True)
    if visitor.pictures:
        with open(os.path.join(visitor.pictures, "receipt.pdf"), "wb") as file:
            file.write(pages)
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", pages))
    assert len(sizes) == 1 and all(abs(float(w) - 420) < 2 and abs(float(h) - 595) < 2 for w, h in sizes), \
        f"the receipt prints on {sizes} points, not on A5"
    visitor.page.emulate_media(media="screen")


def follows_without_signing_in(stage, code, secret):
    """With code and secret; a wrong secret says the same as an unknown code."""
    stranger = stage.visitor("somebody with the receipt")

    def tries(code, secret):
        stranger.opens("/").clicks(stranger.page.locator("main a[href='/tra-cuu']").first)
        stranger.fills("ma", code).fills("khoa", secret).presses("Xem hồ sơ")
        return stranger.page.locator("main .error-summary, main [role='alert']").first.inner_text() \
            if "/tra-cuu" in stranger.page.url else None

    wrong, unknown = tries(code, "AAAAA-AAAAA"), tries("H99.41-260101-9999", secret)
    assert wrong and wrong == unknown, f"a wrong secret says {wrong!r}, an unknown code {unknown!r}"
    tries(code, secret)
    stranger.sees(code, "Hồ sơ đang ở đâu").misses("Nội dung đã khai", REASON).keeps("followed")


def answers_supplements(stage, visitor, email, dossier):
    """Told by letter and in the portal; answers with the marked items alone."""
    letter = stage.site.mail(email, "Ảnh mờ")
    assert "Ghi rõ hơn" in letter, letter
    visitor.opens("/thong-bao").sees("cần bổ sung").keeps("notices")
    visitor.opens(f"/ho-so/{dossier}").sees("Cần bạn bổ sung", "Ảnh mờ").keeps("follow-supplement").follows("Bổ sung ngay")
    visitor.sees("Cần bổ sung", "Ảnh mờ", "Ghi rõ hơn").misses("Thông tin về mẹ")
    visitor.keeps("supplement")
    visitor.presses("Gửi bổ sung").sees("Chưa bổ sung")
    back = visitor.where
    attaches(visitor, visitor.page.locator("main a[href*='/bo-sung/giay-to/']").first.get_attribute("href"),
             pdf("hoc-ba-ro.pdf"))
    visitor.clicks(visitor.page.locator("main a[href*='/bo-sung/trang/']").first)
    visitor.holds("earlier.reason", REASON).fills("earlier.reason", REASON + "; có xác nhận của trưởng thôn")
    goes_on(visitor)
    assert visitor.where == back, f"after the marked page the applicant is at {visitor.where}"
    visitor.presses("Gửi bổ sung").misses("Cần bạn bổ sung")


def gets_the_result(stage, visitor, email, dossier):
    stage.site.mail(email, "kết quả")
    visitor.opens(f"/ho-so/{dossier}").sees("Đã trả kết quả", "giay-khai-sinh.pdf").keeps("result")
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="giay-khai-sinh.pdf").first.click()
    with open(download.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-", "the result is not the file that was attached"
    visitor.follows("Đánh giá việc phục vụ").chooses("score", "5").fills("comment", "Nhanh, rõ ràng").presses("Gửi đánh giá")
    visitor.sees("Bạn đã đánh giá: 5 trên 5")
    visitor.opens("/ho-so").sees("Đã kết thúc")
    visitor.opens("/ho-so-cua-toi/truy-cap").sees("Lê Thị Cửa (mẫu)", "Phạm Văn Viên (mẫu)").keeps("looks")


# The desk


def finds(desk, code):
    """The inbox with its counts; the dossier by code, name, telephone and citizen number."""
    desk.opens("/ban-lam-viec").sees("Hộp việc", code, "Mới").keeps("inbox")
    shown = desk.page.locator("main .filters a", has_text="Mới").first
    count = int(shown.locator("xpath=.").inner_text().split()[-1])
    desk.clicks(shown)
    rows = desk.page.locator("main table tbody tr").count()
    assert rows == min(count, 50), f"the inbox counts {count} new dossiers and shows {rows}"
    for typed in (code, "tran thi mau", "0912 345 678", "001190000018"):
        desk.opens("/ban-lam-viec")
        field = desk.page.locator("main input[type='search']").first
        field.fill(typed)
        with desk.page.expect_navigation(wait_until="load"):
            field.press("Enter")
        desk.arrives().sees(code)


def asks_for_supplements(desk, dossier):
    """Finds a paper wanting; asks once, with a reason for each thing."""
    opens_case(desk, dossier).sees("Mới đăng ký", "hoc-ba.pdf", "anh chụp giấy tờ.jpg").keeps("case")
    section = desk.page.locator("section", has_text="anh chụp giấy tờ.jpg").last
    form = section.locator("form").last
    form.locator("summary", has_text="Chưa đạt").click()
    form.locator("input[type='text']").fill("Ảnh mờ, không đọc được số")
    desk.clicks(form.get_by_role("button", name="Ghi là chưa đạt"))
    desk.sees("Chưa đạt", "Ảnh mờ, không đọc được số")
    desk.follows("Yêu cầu bổ sung").sees("một lần")
    desk.page.locator("main label", has_text="Lần đăng ký khai sinh trước đây").first.click()
    desk.presses("Gửi yêu cầu bổ sung").sees("lý do")
    desk.page.locator("main [name='reason.page.earlier']").fill("Ghi rõ hơn ai xác nhận việc mất bản chính")
    desk.keeps("ask").presses("Gửi yêu cầu bổ sung").sees("Đã ghi", "Yêu cầu bổ sung giấy tờ", "Đang chờ người nộp")


def receives(desk, dossier):
    desk.opens("/ban-lam-viec").sees(code_of(desk, dossier))
    opens_case(desk, dossier).sees("hoc-ba-ro.pdf", "có xác nhận của trưởng thôn").presses("Tiếp nhận và chuyển xử lý")
    desk.sees("Đã ghi").keeps("case-received")


def code_of(desk, dossier):
    opens_case(desk, dossier)
    code = code_on(desk)
    desk.opens("/ban-lam-viec")
    return code


def is_worked(stage, dossier):
    """The head assigns; the specialist proposes; the leader sends back, then approves; the result is attached."""
    head = official(stage, HEAD, "the head of unit")
    opens_case(head, dossier).sees("Phân công xử lý")
    choice = head.page.locator("main select[name='hand.assign'] option", has_text="Phạm Văn Viên").first
    head.selects("hand.assign", choice.get_attribute("value")).presses("Giao chuyên viên")

    specialist = official(stage, SPECIALIST, "the specialist")
    specialist.opens("/ban-lam-viec").sees("bạn")
    opens_case(specialist, dossier).presses("Trình lãnh đạo phê duyệt").sees("Nội dung")
    assert specialist.page.locator("[role='alert'], .error-summary").count(), "a proposal without words was taken"
    specialist.fills("note", "Hồ sơ đủ, đề nghị cấp lại").presses("Trình lãnh đạo phê duyệt")

    leader = official(stage, LEADER, "the leader")
    opens_case(leader, dossier).sees("đề nghị cấp lại").fills("note", "Kiểm tra lại quê quán").presses("Trả lại thẩm định")
    opens_case(specialist, dossier).sees("Kiểm tra lại quê quán")
    specialist.fills("note", "Đã đối chiếu sổ gốc").presses("Trình lãnh đạo phê duyệt")
    opens_case(leader, dossier).sees("Đã đối chiếu sổ gốc").presses("Phê duyệt")

    opens_case(specialist, dossier).sees("Ghi sổ, phát hành")
    specialist.page.locator("main input[name='result']").set_input_files(pdf("giay-khai-sinh.pdf", "Giay khai sinh (mau)"))
    specialist.presses("Đính kèm kết quả").sees("giay-khai-sinh.pdf").presses("Đã có kết quả").sees("Đã ghi")


def is_returned(stage, desk, dossier):
    """Nothing is handed over before the fee is paid; money, receipt, result."""
    opens_case(desk, dossier).sees("Chưa nộp")
    desk.presses("Đã trả kết quả").sees("Chưa thực hiện được", "phí")
    opens_case(desk, dossier).unfolds("Thu phí, lệ phí tại quầy")
    desk.presses("Thu tiền và lập biên lai").sees("Biên lai", "16.000 đồng", "Mười sáu nghìn đồng").keeps("payment")
    opens_case(desk, dossier).sees("Đã nộp, biên lai số").presses("Đã trả kết quả").sees("Đã ghi").keeps("case-ended")
    desk.opens("/ban-lam-viec")
