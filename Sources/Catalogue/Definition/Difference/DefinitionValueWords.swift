import Foundation
import Kernel
import Wording
import WorkingTime

/// How one value of a definition's document reads to an official: amounts, limits, roles and rules rather than codes.
struct DefinitionValueWords {
    let block: String
    let key: String

    func words(of value: JSON) -> Phrase {
        switch value {
        case .null: Phrase(vi: "không có", en: "none")
        case .bool(let value): value ? .yes : .no
        case .number(let value): Phrase(same: AnswerText.grouped(value))
        case .string(let text): words(of: text)
        case .array(let items): words(of: items)
        case .object(let members): words(of: members)
        }
    }

    private func words(of text: String) -> Phrase {
        if let name = DefinitionWords.name(of: text, under: key, in: block) { return name }
        if key == "amount", let number = Int64(text) {
            return Phrase(vi: "\(number.groupedByThousands) đồng", en: "\(number.groupedByThousands) đồng")
        }
        if ["required", "when"].contains(key), let constant = ["true": Phrase.yes, "false": .no][text] {
            return constant
        }
        if key == "effective_from", let day = Day(text) { return day.phrase }
        // A rule may stand in several lines.
        return Phrase(same: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// Named parts are counted or listed by their labels; rules with what they give stand after each other.
    private func words(of items: [JSON]) -> Phrase {
        let all = items.map { item in
            guard let label = (item["label"] ?? item["title"]).map({ words(of: $0) }) else { return words(of: item) }
            return Phrase(vi: "“\(label.vi)”", en: "“\(label.en)”")
        }
        guard !all.isEmpty else { return Phrase(vi: "không có", en: "none") }
        return Phrase(vi: all.map(\.vi).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
    }

    private func words(of members: [String: JSON]) -> Phrase {
        if let vi = members["vi"]?.string, let en = members["en"]?.string { return Phrase(vi: vi, en: en) }
        if let limit = limit(members) { return limit }
        if let rule = members["rule"]?.string, let message = members["message"].map({ words(of: $0) }) {
            return Phrase(vi: "\(rule) (“\(message.vi)”)", en: "\(rule) (“\(message.en)”)")
        }
        if let amount = members["amount"] {
            let words = DefinitionValueWords(block: "fee", key: "amount").words(of: amount)
            guard let when = members["when"]?.string else { return words }
            return Phrase(vi: "\(words.vi) khi \(when)", en: "\(words.en) when \(when)")
        }
        let parts = members.sorted { $0.key < $1.key }.map { name, value in
            let (words, title) = (words(of: value), DefinitionKeys.title(of: name, in: block))
            return Phrase(vi: "\(title.vi): \(words.vi)", en: "\(title.en): \(words.en)")
        }
        return Phrase(vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    }

    /// `5 ngày làm việc; khi …: 10 ngày làm việc`.
    private func limit(_ members: [String: JSON]) -> Phrase? {
        guard let amount = members["value"]?.integer, let unit = members["unit"]?.string.flatMap(LimitUnit.init) else {
            return nil
        }
        var words = Limit(amount, unit).words
        if let when = members["when"]?.string {
            words = Phrase(vi: "\(words.vi) khi \(when)", en: "\(words.en) when \(when)")
        }
        for one in members["cases"]?.array ?? [] {
            let other = self.words(of: one)
            words = Phrase(vi: "\(words.vi); \(other.vi)", en: "\(words.en); \(other.en)")
        }
        return words
    }
}
