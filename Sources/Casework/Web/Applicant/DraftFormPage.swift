import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// One page of a form as a screen: where one is, the questions, on and back, leave for later.
struct DraftFormPage {
    let open: OpenDraft
    let shown: ShownPage
    var problems: [FieldProblem] = []

    var page: Page {
        let part = DraftPart.page(shown.key)
        return DraftScreen(open: open, part: part, problems: problems).page(title: shown.page.title) {
            if !isOneQuestion { PageTitle(shown.page.title, lead: shown.page.help) }
            FormPageBody(
                shown: shown, action: part.address(open.id), problems: problems, table: open.table,
                origins: open.draft.origins, locked: LockedView(open.locked, of: open.agency.name),
                isOneQuestion: isOneQuestion,
                fileAddress: { ApplicantPaths.draftFile(open.id, $0) }
            )
        }
    }

    private var isOneQuestion: Bool {
        shown.fields.count == 1 && !shown.fields[0].kind.isGroup && !shown.fields[0].kind.isComposite
    }
}

/// The form of one page with its buttons, for drafts, for supplements, and where a form is only played.
struct FormPageBody: Component {
    let shown: ShownPage
    let action: String
    let problems: [FieldProblem]
    let table: TerritoryTable
    /// Where what was filled in beforehand comes from.
    var origins = AnswerOrigins()
    var locked = LockedView.none
    var isOneQuestion = false
    /// The label of the button that goes on.
    var onward = Phrase.next
    var canLeave = true
    /// What travels with the form unseen.
    var carried: [(name: String, value: String)] = []
    /// Where files are only named, not sent.
    var sendsFiles = true
    let fileAddress: @Sendable (Paper.ID) -> String

    var markup: Markup {
        let fields = FormFields(
            table: table, problems: problems, origins: origins, locked: locked, present: shown.presentPlaces,
            fileAddress: fileAddress)
        return postForm(to: action, upload: sendsFiles && !fileFields.isEmpty, guarded: true) {
            FormFields.enter
            for one in carried { hiddenField(one.name, one.value) }
            for field in shown.fields {
                fields.markup(
                    field, size: isOneQuestion ? .title : .normal, help: isOneQuestion ? shown.page.help : nil)
            }
            ButtonRow {
                Button(onward, name: FormFields.action, value: "next")
                if canLeave { Button(ApplicantWording.later, .secondary, name: FormFields.action, value: "later") }
            }
        }
    }

    private var fileFields: [ShownField] { shown.fileFields }
}
