import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// A receipt to print (biên lai thu phí, lệ phí), A5: agency, number, payer, what for, amount in figures and in words.
///
/// It is the paper of the counter. An electronic receipt under NĐ 254/2026/NĐ-CP, Đ.23, carries a digital signature
/// besides, and this paper says that it is none.
struct ReceiptPage {
    let payment: Payment
    let file: CaseFile
    let agency: AgencyCard?
    /// Whoever looks at it at the desk; nil for the applicant.
    let official: DeskOfficial?

    var page: Page {
        Page(.receipt, side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(
                        official == nil
                            ? ApplicantPaths.dossier(payment.dossier) : DeskPaths.dossier(payment.dossier),
                        Phrase(same: file.dossier.code))
                    if let voiding = payment.voiding { voidedNotice(voiding) }
                    ButtonRow {
                        PrintButton()
                        if payment.voiding == nil, official?.mayVoidReceipts ?? false {
                            ButtonLink(.voidReceipt, PaymentPaths.voiding(payment.id), .secondary)
                        }
                    }
                }
            }
            sheet
        }
    }

    private func voidedNotice(_ voiding: Payment.Voiding) -> Markup {
        Banner(.warning, .voided) {
            p(
                Phrase(
                    vi: "\(voiding.by) hủy lúc \(voiding.at.phrase.vi). Lý do: \(voiding.reason)",
                    en: "Voided by \(voiding.by) on \(voiding.at.phrase.en). Reason: \(voiding.reason)"))
        }.markup
    }

    var sheet: Sheet {
        let day = payment.at.day.parts
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let issuer = agency?.name.vi ?? official?.agencyName ?? ""
        return Sheet(
            .a5, parentAgency: agency?.parentName?.vi, agency: issuer, number: "Số: \(payment.receipt)",
            placeAndDate: "Ngày \(two(day.day)) tháng \(two(day.month)) năm \(day.year)",
            title: payment.voiding == nil ? "Biên lai thu phí, lệ phí" : "Biên lai thu phí, lệ phí (đã hủy)",
            about: "Mã hồ sơ: \(file.dossier.code)",
            signatures: [
                .init("Người nộp tiền", note: "(Ký và ghi rõ họ tên)", name: payment.payer),
                .init("Người thu tiền", note: "(Ký và ghi rõ họ tên)", name: payment.officialName),
            ]
        ) {
            SheetLine("Họ tên người nộp tiền", payment.payer)
            if !file.parties.submitter.address.isEmpty { SheetLine("Địa chỉ", file.parties.submitter.address) }
            SheetLine("Nội dung", file.service.definition.title.vi)
            SheetTable(
                ["TT", "Khoản thu", "Căn cứ", "Số tiền (đồng)"],
                payment.items.enumerated().map { index, item in
                    ["\(index + 1)", item.title.vi, item.basis ?? "", item.amount.description]
                })
            SheetLine("Tổng số tiền", payment.amount.phrase.vi)
            SheetLine("Bằng chữ", Phrase(same: AmountInWords(payment.amount).description).capitalized.vi)
            SheetLine("Hình thức nộp", payment.method.name.vi)
            if let voiding = payment.voiding {
                SheetLine("Đã hủy", "\(voiding.at.phrase.vi), \(voiding.by). Lý do: \(voiding.reason)")
            }
            p(
                "Chứng từ thu tiền tại quầy, chưa phải biên lai điện tử có chữ ký số theo Nghị định số 254/2026/NĐ-CP.",
                .class("sheet-note"))
        }
    }
}
