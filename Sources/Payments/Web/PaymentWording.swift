import Kernel
import Wording

extension Phrase {
    static let fees = Phrase(vi: "Phí, lệ phí", en: "Fees")
    static let fee = Phrase(vi: "Khoản thu", en: "Fee")
    static let amount = Phrase(vi: "Số tiền", en: "Amount")
    static let state = Phrase(vi: "Tình trạng", en: "State")
    static let unpaid = Phrase(vi: "Chưa nộp", en: "Unpaid")
    static let takeMoney = Phrase(vi: "Thu tiền và lập biên lai", en: "Take the money and make the receipt")
    static let takeMoneyTitle = Phrase(vi: "Thu phí, lệ phí tại quầy", en: "Take fees at the counter")
    static let takeMoneyEffect = Phrase(
        vi: "Biên lai có số được lập, người nộp nhận thông báo", en: "A numbered receipt is made and the applicant told"
    )
    static let whichFees = Phrase(vi: "Thu những khoản nào?", en: "Which amounts are taken?")
    static let payer = Phrase(vi: "Người nộp tiền", en: "Who pays")
    static let method = Phrase(vi: "Cách nộp", en: "How it is paid")
    static let receipt = Phrase(vi: "Biên lai", en: "Receipt")
    static let receiptNumber = Phrase(vi: "Số biên lai", en: "Receipt no.")
    static let voided = Phrase(vi: "Đã hủy", en: "Voided")
    static let voidReceipt = Phrase(vi: "Hủy biên lai", en: "Void the receipt")
    static let voidEffect = Phrase(
        vi: "Biên lai giữ nguyên số và được đánh dấu hủy; khoản thu trở lại là chưa nộp; người nộp nhận thông báo",
        en: "The receipt keeps its number and is marked as voided; the fees are due again; the applicant is told")
    static let voidReason = Phrase(vi: "Lý do hủy", en: "Why it is voided")
    static let takings = Phrase(vi: "Thu trong ngày", en: "The day's takings")
    static let day = Phrase(vi: "Ngày", en: "Day")
    static let time = Phrase(vi: "Lúc", en: "Time")
    static let official = Phrase(vi: "Công chức thu", en: "Official")
    static let allOfficials = Phrase(vi: "Cả cơ quan", en: "The whole agency")
    static let dossierCode = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
    static let cash = Phrase(vi: "Tiền mặt", en: "Cash")
    static let transfer = Phrase(vi: "Chuyển khoản", en: "Transfer")
    static let returned = Phrase(vi: "Trả lại", en: "Given back")
    static let whole = Phrase(vi: "Tổng cộng", en: "Altogether")
    static let net = Phrase(vi: "Cộng", en: "Total")
    static let receiptCount = Phrase(vi: "Biên lai", en: "Receipts")
    static let show = Phrase(vi: "Xem", en: "Show")
    static let printList = Phrase(vi: "Bảng kê để in", en: "List to print")
    static let noTakings = Phrase(vi: "Chưa thu khoản nào", en: "Nothing was taken")
    static let noTakingsHelp = Phrase(
        vi: "Biên lai lập trong ngày này sẽ hiện ở đây; thu tiền trong trang của từng hồ sơ.",
        en: "Receipts of this day appear here; money is taken on the page of each dossier.")
    static let voidedEarlier = Phrase(
        vi: "Biên lai ngày trước, hủy trong ngày này", en: "Receipts of earlier days, voided on this day")
    static let noOnlineYet = Phrase(
        vi: "Chỉ thu tại quầy; chưa có thanh toán trực tuyến.",
        en: "Only at the counter; there is no online payment yet.")

    static func owed(_ amount: Money) -> Phrase {
        Phrase(vi: "Còn phải nộp \(amount.phrase.vi)", en: "\(amount.phrase.en) still due")
    }

    static func paidBy(_ receipt: ReceiptNumber) -> Phrase {
        Phrase(vi: "Đã nộp, biên lai số \(receipt)", en: "Paid, receipt no. \(receipt)")
    }

    static func more(than count: Int) -> Phrase {
        Phrase(
            vi: "Ngày này có hơn \(count) biên lai; bảng kê chỉ in \(count) biên lai đầu.",
            en: "There are more than \(count) receipts; only the first \(count) are printed.")
    }
}
