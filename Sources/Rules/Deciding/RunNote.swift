package import Kernel

/// Why something became null while a model was evaluated: a result of the wrong type, a table without a rule that holds.
package struct RunNote: Hashable, Sendable {
    /// The decision, input or parameter concerned.
    package let name: String
    package let message: Phrase

    /// How many are kept of one evaluation.
    static let limit = 100

    static func wrongType(_ name: String, _ value: FEELValue, _ type: FEELType) -> RunNote {
        let shown = String(value.text.prefix(60))
        return RunNote(
            name: name,
            message: Phrase(
                vi: "Giá trị \(shown) không phải là \(type.phrase.vi), nên coi như trống.",
                en: "The value \(shown) is not \(type.phrase.en), so it counts as empty."))
    }

    static func noRule(_ name: String) -> RunNote {
        RunNote(
            name: name,
            message: Phrase(
                vi: "Không có quy tắc nào của bảng đúng với các giá trị này.",
                en: "No rule of the table holds for these values."))
    }

    /// Several rules hold where the hit policy does not allow it; they are counted from 1.
    static func severalRules(_ name: String, _ rules: [Int]) -> RunNote {
        let shown = rules.map { String($0 + 1) }.joined(separator: ", ")
        return RunNote(
            name: name,
            message: Phrase(
                vi: "Các quy tắc \(shown) của bảng cùng đúng nhưng không được phép như vậy.",
                en: "The rules \(shown) of the table hold together, which they may not."))
    }

    static func unexpectedInput(_ name: String, _ column: String, _ value: FEELValue) -> RunNote {
        let shown = String(value.text.prefix(60))
        return RunNote(
            name: name,
            message: Phrase(
                vi: "Giá trị \(shown) không có trong các giá trị của cột “\(column)”.",
                en: "The value \(shown) is none of the values of the column “\(column)”."))
    }

    static func noLogic(_ name: String) -> RunNote {
        RunNote(
            name: name, message: Phrase(vi: "Quyết định chưa có nội dung.", en: "The decision has no logic yet."))
    }

    static let exhausted = RunNote(
        name: "",
        message: Phrase(
            vi: "Việc tính toán vượt quá giới hạn cho phép.", en: "The evaluation exceeds what it may use."))
}
