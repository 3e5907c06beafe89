package import Kernel

/// Answers that the present version of a service does not ask for, kept as they were given under an earlier one.
package struct KeptAnswers: Codable, Sendable, Equatable {
    /// The hash of the version under which they were given.
    package let definition: String
    package let answers: JSON

    package init(definition: String, answers: JSON) {
        self.definition = definition
        self.answers = answers
    }
}

/// The answers of a running case under another version of its service. Nothing that was answered is lost: what has no
/// place in the new version is kept beside it, and what was kept takes its place again where a version asks for it.
package struct MovedAnswers: Sendable, Equatable {
    /// What the new version asks for.
    package let answers: JSON
    /// What it does not ask for, the oldest first.
    package let kept: [KeptAnswers]

    /// - Parameters:
    ///   - facts: the case as it is under `before`.
    ///   - kept: what earlier moves left without a place.
    package init(_ facts: CaseFacts, kept: [KeptAnswers], from before: CompiledService, to after: CompiledService) {
        var brought = facts
        for one in kept.reversed() { brought.answers = brought.answers.filled(from: one.answers) ?? .object([:]) }
        let answers = after.pruned(brought).answers
        let given = before.definition.answered(facts.answers)
        self.answers = answers
        self.kept = (kept + [KeptAnswers(definition: before.hash, answers: given)]).compactMap { one in
            one.answers.remainder(of: answers).map { KeptAnswers(definition: one.definition, answers: $0) }
        }
    }
}

extension ServiceDefinition {
    /// The answers without values that the system computed: those are nobody's answers.
    fileprivate func answered(_ answers: JSON) -> JSON {
        guard let pages = answers.object else { return answers }
        return .object(
            pages.reduce(into: [:]) { all, page in
                let fields = form.first { $0.key == page.key }?.fields ?? []
                all[page.key] = fields.answered(page.value)
            })
    }
}

extension [FormField] {
    fileprivate func answered(_ answers: JSON) -> JSON {
        switch answers {
        case .object(let members):
            .object(
                members.reduce(into: [:]) { all, member in
                    let field = first { $0.key == member.key }
                    if field?.kind == .computed { return }
                    all[member.key] =
                        field.map { $0.fields.isEmpty ? member.value : $0.fields.answered(member.value) }
                        ?? member.value
                })
        case .array(let entries): .array(entries.map { answered($0) })
        default: answers
        }
    }
}

extension JSON {
    /// With what `other` says where this says nothing; lists are filled entry by entry when they are of one length.
    fileprivate func filled(from other: JSON) -> JSON? {
        if AnswerText.isBlank(self) { return other }
        switch (self, other) {
        case (.object(let own), .object(let others)):
            return .object(
                others.reduce(into: own) { all, member in
                    all[member.key] = (all[member.key] ?? .null).filled(from: member.value)
                })
        case (.array(let own), .array(let others)) where own.count == others.count:
            return .array(zip(own, others).map { $0.filled(from: $1) ?? $0 })
        default: return self
        }
    }

    /// What this says and `other` does not say in the same place; nil when `other` says it all.
    fileprivate func remainder(of other: JSON?) -> JSON? {
        guard let other, !AnswerText.isBlank(other) else { return AnswerText.isBlank(self) ? nil : self }
        switch (self, other) {
        case (.object(let own), .object(let others)):
            let rest = own.compactMapValues { $0 }.reduce(into: [String: JSON]()) { rest, member in
                rest[member.key] = member.value.remainder(of: others[member.key])
            }
            return rest.isEmpty ? nil : .object(rest)
        case (.array(let own), .array(let others)) where own.count == others.count:
            let rest = zip(own, others).map { $0.remainder(of: $1) ?? .null }
            return rest.allSatisfy { $0 == .null } ? nil : .array(rest)
        default: return self == other || AnswerText.isBlank(self) ? nil : self
        }
    }
}
