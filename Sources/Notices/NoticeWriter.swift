import Casework
import Kernel
import Wording

/// Writes what an event means for the applicant. Pure: what it needs to know is given.
struct NoticeWriter {
    let code: String
    /// The title of the service.
    let service: Phrase
    /// The agency that has the dossier.
    let agency: Phrase

    /// The agency at the beginning of a sentence.
    var opening: Phrase { agency.capitalized }

    func filed() -> NoticeText {
        NoticeText(
            .filed, Phrase(vi: "Hồ sơ \(code) đã được nộp", en: "Dossier \(code) has been filed"),
            [
                Phrase(
                    vi:
                        "\(opening.vi) đã nhận được hồ sơ Ông/Bà nộp trực tuyến để thực hiện “\(service.vi)”. Mã hồ sơ: \(code).",
                    en:
                        "\(opening.en) has got the dossier that you filed online for “\(service.en)”. Its code: \(code)."
                ),
                Phrase(
                    vi:
                        "Bộ phận một cửa sẽ kiểm tra và báo cho Ông/Bà biết: tiếp nhận kèm ngày hẹn trả kết quả, cần bổ sung, hoặc không tiếp nhận kèm lý do.",
                    en:
                        "The one-stop desk will look at it and tell you: that it is received, with the promised date; what has to be supplemented; or why it cannot be received."
                ),
            ])
    }

    func received(due: Instant?) -> NoticeText {
        NoticeText(
            .received, Phrase(vi: "Hồ sơ \(code) đã được tiếp nhận", en: "Dossier \(code) has been received"),
            [
                Phrase(
                    vi: "\(opening.vi) đã tiếp nhận hồ sơ \(code) về “\(service.vi)”.",
                    en: "\(opening.en) has received dossier \(code) for “\(service.en)”."),
                due.map { promised($0) },
                due == nil
                    ? nil
                    : Phrase(
                        vi: "Cách tính ngày hẹn có trong trang hồ sơ và trên giấy tiếp nhận.",
                        en: "How the date was counted stands on the dossier's page and on the receipt."),
            ])
    }

    /// - Parameter items: what is asked for, each with its reason.
    func supplementRequested(_ items: [(title: Phrase, reason: String)], clockStops: Bool) -> NoticeText {
        let list = Phrase(
            vi: items.map { "- \($0.title.vi): \($0.reason)" }.joined(separator: "\n"),
            en: items.map { "- \($0.title.en): \($0.reason)" }.joined(separator: "\n"))
        return NoticeText(
            .supplementRequested,
            Phrase(vi: "Hồ sơ \(code) cần bổ sung", en: "Dossier \(code) needs supplements"),
            [
                Phrase(
                    vi: "Để giải quyết hồ sơ \(code) về “\(service.vi)”, \(agency.vi) đề nghị Ông/Bà bổ sung:",
                    en: "To settle dossier \(code) for “\(service.en)”, \(agency.en) asks you to supplement:"),
                list,
                Phrase(
                    vi: "Ông/Bà chỉ cần gửi các mục trên; những gì đã nộp đúng không phải nộp lại.",
                    en: "Send only the items above; what was in order need not be sent again."),
                clockStops
                    ? Phrase(
                        vi: "Thời gian chờ Ông/Bà bổ sung không tính vào thời hạn giải quyết.",
                        en: "The time until you have supplemented it does not count towards the limit.")
                    : nil,
            ])
    }

    func supplementAnswered(due: Instant?) -> NoticeText {
        NoticeText(
            .supplementAnswered,
            Phrase(vi: "Đã nhận phần bổ sung của hồ sơ \(code)", en: "The supplements of dossier \(code) have come"),
            [
                Phrase(
                    vi: "\(opening.vi) đã nhận phần bổ sung của hồ sơ \(code) về “\(service.vi)”.",
                    en: "\(opening.en) has got the supplements of dossier \(code) for “\(service.en)”."),
                due.map { promised($0) },
            ])
    }

    func refused(_ state: OfficialState, reason: String) -> NoticeText {
        let isNotReceived = state == .notReceived
        return NoticeText(
            .refused,
            isNotReceived
                ? Phrase(vi: "Hồ sơ \(code) không được tiếp nhận", en: "Dossier \(code) was not received")
                : Phrase(vi: "Dừng giải quyết hồ sơ \(code)", en: "Dossier \(code) was stopped"),
            [
                isNotReceived
                    ? Phrase(
                        vi: "\(opening.vi) không tiếp nhận hồ sơ \(code) về “\(service.vi)”.",
                        en: "\(opening.en) has not received dossier \(code) for “\(service.en)”.")
                    : Phrase(
                        vi: "\(opening.vi) dừng giải quyết hồ sơ \(code) về “\(service.vi)”.",
                        en: "\(opening.en) has stopped working on dossier \(code) for “\(service.en)”."),
                reason.isEmpty ? nil : Phrase(vi: "Lý do: \(reason)", en: "Reason: \(reason)"),
                Phrase(
                    vi: "Ông/Bà có thể hỏi thêm tại bộ phận một cửa, hoặc nộp hồ sơ mới khi đã đủ điều kiện.",
                    en: "You may ask at the one-stop desk, or file anew when the conditions are fulfilled."),
            ])
    }

    func withdrawn() -> NoticeText {
        NoticeText(
            .withdrawn, Phrase(vi: "Hồ sơ \(code) đã được rút", en: "Dossier \(code) has been withdrawn"),
            [
                Phrase(
                    vi:
                        "Hồ sơ \(code) về “\(service.vi)” đã được rút theo đề nghị của người nộp; việc giải quyết đã dừng.",
                    en:
                        "Dossier \(code) for “\(service.en)” was withdrawn as the applicant asked; work on it has ended."
                ),
                Phrase(
                    vi: "Nếu Ông/Bà không đề nghị rút, xin báo ngay cho bộ phận một cửa.",
                    en: "If you did not ask for this, please tell the one-stop desk at once."),
            ])
    }

    func recalculated(due: Instant) -> NoticeText {
        NoticeText(
            .recalculated,
            Phrase(
                vi: "Ngày hẹn trả kết quả hồ sơ \(code) được tính lại",
                en: "The promised date of dossier \(code) was counted again"),
            [
                Phrase(
                    vi: "Lịch làm việc của cơ quan thay đổi nên ngày hẹn trả kết quả hồ sơ \(code) được tính lại.",
                    en: "The agency's working calendar has changed, so the promised date of dossier \(code) has too."),
                promised(due),
            ])
    }

    func promised(_ due: Instant) -> Phrase {
        Phrase(vi: "Ngày hẹn trả kết quả: \(due.phrase.vi).", en: "Promised date: \(due.phrase.en).")
    }
}
