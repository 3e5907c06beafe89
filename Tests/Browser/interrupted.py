"""What goes wrong on the way: the line is cut, a file is too large, the session ends. Nothing that was typed is lost."""
from papers import pdf
from people import DESK, PASSWORD, gives_code, official

NAME = "submitter.name"
TYPED = "Đỗ Thị Dang Dở (mẫu)"
TOO_LARGE = {"name": "ban-quet.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n" + bytes(26_300_000)}


def is_interrupted(stage):
    """An official enters a dossier at the counter; each time the form is sent once more it holds what was typed."""
    desk = official(stage, DESK, "the one-stop desk")
    desk.opens("/ban-lam-viec/tiep-nhan").selects("service", "giay-phep-xay-dung-nha-o").presses("Bắt đầu nhập")
    desk.fills(NAME, TYPED)
    if desk.scripts:
        line_is_cut(desk)
    file_is_too_large(desk)
    session_ends(stage, desk)


def chooses_file(desk, file):
    desk.page.locator("main input[type='file']").first.set_input_files(file)


def line_is_cut(desk):
    chooses_file(desk, pdf())
    desk.page.route("**/ban-lam-viec/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    before = desk.where
    desk.button("Lưu và cập nhật biểu mẫu").click()
    desk.page.wait_for_selector("main [data-failed]")
    assert desk.where == before, f"the page was left: {desk.where}"
    desk.sees("Chưa gửi được").holds(NAME, TYPED)
    desk.page.unroute("**/ban-lam-viec/**")


def file_is_too_large(desk):
    chooses_file(desk, TOO_LARGE)
    if desk.scripts:
        desk.button("Lưu và cập nhật biểu mẫu").click()
        desk.page.wait_for_selector("main [data-failed]", timeout=60_000)
        desk.sees("lớn hơn mức cho phép").holds(NAME, TYPED)
        chooses_file(desk, pdf("nho-hon.pdf"))
        desk.presses("Lưu và cập nhật biểu mẫu")
    else:
        desk.presses("Lưu và cập nhật biểu mẫu").sees("Tệp quá lớn", "Chọn lại tệp ban-quet.pdf")
        chooses_file(desk, pdf("nho-hon.pdf"))
        desk.presses("Gửi tiếp")
    desk.holds(NAME, TYPED).sees("nho-hon.pdf")


def session_ends(stage, desk):
    """The cookie goes, as when the browser was closed; after signing in again the form is sent on, with its file."""
    desk.fills(NAME, TYPED + " hai")
    chooses_file(desk, pdf("sau-phien.pdf"))
    desk.context.clear_cookies(name="mc_session")
    desk.presses("Lưu và cập nhật biểu mẫu").sees("Đăng nhập")
    stage.site.cookies.pop(DESK, None)
    desk.fills("email", DESK).fills("password", PASSWORD).presses("Đăng nhập")
    gives_code(desk)
    desk.sees("Những gì bạn đã nhập vẫn còn", TYPED + " hai", "Chọn lại tệp sau-phien.pdf").keeps("parked")
    chooses_file(desk, pdf("sau-phien.pdf"))
    desk.presses("Gửi tiếp").holds(NAME, TYPED + " hai").sees("sau-phien.pdf")
    stage.site.cookies[DESK] = desk.context.storage_state()
