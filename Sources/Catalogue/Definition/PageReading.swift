package import Kernel

/// What one page of a form sent, read into the answers of the draft.
package struct PageReading: Sendable {
    /// All answers, with those of the page in place; wrongly typed ones as they were typed.
    package let answers: JSON
    /// The problems of this page.
    package let problems: [FieldProblem]
}

extension CompiledService {
    /// Reads the submitted values of one page into the answers.
    ///
    /// Values are named `page.field`, `page.composite.field` and `page.group[0].field`. Questions that sent nothing at
    /// all (files, and those that were not shown) keep their answers.
    package func reading(
        page key: String, values: [String: [String]], into facts: CaseFacts, places: PlaceLookup
    ) -> PageReading {
        guard let page = pages.first(where: { $0.page.key == key }) else {
            return PageReading(answers: facts.answers, problems: [])
        }
        let reader = FormValueReader(values: values, places: places)
        var all = facts.answers.object ?? [:]
        all[key] = reader.read(page.fields.map(\.field), at: key, old: all[key])
        var now = facts
        now.answers = .object(all)
        return PageReading(answers: now.answers, problems: problems(page: key, for: now, places: places))
    }

    /// The problems of one page as it stands in the draft.
    package func problems(page key: String, for facts: CaseFacts, places: PlaceLookup) -> [FieldProblem] {
        var problems = AnswerProblems(day: facts.day, places: places)
        for page in shownPages(facts) where page.key == key { problems.check(page.fields) }
        return problems.list
    }

    /// The problems of the whole form, as filing asks; none means that the answers may be filed.
    package func problems(for facts: CaseFacts, places: PlaceLookup) -> [FieldProblem] {
        var problems = AnswerProblems(day: facts.day, places: places)
        for page in shownPages(facts) { problems.check(page.fields) }
        return problems.list
    }
}

/// Reads form values by their names.
struct FormValueReader {
    let values: [String: [String]]
    let places: PlaceLookup
    /// Every name and every part of a name that something was sent for.
    private let sent: Set<String>

    init(values: [String: [String]], places: PlaceLookup) {
        self.values = values
        self.places = places
        var sent: Set<String> = []
        for name in values.keys where name.utf8.count <= 200 {
            sent.insert(name)
            for index in name.indices where name[index] == "." || name[index] == "[" {
                sent.insert(String(name[..<index]))
            }
        }
        self.sent = sent
    }

    func read(_ fields: [FormField], at name: String, old: JSON?) -> JSON {
        var answers = old?.object ?? [:]
        var province: String?
        for field in fields {
            let name = "\(name).\(field.key)"
            if sent.contains(name) { answers[field.key] = read(field, name, answers[field.key], province) }
            if field.kind == .province { province = answers[field.key]?.string }
        }
        return .object(answers)
    }

    private func read(_ field: FormField, _ name: String, _ old: JSON?, _ province: String?) -> JSON? {
        switch field.kind {
        case .composite: return read(field.fields, at: name, old: old)
        case .group: return entries(field, name, old)
        case .file: return old
        default:
            guard let typed = values[name]?.last else { return old }
            return AnswerText.answer(typed, as: field, province: province, places: places)
        }
    }

    /// Entries in the order of their numbers, numbered anew; an entry in which nothing was written is dropped.
    private func entries(_ field: FormField, _ name: String, _ old: JSON?) -> JSON? {
        let numbers = Set(
            sent.compactMap { part -> Int? in
                guard part.hasPrefix(name + "["), let end = part.firstIndex(of: "]") else { return nil }
                return Int(part[part.index(part.startIndex, offsetBy: name.count + 1)..<end])
            }
        ).filter { $0 >= 0 }.sorted()
        let entries = numbers.prefix(AnswerText.mostEntries).map { number in
            read(field.fields, at: "\(name)[\(number)]", old: old?[number])
        }.filter { !AnswerText.isBlank($0) }
        return entries.isEmpty ? nil : .array(Array(entries))
    }
}
