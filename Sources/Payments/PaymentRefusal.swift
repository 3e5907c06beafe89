package import Casework
package import Kernel
import Wording

/// Why money was not taken, or a receipt not voided. Nothing was changed.
package enum PaymentRefusal: Error, Sendable, Equatable {
    /// There is no such dossier or receipt, or it is another agency's.
    case unknown
    /// It is not this official's to do.
    case notAllowed
    /// The case ended without a result; nothing more is collected in it.
    case ended(OfficialState)
    /// Somebody took the money for one of these fees before.
    case alreadyPaid(ReceiptNumber, by: String, at: Instant)
    case alreadyVoided(ReceiptNumber, by: String, at: Instant)
    case problems([FieldProblem])

    package var words: Phrase {
        switch self {
        case .unknown: Phrase(vi: "Không tìm thấy hồ sơ hoặc biên lai này.", en: "This was not found.")
        case .notAllowed:
            Phrase(
                vi: "Chỉ bộ phận một cửa thu tiền; chỉ bộ phận một cửa hoặc lãnh đạo hủy biên lai.",
                en: "Only the one-stop desk takes money; only it or a leader voids receipts.")
        case .ended(let state):
            Phrase(
                vi: "Hồ sơ đã kết thúc (\(state.name.vi)), không thu thêm.",
                en: "The dossier has ended (\(state.name.en)); nothing more is collected.")
        case .alreadyPaid(let receipt, let name, let at):
            Phrase(
                vi: "\(name) đã thu khoản này lúc \(at.phrase.vi), biên lai số \(receipt).",
                en: "\(name) took this amount on \(at.phrase.en), receipt no. \(receipt).")
        case .alreadyVoided(let receipt, let name, let at):
            Phrase(
                vi: "Biên lai số \(receipt) đã được \(name) hủy lúc \(at.phrase.vi).",
                en: "Receipt no. \(receipt) was voided by \(name) on \(at.phrase.en).")
        case .problems: Phrase(vi: "Có chỗ cần sửa.", en: "Something needs correcting.")
        }
    }
}

extension DeskOfficial {
    /// Whether money is taken by this official: at the one-stop desk.
    package var mayTakeMoney: Bool { role == "one_stop" }
    /// Whether this official voids receipts: the one-stop desk, and the leader of the agency.
    package var mayVoidReceipts: Bool { role == "one_stop" || role == "leader" }
}
