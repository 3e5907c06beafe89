"""An empty installation is brought to its first finished case: the province's IT official, three officials, a citizen.

No sample data, no SQL; after `motcua serve` nothing but the browser, and the two files that docs/running.md names.
"""
import base64
import hashlib
import hmac
import re
import struct
import time

from papers import pdf
from people import comes_to, registers
from site_under_test import ROOT, Site, link_in

PASSWORD = "mot cua xa thu nghiem 2026"
ADMINISTRATOR = "quan.tri@xa-thu.example"
DESK, SPECIALIST, LEADER, EXTRA = (f"{who}@xa-thu.example" for who in ("mot.cua", "chuyen.vien", "lanh.dao", "thua"))
COMMUNE = "Ủy ban nhân dân xã Thử Nghiệm"

TERRITORY = """{"code": "96", "name": "Tỉnh Thử Nghiệm", "name_en": "Trial Province", "level": "province", "parent": null}
{"code": "96001", "name": "Xã Thử Nghiệm", "name_en": "Trial Commune", "level": "commune", "parent": "96"}
{"code": "96002", "name": "Phường Thử Nghiệm", "name_en": "Trial Ward", "level": "commune", "parent": "96"}
"""
# As a spreadsheet with Vietnamese settings writes it: a byte order mark, semicolons.
OFFICIALS = f"""\ufeffhọ tên;email;cơ quan;vai trò;chức danh;điện thoại
Trần Thị Thử;{SPECIALIST};H96.01;Chuyên viên thụ lý;Công chức tư pháp - hộ tịch;
Lê Văn Thử;{LEADER};H96.01;Lãnh đạo cơ quan;Phó Chủ tịch;
Người Thừa;{EXTRA};bộ phận một cửa;công chức một cửa;;
Dòng Sai;sai@xa-thu.example;H96.99;Người gác cổng;;
"""


class EmptySite(Site):
    """An installation of which only the program is there."""

    def __init__(self, motcua, place, name, database=None):
        super().__init__(motcua, place, name, database, sample=None)

    def start_code(self):
        """What the program prints when nobody administers the site."""
        with open(self.log.name, encoding="utf-8") as log:
            return re.search(r"start code: (\S+)", log.read()).group(1)


class Authenticator:
    """An authenticator program on somebody's telephone (RFC 6238)."""

    def __init__(self, key):
        key = key.replace(" ", "")
        self.secret = base64.b32decode(key + "=" * (-len(key) % 8))
        self.used = 0

    def code(self):
        """A code that was not given yet: the next step counts already, as clocks differ."""
        step = max(int(time.time()) // 30, self.used + 1)
        while step > int(time.time()) // 30 + 1:
            time.sleep(1)
        self.used = step
        mac = hmac.new(self.secret, struct.pack(">Q", step), hashlib.sha1).digest()
        at = mac[-1] & 15
        return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 10**6:06d}"


def empty_site(stage):
    administrator = stage.visitor("the administrator")
    begins(stage, administrator)
    makes_the_commune(administrator)
    puts_services_online(administrator)
    phones = {}
    people = invites_officials(stage, administrator, phones)
    looks_after_calendars(administrator)
    looks_after_officials(stage, administrator, people, phones)
    case(stage, people)
    ends(stage, administrator)


def begins(stage, administrator):
    """The first administrator: from an empty home page to the overview."""
    site = stage.site
    with_telephone = stage.visitor("somebody with a telephone", width=360)
    with_telephone.opens("/").sees("chưa có quản trị viên").follows("Bắt đầu sử dụng").keeps("begin").sends()
    with_telephone.sees("Mã khởi động không đúng")
    with_telephone.opens("/dang-nhap").sees("chưa có quản trị viên")

    administrator.opens("/").follows("Bắt đầu sử dụng")
    administrator.fills("start_code", site.start_code()).fills("agency.name", COMMUNE).sends()
    administrator.sees("Xin xem lại").fills("agency.code", "H96.01")
    administrator.fills("name", "Nguyễn Quản Trị").fills("email", ADMINISTRATOR).sends()
    sets_password(administrator)
    administrator.phone = signs_in_first(administrator, ADMINISTRATOR)
    assert administrator.where == "/quan-tri", administrator.where
    administrator.sees("Còn", "bước trước khi").keeps("overview-empty")
    with_telephone.opens("/bat-dau", 404)

    # The same pages once on a telephone.
    cookies = administrator.context.storage_state()
    on_telephone = stage.visitor("the administrator's telephone", cookies=cookies, width=360)
    for path in SCREENS:
        on_telephone.opens(path, 200)
    on_telephone.leaves()
    stage.people.remove(on_telephone)


SCREENS = [
    "/quan-tri", "/quan-tri/co-quan", "/quan-tri/co-quan/them", "/quan-tri/co-quan/nhap", "/quan-tri/can-bo",
    "/quan-tri/can-bo/them", "/quan-tri/can-bo/nhap", "/quan-tri/dich-vu", "/quan-tri/lich",
    "/quan-tri/lich/national", "/quan-tri/lich/national/gio", "/quan-tri/lich/national/nam/2026",
    "/quan-tri/thu-tuc", "/quan-tri/dia-danh", "/quan-tri/viec-cho", "/tai-khoan", "/tai-khoan/phien",
]


def makes_the_commune(administrator):
    """The list of provinces and communes, the commune's own place in it, its one-stop desk."""
    administrator.opens("/quan-tri").follows("Danh mục tỉnh, xã").sends().sees("Chọn tệp")
    uploads(administrator, "dia-danh.jsonl", TERRITORY).sees("Thêm mới 3")
    administrator.opens("/quan-tri").follows("Cơ quan giải quyết hồ sơ")
    administrator.clicks(administrator.page.locator("main a[href$='/thong-tin']").first)
    administrator.fills("territory", "Thử Nghiệm").sends().sees("Có nhiều nơi")
    administrator.fills("territory", "Xã Thử Nghiệm").fills("address", "Thôn Thử, xã Thử Nghiệm").sends()
    administrator.sees("Đã lưu", "96001")

    administrator.opens("/quan-tri").follows("Bộ phận một cửa").sends().sees("Chọn loại")
    administrator.chooses("kind", "desk").fills("name", "Bộ phận một cửa").sends().sees("Đã thêm")
    # A unit that was made by mistake, and closed again.
    administrator.opens("/quan-tri/co-quan").follows(COMMUNE).follows("Thêm đơn vị bên dưới")
    administrator.chooses("kind", "unit").fills("name", "Phòng Nhầm").sends().sees("Đã thêm")
    administrator.follows("Chấm dứt hoạt động")
    administrator.clicks(administrator.page.locator("main form button.danger")).sees("Đã lưu")


def puts_services_online(administrator):
    administrator.opens("/quan-tri").follows("Dịch vụ trực tuyến").sees("Chưa có dịch vụ nào được công bố")
    administrator.presses("Công bố từ thư mục dịch vụ").sees("Đã công bố")
    administrator.chooses("on", "ban-sao-trich-luc-ho-tich").chooses("on", "dang-ky-lai-khai-sinh").sends()
    administrator.sees("Đã lưu").keeps("services")
    # One is turned off again, before anybody files it.
    administrator.page.locator("[name='on'][value='dang-ky-lai-khai-sinh']").uncheck(force=True)
    administrator.sends().sees("Đã lưu")
    administrator.opens("/quan-tri/thu-tuc").sees("Đang có")
    with open(f"{ROOT}/services/catalogue/procedures.jsonl", encoding="utf-8") as file:
        uploads(administrator, "thu-tuc.jsonl", file.read()).sees("thêm 0")
    administrator.opens("/").sees("Nộp trực tuyến tại đây", "Cấp bản sao Trích lục").misses("Đăng ký lại khai sinh")


def invites_officials(stage, administrator, phones):
    """One official from the overview, the others from a table; each sets a password and a telephone."""
    administrator.opens("/quan-tri").follows("Công chức một cửa")
    administrator.fills("name", "Phạm Thị Thử").fills("email", "khong-phai-thu").sends().sees("Xin xem lại")
    administrator.fills("email", DESK).sends().sees("Đã thêm cán bộ", DESK).keeps("official-added")
    administrator.opens("/quan-tri/can-bo").follows("Nhập từ bảng tính")
    with administrator.page.expect_download() as template:
        administrator.page.get_by_role("link", name="Tải bảng mẫu").click()
    with open(template.value.path(), encoding="utf-8") as file:
        assert "họ tên" in file.read()
    uploads(administrator, "can-bo.csv", OFFICIALS).sees("Thêm mới 3", "Vai trò là một trong").keeps("officials-import")
    uploads(administrator, "can-bo.csv", OFFICIALS).sees("giữ nguyên 3")
    administrator.opens("/quan-tri/can-bo").sees("Chưa đặt mật khẩu").keeps("officials")

    people = {}
    for email, name in ((DESK, "the desk"), (SPECIALIST, "the specialist"), (LEADER, "the leader")):
        people[email] = one = stage.visitor(name)
        one.opens(link_in(stage.site.mail(email, "/tai-khoan/lien-ket/"), stage.site.base))
        sets_password(one)
        phones[email] = signs_in_first(one, email)
        assert one.where == "/ban-lam-viec", one.where
    administrator.opens("/quan-tri").misses("Còn thiếu")
    return people


def looks_after_calendars(administrator):
    administrator.opens("/quan-tri/lich").follows("Lịch quốc gia").sees("Chính thức", "Tạm tính").keeps("calendar")
    administrator.follows("2027").sees("Tết")
    source = administrator.page.locator("main [name='source']")
    source.fill("Thông báo thử nghiệm")
    administrator.clicks(administrator.page.locator("main button:not([aria-hidden])", has_text="Lưu").first).sees("Đã lưu")
    administrator.presses("Thêm năm 2028").sees("Năm 2028", "chưa được lưu")
    administrator.clicks(administrator.page.locator("main button:not([aria-hidden])", has_text="Lưu").first)
    administrator.opens("/quan-tri/lich/national").sees("2028")


def looks_after_officials(stage, administrator, people, phones):
    """Delegation, another post, sessions, a lost telephone, dismissal."""
    opens_official(administrator, "Lê Văn Thử").follows("Ủy quyền")
    administrator.page.locator("main select[name='account']").select_option(label="Trần Thị Thử")
    today = time.strftime("%d/%m/%Y", time.gmtime(time.time() + 7 * 3600))  # in Viet Nam
    administrator.fills("until", today).fills("reason", "đi công tác").sends().sees("Ủy quyền cho Trần Thị Thử")
    people[SPECIALIST].opens("/phien/chuc-vu").sees("được ủy quyền")
    administrator.presses("Thu hồi ủy quyền").sees("Đã thu hồi")

    opens_official(administrator, "Trần Thị Thử").sees("Đang đăng nhập").keeps("official")
    administrator.presses("Đăng xuất khỏi mọi thiết bị").sees("Đã đăng xuất")
    time.sleep(4)  # A session that ended lives on for three seconds in memory elsewhere.
    people[SPECIALIST].opens("/ban-lam-viec").sees("Đăng nhập")
    administrator.follows("Xóa mã xác thực").sees("đúng người").presses("Xóa mã xác thực").sees("Đã xóa mã xác thực")
    phones[SPECIALIST] = signs_in_first(people[SPECIALIST].opens("/dang-nhap"), SPECIALIST, here=True)
    opens_official(administrator, "Trần Thị Thử").follows("Tạo liên kết đặt mật khẩu").presses("Tạo liên kết")
    link = administrator.page.locator(".link-once").inner_text().split()[0]
    people[SPECIALIST].opens(link)
    sets_password(people[SPECIALIST])
    signs_in_again(people[SPECIALIST], SPECIALIST, phones[SPECIALIST])

    opens_official(administrator, "Người Thừa").follows("Thêm vị trí")
    administrator.page.locator("main select[name='agency']").select_option(index=1)
    administrator.chooses("role", "head").sends().sees("Đã bổ nhiệm")
    administrator.follows("Cho thôi việc")
    administrator.clicks(administrator.page.locator("main form button.danger")).sees("Không còn giữ vị trí nào")
    opens_official(administrator, "Nguyễn Quản Trị").follows("Cho thôi việc")
    administrator.clicks(administrator.page.locator("main form button.danger")).sees("quản trị")
    administrator.opens("/quan-tri/viec-cho").opens("/tai-khoan/phien").sees("Thiết bị này")


def case(stage, people):
    """A citizen files, the desk receives and takes the fee, the specialist prepares, the leader signs, the desk gives."""
    email = "nguoi.dan@xa-thu.example"
    citizen = stage.visitor("the citizen")
    registers(citizen, email)
    citizen.opens("/thu-tuc?q=trich+luc").sees("Trích lục")
    citizen.opens("/dich-vu/ban-sao-trich-luc-ho-tich").sees(COMMUNE).presses("Nộp hồ sơ")
    comes_to(citizen, "/kiem-tra", {"province": "96", "commune": "96001"})
    citizen.page.locator("main form input[type='checkbox']").last.check(force=True)
    citizen.clicks(citizen.page.locator("main form button.primary").last).sees("H96.01")
    dossier = citizen.number_in(r"/ho-so/([0-9a-f-]{36})")
    at_desk = f"/ban-lam-viec/ho-so/{dossier}"

    desk, specialist, leader = (people[who] for who in (DESK, SPECIALIST, LEADER))
    desk.opens("/ban-lam-viec").sees("H96.01").opens(at_desk).presses("Tiếp nhận").opens(at_desk)
    desk.page.locator("#thu-phi summary").first.click()
    desk.clicks(desk.page.locator("main button[value='take']").first).sees("Biên lai")
    desk.opens("/ban-lam-viec").follows("Thu phí").sees("H96.01")
    specialist.opens("/ban-lam-viec").sees("H96.01").opens(at_desk)
    specialist.unfolds("Đính kèm tệp kết quả")
    specialist.page.locator("input[type='file'][name='result']").set_input_files(
        pdf("ket-qua.pdf"))
    specialist.presses("Đính kèm kết quả").opens(at_desk).presses("Trình ký")
    leader.opens("/ban-lam-viec").sees("H96.01").follows("Thu phí").sees("H96.01")
    leader.opens(at_desk).presses("Đã ký")
    desk.opens(at_desk).presses("Đã trả kết quả")
    stage.site.mail(email, "H96.01")
    citizen.opens("/").sees("Thông báo").follows("Thông báo").sees("H96.01")
    citizen.opens(f"/ho-so/{dossier}").sees("Đã trả kết quả").keeps("first-finished-case")
    citizen.follows("Biên lai số").sees("Biên lai thu phí, lệ phí")

    # Who cannot sign in any more comes to the counter with the identity card.
    desk.follows("Cấp lại tài khoản").fills("who", email).sends().sees("Trần Thị Mẫu")
    desk.chooses("checks", "identity_card").fills("citizen_number", "001190000018").sends()
    code = re.search(r"[A-Z0-9]{4}(?:[- ][A-Z0-9]{4}){3}", desk.page.locator("body").inner_text()).group(0)
    citizen.opens("/tai-khoan/ma").fills("code", code).sends().fills("password", PASSWORD).sends()
    citizen.opens("/dang-nhap").fills("email", email).fills("password", PASSWORD).presses("Đăng nhập")
    citizen.opens("/ho-so").sees("H96.01")


def ends(stage, administrator):
    administrator.opens("/quan-tri").sees("Mọi bước đã xong").keeps("overview-done")
    administrator.page.locator("details.account summary").click()
    administrator.clicks(administrator.page.get_by_role("button", name="Đăng xuất").first)
    administrator.opens("/quan-tri").sees("Đăng nhập")


def uploads(visitor, name, text):
    """Sends a text as the file of the page's one upload."""
    visitor.page.locator("main input[type='file']").first.set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    return visitor.sends()


def opens_official(visitor, name):
    return visitor.opens("/quan-tri/can-bo").clicks(visitor.page.get_by_role("link", name=name, exact=True).first)


def sets_password(visitor):
    visitor.fills("password", "ngan").sends().sees("Xin xem lại")
    return visitor.fills("password", PASSWORD).sends().sees("Đã đặt mật khẩu mới")


def signs_in_first(visitor, email, here=False):
    """With the password, then setting up an authenticator program; the program."""
    if not here:
        visitor.opens("/dang-nhap")
    visitor.fills("email", email).fills("password", PASSWORD).presses("Đăng nhập").sees("Thiết lập mã xác thực")
    key = re.search(r"[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}", visitor.page.locator("main").inner_text()).group(0)
    phone = Authenticator(key)
    visitor.fills("code", "000000").sends().sees("Mã không đúng")
    visitor.fills("code", phone.code()).sends()
    assert "dang-nhap" not in visitor.page.url, f"{email} is not signed in: {visitor.where}"
    return phone


def signs_in_again(visitor, email, phone):
    visitor.opens("/dang-nhap").fills("email", email).fills("password", PASSWORD).presses("Đăng nhập")
    visitor.fills("code", phone.code()).sends()
    assert "dang-nhap" not in visitor.page.url, f"{email} is not signed in: {visitor.where}"
    return visitor
