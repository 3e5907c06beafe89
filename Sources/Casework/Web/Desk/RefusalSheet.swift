import Catalogue
import DesignSystem
import Kernel
import Markup

/// Form 03 of TT 03/2025/TT-VPCP, A5: Phiếu từ chối tiếp nhận giải quyết hồ sơ; of a case that had been received, form
/// 05: Thông báo dừng giải quyết hồ sơ.
struct RefusalSheet: Component {
    static func title(_ state: OfficialState) -> Phrase {
        state == .stopped
            ? Phrase(vi: "Thông báo dừng giải quyết hồ sơ", en: "Notice that the case was stopped")
            : Phrase(vi: "Phiếu từ chối tiếp nhận giải quyết hồ sơ", en: "Refusal")
    }

    static func form(_ state: OfficialState) -> Phrase {
        state == .stopped ? Phrase(vi: "Mẫu 05", en: "Form 05") : Phrase(vi: "Mẫu 03", en: "Form 03")
    }

    let opened: OpenedCase
    let refused: DossierStore.Recorded

    var markup: Markup {
        let submitter = opened.file.parties.submitter
        return Sheet(
            .a5, parentAgency: opened.agency.name.vi, agency: opened.agency.desk,
            number: "Mã hồ sơ: \(opened.dossier.code)", placeAndDate: ReceiptSheet.date(refused.at.day),
            title: Self.title(opened.dossier.official).vi,
            signatures: [
                .init("Người nộp hồ sơ", note: "(Ký và ghi rõ họ tên)", name: submitter.name),
                .init("Người từ chối hồ sơ", note: "(Ký và ghi rõ họ tên)", name: refused.actorName),
            ]
        ) {
            SheetLine("Tiếp nhận hồ sơ của", submitter.name)
            DeskSheets.contact(submitter)
            SheetLine("Nội dung yêu cầu giải quyết", opened.service.definition.title.vi)
            p(
                opened.dossier.official == .notReceived
                    ? "Qua xem xét, hồ sơ không được tiếp nhận giải quyết với lý do cụ thể như sau:"
                    : "Qua xem xét, việc giải quyết hồ sơ được dừng lại với lý do cụ thể như sau:")
            div(.class("sheet-line")) { p(opened.file.text(of: refused.event) ?? "") }
            p("Xin thông báo để ông (bà) được biết và thực hiện.")
        }.markup
    }
}
