package import Kernel

/// A paper that belongs to a case.
package struct PaperDue: Sendable, Equatable {
    package let rule: PaperRule
    package let required: Bool

    /// Whether files are attached for it: the electronic form is a paper itself, and what is shown is not handed in.
    package var isToAttach: Bool { !rule.isForm && !rule.isShown }
}

/// A paper that a case still lacks, or several of which one is enough.
package struct MissingPaper: Sendable, Equatable {
    /// The paper beside which it is told: of alternatives the first.
    package let key: String
    /// `“Hộ chiếu”`, `“Hộ chiếu” hoặc “Thẻ căn cước”`.
    package let title: Phrase
}

extension [PaperDue] {
    /// The required papers of which nothing was brought; of alternatives, those of which not one was.
    package func missing(brought: Set<String>) -> [MissingPaper] {
        var told: Set<String> = []
        return filter { $0.isToAttach && $0.required && !brought.contains($0.rule.key) }.compactMap { due in
            guard let group = due.rule.oneOf else {
                return MissingPaper(key: due.rule.key, title: Phrase(same: "“\(due.rule.title)”"))
            }
            let others = alternatives(to: due)
            guard told.insert(group).inserted, !others.contains(where: { brought.contains($0.rule.key) }) else {
                return nil
            }
            let titles = ([due] + others).map { "“\($0.rule.title)”" }
            return MissingPaper(
                key: due.rule.key,
                title: Phrase(vi: titles.joined(separator: " hoặc "), en: titles.joined(separator: " or ")))
        }
    }

    /// The other papers of this case that would do in its place.
    package func alternatives(to due: PaperDue) -> [PaperDue] {
        guard let group = due.rule.oneOf else { return [] }
        return filter { $0.rule.oneOf == group && $0.rule.key != due.rule.key && $0.isToAttach }
    }
}
