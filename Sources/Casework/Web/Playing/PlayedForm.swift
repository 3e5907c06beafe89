package import Catalogue
import DesignSystem
package import Directory
package import Kernel
package import Markup
package import Site

/// A page of a form as applicants answer it, played: everything that was answered travels with the form, nothing is
/// stored, and of a file only its name is sent.
package struct PlayedForm: Component {
    let shown: ShownPage
    let action: String
    let carried: [(name: String, value: String)]
    let problems: [FieldProblem]
    let table: TerritoryTable

    package init(
        _ shown: ShownPage, to action: String, carrying carried: [(name: String, value: String)],
        problems: [FieldProblem], table: TerritoryTable
    ) {
        self.shown = shown
        self.action = action
        self.carried = carried
        self.problems = problems
        self.table = table
    }

    package var markup: Markup {
        let action = action
        return FormPageBody(
            shown: shown, action: action, problems: problems, table: table, canLeave: false, carried: carried,
            sendsFiles: false, fileAddress: { _ in action }
        ).markup
    }
}

/// What one page of a played form was answered with.
package struct PlayedAnswers: Sendable {
    /// All answers after this page.
    package let answers: JSON
    /// The question to return to, when a button inside was pressed; nil when the page is left.
    package let anchor: String?
    /// The questions that these answers newly call for.
    package let revealed: Set<String>

    package init(
        _ form: FormValues, page key: String, _ facts: CaseFacts, _ service: CompiledService, _ table: TerritoryTable
    ) {
        let places = PlaceLookup(table)
        var edit = FormEdit(page: key, form)
        revealed = service.reading(page: key, values: edit.values, into: facts, places: places).revealed
        for (number, field) in (service.shownPage(key, facts)?.fileFields ?? []).enumerated() {
            edit.files += form.all(field.name).filter { !$0.isEmpty }.enumerated().map { index, name in
                (field.name, AnswerFile(played: name, UInt64(1 + number * 100 + index)))
            }
        }
        answers = edit.answers(facts, service, places)
        anchor = edit.ask.anchor
    }
}

extension CompiledService {
    /// A page of the form to be filled in, with a blank entry in groups that need one.
    package func playedPage(_ key: String, _ facts: CaseFacts) -> ShownPage? { formPage(key, facts) }

    /// What would keep the answers of one page from being filed.
    package func playedProblems(page key: String, _ facts: CaseFacts, _ table: TerritoryTable) -> [FieldProblem] {
        problems(page: key, for: facts, places: PlaceLookup(table))
    }
}
