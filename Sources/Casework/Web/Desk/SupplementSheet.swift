import Catalogue
import DesignSystem
import Kernel
import Markup

/// Form 02 of TT 03/2025/TT-VPCP, A5: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
struct SupplementSheet: Component {
    static let title = Phrase(vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", en: "Request for supplements")

    let opened: OpenedCase
    let request: SupplementRequest

    var markup: Markup {
        Sheet(
            .a5, parentAgency: opened.agency.name.vi, agency: opened.agency.desk, number: "Số: …………/HDHS",
            placeAndDate: ReceiptSheet.date(request.askedAt.day), title: Self.title.vi,
            signatures: [.init("Người hướng dẫn", note: "(Ký và ghi rõ họ tên)", name: official)]
        ) {
            SheetLine("Hồ sơ của", opened.file.parties.owner.name)
            SheetLine("Mã hồ sơ", opened.dossier.code)
            SheetLine("Nội dung yêu cầu giải quyết", opened.service.definition.title.vi)
            DeskSheets.contact(opened.file.parties.submitter)
            p("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:")
            SheetTable(
                ["TT", "Tên giấy tờ, nội dung", "Số lượng", "Lý do"],
                request.items.enumerated().map { number, item in
                    ["\(number + 1)", opened.title(of: item).vi, count(item), item.reason]
                })
            p(
                "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, xin liên hệ "
                    + ([opened.agency.name.vi, opened.agency.phone, opened.agency.address].filter { !$0.isEmpty })
                    .joined(separator: ", ") + ".")
        }.markup
    }

    private func count(_ item: SupplementItem) -> String {
        guard item.kind == .paper, let rule = opened.service.definition.paper(item.key)
        else { return "" }
        return "\(max(1, rule.originals + rule.copies))"
    }

    private var official: String? {
        opened.file.history.first { record in
            if case .supplementRequested(request.id, _, _) = record.event { true } else { false }
        }?.actorName
    }
}

/// What the papers of the desk have in common.
enum DeskSheets {
    @MarkupBuilder static func contact(_ party: Party) -> [Markup] {
        SheetLine("Địa chỉ", party.address)
        SheetLine("Số điện thoại", party.phone)
        SheetLine("Email", party.email)
    }
}
