import Kernel

/// Writes steps as a step template in YAML, as people write them; `DefinitionReader` reads equal steps from it.
package struct StepsText {
    private var text = ""

    /// The template's text: `title` and `steps`.
    package static func template(_ process: ServiceProcess) -> String {
        var writer = StepsText()
        writer.line(0, "title", phrase: process.title)
        writer.text += "steps:\n"
        for step in process.steps { writer.write(step) }
        return writer.text
    }

    private mutating func line(_ level: Int, _ key: String, _ value: String?) {
        guard let value else { return }
        text += String(repeating: "  ", count: level) + "\(key): \(Self.scalar(value))\n"
    }

    private mutating func block(_ level: Int, _ key: String) {
        text += String(repeating: "  ", count: level) + "\(key):\n"
    }

    private mutating func line(_ level: Int, _ key: String, phrase: Phrase?) {
        guard let phrase else { return }
        guard "\(phrase.vi)\(phrase.en)".contains(where: { $0 == "|" || $0.isNewline }) else {
            return line(level, key, "\(phrase.vi) | \(phrase.en)")
        }
        block(level, key)
        line(level + 1, "vi", phrase.vi)
        line(level + 1, "en", phrase.en)
    }

    /// The key only where it says something else than its absence.
    private mutating func line(_ level: Int, _ key: String, _ value: Bool, usually: Bool) {
        if value != usually { line(level, key, "\(value)") }
    }

    private mutating func write(_ step: Step) {
        block(1, step.key)
        line(2, "title", phrase: step.title)
        line(2, "role", step.role)
        line(2, "official", "\(step.official)")
        if let limit = step.limit { write(limit) }
        guard !step.acts.isEmpty else {
            text += "    acts: {}\n"
            return
        }
        block(2, "acts")
        for act in step.acts { write(act) }
    }

    private mutating func write(_ limit: LimitRule) {
        guard !limit.cases.isEmpty else { return line(2, "limit", "\(limit.value) \(limit.unit)") }
        block(2, "limit")
        line(3, "usual", "\(limit.value) \(limit.unit)")
        block(3, "cases")
        for item in limit.cases {
            text += "        - when: \(Self.scalar(item.when))\n"
            line(5, "limit", "\(item.value) \(item.unit)")
        }
    }

    private mutating func write(_ act: Act) {
        block(3, act.key)
        line(4, "title", phrase: act.title)
        if act.kind != .move { line(4, "kind", act.kind.rawValue) }
        line(4, "to", act.to)
        line(4, "effect", phrase: act.effect)
        line(4, "back", act.isBack, usually: false)
        line(
            4, "needs_note", act.needsNote, usually: act.isBack || act.kind == .supplement || act.kind == .refuse)
        line(4, "needs_result", act.needsResult, usually: act.kind == .finish)
        line(4, "when", act.when)
    }

    /// A text that YAML reads as itself: plain where that is safe, else in quotation marks.
    private static func scalar(_ text: String) -> String {
        let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        let isPlain =
            text.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.()_=<>+\/;|–-]*/) != nil && text.last != " "
            && text == text.trimmingWhiteSpace && (!words.contains(text.lowercased()) || words[..<2].contains(text))
        return isPlain ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
