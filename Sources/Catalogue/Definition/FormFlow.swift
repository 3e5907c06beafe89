package import Kernel

extension CompiledService {
    /// The pages that these answers call for, in order, with their questions and answers.
    package func shownPages(_ facts: CaseFacts) -> [ShownPage] { walk(facts).pages }

    package func shownPage(_ key: String, _ facts: CaseFacts) -> ShownPage? {
        shownPages(facts).first { $0.key == key }
    }

    package func visiblePages(_ facts: CaseFacts) -> [FormPage] { shownPages(facts).map(\.page) }

    /// The page after this one; nil after the last.
    package func page(after key: String, _ facts: CaseFacts) -> FormPage? {
        let pages = visiblePages(facts)
        guard let place = pages.firstIndex(where: { $0.key == key }), place + 1 < pages.count else { return nil }
        return pages[place + 1]
    }

    /// The page before this one; nil before the first.
    package func page(before key: String, _ facts: CaseFacts) -> FormPage? {
        let pages = visiblePages(facts)
        guard let place = pages.firstIndex(where: { $0.key == key }), place > 0 else { return nil }
        return pages[place - 1]
    }

    /// The first page that has problems: where somebody who comes back goes on. Nil when the form is complete.
    package func firstUnfinishedPage(_ facts: CaseFacts, places: PlaceLookup) -> FormPage? {
        shownPages(facts).first { page in
            var problems = AnswerProblems(day: facts.day, places: places)
            problems.check(page.fields, in: [page.page.title])
            return !problems.list.isEmpty
        }?.page
    }

    /// The same case without the answers of questions that are not shown: what is filed, and what rules see.
    package func pruned(_ facts: CaseFacts) -> CaseFacts {
        var facts = facts
        facts.answers = .object(walk(facts).answers)
        return facts
    }

    /// The answers with one blank entry more in the group of that name (`household.members`).
    package func adding(entryOf name: String, to answers: JSON) -> JSON {
        changing(name, in: answers) { group in
            .array(Array((group?.array ?? []).prefix(AnswerText.mostEntries - 1)) + [.object([:])])
        }
    }

    /// The answers without the entry of that number in the group of that name.
    package func removing(entry number: Int, of name: String, from answers: JSON) -> JSON {
        changing(name, in: answers) { group in
            var entries = group?.array ?? []
            if entries.indices.contains(number) { entries.remove(at: number) }
            return .array(entries)
        }
    }

    /// The question of that name, as forms and problems write it: `child.birth_day`, `family.members[1].full_name`.
    package func field(_ name: String) -> FormField? {
        let path = name.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
        guard let page = path.first, var fields = definition.form.first(where: { $0.key == page })?.fields else {
            return nil
        }
        var found: FormField?
        for key in path.dropFirst() {
            found = fields.first { $0.key == key }
            fields = found?.fields ?? []
        }
        return found
    }

    private func changing(_ name: String, in answers: JSON, _ change: (JSON?) -> JSON) -> JSON {
        guard field(name)?.kind.isGroup == true else { return answers }
        return Self.changing(name.split(separator: ".").map(String.init)[...], in: answers, change)
    }

    private static func changing(_ path: ArraySlice<String>, in value: JSON?, _ change: (JSON?) -> JSON) -> JSON {
        guard let key = path.first else { return change(value) }
        var members = value?.object ?? [:]
        members[key] = changing(path.dropFirst(), in: members[key], change)
        return .object(members)
    }
}
