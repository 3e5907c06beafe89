import Casework
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The list of a day's receipts to print and sign (bảng kê thu phí, lệ phí), A4.
struct TakingsSheet {
    let listing: Takings.Listing
    let query: TakingsQuery
    let official: DeskOfficial
    let agency: AgencyCard?

    var page: Page {
        Page(.printList, side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(query.address(PaymentPaths.takings))
                    if listing.next != nil { Banner(.warning, .more(than: Takings.mostPrinted)) }
                    ButtonRow { PrintButton() }
                }
            }
            sheet
        }
    }

    private var sheet: Sheet {
        let sums = listing.sums.filter { query.official == nil || $0.official == query.official }
        let whole = Takings.Sum.whole(sums)
        return Sheet(
            .a4, parentAgency: agency?.parentName?.vi, agency: agency?.name.vi ?? official.agencyName,
            title: "Bảng kê thu phí, lệ phí", about: "Ngày \(listing.day.phrase.vi)",
            signatures: [
                .init("Người lập", note: "(Ký và ghi rõ họ tên)", name: official.name),
                .init("Lãnh đạo cơ quan", note: "(Ký và ghi rõ họ tên)"),
            ]
        ) {
            SheetTable(
                ["Số biên lai", "Giờ", "Mã hồ sơ", "Cách nộp", "Người thu", "Số tiền (đồng)", "Ghi chú"],
                listing.lines.map { row($0, note: note($0)) }
                    + listing.voided.map { row($0, note: "Biên lai ngày \($0.at.day.phrase.vi), hủy, trả lại tiền") })
            SheetTable(
                ["Người thu", "Biên lai", "Tiền mặt", "Chuyển khoản", "Trả lại", "Cộng (đồng)"],
                (sums + (sums.count > 1 ? [whole] : [])).map { sum in
                    [
                        sum.name, "\(sum.receipts)", sum.cash.description, sum.transfer.description,
                        sum.returned.description, sum.net.description,
                    ]
                })
            SheetLine("Số tiền bằng chữ", Phrase(same: AmountInWords(whole.net).description).capitalized.vi)
        }
    }

    private func row(_ line: Takings.Line, note: String) -> [String] {
        [
            "\(line.receipt)", line.at.timePhrase.en, line.code.replacing("-", with: "\u{2011}"),
            line.method == .cash ? "Tiền\u{A0}mặt" : "Chuyển khoản", line.officialName, line.amount.description, note,
        ]
    }

    private func note(_ line: Takings.Line) -> String {
        guard let at = line.voidedAt else { return "" }
        return at.day == listing.day ? "Hủy, không tính" : "Hủy ngày \(at.day.phrase.vi)"
    }
}
