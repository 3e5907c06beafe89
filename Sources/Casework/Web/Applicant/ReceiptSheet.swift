import Catalogue
import DesignSystem
import Kernel
import Markup
import Printing
import Wording
import WorkingTime

/// Form 01 of TT 03/2025/TT-VPCP, A5: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
///
/// Before the desk has taken the dossier the paper only confirms that it was filed, and its date is an expectation.
struct ReceiptSheet: Component {
    let follow: Follow
    let links: ReceiptLinks

    private var file: CaseFile { follow.file }
    private var dossier: Dossier { file.dossier }
    private var isReceived: Bool { dossier.clock != nil }

    static func title(isReceived: Bool) -> Phrase {
        isReceived
            ? Phrase(vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt of the dossier with the promised date")
            : Phrase(vi: "Giấy xác nhận đã nộp hồ sơ", en: "Confirmation that the dossier was filed")
    }

    var markup: Markup {
        let issued = dossier.clock?.received ?? dossier.filedAt
        return Sheet(
            .a5, parentAgency: follow.agency.name.vi, agency: follow.agency.desk,
            number: "Số: \(Self.number(dossier.code))", placeAndDate: placed(issued.day),
            title: Self.title(isReceived: isReceived).vi,
            about: isReceived ? nil : "(Chưa phải giấy tiếp nhận; ngày trả kết quả là dự kiến)",
            signatures: [
                .init("Người nộp hồ sơ", note: "(Ký và ghi rõ họ tên)", name: file.parties.submitter.name),
                .init("Người tiếp nhận hồ sơ", note: "(Ký và ghi rõ họ tên)", name: follow.receiver),
            ]
        ) {
            if let svg = QRCode.svg(links.follow) {
                QRFigure(.trusted(svg), caption: Phrase(same: "Mã tra cứu \(links.readableSecret)"))
            }
            SheetLine("Mã hồ sơ", dossier.code)
            people
            papers
            times
            p("Vào sổ theo dõi hồ sơ: quyển số ………, số thứ tự ………. Theo dõi hồ sơ tại \(links.site).")
        }.markup
    }

    @MarkupBuilder private var people: [Markup] {
        let parties = file.parties
        let person = parties.submitter
        SheetLine(
            "Tiếp nhận hồ sơ của",
            parties.kind == .`self` ? person.name : "\(person.name), nộp cho \(parties.owner.name)")
        SheetLine("Địa chỉ", person.address)
        SheetLine("Số điện thoại", person.phone)
        SheetLine("Số định danh cá nhân", person.number)
        SheetLine("Email", person.email)
        SheetLine("Nội dung yêu cầu giải quyết", file.service.definition.title.vi)
    }

    /// (1) and (2) of the form: what was handed in, and how many sets.
    @MarkupBuilder private var papers: [Markup] {
        let due = file.service.papers(for: file.facts)
        p("1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:")
        SheetTable(
            ["TT", "Tên giấy tờ", "Bản chính", "Bản chứng thực", "Bản chụp"],
            due.enumerated().map { number, paper in
                let (note, column, mark) = form(paper)
                let title = note.isEmpty ? paper.rule.title : "\(paper.rule.title) (\(note))"
                return ["\(number + 1)", title] + HandedPaper.Form.allCases.map { $0 == column ? mark : "" }
            })
        p("2. Số lượng hồ sơ: 01 bộ")
    }

    /// In which column a paper is marked, with what, and what is said beside its name. An electronic form stands for the
    /// original; uploaded files are pictures of papers.
    private func form(_ paper: PaperDue) -> (note: String, column: HandedPaper.Form?, mark: String) {
        if paper.rule.isForm { return ("biểu mẫu điện tử", .original, "x") }
        if let handed = follow.handed.first(where: { $0.paper == paper.rule.key }) { return ("", handed.form, "x") }
        if paper.rule.isShown { return ("xuất trình", nil, "") }
        let count = file.papers.filter { $0.rule == paper.rule.key && $0.kind == .applicant && !$0.isReplaced }.count
        return count == 0 ? ("không nộp", nil, "") : ("", .copy, "\(count) tệp")
    }

    /// (3) to (6): limit, receipt, promised date, how the result is fetched.
    @MarkupBuilder private var times: [Markup] {
        let limit = dossier.clock?.limit ?? file.service.limit(for: file.facts)
        SheetLine("3. Thời gian giải quyết hồ sơ theo quy định", limit.words.vi)
        if let clock = dossier.clock {
            SheetLine("4. Thời gian nhận hồ sơ", Self.moment(clock.received))
            SheetLine("5. Thời gian trả kết quả giải quyết", clock.due.map(Self.moment) ?? "tạm dừng, chờ bổ sung")
        } else {
            SheetLine("4. Thời gian nộp hồ sơ trực tuyến", Self.moment(dossier.filedAt))
            SheetLine("5. Thời gian trả kết quả (dự kiến)", follow.expected?.due.map(Self.moment) ?? "chưa tính được")
        }
        if let why = (dossier.clock ?? follow.expected)?.deadline.derivation {
            p(.class("sheet-note")) { "Cách tính: " + why.phrases.map(\.vi).joined(separator: " ") }
        }
        let delivery = file.parties.delivery
        SheetLine(
            "6. Đăng ký nhận kết quả",
            [delivery?.name.vi ?? Delivery.name(of: "counter").vi, delivery?.address ?? ""].filter { !$0.isEmpty }
                .joined(separator: ", "))
    }

    /// The receipt's number: the dossier's in its day (the last part of its code), under the sign of these receipts.
    static func number(_ code: String) -> String { "\(code.split(separator: "-").last ?? "")/TNHS" }

    /// `Lũng Cú, ngày 22 tháng 04 năm 2026`.
    private func placed(_ day: Day) -> String {
        [follow.agency.locality(in: follow.table), Self.date(day)].compactMap(\.self).joined(separator: ", ")
    }

    /// `09 giờ 12 phút, ngày 22 tháng 04 năm 2026`, as the form has it.
    static func moment(_ at: Instant) -> String {
        let minute = at.minuteOfDay
        return "\(two(minute / 60)) giờ \(two(minute % 60)) phút, \(date(at.day))"
    }

    static func date(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.parts
        return "ngày \(two(dayOfMonth)) tháng \(two(month)) năm \(year)"
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
