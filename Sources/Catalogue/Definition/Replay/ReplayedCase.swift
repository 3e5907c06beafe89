package import Kernel
import Wording
import WorkingTime

/// A case of before that a draft definition is tried on: under which version it was filed and what was known of it.
///
/// The draft's fees and limit are those of the day from which it is in force, where the case was filed before; whether the
/// answers could be filed is judged on the day on which they were: a birth of a year ago is not late today.
package struct ReplayedCase: Sendable {
    /// The dossier's code, or the number of a case that was made up. Nothing else of the case is ever told.
    package let code: String
    package let facts: CaseFacts
    /// The version under which it was filed.
    package let before: CompiledService
    /// Whether fees and limit are those of the day of filing under the draft too: a case that is moved has been filed.
    package let keepsDay: Bool

    package init(code: String, facts: CaseFacts, before: CompiledService, keepsDay: Bool = false) {
        self.code = code
        self.facts = facts
        self.before = before
        self.keepsDay = keepsDay
    }

    /// What the draft would change for this case; empty when nothing.
    package func changes(under draft: CompiledService, places: PlaceLookup) -> Set<ReplayChange> {
        let after = draft.pruned(facts)
        return admission(draft).union(money(draft, after)).union(limit(draft, after)).union(papers(draft, after))
            .union(answers(draft, after, places))
    }

    private func admission(_ draft: CompiledService) -> Set<ReplayChange> {
        var changes: Set<ReplayChange> = []
        if !draft.definition.owners.contains(facts.owner) {
            let subject = Phrase(
                vi: "không còn nhận chủ hồ sơ loại “\(facts.owner.rawValue)”",
                en: "owners of the kind “\(facts.owner.rawValue)” are not taken any more")
            changes.insert(ReplayChange(.invalid, subject))
        }
        if !draft.definition.takes(facts.channel) {
            let subject = Phrase(
                vi: "không còn nhận qua kênh “\(facts.channel.rawValue)”",
                en: "the channel “\(facts.channel.rawValue)” is not taken any more")
            changes.insert(ReplayChange(.invalid, subject))
        }
        return changes
    }

    private func money(_ draft: CompiledService, _ after: CaseFacts) -> Set<ReplayChange> {
        let (old, new) = (total(before, facts), total(draft, brought(after, to: draft)))
        guard old != new else { return [] }
        let subject = Phrase(
            vi: "\(old.phrase.vi) → \(new.phrase.vi)", en: "\(old.phrase.en) → \(new.phrase.en)")
        return [ReplayChange(old < new ? .paysMore : .paysLess, subject)]
    }

    /// What would be due in all under the draft.
    func newTotal(_ draft: CompiledService) -> Money { total(draft, brought(draft.pruned(facts), to: draft)) }

    /// What is due in all.
    func total(_ service: CompiledService, _ facts: CaseFacts) -> Money {
        service.fees(for: facts).reduce(.zero) { $0 + $1.amount }
    }

    private func limit(_ draft: CompiledService, _ after: CaseFacts) -> Set<ReplayChange> {
        let (old, new) = (before.limit(for: facts).words, draft.limit(for: brought(after, to: draft)).words)
        guard old != new else { return [] }
        return [ReplayChange(.otherLimit, Phrase(vi: "\(old.vi) → \(new.vi)", en: "\(old.en) → \(new.en)"))]
    }

    /// The case as if it were filed when a draft is in force: what is due and how long it takes may turn on the day.
    private func brought(_ facts: CaseFacts, to draft: CompiledService) -> CaseFacts {
        guard !keepsDay else { return facts }
        var facts = facts
        facts.day = max(facts.day, draft.definition.effectiveFrom)
        return facts
    }

    private func papers(_ draft: CompiledService, _ after: CaseFacts) -> Set<ReplayChange> {
        let (old, new) = (before.papers(for: facts), draft.papers(for: after))
        func list(_ papers: [PaperDue], _ others: [PaperDue]) -> [PaperDue] {
            papers.filter { one in one.required && !others.contains { $0.rule.key == one.rule.key && $0.required } }
        }
        return Set(list(new, old).map { ReplayChange(.newPaper, Phrase(same: $0.rule.title)) })
            .union(list(old, new).map { ReplayChange(.paperLess, Phrase(same: $0.rule.title)) })
    }

    private func answers(_ draft: CompiledService, _ after: CaseFacts, _ places: PlaceLookup) -> Set<ReplayChange> {
        var changes: Set<ReplayChange> = []
        let known = Set(before.problems(for: facts, places: places).map(\.field))
        for problem in draft.problems(for: after, places: places) where !known.contains(problem.field) {
            let place = draft.place(of: problem.field)
            let isMissing = AnswerText.isBlank(after.answers.answer(at: problem.field))
            let subject =
                isMissing
                ? Phrase(vi: "\(place.vi): chưa có câu trả lời", en: "\(place.en): not answered")
                : Phrase(
                    vi: "\(place.vi): câu trả lời không còn được nhận",
                    en: "\(place.en): the answer is not taken any more")
            changes.insert(ReplayChange(.invalid, subject))
        }
        for path in facts.answers.leaves().subtracting(after.answers.leaves()) {
            changes.insert(ReplayChange(.answerWithoutPlace, before.place(of: path)))
        }
        return changes
    }
}

extension CompiledService {
    /// Where a question stands, in words: page and label; names of entries are told without their number.
    package func place(of name: String) -> Phrase {
        let path = name.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
        guard let page = definition.form.first(where: { $0.key == path.first }) else { return Phrase(same: name) }
        var (fields, parts) = (page.fields, [page.title])
        for key in path.dropFirst() {
            guard let field = fields.first(where: { $0.key == key }) else { break }
            parts.append(field.label)
            fields = field.fields
        }
        return Phrase(vi: parts.map(\.vi).joined(separator: " › "), en: parts.map(\.en).joined(separator: " › "))
    }
}

extension JSON {
    /// The answer at a question's name: `child.birth_day`, `family.members[1].full_name`.
    fileprivate func answer(at name: String) -> JSON? {
        name.split(separator: ".").reduce(Optional(self)) { value, part in
            let key = part.prefix { $0 != "[" }
            let found = value?[String(key)]
            guard key.endIndex < part.endIndex, let index = Int(part[key.endIndex...].dropFirst().dropLast()) else {
                return found
            }
            return found?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        }
    }

    /// The paths of all answers that are given, entries of lists without their number.
    package func leaves(_ path: String = "") -> Set<String> {
        switch self {
        case .object(let members):
            members.reduce(into: []) { paths, member in
                paths.formUnion(member.value.leaves(path.isEmpty ? member.key : "\(path).\(member.key)"))
            }
        case .array(let items): items.reduce(into: []) { $0.formUnion($1.leaves(path)) }
        default: AnswerText.isBlank(self) ? [] : [path]
        }
    }
}
