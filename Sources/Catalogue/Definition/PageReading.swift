package import Kernel

/// What one page of a form sent, read into the answers of the draft.
package struct PageReading: Sendable {
    /// All answers, with those of the page in place; wrongly typed ones as they were typed.
    package let answers: JSON
    /// The problems of this page.
    package let problems: [FieldProblem]
    /// Questions that these answers newly call for: they were not on the page that was sent.
    package let revealed: Set<String>
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
            return PageReading(answers: facts.answers, problems: [], revealed: [])
        }
        let reader = FormValueReader(values: values, places: places)
        var all = facts.answers.object ?? [:]
        all[key] = reader.read(page.fields.map(\.field), at: key, old: all[key])
        var now = facts
        now.answers = .object(all)
        let before = Set(shownPage(key, facts)?.names ?? [])
        let after = shownPage(key, now)?.names ?? []
        return PageReading(
            answers: now.answers, problems: problems(page: key, for: now, places: places),
            revealed: Set(after.filter { !before.contains($0) && !reader.sent.contains($0) }))
    }

    /// The problems of one page as it stands in the draft.
    package func problems(page key: String, for facts: CaseFacts, places: PlaceLookup) -> [FieldProblem] {
        var problems = AnswerProblems(day: facts.day, places: places)
        for page in shownPages(facts) where page.key == key { problems.check(page.fields, in: [page.page.title]) }
        return problems.list
    }

    /// The problems of the whole form, as filing asks; none means that the answers may be filed.
    package func problems(for facts: CaseFacts, places: PlaceLookup) -> [FieldProblem] {
        var problems = AnswerProblems(day: facts.day, places: places)
        for page in shownPages(facts) { problems.check(page.fields, in: [page.page.title]) }
        return problems.list
    }
}
