"""Two officials at the same case at once: one wins, the other is told what happened and loses nothing typed."""
from endings import filed
from people import DESK, official, opens_case

TYPED = "Đã gọi điện cho người nộp, hẹn mang bản chính chiều thứ Ba"


def two_at_once(stage):
    _, dossier = filed(stage)
    first = official(stage, DESK, "the quick official")
    second = official(stage, DESK, "the slow official")
    opens_case(first, dossier)
    opens_case(second, dossier).fills("note", TYPED)
    first.presses("Tiếp nhận và chuyển xử lý").sees("Đã ghi")
    second.presses("Tiếp nhận và chuyển xử lý").sees("Có người vừa xử lý hồ sơ này trước bạn", "Lê Thị Cửa (mẫu)", TYPED)
    second.keeps("overtaken")
    opens_case(second, dossier).misses("Có người vừa xử lý")

    # The same on the page that asks for supplements: the list comes back as it was typed.
    _, other = filed(stage)
    opens_case(first, other)
    opens_case(second, other).follows("Yêu cầu bổ sung")
    second.page.locator("main input[name='items'][value='page:event']").check(force=True)
    second.fills("reason.page.event", TYPED)
    first.fills("note", "Không thuộc thẩm quyền").presses("Từ chối tiếp nhận").sees("Đã ghi")
    second.presses("Gửi yêu cầu bổ sung").sees("trước bạn", TYPED)
