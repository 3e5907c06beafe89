package import Kernel

/// Why no deadline can be counted.
package enum DeadlineRefusal: Error, Hashable, Sendable {
    /// The calendar does not know the year.
    case missingYear(Int, calendar: Phrase)
    case limitOutOfRange(Limit)
    case stopBeforeReceipt(Instant)
    case stopEndsBeforeItBegins(from: Instant, to: Instant)
    case stopsOverlap(at: Instant)

    package var words: Phrase {
        switch self {
        case .missingYear(let year, let name):
            Phrase(
                vi: "\(name.vi) chưa có dữ liệu năm \(year). Hãy nhập ngày nghỉ và ngày làm bù của năm \(year) "
                    + "vào lịch rồi tính lại.",
                en: "\(name.en) has no data for the year \(year). Enter the holidays and make-up days of \(year) "
                    + "in the calendar, then count again.")
        case .limitOutOfRange(let limit):
            Phrase(
                vi: "Thời hạn \(limit.unit.words(limit.amount).vi) không tính được: thời hạn là số nguyên từ 1 đến "
                    + "\(Limit.longest); riêng ngày làm việc có thể là 0, nghĩa là trong ngày.",
                en: "A limit of \(limit.unit.words(limit.amount).en) cannot be counted: it must be a whole number "
                    + "from 1 to \(Limit.longest); working days may also be 0, which means within the day.")
        case .stopBeforeReceipt(let from):
            Phrase(
                vi: "Lần dừng bắt đầu lúc \(from.words.vi) trước khi nhận hồ sơ.",
                en: "The stop that begins at \(from.words.en) begins before the dossier was received.")
        case .stopEndsBeforeItBegins(let from, let to):
            Phrase(
                vi:
                    "Lần dừng bắt đầu lúc \(from.words.vi) phải kết thúc sau khi bắt đầu, không phải lúc \(to.words.vi).",
                en: "The stop that begins at \(from.words.en) must end after it begins, not at \(to.words.en).")
        case .stopsOverlap(let at):
            Phrase(
                vi: "Lần dừng bắt đầu lúc \(at.words.vi) chồng lên lần dừng trước đó chưa kết thúc.",
                en: "The stop that begins at \(at.words.en) begins before the one before it has ended.")
        }
    }
}
