import Kernel

/// Words that read like an answer, chosen by what the question says: what a sample site and a preview show.
///
/// Names of people, firms and agencies are marked as samples; `#` in a text is a digit, `@` the name of a person.
struct LifelikeWords: Sendable {
    /// The name of whoever the case is about; nil makes names up.
    let name: String?

    /// Words for a question, within its bounds; nil when none of them fits.
    /// - Parameters:
    ///   - around: The titles of the page and of what the question is part of, folded.
    ///   - isOwn: Whether the page asks for the details of the submitter or the owner.
    func text(
        for field: FormField, around: String, owner: OwnerKind, isOwn: Bool, _ random: inout any RandomNumberGenerator
    ) -> String? {
        let label = " \(Folding.fold(field.label.vi)) "
        let all = " \(around)\(label)"
        let isFirm = isOwn && (owner == .organisation)
        let says: [String]
        if isFirm, Self.holds(label, ["ten to chuc", "ten co quan", "ten don vi", "ho ten hoac ten"]) {
            says = Self.firms
        } else if Self.isPerson(label), !(isFirm && label.hasPrefix(" ten ")) {
            says = ["@"]
        } else if field.key.hasSuffix("street") {
            says = Self.places
        } else {
            says =
                Self.table.first { rule in Self.holds(rule.isWide ? all : label, rule.asks) }?.says
                ?? [field.kind == .longText ? "Nội dung như trong giấy tờ kèm theo hồ sơ (mẫu)." : "Nội dung mẫu #"]
        }
        let bounds = max(1, field.minimum ?? 1)...max(1, field.minimum ?? 1, field.maximum ?? 60)
        let fitting = says.map { filled($0, all, isOwn: isOwn && Self.owners.contains(field.key), &random) }.filter {
            bounds.contains($0.count)
        }
        return fitting.randomElement(using: &random)
    }

    private func filled(
        _ text: String, _ around: String, isOwn: Bool, _ random: inout any RandomNumberGenerator
    ) -> String {
        if text == "@" { return isOwn ? name ?? Self.name(around, &random) : Self.name(around, &random) }
        return String(text.map { $0 == "#" ? Character(String(Int.random(in: 1...9, using: &random))) : $0 })
    }

    // MARK: People

    private static let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"]
    private static let men = ["Văn An", "Đức Bình", "Văn Dũng", "Minh Long", "Ngọc Nam", "Hữu Phúc", "Quang Huy"]
    private static let women = ["Thị Chi", "Thu Hà", "Thị Hoa", "Ngọc Lan", "Thị Mai", "Thị Yến", "Thanh Bình"]

    /// A name of nobody in particular, of a woman or a man where the words around say so.
    static func name(_ around: String, _ random: inout any RandomNumberGenerator) -> String {
        let isWoman = isWoman(around) ?? Bool.random(using: &random)
        let parts = [families, isWoman ? women : men].compactMap { $0.randomElement(using: &random) }
        return parts.joined(separator: " ") + " (mẫu)"
    }

    /// Whether words are about a woman; nil when they leave it open.
    private static func isWoman(_ around: String) -> Bool? {
        if holds(around, ["me", "ben nu", "chi em"]) { return true }
        return holds(around, ["cha", "ben nam"]) ? false : nil
    }

    /// Whether somebody of this name is a woman, as the usual middle names tell.
    static func isWoman(named name: String) -> Bool? {
        if name.contains(" Thị ") || women.contains(where: name.contains) { return true }
        return name.contains(" Văn ") || men.contains(where: name.contains) ? false : nil
    }

    /// The questions of a page about somebody that ask for their own name.
    private static let owners = ["full_name", "name", "head", "holder"]

    private static func isPerson(_ label: String) -> Bool {
        holds(
            label,
            [
                "ho chu dem ten", "ho ten", "ho va ten", "ten to chuc ca nhan", "ten chu ho", "ten chu dau tu",
                "ten nguoi",
                "nguoi dai dien", "dai dien theo phap luat", "nguoi phien dich", "chu nhiem", "chu tai khoan",
            ])
    }

    private static func holds(_ text: String, _ words: [String]) -> Bool {
        words.contains { text.contains(" \($0) ") }
    }

    // MARK: What questions ask

    private struct Rule {
        /// Folded words, any of which a question has.
        let asks: [String]
        let says: [String]
        /// Whether the titles around the question count too.
        var isWide = false
    }

    private static let firms = [
        "Công ty TNHH Thương mại Mẫu ##", "Hợp tác xã Nông nghiệp số ## (mẫu)", "Công ty Cổ phần Xây dựng Mẫu ##",
    ]
    private static let offices = ["Ủy ban nhân dân xã Mẫu", "Ủy ban nhân dân phường Mẫu", "Sở Nội vụ (mẫu)"]

    /// The first whose words a question has; the narrower stand before the wider.
    private static let table = [
        Rule(asks: ["so nha", "duong thon"], says: places),
        Rule(asks: ["quoc tich"], says: ["Việt Nam"]),
        Rule(asks: ["dan toc"], says: ["Kinh", "Kinh", "Kinh", "Tày", "Mường"]),
        Rule(asks: ["ton giao"], says: ["Không"]),
        Rule(asks: ["ma nganh"], says: ["4711"]),
        Rule(asks: ["nganh nghe"], says: ["Bán lẻ lương thực, thực phẩm, đồ uống tổng hợp"]),
        Rule(asks: ["nghe nghiep"], says: ["Nông dân", "Giáo viên", "Công nhân", "Buôn bán nhỏ"]),
        Rule(asks: ["chuc vu", "chuc danh"], says: ["Giám đốc", "Phó Giám đốc", "Chủ tịch Hội đồng quản trị"]),
        Rule(asks: ["trinh do"], says: ["12/12", "Cao đẳng", "Đại học"]),
        Rule(asks: ["quan he"], says: ["Vợ", "Con", "Cha", "Mẹ", "Anh ruột", "Cháu"]),
        Rule(asks: ["ly do luu tru"], says: ["Thăm người thân", "Công tác", "Du lịch"]),
        Rule(asks: ["ly do tam vang"], says: ["Đi làm ăn xa", "Đi học", "Chữa bệnh"]),
        Rule(asks: ["ly do chua khoi cong"], says: ["Gia đình chưa thu xếp đủ kinh phí xây dựng."]),
        Rule(asks: ["ly do nhan con nuoi"], says: ["Vợ chồng tôi mong có con và đủ điều kiện chăm sóc cháu."]),
        Rule(asks: ["ly do dang ky lai"], says: ["Sổ đăng ký và giấy bản chính đều đã bị mất."]),
        Rule(asks: ["ly do khong nop lai duoc"], says: ["Giấy đã cấp bị thất lạc khi chuyển nhà."]),
        Rule(asks: ["ly do nop sau"], says: ["Nộp muộn do ốm, phải nằm viện điều trị."]),
        Rule(asks: ["ly do"], says: ["Theo nhu cầu của gia đình", "Bổ túc hồ sơ cá nhân"]),
        Rule(asks: ["muc dich"], says: ["Bổ túc hồ sơ xin việc", "Làm thủ tục vay vốn ngân hàng", "Nhập học cho con"]),
        Rule(asks: ["nguyen nhan"], says: ["Tuổi già, sức yếu", "Bệnh tim mạch"]),
        Rule(
            asks: ["noi sinh", "co so y te", "benh vien"], says: ["Bệnh viện Đa khoa tỉnh (mẫu)", "Trạm Y tế xã Mẫu"]),
        Rule(asks: ["noi chet"], says: ["Tại nhà riêng", "Bệnh viện Đa khoa tỉnh (mẫu)"]),
        Rule(asks: ["so giay phep lai xe"], says: ["79##########"]),
        Rule(asks: ["so dinh danh"], says: ["001#########"]),
        Rule(asks: ["so ho chieu"], says: ["C#######"]),
        Rule(asks: ["so so bao hiem"], says: ["79########"]),
        Rule(asks: ["so tai khoan"], says: ["19########", "01########12"]),
        Rule(asks: ["ngan hang"], says: ["Ngân hàng Mẫu, chi nhánh tỉnh"]),
        Rule(asks: ["giay phep hanh nghe", "chung chi", "bang chung nhan"], says: ["00####/CCHN (mẫu)"]),
        Rule(asks: ["ngay ban an"], says: ["Số ##, ngày 12/05/2024 (mẫu)"]),
        Rule(asks: ["ban an"], says: ["Bản án số ##/2024/HNGĐ-ST (mẫu)"]),
        Rule(asks: ["giay chung tu"], says: ["Trích lục khai tử số ##/TLKT (mẫu)"]),
        Rule(asks: ["quyen so"], says: ["Số ##, quyển số 01/2012"]),
        Rule(asks: ["so ngay quyet dinh", "so quyet dinh"], says: ["Quyết định số ###/QĐ-UBND (mẫu)"]),
        Rule(asks: ["giay bao tu"], says: ["Số ##/GBT, Bệnh viện Đa khoa tỉnh (mẫu)"], isWide: true),
        Rule(asks: ["so ky hieu", "so giay phep", "so ngay", "ma so", "so giay"], says: ["###/GP-UBND (mẫu)"]),
        Rule(asks: ["lo dat"], says: ["Lô ##, khu tái định cư (mẫu)", "Thửa đất số ###"]),
        Rule(asks: ["toa an"], says: ["Tòa án nhân dân khu vực # (mẫu)"]),
        Rule(asks: ["co quan cap", "co quan da dang ky", "noi cap"], says: offices),
        Rule(asks: ["ten giay to"], says: ["Bằng tốt nghiệp trung học phổ thông", "Giấy ủy quyền", "Sổ hộ khẩu"]),
        Rule(asks: ["ten ho kinh doanh"], says: ["Hộ kinh doanh Mẫu ##", "Hộ kinh doanh Tạp hóa Mẫu ##"]),
        Rule(asks: ["ten cong trinh"], says: ["Nhà ở gia đình (mẫu)"]),
        Rule(asks: ["ten du an"], says: ["Cầu dân sinh thôn # (mẫu)", "Khu dân cư số # (mẫu)"]),
        Rule(asks: ["ten co so"], says: ["Cơ sở Mẫu ##"]),
        Rule(asks: ["ten hoat dong"], says: ["Đám cưới gia đình", "Lễ hội làng"]),
        Rule(asks: ["ten duong"], says: ["Đường Lê Lợi, đoạn từ số # đến số ##"]),
        Rule(asks: ["ten tang"], says: ["Tầng #"]),
        Rule(asks: ["ten tai san", "loai hinh cong trinh"], says: ["Cấp nước tập trung thôn # (mẫu)"]),
        Rule(asks: ["ten mo"], says: ["Mỏ đá xã Mẫu"]),
        Rule(asks: ["ten cuoc bieu dien"], says: ["Chương trình ca nhạc Mẫu ##"]),
        Rule(asks: ["tinh trang", "thuc trang"], says: ["Đang sử dụng bình thường"]),
        Rule(asks: ["cay lau nam"], says: ["Bưởi", "Cam", "Nhãn"]),
        Rule(asks: ["loai cay"], says: ["Xà cừ", "Phượng vĩ", "Bằng lăng"]),
        Rule(asks: ["thuy san", "doi tuong nuoi trong"], says: ["Cá rô phi", "Tôm thẻ chân trắng"]),
        Rule(asks: ["ben xe"], says: ["Bến xe số # (mẫu)"]),
        Rule(asks: ["gio xuat ben"], says: ["0# giờ 30"]),
        Rule(asks: ["hanh trinh"], says: ["Bến xe số # (mẫu), Quốc lộ 1, Bến xe số # (mẫu)"]),
        Rule(asks: ["luu luong"], says: ["# m³/giờ"]),
        Rule(asks: ["bien phap xu ly"], says: ["Bể tự hoại ba ngăn"]),
        Rule(asks: ["noi dich chuyen den"], says: ["Vườn ươm cây xanh (mẫu)"]),
        Rule(asks: ["noi cong bo"], says: ["Nhà văn hóa xã Mẫu, biểu diễn trước công chúng"]),
        Rule(asks: ["hang ghi"], says: ["B1", "B2", "C"]),
        Rule(asks: ["thoa thuan"], says: ["Không có thỏa thuận khác."]),
        Rule(asks: ["hoan canh"], says: ["Gia đình đông con, thu nhập từ ruộng không ổn định (mẫu)."]),
        Rule(
            asks: ["to chuc", "don vi", "doanh nghiep", "cong ty", "nguoi su dung lao dong", "co quan"], says: firms),
    ]

    private static let places = [
        "Số ##, đường Lê Lợi", "Số #, ngõ ##, đường Trần Hưng Đạo", "Thôn #", "Tổ dân phố số #",
        "Số ###, đường Quang Trung",
    ]
}
