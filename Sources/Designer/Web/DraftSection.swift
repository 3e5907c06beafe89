import Kernel

/// The parts of a definition that have a page with a list of their own.
package enum DraftSection: String, LosslessStringConvertible, Sendable, CaseIterable {
    case form = "bieu-mau"
    case papers = "giay-to"
    case fees = "phi"
    case steps = "quy-trinh"
    case outcome = "ket-qua"

    package init?(_ description: String) { self.init(rawValue: description) }

    package var description: String { rawValue }

    /// The keys of the definition that it holds, as paths.
    var keys: [[String]] {
        switch self {
        case .form: [["form"]]
        case .papers: [["papers"]]
        case .fees: [["fees"]]
        case .steps: [["steps"]]
        case .outcome: [["result", "template"], ["messages"], ["registers"]]
        }
    }

    var title: Phrase {
        switch self {
        case .form: Phrase(vi: "Biểu mẫu", en: "Form")
        case .papers: Phrase(vi: "Giấy tờ", en: "Papers")
        case .fees: Phrase(vi: "Phí, lệ phí", en: "Fees")
        case .steps: Phrase(vi: "Quy trình", en: "Steps")
        case .outcome: Phrase(vi: "Mẫu, tin báo, sổ", en: "Result, messages, registers")
        }
    }

    static func of(_ path: [String]) -> DraftSection? { allCases.first { $0.keys.contains { $0.first == path.first } } }
}
