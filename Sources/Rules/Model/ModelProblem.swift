package import Kernel

/// What is wrong with a decision model: where, what, and what may have been meant.
package struct ModelProblem: Error, Hashable, Sendable {
    /// Whether the model cannot be used so; the others are worth a look.
    package enum Weight: Hashable, Sendable { case fault, warning }

    package var weight: Weight
    /// The line of the file, from 1; 0 when it is not known.
    package var line: Int
    /// The name of the decision, type or other element concerned.
    package var element: String?
    /// Which part of it: a rule and column of a table, an entry.
    package var part: Phrase?
    package var message: Phrase
    /// The place within the text of the expression, when it is one.
    package var rule: RuleProblem?

    package init(
        _ message: Phrase, weight: Weight = .fault, line: Int = 0, element: String? = nil, part: Phrase? = nil,
        rule: RuleProblem? = nil
    ) {
        self.message = message
        self.weight = weight
        self.line = line
        self.element = element
        self.part = part
        self.rule = rule
    }

    /// The whole as one sentence for people.
    package var phrase: Phrase {
        let names = element.map { "“\($0)”" }
        let vi = [line > 0 ? "dòng \(line)" : nil, names, part?.vi].compactMap(\.self).joined(separator: ", ")
        let en = [line > 0 ? "line \(line)" : nil, names, part?.en].compactMap(\.self).joined(separator: ", ")
        return Phrase(
            vi: vi.isEmpty ? message.vi : "\(vi): \(message.vi)", en: en.isEmpty ? message.en : "\(en): \(message.en)")
    }
}
