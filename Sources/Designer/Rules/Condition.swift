import Catalogue
import Kernel

/// A condition that an official chooses rather than writes: comparisons of one answer with one value, joined by *and*
/// or by *or*.
///
/// It is another writing of a rule in FEEL and stands in the definition as that rule; a rule of another form is edited
/// as text.
package struct Condition: Equatable, Sendable {
    package enum Joint: String, Sendable, CaseIterable { case and, or }

    package enum Sign: String, Sendable, CaseIterable {
        case equal = "="
        case unequal = "!="
        case lessOrEqual = "<="
        case less = "<"
        case greaterOrEqual = ">="
        case greater = ">"
    }

    /// One answer compared with one value.
    package struct Comparison: Equatable, Sendable {
        /// As rules name it: `matter.kind`, `owner`, `count(members.list)`.
        package var field: String
        package var sign: Sign
        /// As rules write it: `"list"`, `true`, `3`, `null`, `date("2026-01-01")`.
        package var value: String

        package init(field: String, sign: Sign, value: String) {
            self.field = field
            self.sign = sign
            self.value = value
        }
    }

    package var joint: Joint
    package var comparisons: [Comparison]

    package init(joint: Joint = .and, comparisons: [Comparison]) {
        self.joint = joint
        self.comparisons = comparisons
    }

    package var rule: String {
        comparisons.map { one in
            switch (one.sign, one.value) {
            case (.equal, "true"): one.field
            case (.equal, "false"): "not(\(one.field))"
            default: "\(one.field) \(one.sign.rawValue) \(one.value)"
            }
        }.joined(separator: " \(joint.rawValue) ")
    }

    /// The condition that a rule is; nil when it is something else.
    package init?(_ rule: String) {
        let words = Words(rule).words
        let joints = Set(words.compactMap(Joint.init))
        guard joints.count <= 1 else { return nil }
        joint = joints.first ?? .and
        comparisons = []
        for part in words.split(whereSeparator: { Joint(rawValue: $0) != nil }) {
            guard let comparison = Self.comparison(Array(part)) else { return nil }
            comparisons.append(comparison)
        }
        // A word too many or too few is none.
        guard !comparisons.isEmpty, words.count(where: { Joint(rawValue: $0) != nil }) == comparisons.count - 1 else {
            return nil
        }
    }

    private static func comparison(_ words: [String]) -> Comparison? {
        if words.count == 1, let word = words.first {
            if word.hasPrefix("not("), word.hasSuffix(")") {
                let inner = String(word.dropFirst(4).dropLast())
                return isField(inner) ? Comparison(field: inner, sign: .equal, value: "false") : nil
            }
            return isField(word) ? Comparison(field: word, sign: .equal, value: "true") : nil
        }
        guard words.count == 3, isField(words[0]), let sign = Sign(rawValue: words[1]), isValue(words[2]) else {
            return nil
        }
        return Comparison(field: words[0], sign: sign, value: words[2])
    }

    /// A name with dots, or the number of entries of a group.
    private static func isField(_ word: String) -> Bool {
        var name = word
        if word.hasPrefix("count("), word.hasSuffix(")") { name = String(word.dropFirst(6).dropLast()) }
        guard let first = name.first, first.isLetter, !["true", "false", "null"].contains(name) else { return false }
        return name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
                || $0 == 0x2E
        }
    }

    private static func isValue(_ word: String) -> Bool {
        if ["true", "false", "null"].contains(word) { return true }
        if word.hasPrefix("\""), word.hasSuffix("\""), word.count >= 2 {
            return !word.dropFirst().dropLast().contains("\"")
        }
        if word.hasPrefix("date(\""), word.hasSuffix("\")") { return Day(String(word.dropFirst(6).dropLast(2))) != nil }
        let digits = word.hasPrefix("-") ? word.dropFirst() : word[...]
        return !digits.isEmpty && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
}
