import DesignSystem
import Kernel
import Wording

/// Values as people type them, and as rules write them.
enum ValueWords {
    static let empty = Choice("null", Phrase(vi: "trống", en: "empty"))

    static func shown(_ value: String) -> String {
        if value == "null" { return "trống" }
        if value.hasPrefix("date(\"") { return Day(String(value.dropFirst(6).dropLast(2)))?.phrase.vi ?? value }
        if value.hasPrefix("\"") { return String(value.dropFirst().dropLast()) }
        return value
    }

    /// As rules write it: an option by its name or its words, a number, a day, a text.
    static func read(_ typed: String, for answer: KnownAnswer?) -> String {
        let folded = Folding.fold(typed)
        if let option = answer?.options.first(where: { choice in
            choice.value == typed || Folding.fold(choice.label.vi) == folded || Folding.fold(choice.label.en) == folded
                || choice.value == "\"\(typed)\""
        }) {
            return option.value
        }
        if ["trong", "empty", "null"].contains(folded) { return "null" }
        if ["true", "false"].contains(typed) { return typed }
        let number = typed.replacing(".", with: "").replacing(",", with: ".")
        if Double(number) != nil { return number }
        if typed.contains(where: { "/-".contains($0) }), let day = Day(typed: typed) { return "date(\"\(day)\")" }
        return "\"\(typed.filter { $0 != "\"" && $0 != "\\" })\""
    }
}
