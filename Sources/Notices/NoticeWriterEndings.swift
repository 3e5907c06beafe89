import Kernel
import Wording

/// The notices about the result and about money.
extension NoticeWriter {
    /// - Parameters:
    ///   - way: how the result was wanted: `counter`, `post`, `online`.
    ///   - owed: what is still to be paid before it is handed over.
    func finished(way: String?, owed: Money) -> NoticeText {
        let how: Phrase =
            switch way {
            case "post":
                Phrase(
                    vi: "Kết quả sẽ được gửi qua dịch vụ bưu chính công ích đến địa chỉ Ông/Bà đã ghi.",
                    en: "The result will be sent by post to the address that you gave.")
            case "online":
                Phrase(
                    vi: "Kết quả sẽ được trả trong trang hồ sơ trên cổng này.",
                    en: "The result will be handed over on the dossier's page in this portal.")
            default:
                Phrase(
                    vi:
                        "Mời Ông/Bà đến bộ phận một cửa nhận kết quả, mang theo giấy tiếp nhận hồ sơ và giấy tờ tùy thân.",
                    en: "Please fetch it at the one-stop desk and bring the receipt and your identity paper.")
            }
        return NoticeText(
            .finished, Phrase(vi: "Hồ sơ \(code) đã có kết quả", en: "The result of dossier \(code) is there"),
            [
                Phrase(
                    vi: "\(opening.vi) đã giải quyết xong hồ sơ \(code) về “\(service.vi)”.",
                    en: "\(opening.en) has settled dossier \(code) for “\(service.en)”."),
                how,
                owed == .zero ? nil : toPay(owed),
            ])
    }

    func given(way: String) -> NoticeText {
        let how: Phrase =
            switch way {
            case "post": Phrase(vi: "qua dịch vụ bưu chính công ích", en: "by post")
            case "online": Phrase(vi: "trong trang hồ sơ trên cổng này", en: "on the dossier's page in this portal")
            default: Phrase(vi: "tại bộ phận một cửa", en: "at the one-stop desk")
            }
        return NoticeText(
            .given, Phrase(vi: "Đã trả kết quả hồ sơ \(code)", en: "The result of dossier \(code) was handed over"),
            [
                Phrase(
                    vi: "Kết quả hồ sơ \(code) về “\(service.vi)” đã được trả \(how.vi).",
                    en: "The result of dossier \(code) for “\(service.en)” was handed over \(how.en)."),
                Phrase(
                    vi:
                        "Mời Ông/Bà đánh giá việc giải quyết trong trang hồ sơ; ý kiến của Ông/Bà giúp cơ quan phục vụ tốt hơn.",
                    en: "You are invited to rate the service on the dossier's page; it helps the agency to do better."),
            ])
    }

    /// The result that was said to be there is made anew.
    func resultTakenBack(due: Instant?) -> NoticeText {
        NoticeText(
            .resultTakenBack,
            Phrase(vi: "Kết quả hồ sơ \(code) được làm lại", en: "The result of dossier \(code) is made anew"),
            [
                Phrase(
                    vi:
                        "\(opening.vi) đã thu hồi kết quả của hồ sơ \(code) về “\(service.vi)” vì có sai sót và đang làm lại. Xin không sử dụng tệp đã tải về (nếu có).",
                    en:
                        "\(opening.en) has taken back the result of dossier \(code) for “\(service.en)”, which was wrong, and is making it anew. Please do not use the file, if you have downloaded it."
                ),
                due.map { Phrase(vi: "Ngày hẹn trả: \($0.phrase.vi).", en: "Promised for: \($0.phrase.en).") },
            ])
    }

    func paymentRequested(owed: Money) -> NoticeText {
        NoticeText(
            .paymentRequested,
            Phrase(vi: "Hồ sơ \(code) có khoản tiền cần nộp", en: "There is an amount to pay for dossier \(code)"),
            [
                Phrase(
                    vi:
                        "Hồ sơ \(code) về “\(service.vi)” chờ Ông/Bà thực hiện nghĩa vụ tài chính (khoản tiền cần nộp).",
                    en: "Dossier \(code) for “\(service.en)” waits for a payment of yours."),
                owed == .zero ? nil : toPay(owed),
            ])
    }

    func paid(_ amount: Money, receipt: String, owed: Money) -> NoticeText {
        NoticeText(
            .paid, Phrase(vi: "Đã thu tiền cho hồ sơ \(code)", en: "Your payment for dossier \(code)"),
            [
                Phrase(
                    vi: "Bộ phận một cửa đã thu \(amount.phrase.vi) cho hồ sơ \(code), biên lai số \(receipt).",
                    en: "The one-stop desk has taken \(amount.phrase.en) for dossier \(code), receipt no. \(receipt)."),
                owed == .zero ? nil : toPay(owed),
            ])
    }

    func paymentVoided(_ amount: Money, receipt: String) -> NoticeText {
        NoticeText(
            .paymentVoided,
            Phrase(vi: "Biên lai số \(receipt) đã được hủy", en: "Receipt no. \(receipt) was voided"),
            [
                Phrase(
                    vi:
                        "Biên lai số \(receipt) (\(amount.phrase.vi)) của hồ sơ \(code) đã được hủy; khoản tiền này được ghi lại là chưa nộp.",
                    en:
                        "Receipt no. \(receipt) (\(amount.phrase.en)) of dossier \(code) was voided; the amount counts as unpaid again."
                ),
                Phrase(
                    vi: "Nếu cần biết lý do, xin hỏi bộ phận một cửa.",
                    en: "If you want to know why, please ask the one-stop desk."),
            ])
    }

    private func toPay(_ owed: Money) -> Phrase {
        Phrase(
            vi: "Khoản còn phải nộp: \(owed.phrase.vi), nộp tại quầy của bộ phận một cửa.",
            en: "Still to be paid: \(owed.phrase.en), at the one-stop desk.")
    }
}
