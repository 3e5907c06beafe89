import Catalogue
import Kernel

/// What is different for one draft between the definition it was begun under and the one in force: the questions that
/// are new or were changed, and those whose answers do not fit any more.
struct DefinitionChange: Sendable {
    let old: CompiledService
    let new: CompiledService
    let facts: CaseFacts
    let places: PlaceLookup

    /// The pages with such questions, each with these questions only.
    var pages: [ShownPage] {
        new.shownPages(facts).compactMap { page in
            let problems = new.problems(page: page.key, for: facts, places: places)
            let kept = page.keeping { field in
                isChanged(field, on: page.key) || problems.contains { Self.is($0.field, within: field.name) }
            }
            return kept.fields.isEmpty ? nil : kept
        }
    }

    func page(_ key: String) -> ShownPage? { pages.first { $0.key == key } }

    /// The page with changed questions after this one; nil after the last.
    func page(after key: String) -> ShownPage? {
        let order = new.visiblePages(facts).map(\.key)
        guard let place = order.firstIndex(of: key) else { return nil }
        let later = Set(order[(place + 1)...])
        return pages.first { later.contains($0.key) }
    }

    /// What was wrong on a page, of the questions that are shown.
    func problems(_ key: String) -> [FieldProblem] { new.problems(page: key, for: facts, places: places) }

    private func isChanged(_ field: ShownField, on page: String) -> Bool {
        let before = old.definition.form.first { $0.key == page }?.fields.first { $0.key == field.key }
        return before.map { Self.asked($0) != Self.asked(field.field) } ?? true
    }

    /// A question without what only explains it.
    private static func asked(_ field: FormField) -> FormField {
        var field = field
        field.help = nil
        field.when = nil
        field.fields = field.fields.map(asked)
        return field
    }

    private static func `is`(_ name: String, within field: String) -> Bool {
        name == field || name.hasPrefix(field + ".") || name.hasPrefix(field + "[")
    }
}
