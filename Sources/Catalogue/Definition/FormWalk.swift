import Kernel

/// A walk through a form with one case's answers, page after page, question after question.
///
/// A condition reads only what was asked before it (the check of definitions sees to that), so one walk decides what is
/// shown; answers of questions that are not shown are seen by no rule.
struct FormWalk {
    private(set) var pages: [ShownPage] = []
    /// The answers of shown questions only.
    private(set) var answers: [String: JSON] = [:]
    private var sight: Sight

    init(_ pages: [CompiledPage], _ facts: CaseFacts) {
        sight = Sight(facts: facts)
        sight.facts.answers = .object([:])
        for page in pages {
            sight.this = .null
            guard page.when?.isTrue(in: sight) ?? true else { continue }
            let (shown, kept) = walk(page.fields, facts.answers[page.page.key], page.page.key, onPage: page.page.key)
            answers[page.page.key] = .object(kept)
            sight.facts.answers = .object(answers)
            self.pages.append(ShownPage(page: page.page, fields: shown))
        }
    }

    /// What is shown of these questions, and the answers that count.
    private mutating func walk(_ fields: [CompiledField], _ given: JSON?, _ name: String, onPage page: String?)
        -> ([ShownField], [String: JSON])
    {
        var shown: [ShownField] = []
        var kept: [String: JSON] = [:]
        for field in fields {
            look(at: kept, onPage: page)
            guard field.when?.isTrue(in: sight) ?? true else { continue }
            let isRequired = field.required.isTrue(in: sight)
            let one = answered(field, given?[field.key], "\(name).\(field.key)", isRequired: isRequired)
            if let answer = one.kept { kept[field.key] = answer }
            look(at: kept, onPage: page)
            shown.append(
                ShownField(
                    field: field.field, name: "\(name).\(field.key)", isRequired: isRequired, answer: one.kept,
                    parts: one.parts, entries: one.entries, province: province(before: field, in: fields, kept),
                    failedChecks: failed(field, one.kept)))
        }
        return (shown, kept)
    }

    private mutating func look(at kept: [String: JSON], onPage page: String?) {
        sight.this = .object(kept)
        if let page {
            answers[page] = .object(kept)
            sight.facts.answers = .object(answers)
        }
    }

    private mutating func answered(_ field: CompiledField, _ given: JSON?, _ name: String, isRequired: Bool)
        -> (kept: JSON?, parts: [ShownField], entries: [[ShownField]])
    {
        switch field.field.kind {
        case .composite:
            let (parts, kept) = walk(field.fields, given, name, onPage: nil)
            return (kept.isEmpty ? nil : .object(kept), parts, [])
        case .group:
            var (entries, kept): ([[ShownField]], [JSON]) = ([], [])
            for (index, entry) in (given?.array ?? []).prefix(AnswerText.mostEntries).enumerated() {
                let (shown, answers) = walk(field.fields, entry, "\(name)[\(index)]", onPage: nil)
                entries.append(shown)
                kept.append(.object(answers))
            }
            return (kept.isEmpty ? nil : .array(kept), [], entries)
        default:
            return (AnswerText.isBlank(given) ? nil : given, [], [])
        }
    }

    /// Checks speak about answers of the right kind; blank and mistyped ones have their own messages.
    private mutating func failed(_ field: CompiledField, _ answer: JSON?) -> [Phrase] {
        guard !field.checks.isEmpty, let answer, AnswerText.fits(answer, field.field.kind) else { return [] }
        sight.value = answer
        defer { sight.value = .null }
        return field.checks.filter { !$0.rule.isTrue(in: sight) }.map(\.message)
    }

    /// The answer of the nearest province asked before a commune, among its neighbours.
    private func province(before field: CompiledField, in fields: [CompiledField], _ kept: [String: JSON]) -> String? {
        guard field.field.kind == .commune, let place = fields.firstIndex(where: { $0.key == field.key }) else {
            return nil
        }
        return fields[..<place].last { $0.field.kind == .province }.flatMap { kept[$0.key]?.string }
    }
}
